"""Which words the network sees name a thing: the heads of their phrases, by kind, and how likely it is contested."""

from collections.abc import Iterator
from typing import get_args

import numpy as np

from onrecord.models.network.sessions import Scores
from onrecord.nouns.parse import Referent
from onrecord.nouns.record import ItemKind

KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
LEAST = 0.5  # chance from which a word is told to name a thing


def find_referents(scores: Scores, first: int) -> Iterator[Referent]:
    """Yield the words that name a thing, numbered from `first` on, from scores of no thing, each kind, contested."""
    raised = np.exp(scores[:, :-1] - scores[:, :-1].max(1, keepdims=True))
    chances = raised / raised.sum(1, keepdims=True)
    contested = 1 / (1 + np.exp(-scores[:, -1]))
    for at in np.flatnonzero(1 - chances[:, 0] >= LEAST).tolist():
        kind = KINDS[int(chances[at, 1:].argmax())]
        yield Referent(first + at, kind, float(1 - chances[at, 0]), float(contested[at]))
