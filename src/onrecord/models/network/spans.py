"""From scores to spans: where the cues are, and for each cue the best source and content taken together.

Roles are decoded as one path through a conditional random field (Lafferty, McCallum and Pereira 2001), so that where a
span begins and where it ends is decided at once, and a source never runs into a content unmarked.
"""

from collections.abc import Iterator

import msgspec
import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Range = tuple[int, int]  # first word, and the one after the last

OUTSIDE, BEGIN, INSIDE = range(3)  # the labels of a cue
SOURCE, CONTENT = (1, 2), (3, 4)  # begin and inside, after 0 for neither
LIKELY = 0.45  # a word is in a cue from here on: where a cue ends is one question, whether it is one another
FALLING = 0.6  # of the likeliest word of a cue, where none is as likely as that
EVEN = 0.5  # more likely than not beyond this


class CueAt(msgspec.Struct, frozen=True):
    """The words of a cue in a window, and how sure the network is of it (0 to 1)."""

    first: int
    last: int
    sure: float


def find_cues(logits: Scores, lowest: float) -> Iterator[CueAt]:
    """Yield the cues in scores of words × 3 labels: runs of words that are together surer than the lowest chance."""
    chances = _softmax(logits)
    inside = 1 - chances[:, OUTSIDE]
    begins = (chances[:, BEGIN] > chances[:, INSIDE]) & (chances[:, BEGIN] > EVEN)
    looked_at = inside > lowest
    peaks = _peaks(inside, looked_at)
    likely = looked_at & (inside > np.where(peaks > LIKELY, LIKELY, FALLING * peaks))
    at = 0
    for at_word in np.flatnonzero(likely).tolist():
        if at_word < at:
            continue
        at = at_word + 1
        while at < len(inside) and likely[at] and not begins[at]:
            at += 1
        yield CueAt(at_word, at, float(inside[at_word:at].mean()))


def _peaks(chances: Scores, where: npt.NDArray[np.bool_]) -> Scores:
    """Return for every word the highest chance of the run of marked words it is in."""
    run = np.cumsum(np.diff(where, prepend=False))
    peaks = np.zeros(int(run.max(initial=0)) + 1, chances.dtype)
    np.maximum.at(peaks, run, chances)
    highest: Scores = peaks[run]
    return highest


def best_paths(scores: Scores, moves: Scores, starts: Scores) -> npt.NDArray[np.int64]:
    """Return the best labels of every row of scores (cues × words × labels) by the Viterbi algorithm."""
    count, length, labels = scores.shape
    came = np.empty((length, count, labels), np.int64)
    best = scores[:, 0] + starts
    for at in range(1, length):
        reached = best[:, :, None] + moves
        came[at] = reached.argmax(1)
        best = reached.max(1) + scores[:, at]
    path = np.empty((count, length), np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(count)
    for at in range(length - 1, 0, -1):
        path[:, at - 1] = came[at, rows, path[:, at]]
    return path


def runs(path: npt.NDArray[np.int64], role: tuple[int, int]) -> Iterator[Range]:
    """Yield the spans of a role along a path of labels."""
    _, inside = role
    labels = path.tolist()
    at = 0
    while at < len(labels):
        first = at
        at += 1
        if labels[first] in role:
            while at < len(labels) and labels[at] == inside:
                at += 1
            yield first, at


def _softmax(logits: Scores) -> Scores:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    total: Scores = raised / raised.sum(-1, keepdims=True)
    return total
