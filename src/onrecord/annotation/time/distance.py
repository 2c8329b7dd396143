"""Dates told by their distance from another day: yesterday, last week, two years ago, the end of this month."""

from datetime import date

from onrecord.annotation.time.calendar import date_calendar, nearest, take_part
from onrecord.annotation.time.periods import Dated
from onrecord.nouns.days import Days, of_months, of_week, part_of, shift_day, shift_months
from onrecord.nouns.sighting import Direction, Values

MONTHS = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200}
WEEKS = {"2W": 14, "W": 7}
HOURS = 24
FARTHEST = 10_000  # units: what is counted in more is no date of the news
SIGNS = ("step", "ago", "apart", "turn", "beside")  # roles that say how many units away, and in which direction
# What TIMEX3 writes for a unit whose place is not known.
UNPLACED = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "2W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
}


def date_shift(values: Values, day: date, direction: Direction) -> Dated | None:
    """Return what an expression counted from a day comes to; None where nothing definite."""
    if "fiscal" in values:
        return _fiscal_year(values, day)
    if values.keys() & {"month", "season", "holiday"}:
        return _named_by_step(values, day)
    unit, amount = distance(values)
    if amount is None:
        return Dated(Days(None, day), "PAST_REF") if "ago" in values else None
    found = move(day, unit, amount, direction)
    return take_part(found, values, day) if found else None


def distance(values: Values) -> tuple[str, int | None]:
    """Return the unit and how many of it; the number is None where the words leave it open ("a few")."""
    if "dayword" in values or "night" in values:
        return "D", int(values.get("dayword", 0))
    if values.keys().isdisjoint({"unit", "units", "ahead"}):
        return "D", int(values.get("step", values.get("turn", 0)))
    unit = str(next(values[role] for role in ("unit", "units", "ahead") if role in values))
    number = values.get("number", values.get("count", values.get("some", 1)))
    sign = next((int(values[role]) for role in SIGNS if role in values), 0)
    sign = 1 if "ahead" in values else sign
    if sign == 0:
        return unit, 0
    return unit, sign * int(number) if str(number).isdecimal() else None


def move(day: date, unit: str, amount: int, direction: Direction = "unknown") -> Dated | None:
    """Return the day, week, month … that lies some of its kind away from the one a day is in.

    >>> move(date(2024, 5, 15), "W", -1).value
    '2024-W19'
    """
    if abs(amount) > FARTHEST:
        return None
    if unit in MONTHS:
        return _months(shift_months(day, amount * MONTHS[unit]), unit)
    if unit == "WE":
        return _weekend(day, amount, direction)
    return _weeks_or_days(day, unit, amount)


def _weeks_or_days(day: date, unit: str, amount: int) -> Dated:
    """Move by weeks, by days, or by hours, which may reach into the day beside."""
    if unit in WEEKS:
        week = of_week(shift_day(day, amount * WEEKS[unit]))
        return Dated(week, _week(week))
    if unit == "D":
        found = shift_day(day, amount)
        return Dated(Days(found, found), found.isoformat())
    other = shift_day(day, amount // HOURS if unit == "TH" else 0)
    return Dated(Days(min(day, other), max(day, other)), day.isoformat())


def _months(day: date, unit: str) -> Dated:
    year, month = day.year, day.month
    if unit == "M":
        return Dated(of_months(year, month), f"{year:04d}-{month:02d}")
    if unit == "Q":
        return Dated(of_months(year, (month - 1) // 3 * 3 + 1, 3), f"{year:04d}-Q{(month - 1) // 3 + 1}")
    if unit == "Y":
        return Dated(of_months(year, 1, 12), f"{year:04d}")
    width = 10 if unit == "10Y" else 100
    first = max(year // width * width, 1)
    return Dated(of_months(first, 1, width * 12), f"{first:04d}"[: 3 if width == 10 else 2])


def _weekend(day: date, amount: int, direction: Direction) -> Dated:
    """Return a Saturday and Sunday: "the weekend" of the past is over or under way, that of the future is to come."""
    if amount == 0 and direction == "past" and day.isoweekday() < 6:
        amount = -1
    week = of_week(shift_day(day, 7 * amount))
    weekend = part_of(week, "END") if week.last else week
    return Dated(weekend, f"{_week(week)}-WE")


def _week(week: Days) -> str:
    year, number, _ = (week.first or date.min).isocalendar()
    return f"{year:04d}-W{number:02d}"


def _fiscal_year(values: Values, day: date) -> Dated:
    """Return the bounds of a financial year, which may begin in any month: this one holds the day."""
    step, part = int(values.get("step", 0)), values.get("part")
    first, last = shift_months(day, 12 * min(step, 0) - 12), shift_months(day, 12 * max(step, 0) + 12)
    if step < 0 or (step == 0 and part == "START"):
        last = day
    elif step > 0 or (step == 0 and part == "END"):
        first = day
    return Dated(Days(first, last), f"FY{day.year + step:04d}")


def _season_by_step(values: Values, day: date, step: int) -> Dated | None:
    """Return "last spring" or "this spring" as it may be in either half of the globe."""
    asked = {"season": values["season"]}
    if step == 0:
        return date_calendar(asked, day, "unknown")
    edge = of_months(day.year, day.month)
    if step < 0:
        return date_calendar(asked, shift_months(edge.first or day, -1), "past")
    return date_calendar(asked, shift_day(edge.last or day, 1), "future")


def _named_by_step(values: Values, day: date) -> Dated | None:
    """Return "last September" or "next spring": the nearest that is over before this month, or begins after it."""
    step = int(values["step"])
    if "season" in values:
        return _season_by_step(values, day, step)
    role = next(role for role in ("month", "holiday") if role in values)

    def in_year(year: int) -> Dated | None:
        return date_calendar({role: values[role], "year": year}, day, "unknown")

    if step == 0:
        return nearest(in_year, day, "unknown")
    edge = of_months(day.year, day.month)
    if step < 0:
        found = nearest(in_year, shift_months(edge.first or day, -1), "past")
    else:
        found = nearest(in_year, shift_day(edge.last or day, 1), "future")
    return _or_a_year_off(found, in_year(day.year + step), day) if found else None


def _or_a_year_off(found: Dated, other: Dated | None, day: date) -> Dated:
    """Return "last February", said in April, as the one of this year or of the year before: writers mean either."""
    first, last = found.days.first or day, found.days.last or day
    if other is None or other.days.first is None or other.days.last is None or first.year != day.year:
        return found
    days = Days(min(first, other.days.first), max(last, other.days.last))
    return Dated(days, found.value, note=f", of {first.year} or {other.days.first.year}")
