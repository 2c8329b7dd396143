"""The When: a date that is as exact as the text and no more."""

from typing import Literal

import msgspec

from onrecord.nouns.span import Span

Basis = Literal["stated", "inferred", "given"]


class Relative(msgspec.Struct, frozen=True):
    """How a date was worked out from another one, kept so that it can be worked out again.

    `to` is `published`, the id of an event, or the index of another time as text;
    `days` is the distance from it, `earliest` and `latest` the bounds where it is a range.
    """

    to: str
    days: int | None = None
    earliest: int | None = None
    latest: int | None = None


class When(msgspec.Struct, frozen=True):
    """Bounds of one unknown day (or, with `lasting`, of the start of a stretch of time).

    `earliest` and `latest` are ISO days, null where unbounded; `edtf` is the Library of
    Congress Extended Date/Time Format, null where no form of it fits.
    """

    basis: Basis
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    because: str | None = None
    at: Span | None = None
    relative: Relative | None = None
    lasting: bool = False


UNKNOWN = When(basis="inferred", because="the text gives no clue to the date")
