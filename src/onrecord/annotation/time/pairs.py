"""Two expressions that make one date: "between March and May", "from 3 May to 6 June", "two days after 3 May".

The dates of a range stay two expressions, as their words are. "Between" leaves one unknown day between them, so both
bound it; "from … to" tells how long something lasted, so the first bounds its start and EDTF names both ends.
"""

from datetime import date

import msgspec

from onrecord.annotation.time.distance import distance, move
from onrecord.nouns.days import Days, days_of, edtf, make_when
from onrecord.nouns.record import Time
from onrecord.nouns.sighting import Sighting
from onrecord.nouns.when import Relative, When, is_day

SIGNS = {"after": 1, "before": -1}


def join_times(first: Time, second: Time, word: str, whole: Days) -> tuple[Time, Time]:
    """Return the two dates of a range with what they bound together; as they were where they make none.

    `whole` are the days of the second alone, whatever limit its own words set.
    """
    start, end = first.when, second.when
    if start is None or end is None or start.earliest is None or whole.last is None:
        return first, second
    if start.earliest > whole.last.isoformat():
        return first, second
    if word == "between":
        both = _between(first, second, whole)
        one, other = (msgspec.structs.replace(both, at=time.at) for time in (first, second))
        return msgspec.structs.replace(first, when=one), msgspec.structs.replace(second, when=other)
    lasting = msgspec.structs.replace(
        start, lasting=True, edtf=_stretch(days_of(start), whole), because=f"{start.because}; up to “{second.text}”"
    )
    return msgspec.structs.replace(first, when=lasting), second


def count_from(length: Sighting, time: Time, sign: str) -> Time:
    """Return a date moved by the length told before it: "two days after 3 May 2024" is 5 May."""
    unit, _ = distance(length.expression.values)
    number = length.expression.values.get("number", length.expression.values.get("count"))
    when = time.when
    if when is None or when.earliest is None or not is_day(when) or not str(number).isdecimal():
        return time
    found = move(date.fromisoformat(when.earliest), unit, SIGNS[sign] * int(number or 0))
    if found is None:
        return time
    because = f"counted {sign} “{time.text}”, {when.because}"
    moved = make_when(found.days, basis="inferred", because=because)
    return msgspec.structs.replace(time, when=msgspec.structs.replace(moved, at=when.at))


def _between(first: Time, second: Time, whole: Days) -> When:
    start, end = first.when or When("inferred"), second.when or When("inferred")
    stated = start.basis == end.basis == "stated"
    both = make_when(
        Days(days_of(start).first, whole.last),
        basis="stated" if stated else "inferred",
        because=f"between “{first.text}” and “{second.text}”: {start.because}; {end.because}",
    )
    return msgspec.structs.replace(both, relative=_hull(start.relative, end.relative))


def _hull(start: Relative | None, end: Relative | None) -> Relative | None:
    """Return the distances from one anchor that hold both dates; only the anchor where there are two."""
    if start is None or end is None or start.to != end.to:
        return start and Relative(start.to)
    first = start.earliest if start.days is None else start.days
    last = end.latest if end.days is None else end.days
    return Relative(start.to, earliest=first, latest=last)


def _stretch(start: Days, end: Days) -> str | None:
    """Write in EDTF that something lasted: 2023-03/2023-05, the ends as exact as they have a name."""
    first, last = (edtf(days) or "" for days in (start, end))
    if first.startswith("["):
        first = start.first.isoformat() if start.first else ""
    if last.startswith("["):
        last = end.last.isoformat() if end.last else ""
    return f"{first}/{last}" if first and last else None
