"""The Stance: where a statement puts its speaker on one thing, as a learned engine reads it, and what it is asked."""

import msgspec

from onrecord.nouns.record import ItemKind, PositionValue, Proposition
from onrecord.nouns.span import Span


class Question(msgspec.Struct, frozen=True, gc=False):
    """Does this attribution, by its number, take a stand on this thing, by its chain?

    `things` are the mentions of the thing in order, `others` those of the other things.
    """

    attribution: int
    chain: int
    kind: ItemKind
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    things: tuple[Span, ...]
    others: tuple[Span, ...]


class Stance(msgspec.Struct, frozen=True, gc=False):
    """How likely (0 to 1) an attribution puts its speaker there on a thing.

    `declines` stands for every way of not answering; like `general` it is on no proposition in particular (`other`).
    """

    attribution: int
    chain: int
    proposition: Proposition
    value: PositionValue
    chance: float
