"""Sentences and heads from scores: every sentence becomes a tree with one root.

Each word takes its likeliest head in its sentence; only where that makes a circle, one word of the circle takes the
head outside it that costs least (the contraction step of Chu and Liu 1965 and Edmonds 1967, without contracting).
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]
NEVER = np.float32(-np.inf)


def find_heads(scores: Scores, begins: npt.NDArray[np.bool_]) -> Heads:
    """Return the head of every word from scores (words × heads): its own number for the root of a sentence."""
    heads = np.zeros(len(scores), np.int64)
    for first, last in find_sentences(begins):
        heads[first:last] = first + _tree(scores[first:last, first:last].copy())
    return heads


def find_sentences(begins: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield the first word of every sentence and the word after its last; the first word begins one in any case."""
    starts = [0, *(np.flatnonzero(begins[1:]) + 1).tolist()]
    yield from zip(starts, [*starts[1:], len(begins)], strict=True)


def _tree(scores: Scores) -> Heads:
    root = int((scores.diagonal() - _spread(scores)).argmax())
    np.fill_diagonal(scores, NEVER)
    heads: Heads = scores.argmax(1)
    heads[root] = root
    for _ in range(len(heads)):
        circle = _circle(heads, root)
        if circle is None:
            break
        _open_circle(heads, scores, circle)
    return heads


def _spread(scores: Scores) -> Scores:
    """Return the logarithm of the sum over the heads of each word: the scores of two words compare only without it."""
    most: Scores = scores.max(1)
    spread: Scores = most + np.log(np.exp(scores - most[:, None]).sum(1))
    return spread


def _circle(heads: Heads, root: int) -> list[int] | None:
    """Return the words of a circle, None where all words hang on the root."""
    seen = np.zeros(len(heads), np.int64)
    seen[root] = -1
    for start in range(len(heads)):
        at, trail = start, []
        while seen[at] == 0:
            seen[at] = start + 1
            trail.append(at)
            at = int(heads[at])
        if seen[at] == start + 1:
            return trail[trail.index(at) :]
    return None


def _open_circle(heads: Heads, scores: Scores, circle: list[int]) -> None:
    """Give one word of a circle its best head outside of what hangs on the circle."""
    below = _hanging_on(heads, circle)
    outside = scores[circle].copy()
    outside[:, below] = NEVER
    loss = outside.max(1) - scores[circle, heads[circle]]
    word = int(loss.argmax())
    heads[circle[word]] = int(outside[word].argmax())


def _hanging_on(heads: Heads, circle: list[int]) -> npt.NDArray[np.bool_]:
    below = np.zeros(len(heads), np.bool_)
    below[circle] = True
    while True:
        wider = below | below[heads]
        if (wider == below).all():
            return below
        below = wider
