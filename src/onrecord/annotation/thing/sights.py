"""What a learned engine sees at the head of a phrase."""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.annotation.thing.referents import Referents
from onrecord.nouns.parse import Parse

Vector = npt.NDArray[np.float32]
WIDTH = 384  # numbers in the vector of a word
TINY = 1e-6  # keeps a vector of nothing from being divided by nothing


class Sight(msgspec.Struct, frozen=True):
    """The vector of the head, of length 1, how sure it is that a thing is named, and how likely a contested one."""

    vector: Vector
    sure: float
    contested: float


def find_sights(parse: Parse, seen: Referents, heads: Sequence[int]) -> list[Sight | None]:
    """Return what is seen at each head; None where the engine has kept no vector of the word."""
    vectors = np.frombuffer(parse.vectors, np.float16).reshape(-1, WIDTH)
    return [_sight(vectors[head], seen, head) if head < len(vectors) else None for head in heads]


def _sight(kept: npt.NDArray[np.float16], seen: Referents, head: int) -> Sight:
    vector = kept.astype(np.float32)
    one = seen.get(head)
    sure, contested = (one.sure, one.sure * one.contested) if one else (0.0, 0.0)
    return Sight(vector / (np.linalg.norm(vector) + TINY), sure, contested)
