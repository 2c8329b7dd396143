import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.network.trees import find_heads, find_sentences

seeds = st.integers(0, 2**32 - 1)
begins = st.lists(st.booleans(), min_size=1, max_size=40)


def draw(seed: int, words: int) -> np.ndarray:
    """Return scores of which many are alike, so that circles and ties are common."""
    return np.random.default_rng(seed).integers(-3, 4, (words, words)).astype(np.float32)


def prefer(*heads: int) -> np.ndarray:
    """Return scores by which each word likes one head best, then those farther left."""
    scores = -np.arange(len(heads), dtype=np.float32)[None].repeat(len(heads), 0) / 10
    scores[np.arange(len(heads)), list(heads)] = 1
    return scores


def heads_of(scores: np.ndarray, *starts: int) -> list[int]:
    flags = np.zeros(len(scores), np.bool_)
    flags[list(starts)] = True
    return find_heads(scores, flags).tolist()


@pytest.mark.parametrize("heads", [[0], [1, 1, 1], [1, 1, 3, 1], [2, 0, 2, 2, 3]])
def test_words_take_their_best_heads_where_these_make_a_tree(heads: list[int]) -> None:
    assert heads_of(prefer(*heads), 0) == heads


def test_the_scores_of_one_word_say_nothing_beside_those_of_another() -> None:
    scores = prefer(1, 1, 1)
    scores[0] += 5  # the first word scores high all over, and still does not like itself best
    assert heads_of(scores, 0) == [1, 1, 1]


def test_a_circle_is_opened_where_it_costs_least() -> None:
    scores = prefer(0, 2, 1)
    scores[1, 0] = 0.5  # word 1 would almost as well hang on the root; word 2 would not
    assert heads_of(scores, 0) == [0, 0, 1]


def test_no_head_is_taken_from_another_sentence() -> None:
    assert heads_of(prefer(3, 3, 3, 3), 0, 2) == [0, 0, 3, 3]


def test_the_first_word_begins_a_sentence_even_if_it_is_not_said_to() -> None:
    assert list(find_sentences(np.array([False, False, True, False]))) == [(0, 2), (2, 4)]


@given(begins)
def test_sentences_follow_one_another(flags: list[bool]) -> None:
    found = list(find_sentences(np.array(flags)))
    assert [word for first, last in found for word in range(first, last)] == list(range(len(flags)))
    assert {first for first, _ in found} == {0, *(n for n, flag in enumerate(flags) if flag)}


@given(seeds, begins)
def test_every_sentence_is_a_tree_with_one_root(seed: int, flags: list[bool]) -> None:
    heads = find_heads(draw(seed, len(flags)), np.array(flags)).tolist()
    for first, last in find_sentences(np.array(flags)):
        roots = [word for word in range(first, last) if heads[word] == word]
        assert {climb(heads, word) for word in range(first, last)} == set(roots)
        assert len(roots) == 1


def climb(heads: list[int], word: int) -> int | None:
    """Return the root over a word, None where there is a circle."""
    for _ in heads:
        word = heads[word]
    return word if heads[word] == word else None


@given(seeds, st.integers(1, 12))
def test_a_word_leaves_its_best_head_only_to_open_a_circle(seed: int, words: int) -> None:
    scores = draw(seed, words)
    heads = heads_of(scores, 0)
    (root,) = (word for word, head in enumerate(heads) if word == head)
    best = np.where(np.eye(words, dtype=np.bool_), -np.inf, scores).argmax(1)
    best[root] = root
    is_tree = None not in {climb(best.tolist(), word) for word in range(words)}
    assert (heads == best.tolist()) == is_tree


@given(seeds, st.integers(1, 12))
def test_the_root_is_the_word_that_is_surest_to_be_it(seed: int, words: int) -> None:
    scores = draw(seed, words)
    sure = np.exp(scores.diagonal()) / np.exp(scores).sum(1)
    (root,) = (word for word, head in enumerate(heads_of(scores, 0)) if word == head)
    assert sure[root] == pytest.approx(sure.max())


def test_the_scores_are_left_as_they_were() -> None:
    scores = draw(1, 6)
    before = scores.copy()
    heads_of(scores, 0, 3)
    assert scores.tolist() == before.tolist()


def test_a_window_of_circles_is_soon_a_tree() -> None:
    heads = heads_of(prefer(0, *(word + 1 if word % 2 else word - 1 for word in range(1, 255))), 0)
    assert climb(heads, 254) == 0
