"""Dates of the calendar: what a named day, month, season or feast comes to for an article of a given day.

A date without a year is the nearest one in the direction that the sentence points to. Every function here takes one
exact day; where the day of publication is itself a range, both its ends are asked.
"""

from collections.abc import Callable
from datetime import date

from onrecord.annotation.time.periods import Dated, in_century, in_decade, in_year
from onrecord.nouns.days import Days, PeriodPart, meet, of_week, one_day, part_of, shift_day
from onrecord.nouns.sighting import Direction, Value, Values

LEAP_GAP = 8  # years without a 29 February never run longer
FEBRUARY = 2
ZONELESS_PIVOT = 69  # '69 and above stand for the last century, as in POSIX
SOUTH: Values = {"south": 1}
PARTS: dict[Value, PeriodPart] = {"START": "START", "MID": "MID", "END": "END"}


def date_calendar(values: Values, day: date, direction: Direction) -> Dated | None:
    """Return what a date of the calendar comes to, seen from a day; None for one that does not exist."""
    year = year_named(values, day)
    if "century" in values:
        found = in_century(values)
    elif year is None and "decade" in values:
        found = in_decade(values, day)
    elif year is None and "season" in values:
        found = _either_half(values, day, direction)
    else:
        found = _of_some_year(values, day, direction) if year is None else in_year(values, year)
    return take_part(found, values, day) if found else None


def year_named(values: Values, day: date) -> int | None:
    """Return the year that the words give, in figures or by a step from the day ("in March next year")."""
    if values.keys() & {"iso", "split_years"}:
        return int(str(values.get("iso", values.get("split_years")))[:4])
    if "slashed" in values:
        year = int(str(values["slashed"]).rsplit("/", 1)[1])
        return year if year > 99 else year + (1900 if year >= ZONELESS_PIVOT else 2000)
    if "year" in values:
        return int(values["year"])
    if "year_step" in values and values.get("unit") == "Y":
        return day.year + int(values["year_step"])
    return None


def date_weekday(values: Values, day: date, direction: Direction) -> Dated:
    """Return the day that a weekday comes to; "next Friday" said early in a week may be either of two."""
    wanted = int(values["weekday"])
    if "week_step" in values:
        found = shift_day(of_week(shift_day(day, 7 * int(values["week_step"]))).first or day, wanted - 1)
        return Dated(one_day(found), found.isoformat())
    since = (day.isoweekday() - wanted) % 7
    if values.get("step") == -1:
        found = shift_day(day, -(since or 7))
    elif values.get("step") == 1:
        found = shift_day(day, 7 - since)
        if found <= (of_week(day).last or day):
            return Dated(Days(found, shift_day(found, 7)), shift_day(found, 7).isoformat())
    elif values.get("step") == 0:
        found = shift_day(of_week(day).first or day, wanted - 1)
    else:
        found = shift_day(day, (7 - since) % 7 if direction == "future" else -since)
    return Dated(one_day(found), found.isoformat())


def nearest(make: Callable[[int], Dated | None], day: date, direction: Direction) -> Dated | None:
    """Return the nearest of what comes once a year, in a direction."""
    return _choose([one for year in range(day.year - 2, day.year + 3) if (one := make(year))], day, direction)


def _of_some_year(values: Values, day: date, direction: Direction) -> Dated | None:
    """Return the nearest of what comes once a year; a weekday or a 29 February tells which year it was."""
    reach = LEAP_GAP if values.keys() & {"weekday", "weekday_short"} or values.get("month") == FEBRUARY else 1
    years = range(max(1, day.year - reach), min(9998, day.year + reach) + 1)
    every = [dated for one in years if (dated := in_year(values, one)) and _fits_weekday(values, dated.days)]
    return _choose(every, day, direction)


def _either_half(values: Values, day: date, direction: Direction) -> Dated | None:
    """Return a season as it may be in either half of the globe, since a text does not say in which it was written."""
    north, south = (_of_some_year({**values, **half}, day, direction) for half in ({"south": 0}, SOUTH))
    if north is None or south is None:
        return north or south
    ends = [one.days.last for one in (north, south) if one.days.last]
    return Dated(Days(min(one.days.first or day for one in (north, south)), max(ends)), north.value)


def _choose(every: list[Dated], day: date, direction: Direction) -> Dated | None:
    past = [one for one in every if one.days.first and one.days.first <= day]
    ahead = [one for one in every if one.days.last and one.days.last >= day]
    if direction == "past":
        return past[-1] if past else None
    if direction == "future" or not past or not ahead:
        return ahead[0] if ahead else None
    return min(past[-1], ahead[0], key=lambda one: _distance(one.days, day))


def _distance(days: Days, day: date) -> int:
    first, last = days.first or day, days.last or day
    return max((first - day).days, (day - last).days, 0)


def _fits_weekday(values: Values, days: Days) -> bool:
    """Tell whether a day of the month falls on the weekday named beside it, which tells its year."""
    named = values.get("weekday", values.get("weekday_short"))
    return named is None or days.first is None or days.first.isoweekday() == named


def take_part(dated: Dated, values: Values, day: date) -> Dated:
    """Return the part of a stretch that the words name."""
    part = values.get("part", "")
    if part in PARTS:
        return Dated(part_of(dated.days, PARTS[part]), dated.value)
    if part in ("UNTIL", "FROM"):  # "earlier this year" ends, "later this year" begins with the day
        limit = Days(None, day) if part == "UNTIL" else Days(day, None)
        return Dated(meet(dated.days, limit) or dated.days, dated.value)
    return dated
