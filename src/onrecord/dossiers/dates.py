"""How a When reads: as exact as its bounds, and no more.

Days are written out ("3 March 2024") because 03/04 is two days in two countries.
"""

from calendar import monthrange
from datetime import date

from onrecord.nouns.when import When

NO_DATE = "date not stated"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say_when(when: When | None) -> str:
    """Say a date in words.

    >>> say_when(When(basis="stated", earliest="2017-02-01", latest="2017-02-28"))
    'February 2017'
    >>> say_when(When(basis="inferred", earliest=None, latest="2017-02-28"))
    'by 28 February 2017'
    """
    if when is None or not (when.earliest or when.latest):
        return NO_DATE
    start, end = read_day(when.earliest), read_day(when.latest)
    if start and end:
        said = _between(start, end)
    elif start:
        said = f"on or after {_written(start)}"
    elif end:
        said = f"by {_written(end)}"
    else:  # not ISO days: show what is there
        said = " to ".join(day for day in (when.earliest, when.latest) if day)
    about = "about " if when.edtf and "~" in when.edtf else ""
    if not when.lasting:
        return f"{about}{said}"
    until = _end(when)
    return f"from {about}{said} to {until}" if until else f"since {about}{said}"


def say_publication(when: When) -> str | None:
    """Say when something came out, after the words "an article"; nothing where that is unknown.

    >>> say_publication(When(basis="stated", earliest="2017-02-28", latest="2017-02-28"))
    'of 28 February 2017'
    >>> say_publication(When(basis="inferred", latest="2017-02-28"))
    'published by 28 February 2017 (inferred)'
    """
    said = say_when(when)
    if said == NO_DATE:
        return None
    inferred = " (inferred)" if when.basis == "inferred" else ""
    if " to " in said:
        return f"published on a day from {said}{inferred}"
    return f"{'published' if said[0].islower() else 'of'} {said}{inferred}"


def read_day(iso: str | None) -> date | None:
    """Return a day as it is written in ISO form; None for anything else."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _end(when: When) -> str | None:
    """Say the end that the EDTF form of a lasting stretch names; None where it is open."""
    _, _, end = (when.edtf or "").partition("/")
    year, _, rest = end.partition("-")
    month, _, day = rest.partition("-")
    if not (year + month + day).isdecimal() or int(month or 1) not in range(1, 13):
        return None
    return " ".join(filter(None, (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year)))


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _between(start: date, end: date) -> str:
    if start == end:
        return _written(start)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _months(start, end)
    if start.year != end.year:
        return f"{_written(start)} to {_written(end)}"
    month = "" if start.month == end.month else f" {MONTHS[start.month - 1]}"
    return f"{start.day}{month} to {_written(end)}"


def _months(start: date, end: date) -> str:
    """Say bounds that are whole months as months, and whole years as years."""
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    year = "" if start.year == end.year else f" {start.year}"
    return f"{MONTHS[start.month - 1]}{year} to {last}"
