from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.network.spans import CONTENT, SOURCE, CueAt, best_paths, find_cues, runs

LABELS = 5
LOGITS = {"-": (4, 0, 0), "b": (0, 4, 0), "i": (0, 0, 4), "?": (0, 0, 0)}  # outside, begins, inside; no idea
seeds = st.integers(0, 2**32 - 1)


def cues(labels: str, threshold: float = 0.5) -> list[tuple[int, int]]:
    logits = np.array([LOGITS[label] for label in labels], np.float32).reshape(-1, 3)
    return [(cue.first, cue.last) for cue in find_cues(logits, threshold)]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ("", []),
        ("---", []),
        ("-bi-", [(1, 3)]),
        ("bb", [(0, 1), (1, 2)]),
        ("-ii", [(1, 3)]),
        ("bi-bi", [(0, 2), (3, 5)]),
    ],
)
def test_a_cue_runs_until_the_next_begins_or_none_is_seen(labels: str, found: list[tuple[int, int]]) -> None:
    assert cues(labels) == found


def test_a_cue_is_found_where_it_is_likelier_than_the_lowest_chance() -> None:
    assert (cues("-?-", 0.6), cues("-?-", 0.7)) == ([(1, 2)], [])


def test_an_unlikely_cue_ends_where_its_words_fall_off_from_the_likeliest() -> None:
    chances = np.array([[0.7, 0.2, 0.1], [0.6, 0.1, 0.3], [0.9, 0.0, 0.1]]) + 1e-9
    (cue,) = find_cues(np.log(chances).astype(np.float32), 0.05)
    assert cue == CueAt(0, 2, pytest.approx(0.35))


def test_a_cue_is_as_sure_as_its_words_on_average() -> None:
    (cue,) = find_cues(np.log(np.array([[0.1, 0.8, 0.1], [0.3, 0.1, 0.6]], np.float32)), 0.5)
    assert cue == CueAt(0, 2, pytest.approx(0.8))


def scores_for(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


@given(seeds, st.integers(1, 3), st.integers(1, 4))
def test_the_best_path_is_the_best_of_all_paths(seed: int, count: int, length: int) -> None:
    scores, moves, starts = (scores_for(seed + n, *shape) for n, shape in enumerate(((count, length, 3), (3, 3), (3,))))
    for row, path in zip(scores, best_paths(scores, moves, starts).tolist(), strict=True):
        every = product(range(3), repeat=length)
        assert tuple(path) == max(every, key=lambda labels: worth(row, moves, starts, labels))


def worth(row: np.ndarray, moves: np.ndarray, starts: np.ndarray, labels: tuple[int, ...]) -> float:
    seen = sum(row[at, label] for at, label in enumerate(labels))
    return float(starts[labels[0]] + seen + sum(moves[pair] for pair in pairwise(labels)))


@given(seeds, st.integers(2, 20))
def test_a_ruled_out_move_is_never_made(seed: int, length: int) -> None:
    moves = np.zeros((LABELS, LABELS), np.float32)
    moves[0, 2] = -1e4
    (path,) = best_paths(scores_for(seed, 1, length, LABELS), moves, np.zeros(LABELS, np.float32)).tolist()
    assert (0, 2) not in list(pairwise(path))


def test_no_cues_have_no_paths() -> None:
    nothing = np.zeros((0, 4, LABELS), np.float32)
    assert best_paths(nothing, np.zeros((LABELS, LABELS)), np.zeros(LABELS)).shape == (0, 4)


@given(st.lists(st.tuples(st.sampled_from([None, SOURCE, CONTENT]), st.integers(1, 4)), max_size=10))
def test_runs_are_what_was_labelled(stretches: list[tuple[tuple[int, int] | None, int]]) -> None:
    labels: list[int] = []
    wanted: dict[tuple[int, int], list[tuple[int, int]]] = {SOURCE: [], CONTENT: []}
    for role, size in stretches:
        if role:
            wanted[role].append((len(labels), len(labels) + size))
        labels.extend([role[0], *[role[1]] * (size - 1)] if role else [0] * size)
    path = np.array(labels, np.int64)
    assert {role: list(runs(path, role)) for role in wanted} == wanted
