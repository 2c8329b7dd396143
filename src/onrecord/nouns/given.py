"""What a person may set by hand, and how it is written: the fields of each kind of row and their values."""

import datetime
import re
from typing import get_args

from onrecord.errors import QueryError
from onrecord.nouns.days import Days, of_months, one_day
from onrecord.nouns.decision import RowKind
from onrecord.nouns.record import Act, ActorKind, Attitude, CorrectionKind, ItemKind, PositionValue, Proposition
from onrecord.nouns.when import When

YES_NO = ("yes", "no")
DAY, ANYBODY, WORDS = "a day", "a name", "words"
# What a value of a field may be: one of some words, or one of the three above.
FIELDS: dict[RowKind, dict[str, tuple[str, ...] | str]] = {
    "statement": {
        "act": get_args(Act), "attitude": get_args(Attitude), "general": YES_NO, "speaker": ANYBODY, "when": DAY,
        "scope": ("speaker", "writer"),
    },
    "position": {"value": get_args(PositionValue), "proposition": get_args(Proposition), "when": DAY},
    "item": {"label": WORDS, "kind": get_args(ItemKind), "existence": ("reported", "claimed")},
    "actor": {"name": WORDS, "kind": get_args(ActorKind)},
    "event": {"when": DAY},
    "correction": {"kind": get_args(CorrectionKind), "old": WORDS, "new": WORDS},
}  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


def check_edit(kind: RowKind, field: str, value: str | None) -> None:
    """Raise QueryError, with what to type instead, where a field of a row cannot be set or not to this."""
    allowed = FIELDS[kind].get(field)
    if allowed is None:
        raise QueryError(f"{field!r} of a {kind} cannot be set: name one of {', '.join(FIELDS[kind])}")
    if allowed == WORDS and not (value or "").strip():
        raise QueryError(f"{field!r} of a {kind} cannot be empty")
    if isinstance(allowed, tuple) and value not in allowed:
        raise QueryError(f"{field}={value} is not possible: name one of {', '.join(allowed)}")
    if allowed == DAY:
        given_when(value)


def given_when(value: str | None) -> When | None:
    """Read a day, month, year or range (2024-05-13/2024-05-17, either end `..`) as a person gives it.

    >>> given_when("2024-02").latest
    '2024-02-29'

    Raises QueryError for anything else; None, and nothing between the lines, is a day that is not known.
    """
    if value is None or not value.strip():
        return None
    first, _, last = value.strip().partition("/")
    start, end = _days(first, value), _days(last or first, value)
    if start.first and end.last and start.first > end.last:
        raise QueryError(f"{value!r} ends before it begins")
    return When(
        basis="given",
        edtf=value.strip(),
        earliest=start.first.isoformat() if start.first else None,
        latest=end.last.isoformat() if end.last else None,
        because="a person decided so",
    )


def _days(written: str, value: str) -> Days:
    if written == "..":
        return Days()
    parts = _DATE.fullmatch(written)
    try:
        year, month, day = ((int(one) if one else None) for one in parts.groups()) if parts else (None, None, None)
        if year and month and day:
            return one_day(datetime.date(year, month, day))
        if year:
            first = datetime.date(year, month or 1, 1)
            return of_months(first.year, first.month, 1 if month else 12)
    except ValueError:
        pass  # no day of the calendar
    raise QueryError(f"{value!r} is no day: write 2024-05-31, 2024-05, 2024 or 2024-05-13/2024-05-17")
