"""The days of feasts: fixed in the year, counted from Easter, the nth weekday of a month, or by the Islamic calendar.

A feast that moves by a calendar that is not worked out here, and one that two countries keep on different days, has
the bounds that hold all of them; the lexicon says which.
"""

from datetime import date, timedelta

from onrecord.nouns.days import Days, of_months, shift_day
from onrecord.nouns.sighting import Values

HIJRI_EPOCH = date(622, 7, 16).toordinal() + 3  # the proleptic Gregorian day of the first of Muharram, year 1
HIJRI_YEAR = 354.36667  # days on the average
SIGHTING = 2  # days by which the sight of the moon may part from the reckoned calendar
WEEK = 7


def days_of_feast(values: Values, year: int) -> Days:
    """Return the day of a feast in a year, its eve, or the weekday named after it; raises ValueError where none is."""
    days = _days(str(values["holiday"]), year)
    if days.first is None or days.first != days.last:
        return days
    if "feast_day" in values:
        day = shift_day(days.first, (int(values["feast_day"]) - days.first.isoweekday()) % WEEK)
    else:
        day = shift_day(days.first, int(values.get("eve", 0)))
    return Days(day, day)


def _days(rule: str, year: int) -> Days:
    if rule.startswith("hijri"):
        return _islamic(rule.removeprefix("hijri-"), year)
    first, _, last = rule.partition("/")
    begins = _day(first, year)
    ends = _day(last, year) if last else begins
    return Days(begins, ends if begins <= ends else _day(last, year + 1))


def _day(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return shift_day(_easter(year), int(rule.removeprefix("easter")))
    month, _, day = rule.partition("-")
    number, _, weekday = day.partition("#")
    if not weekday:
        return date(year, int(month), int(day))
    first = date(year, int(month), 1)
    return first + timedelta((int(weekday) - first.isoweekday()) % WEEK + WEEK * (int(number) - 1))


def _easter(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian computus."""
    century, golden = year // 100, year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    total = epact + weekday - 7 * late + 114
    return date(year, total // 31, total % 31 + 1)


def _islamic(rule: str, year: int) -> Days:
    """Return a day or month of the Islamic calendar by its reckoned form, widened to what the sight of the moon allows.

    Its year is eleven days shorter than ours, so that one of ours can hold a feast twice: the bounds then hold both.
    """
    month, _, day = rule.partition("-")
    about = int((date(year, 1, 1).toordinal() - HIJRI_EPOCH) / HIJRI_YEAR)
    found: list[date] = []
    for hijri in range(max(1, about), about + 3):
        start = _hijri(hijri, int(month), int(day or 1))
        end = start if day else start + timedelta(29)
        if start.year <= year <= end.year:
            found += [start, end]
    if not found:
        return of_months(year, 1, 12)
    return Days(shift_day(min(found), -SIGHTING), shift_day(max(found), SIGHTING))


def _hijri(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a date of the tabular Islamic calendar, with eleven leap years in thirty."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(HIJRI_EPOCH + days)
