"""Why a date is what it is, in the words a colleague would jot down."""

from onrecord.nouns.days import Days
from onrecord.nouns.sighting import Sighting

LIMIT_WORDS = {
    "before": "before",
    "after": "after",
    "by": "not after",
    "until": "up to",
    "since": "from then on",
    "from": "from then on",
    "during or after": "not before",
}


def say_why(sighting: Sighting, words: str, to: str, anchor: str, anchored: Days) -> str:
    """Say what a date was concluded from: “Monday” before publication on Wed 15 May 2024."""
    limit = f"; {LIMIT_WORDS[sighting.limit]}" if sighting.limit in LIMIT_WORDS else ""
    if sighting.expression.kind in ("calendar", "range") and "year" in sighting.expression.values:
        return f"“{words}” is written out{limit}"
    base = f"{anchor} on {say_day(anchored)}" if to == "published" and anchored.first == anchored.last else anchor
    if to == "published" and anchored.first != anchored.last:
        base = f"publication between {say_end(anchored, last=False)} and {say_end(anchored, last=True)}"
    return f"“{words}” {_relation(sighting)} {base}{limit}"


def _relation(sighting: Sighting) -> str:
    """Name the way from the anchor to the date."""
    if sighting.expression.kind in ("weekday", "calendar", "range") and "step" not in sighting.expression.values:
        return {"past": "at or before", "future": "at or after", "unknown": "nearest to"}[sighting.direction]
    return "on the day of" if sighting.expression.kind == "clock" else "counted from"


def say_day(days: Days) -> str:
    """Write a day as a reader would: Wed 15 May 2024; a longer stretch by its ends."""
    if days.first is None and days.last is None:
        return "an unknown day"
    if days.first == days.last:
        return say_end(days, last=False)
    return f"{say_end(days, last=False)} to {say_end(days, last=True)}"


def say_end(days: Days, *, last: bool) -> str:
    """Write one end of a stretch."""
    day = days.last if last else days.first
    return f"{day:%a} {day.day} {day:%b %Y}" if day else "an open end"
