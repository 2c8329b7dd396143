"""The When: a date that is as exact as the text and no more.

A When bounds one unknown day. Order is therefore three-valued: before, after, or not known,
and two days that overlap are shown as unordered instead of being sorted by where they stand in a text.
"""

from typing import Literal

import msgspec

from onrecord.nouns.span import Span

Basis = Literal["stated", "inferred", "given"]
Order = Literal["before", "same", "after", "unknown"]

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"


class Relative(msgspec.Struct, frozen=True, gc=False):
    """How a date was worked out from another one, kept so that it can be worked out again.

    `to` is `published`, the id of an event, or the index of another time as text;
    `days` is the distance from it, `earliest` and `latest` the bounds where it is a range.
    """

    to: str
    days: int | None = None
    earliest: int | None = None
    latest: int | None = None


class When(msgspec.Struct, frozen=True, gc=False):
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


def given_day(iso: str | None) -> When:
    """Return the day that the user gave, or that none is known."""
    return When("given", iso, iso, iso, because="given by the user") if iso else UNKNOWN


def sort_key(when: When | None) -> tuple[str, str]:
    """Return a total, stable key: by earliest day, then latest; what has no bound at an end sorts to that end.

    What has no bound at all comes last, so that a timeline opens with what is dated. The key arranges rows and
    is no claim that one came before the other: `compare` makes that claim.
    """
    if when is None or (when.earliest is None and when.latest is None):
        return (LAST_DAY, LAST_DAY)
    return (when.earliest or FIRST_DAY, when.latest or LAST_DAY)


def compare(one: When, other: When) -> Order:
    """Tell which came first, as far as the bounds can tell.

    >>> compare(When("stated", latest="2024-05-12"), When("stated", earliest="2024-05-13"))
    'before'
    """
    if one.latest and other.earliest and one.latest < other.earliest:
        return "before"
    if one.earliest and other.latest and other.latest < one.earliest:
        return "after"
    if is_day(one) and is_day(other) and one.earliest == other.earliest:
        return "same"
    return "unknown"


def is_day(when: When) -> bool:
    """Tell whether the bounds leave one day only."""
    return when.earliest is not None and when.earliest == when.latest
