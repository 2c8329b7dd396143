"""Stretches of the calendar in a given year: days, months, seasons, quarters, financial years, decades, centuries.

Where words leave open which of several stretches they mean (the half of the globe that has the summer, the month in
which a financial year begins), the bounds hold all of them.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from onrecord.annotation.time.feasts import days_of_feast
from onrecord.nouns.days import SEASON_STARTS, Days, of_months, one_day, shift_day
from onrecord.nouns.sighting import Values

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}  # as EDTF writes them, whichever half of the globe has them
HALF_A_YEAR = 6
WEEK = 7
MIDDLE = 15  # the last day of the first half of a month


class Dated(msgspec.Struct, frozen=True):
    """The days an expression comes to and its TIMEX3 value.

    `edtf` is there where EDTF has a name that days do not show, `note` where the days hold more than the value names.
    """

    days: Days
    value: str
    edtf: str | None = None
    note: str = ""


def in_year(values: Values, year: int) -> Dated | None:
    """Return what the words come to in a given year; None where it has no such day."""
    try:
        return _period(values, year)
    except (ValueError, OverflowError):
        return None


def in_decade(values: Values, day: date) -> Dated:
    """Return a decade; one of two figures ("the 80s") is the latest that had begun."""
    figures = "".join(figure for figure in str(values["decade"]) if figure.isdecimal())
    first = int(figures)
    if len(figures) == 2:
        first += day.year // 100 * 100 if first <= day.year % 100 else (day.year // 100 - 1) * 100
    return Dated(of_months(first, 1, 120), str(first)[:3])


def in_century(values: Values) -> Dated | None:
    """Return a century, with the year that some count as its last and others as the first of the next."""
    number = int(values.get("ordinal", values.get("nth", 0)))
    if number < 1:
        return None
    return Dated(of_months(max(1, 100 * (number - 1)), 1, 12 * (101 if number > 1 else 100)), f"{number - 1:02d}")


def _period(values: Values, year: int) -> Dated:
    role = next((role for role in PERIODS if role in values), None)
    return PERIODS[role](values, year) if role else Dated(of_months(year, 1, 12), f"{year:04d}")


def _month(values: Values, year: int) -> Dated:
    month, day = int(values["month"]), values.get("day", values.get("nth"))
    if "ordinal" in values:
        return _within(values, of_months(year, month))
    if day is None:
        return Dated(of_months(year, month), f"{year:04d}-{month:02d}")
    first = date(year, month, int(day))
    if "last" not in values:
        return _day(first)
    last = date(year, month, int(values["last"]))
    return Dated(Days(first, max(first, last)), f"{first.isoformat()}/{last.isoformat()}")


def _within(values: Values, month: Days) -> Dated:
    """Return a week, weekend, day or half of a month by its number; -1 is the last."""
    first, last = month.first or date.min, month.last or date.max
    number, unit = int(values["ordinal"]), str(values.get("unit", values.get("weekend", "")))
    if "half" in values and number in (1, 2, -1):
        days = Days(first, first.replace(day=MIDDLE)) if number == 1 else Days(first.replace(day=MIDDLE + 1), last)
        return Dated(days, f"{first:%Y-%m}")
    if unit == "D":
        return _day(last if number < 0 else first.replace(day=number))
    if unit not in ("W", "WE"):
        raise ValueError(f"no part of a month: {unit}")
    begins = shift_day(last, 1 - WEEK) if number < 0 else first.replace(day=WEEK * (number - 1) + 1)
    days = Days(begins, min(shift_day(begins, WEEK - 1 + (unit == "WE")), last))
    return Dated(days, "{:04d}-W{:02d}".format(*shift_day(begins, WEEK // 2).isocalendar()))


def _season(values: Values, year: int) -> Dated:
    """Return a season of a year: in the half of the globe that is asked for, else as wide as it may be meant."""
    name = str(values["season"])
    start, value = SEASON_STARTS[name], f"{year:04d}-{name}"
    if "south" in values:
        return Dated(of_months(year, start + HALF_A_YEAR * int(values["south"]), 3), value)
    # The winter of 2021 may be the one that begins or the one that ends in that year, and so may a southern summer.
    wide = of_months(year, 1, 14) if name in ("SU", "WI") else of_months(year, 3, 9)
    return Dated(wide, value, edtf=f"{year:04d}-{SEASONS[name]}")


def _fiscal(values: Values, year: int) -> Dated:
    """Return a financial year: it may begin in any month, and be named after the year in which it does or ends."""
    if "split_years" in values:
        return Dated(of_months(year, 1, 24), f"FY{year + 1}")
    quarter = values.get("ordinal", values.get("nth"))
    return Dated(of_months(year - 1, 2, 26), f"FY{year}" + (f"-Q{quarter}" if quarter else ""))


def _fraction(values: Values, year: int) -> Dated:
    """Return a quarter or half of a year; -1 is the last."""
    role = "quarter" if "quarter" in values else "half"
    number, length = int(values.get("ordinal", values.get("nth", 1))), 3 if role == "quarter" else 6
    number = 12 // length if number < 0 else number
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
    days = days_of_feast(values, year)
    return _day(days.first) if days.first and days.first == days.last else Dated(days, f"{year:04d}")


def _iso(values: Values, year: int) -> Dated:
    return _day(date.fromisoformat(str(values["iso"])).replace(year=year))


def _day(day: date) -> Dated:
    return Dated(one_day(day), day.isoformat())


# What a date of the calendar is made of, by the role that decides it, the most telling first.
PERIODS: dict[str, Callable[[Values, int], Dated]] = {
    "iso": _iso,
    "slashed": _slashed,
    "holiday": _holiday,
    "month": _month,
    "season": _season,
    "fiscal": _fiscal,
    "quarter": _fraction,
    "half": _fraction,
}
