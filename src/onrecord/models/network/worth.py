"""What a link is worth: how likely it is right, from several signs that the network gives of it together.

How sure the tagger is of a cue says only half: a cue whose content and source stand out is more likely one, and one
whose content another cue lays claim to is less. The signs are weighed by a logistic regression, learned on texts held
back from the network's own learning (`training/calibrate.py`), so that of links worth 0.8 four in five are right.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.models.network.sessions import Roles
from onrecord.models.network.spans import CONTENT, SOURCE, CueAt, Scores

BIAS = "bias"
SIGNS = (
    "cue", "odds of the cue", "words of the cue", "cue is a mark", "has source", "source", "has content", "content",
    "words of content", "content is claimed", "content has a quotation", "content is quoted",
)  # fmt: skip
LONG_CUE = 5  # words: longer ones are no surer
EDGE = 1e-4  # no chance is taken for nearer to none or to all

Table = npt.NDArray[np.float64]
Paths = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]


def weigh(signs: Table, weights: Mapping[str, float]) -> list[float]:
    """Return how likely each link is right, from its signs (links × signs) and the weight of each sign."""
    odds = signs @ np.array([weights[sign] for sign in SIGNS]) + weights[BIAS]
    chances: list[float] = (1 / (1 + np.exp(-odds))).tolist()
    return chances


class Window(NamedTuple):
    """What is known of the words of a window before it is read: which are marks, and which stand in quotation marks."""

    marks: Truths
    quoted: Truths


def see_signs(cues: Sequence[CueAt], roles: Roles, paths: Paths, window: Window) -> Table:
    """Return the signs of the links of a window (links × signs); paths are the best labels of the words scored."""
    chances = np.take_along_axis(_softmax(roles.scores), paths[:, :, None], 2)[:, :, 0]
    of_source, of_content = (np.isin(paths, labels) for labels in (SOURCE, CONTENT))
    content = _in_window(of_content, roles.begin, len(window.quoted))
    sure = np.array([cue.sure for cue in cues])
    edged = sure.clip(EDGE, 1 - EDGE)
    columns: dict[str, Any] = {
        "cue": sure,
        "odds of the cue": np.log(edged / (1 - edged)),
        "words of the cue": [min(cue.last - cue.first, LONG_CUE) for cue in cues],
        "cue is a mark": [window.marks[cue.first : cue.last].all() for cue in cues],
        "has source": of_source.any(1),
        "source": _mean(chances, of_source),
        "has content": of_content.any(1),
        "content": _mean(chances, of_content),
        "words of content": np.log1p(of_content.sum(1)),
        "content is claimed": _claimed(content, sure),
        "content has a quotation": (content & window.quoted).any(1),
        "content is quoted": (content & window.quoted).sum(1) / np.maximum(content.sum(1), 1),
    }
    return np.stack([np.asarray(columns[sign], np.float64) for sign in SIGNS], 1)


def _mean(chances: Scores, where: Truths) -> Table:
    """Return the mean chance of the words marked in every row, 0 where none is."""
    total: Table = (chances * where).sum(1) / np.maximum(where.sum(1), 1)
    return total


def _in_window(marked: Truths, begin: Paths, size: int) -> Truths:
    """Lay rows that begin at different words of a window over the whole window."""
    laid = np.zeros((len(marked), size), np.bool_)
    rows, places = np.nonzero(marked)
    laid[rows, begin[rows] + places] = True
    return laid


def _claimed(content: Truths, sure: Table) -> Table:
    """Return for every link how sure the surest other cue is whose content shares a word with its own, 0 for none."""
    shared = content.astype(np.int64) @ content.T.astype(np.int64) > 0
    np.fill_diagonal(shared, val=False)
    claims: Table = (shared * sure).max(1)
    return claims


def _softmax(scores: Scores) -> Scores:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    total: Scores = raised / raised.sum(-1, keepdims=True)
    return total
