"""The axis of a timeline: time from left to right, in which every bound of a row has its place.

A scale in days would let one old date squeeze a week into a line. A stretch between two bounds is folded instead:
longer is wider, but a week has twice the width of a day, and ten years hardly four times.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from math import log2

import msgspec

from onrecord.dossiers.dates import read_day
from onrecord.nouns.days import Days
from onrecord.nouns.when import When

WHOLE = 1000  # places on the axis
EDGE = 2.0  # room in front and behind, as wide as a week, for what has no bound there
TICK_APART = 155  # places that the label of a tick needs
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Axis(msgspec.Struct, frozen=True):
    """The days at which something may begin or end, in order, and the place of each; `starts` are those that begin."""

    days: tuple[date, ...]
    places: tuple[int, ...]
    starts: frozenset[date] = frozenset()

    def place(self, day: date) -> int:
        """Return the place of a day that bounds something."""
        return self.places[min(bisect_left(self.days, day), len(self.places) - 1)]


def make_axis(whens: Iterable[When]) -> Axis:
    """Make the axis on which all of these dates have their places."""
    bounds = [bound for when in whens for bound in bounds_of(when)]
    days = sorted({day for bound in bounds for day in (bound.first, bound.last) if day})
    if not days:
        return Axis((), ())
    open_start, open_end = any(one.first is None for one in bounds), any(one.last is None for one in bounds)
    widths = [log2(1 + log2(1 + (after - before).days)) for before, after in pairwise(days)]
    whole = sum(widths) + EDGE * (open_start + open_end)
    places, at = list[int](), EDGE * open_start
    for width in (0.0, *widths):
        at += width
        places.append(round(at * WHOLE / whole) if whole else 0)
    return Axis(tuple(days), tuple(places), frozenset(one.first for one in bounds if one.first))


def bounds_of(when: When) -> tuple[Days, ...]:
    """Return the stretches that a date takes up, each up to the day after its last: its bounds, and how long it lasted.

    >>> bounds_of(When("stated", "2023", "2023-01-01", "2023-12-31"))
    (Days(first=datetime.date(2023, 1, 1), last=datetime.date(2024, 1, 1)),)
    """
    first, last = read_day(when.earliest), read_day(when.latest)
    bounds = Days(first, _day_after(max(first or last, last)) if last else None)
    return (bounds, Days(bounds.first, _end_of(when))) if when.lasting else (bounds,)


def ticks_of(axis: Axis) -> tuple[tuple[int, date], ...]:
    """Return the beginnings that have room for a label, from the left: the place and the day of each."""
    chosen: list[tuple[int, date]] = []
    for place, day in zip(axis.places, axis.days, strict=True):
        room = place <= WHOLE - TICK_APART and (not chosen or place - chosen[-1][0] >= TICK_APART)
        if room and day in axis.starts:
            chosen.append((place, day))
    return tuple(chosen)


def say_tick(day: date) -> tuple[str, str]:
    """Return the two lines of a label: the day and month, or nothing before a year that begins, and the year.

    >>> say_tick(date(2024, 5, 13)), say_tick(date(2019, 1, 1))
    (('13 May', '2024'), ('', '2019'))
    """
    return ("" if (day.month, day.day) == (1, 1) else f"{day.day} {NAMES[day.month - 1]}"), str(day.year)


def _end_of(when: When) -> date | None:
    """Return the day after the end that the EDTF form of a lasting stretch names; None where it is open."""
    _, _, end = (when.edtf or "").partition("/")
    try:
        year, month, day = [*map(int, end.split("-")), 0, 0][:3]
        if day:
            return _day_after(date(year, month, day))
        return date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    except (ValueError, OverflowError):
        return None  # ".." or nothing: it lasts still


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(1)
