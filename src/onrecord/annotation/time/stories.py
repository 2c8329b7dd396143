"""A month in the middle of an older story: "On 3 April 2011 the wreck was found; in May it was raised".

May may be that of 2011, by the story, or the last one before publication, by habit. Words alone do not tell, so the
bounds hold both; the value stays the one of habit.
"""

from collections.abc import Sequence
from datetime import date

from onrecord.annotation.time.periods import Dated, in_year
from onrecord.nouns.days import Days
from onrecord.nouns.record import Time
from onrecord.nouns.sighting import Sighting

YEARLESS = frozenset({"month", "day", "nth", "part", "the", "of", "comma"})
LOOK_BACK = 20  # times of the paragraph before it among which the month can be named
WITH_A_MONTH = len("2011-04")  # characters of a value


def or_as_told(sighting: Sighting, dated: Dated, before: Sequence[Time]) -> Dated:
    """Return a month or day without a year in bounds that hold it in the year that its paragraph tells of, too."""
    one, first = sighting.expression, dated.days.first
    if one.kind != "calendar" or "month" not in one.values or not one.values.keys() <= YEARLESS:
        return dated
    told = [time for time in before[-LOOK_BACK:] if time.at.start >= sighting.part.start]
    if first is None or not told or sighting.direction == "future":
        return dated
    starts = (_of_the_story(sighting, told[-1]), *(_named_alike(time, dated) for time in told))
    earliest = min((start for start in starts if start), default=first)
    note = f", or that of {earliest.year}, of which the paragraph tells"
    return Dated(Days(earliest, dated.days.last), dated.value, note=note) if earliest < first else dated


def _named_alike(time: Time, dated: Dated) -> date | None:
    """Return when the same month begins where the paragraph has named it before, of whatever year."""
    same = bool(time.value) and len(dated.value) >= WITH_A_MONTH and (time.value or "")[4:7] == dated.value[4:7]
    return date.fromisoformat(time.when.earliest) if same and time.when and time.when.earliest else None


def _of_the_story(sighting: Sighting, time: Time) -> date | None:
    """Return the first such month or day since the date right before, where that is written out with month and year."""
    full = len(time.value or "") >= WITH_A_MONTH and (time.value or "")[:4].isdecimal()
    if not full or time.when is None or time.when.basis != "stated" or time.when.earliest is None:
        return None
    told = date.fromisoformat(time.when.earliest)
    found = (in_year(sighting.expression.values, year) for year in (told.year, told.year + 1))
    return next((one.days.first for one in found if one and one.days.last and one.days.last >= told), None)
