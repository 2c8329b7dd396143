"""The Days: a stretch of calendar days, each end of which may be open.

All arithmetic on dates happens here, on exact days and without a clock. Conventions, fixed once: a week runs from
Monday to Sunday; "early" and "late" are the first and the last quarter of a period, "mid" the half between them;
winter spans the new year; seasons are those of the northern half of the globe.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

import msgspec

from onrecord.nouns.when import Basis, When

PeriodPart = Literal["START", "MID", "END"]
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Days(msgspec.Struct, frozen=True):
    """All days from `first` to `last`; None leaves that end open."""

    first: date | None = None
    last: date | None = None


ANY_DAY = Days()


def one_day(day: date) -> Days:
    """Return the stretch that is a single day."""
    return Days(day, day)


def of_months(year: int, month: int, count: int = 1) -> Days:
    """Return a stretch of whole months; months count on past December, and stop at the ends of the calendar.

    >>> of_months(2024, 12, 3).last
    datetime.date(2025, 2, 28)
    """
    first = max(year * 12 + month - 1, MINYEAR * 12)
    last = min(max(year * 12 + month - 2 + count, first), MAXYEAR * 12 + 11)
    first = min(first, last)
    end_year, end_month = last // 12, last % 12 + 1
    return Days(date(first // 12, first % 12 + 1, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]))


def of_week(day: date) -> Days:
    """Return the Monday to Sunday around a day."""
    return Days(shift_day(day, -day.weekday()), shift_day(day, 6 - day.weekday()))


def part_of(days: Days, part: PeriodPart) -> Days:
    """Return the first quarter, the middle half or the last quarter of a stretch; an open or two-day one stays whole.

    >>> part_of(of_months(2021, 1, 12), "START")
    Days(first=datetime.date(2021, 1, 1), last=datetime.date(2021, 3, 31))
    """
    if days.first is None or days.last is None or (days.last - days.first).days < 2:
        return days
    months = whole_months(days)
    if months and months % 4 == 0:
        quarter = months // 4
        start, length = {"START": (0, quarter), "MID": (quarter, 2 * quarter), "END": (3 * quarter, quarter)}[part]
        return of_months(days.first.year, days.first.month + start, length)
    quarter = -(-((days.last - days.first).days + 1) // 4)
    return {
        "START": Days(days.first, days.first + timedelta(quarter - 1)),
        "MID": Days(days.first + timedelta(quarter), days.last - timedelta(quarter)),
        "END": Days(days.last - timedelta(quarter - 1), days.last),
    }[part]


def shift_day(day: date, days: int) -> date:
    """Move a day, stopping at either end of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def shift_months(day: date, months: int) -> date:
    """Move a day by months; a day that the month does not have becomes its last."""
    count = min(max(day.year * 12 + day.month - 1 + months, MINYEAR * 12), MAXYEAR * 12 + 11)
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def meet(one: Days, other: Days) -> Days | None:
    """Return the days that both hold; None when they share none."""
    first = max((day for day in (one.first, other.first) if day), default=None)
    last = min((day for day in (one.last, other.last) if day), default=None)
    return None if first and last and first > last else Days(first, last)


def days_of(when: When) -> Days:
    """Return the bounds of a When as days."""
    return Days(*(date.fromisoformat(day) if day else None for day in (when.earliest, when.latest)))


def make_when(days: Days, *, basis: Basis, because: str, lasting: bool = False) -> When:
    """Make the When that these bounds are, with the form of EDTF that says exactly as much."""
    return When(
        basis=basis,
        edtf=edtf(days, lasting=lasting),
        earliest=days.first.isoformat() if days.first else None,
        latest=days.last.isoformat() if days.last else None,
        because=because,
        lasting=lasting,
    )


def edtf(days: Days, *, lasting: bool = False) -> str | None:
    """Write a stretch in EDTF: as a year or month where it is just that, else as one unknown day of a range.

    >>> edtf(of_months(2017, 2)), edtf(Days(None, date(2024, 5, 12))), edtf(of_months(2017, 2), lasting=True)
    ('2017-02', '[..2024-05-12]', '2017-02/..')
    """
    first, last = days.first, days.last
    if first is None and last is None:
        return None
    name = _calendar_name(days)
    if lasting:
        return f"{name or first}/.." if first else None
    return name or f"[{'' if first is None else first}..{'' if last is None else last}]"


def _calendar_name(days: Days) -> str | None:
    """Name a stretch that is a day, month, year or decade as EDTF does; None for any other."""
    first = days.first
    if first is None or days.last is None:
        return None
    if first == days.last:
        return first.isoformat()
    whole = whole_months(days)
    if whole == 1:
        return f"{first:%Y-%m}" if first.year > 999 else first.isoformat()[:7]
    if whole == 12 and first.month == 1:
        return first.isoformat()[:4]
    return first.isoformat()[:3] + "X" if whole == 120 and first.month == 1 and first.year % 10 == 0 else None


def whole_months(days: Days) -> int:
    """Return of how many whole months a stretch is made; 0 where it is not."""
    first, last = days.first, days.last
    if first is None or last is None or first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1
