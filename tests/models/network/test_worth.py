import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.network.sessions import Roles
from onrecord.models.network.spans import CueAt
from onrecord.models.network.worth import BIAS, SIGNS, Table, Window, see_signs, weigh

NONE, SOURCE, CONTENT, MORE = 0, 1, 3, 4  # labels: neither, begins a source, begins a content, goes on with it
LABELS = 5
EQUAL = dict.fromkeys([*SIGNS, BIAS], 1.0)


def signs_of(paths: list[list[int]], *, begin: list[int] | None = None, window: Window | None = None) -> Table:
    """Return the signs of links with these labels, each seen with a chance of a half, whose cues are sure by place."""
    labels = np.array(paths)
    scores = np.full((*labels.shape, LABELS), -np.log(4), np.float32)  # the four others share the other half
    np.put_along_axis(scores, labels[:, :, None], 0, 2)
    count = len(paths)
    roles = Roles(np.array(begin or [0] * count), scores, np.zeros(count, np.int64), *2 * [np.zeros(count, np.float32)])
    cues = [CueAt(at, at + 1, 0.9 - 0.1 * at) for at in range(count)]
    plain = Window(np.zeros(labels.shape[1] + 2, np.bool_), np.zeros(labels.shape[1] + 2, np.bool_))
    return see_signs(cues, roles, labels, window or plain)


def sign(name: str, signs: Table) -> list[float]:
    return [pytest.approx(value) for value in signs[:, SIGNS.index(name)].tolist()]


def test_a_source_and_a_content_are_as_sure_as_their_words_on_average() -> None:
    signs = signs_of([[SOURCE, NONE, CONTENT, MORE], [NONE, NONE, NONE, NONE]])
    assert (sign("source", signs), sign("content", signs)) == ([0.5, 0], [0.5, 0])


def test_what_is_not_there_is_a_sign() -> None:
    signs = signs_of([[SOURCE, NONE, CONTENT], [NONE, NONE, CONTENT]])
    assert (sign("has source", signs), sign("has content", signs)) == ([1, 0], [1, 1])


def test_a_content_is_claimed_by_the_surest_other_cue_whose_content_shares_a_word() -> None:
    signs = signs_of([[CONTENT, MORE, NONE], [NONE, CONTENT, NONE], [NONE, NONE, CONTENT]])
    assert sign("content is claimed", signs) == [0.8, 0.9, 0]


def test_words_are_counted_in_the_window_wherever_their_scores_begin() -> None:
    signs = signs_of([[NONE, CONTENT], [CONTENT, NONE]], begin=[0, 1])
    assert sign("content is claimed", signs) == [0.8, 0.9]


def test_quotation_and_marks_are_signs() -> None:
    marks, quoted = np.array([True, False, False, False]), np.array([False, False, True, True])
    signs = signs_of([[NONE, NONE, CONTENT, MORE], [NONE, CONTENT, MORE, NONE]], window=Window(marks, quoted))
    assert sign("cue is a mark", signs) == [1, 0]
    assert (sign("content has a quotation", signs), sign("content is quoted", signs)) == ([1, 1], [1, 0.5])


@given(st.lists(st.lists(st.floats(-50, 50), min_size=len(SIGNS), max_size=len(SIGNS)), min_size=1, max_size=5))
def test_a_worth_is_a_chance_and_grows_with_what_speaks_for_it(rows: list[list[float]]) -> None:
    less = np.array(rows)
    before, after = weigh(less, EQUAL), weigh(less + 1, EQUAL)
    assert all(0 <= low <= high <= 1 for low, high in zip(before, after, strict=True))
