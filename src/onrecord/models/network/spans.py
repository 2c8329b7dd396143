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
EVEN = 0.5  # more likely than not beyond this


class CueAt(msgspec.Struct, frozen=True):
    """The words of a cue in a window, and how sure the network is of it (0 to 1)."""

    first: int
    last: int
    sure: float


def find_cues(logits: Scores, threshold: float) -> Iterator[CueAt]:
    """Yield the cues in scores of words × 3 labels: runs of likely words that are together surer than the threshold."""
    chances = _softmax(logits)
    inside = 1 - chances[:, OUTSIDE]
    begins = (chances[:, BEGIN] > chances[:, INSIDE]) & (chances[:, BEGIN] > EVEN)
    at = 0
    for at_word in np.flatnonzero(inside > LIKELY).tolist():
        if at_word < at:
            continue
        at = at_word + 1
        while at < len(inside) and inside[at] > LIKELY and not begins[at]:
            at += 1
        sure = float(inside[at_word:at].mean())
        if sure > threshold:
            yield CueAt(at_word, at, sure)


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
