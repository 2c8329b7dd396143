"""Dates of the calendar: what a named day, month, season or year comes to for an article of a given day.

A date without a year is the nearest one in the direction that the sentence points to. Every function here takes one
exact day; where the day of publication is itself a range, both its ends are asked.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from onrecord.nouns.days import SEASON_STARTS, Days, PeriodPart, meet, of_months, of_week, one_day, part_of, shift_day
from onrecord.nouns.sighting import Direction, Value, Values

LEAP_GAP = 8  # years without a 29 February never run longer
FEBRUARY = 2
ZONELESS_PIVOT = 69  # '69 and above stand for the last century, as in POSIX

PARTS: dict[Value, PeriodPart] = {"START": "START", "MID": "MID", "END": "END"}


class Dated(msgspec.Struct, frozen=True):
    """The days an expression comes to and its TIMEX3 value."""

    days: Days
    value: str


def date_calendar(values: Values, day: date, direction: Direction) -> Dated | None:
    """Return what a date of the calendar comes to, seen from a day; None for one that does not exist."""
    year = year_named(values, day)
    if year is None and "decade" not in values:
        reach = LEAP_GAP if values.keys() & {"weekday", "weekday_short"} or values.get("month") == FEBRUARY else 1
        years = range(max(1, day.year - reach), min(9998, day.year + reach) + 1)
        every = [dated for one in years if (dated := _in_year(values, one)) and _fits_weekday(values, dated.days)]
        found = _choose(every, day, direction)
    else:
        found = _decade(values, day) if year is None else _in_year(values, year)
    return take_part(found, values, day) if found else None


def year_named(values: Values, day: date) -> int | None:
    """Return the year that the words give, in figures or by a step from the day ("in March next year")."""
    if "iso" in values:
        return int(str(values["iso"])[:4])
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


def _in_year(values: Values, year: int) -> Dated | None:
    """Return what the words come to in a given year; None where it has no such day."""
    try:
        return _period(values, year)
    except ValueError:
        return None


def _period(values: Values, year: int) -> Dated:
    role = next((role for role in PERIODS if role in values), None)
    return PERIODS[role](values, year) if role else Dated(of_months(year, 1, 12), f"{year:04d}")


def _iso(values: Values, year: int) -> Dated:
    return _day(date.fromisoformat(str(values["iso"])).replace(year=year))


def _month(values: Values, year: int) -> Dated:
    month, day = int(values["month"]), values.get("day", values.get("nth"))
    if day is None:
        return Dated(of_months(year, month), f"{year:04d}-{month:02d}")
    first = date(year, month, int(day))
    if "last" not in values:
        return _day(first)
    last = date(year, month, int(values["last"]))
    return Dated(Days(first, max(first, last)), f"{first.isoformat()}/{last.isoformat()}")


def _season(values: Values, year: int) -> Dated:
    name = str(values["season"])
    return Dated(of_months(year, SEASON_STARTS[name], 3), f"{year:04d}-{name}")


def _fraction(values: Values, year: int) -> Dated:
    """Return a quarter or half of a year."""
    role = "quarter" if "quarter" in values else "half"
    number = int(values.get("ordinal", values.get("nth", 1)))
    length = 3 if role == "quarter" else 6
    if number * length > 12:
        raise ValueError(f"no {role} {number} in a year")
    return Dated(of_months(year, (number - 1) * length + 1, length), f"{year:04d}-{values[role]}{number}")


def _slashed(values: Values, year: int) -> Dated:
    """Read 13/5/24 or 5/13/24; where both orders give a day, the date is one of the two and bounds say so."""
    figures = str(values["slashed"])
    one, other, _ = (int(part) for part in figures.split("/"))
    days = sorted({date(year, month, day) for month, day in ((one, other), (other, one)) if month <= 12})
    if not days:
        raise ValueError(f"no month in {figures}")
    return Dated(Days(days[0], days[-1]), date(year, *((one, other) if one <= 12 else (other, one))).isoformat())


def _holiday(values: Values, year: int) -> Dated:
    return _day(_feast(values, year))


def _feast(values: Values, year: int) -> date:
    """Return the day of a feast: a fixed day or a distance from Easter Sunday; its eve, or a weekday named after it."""
    rule = str(values["holiday"])
    if rule.startswith("easter"):
        day = shift_day(_easter(year), int(rule.removeprefix("easter")))
    else:
        day = date(year, int(rule[:2]), int(rule[3:]))
    if "feast_day" in values:
        return shift_day(day, (int(values["feast_day"]) - day.isoweekday()) % 7)
    return shift_day(day, int(values.get("eve", 0)))


def _easter(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian computus."""
    century, golden = year // 100, year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    total = epact + weekday - 7 * late + 114
    return date(year, total // 31, total % 31 + 1)


def _decade(values: Values, day: date) -> Dated:
    """Return a decade; one of two figures ("the 80s") is the latest that had begun."""
    figures = "".join(figure for figure in str(values["decade"]) if figure.isdecimal())
    first = int(figures)
    if len(figures) == 2:
        first += day.year // 100 * 100 if first <= day.year % 100 else (day.year // 100 - 1) * 100
    return Dated(of_months(first, 1, 120), str(first)[:3])


def _day(day: date) -> Dated:
    return Dated(one_day(day), day.isoformat())


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


# What a date of the calendar is made of, by the role that decides it, the most telling first.
PERIODS: dict[str, Callable[[Values, int], Dated]] = {
    "iso": _iso,
    "slashed": _slashed,
    "holiday": _holiday,
    "month": _month,
    "season": _season,
    "quarter": _fraction,
    "half": _fraction,
}
