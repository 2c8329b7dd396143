"""The same stretch of another year: "up from the same month a year earlier", counted from the stretch told before."""

from datetime import date

from onrecord.annotation.time.distance import MONTHS, distance
from onrecord.annotation.time.periods import Dated
from onrecord.nouns.days import Days, edtf, of_months, shift_months, whole_months
from onrecord.nouns.sighting import Values

QUARTER, YEAR = 3, 12  # months


def date_twin(values: Values, told: Days) -> Dated | None:
    """Return the stretch that was told of, or the month or quarter it is in, moved by the years that the words say."""
    period = str(values["period"])
    if told.first is None or told.last is None:
        return None
    if period in MONTHS:
        first = (told.first.month - 1) // MONTHS[period] * MONTHS[period] + 1
        told = of_months(told.first.year, first, MONTHS[period])
    moved = _move(told, _distance(values, told))
    return Dated(moved, _value(moved))


def _distance(values: Values, told: Days) -> int:
    """Return how many months lie between the stretch and its twin."""
    if "year" in values:
        return YEAR * (int(values["year"]) - (told.first or date.min).year)
    if not values.keys() & {"apart", "ago", "step"}:
        return 0
    unit, amount = distance(values)
    return MONTHS.get(unit, 0) * (amount or 0)


def _move(days: Days, months: int) -> Days:
    first, last = days.first or date.min, days.last or date.max
    count = whole_months(days)
    if count:
        return of_months(first.year, first.month + months, count)
    return Days(shift_months(first, months), shift_months(last, months))


def _value(days: Days) -> str:
    """Write a stretch as TIMEX3 does: a quarter by its number, else as far as EDTF and it agree."""
    first, name = days.first or date.min, edtf(days) or ""
    if whole_months(days) == QUARTER and first.month % QUARTER == 1:
        return f"{first.year:04d}-Q{first.month // QUARTER + 1}"
    return "" if name.startswith("[") else name
