"""Lengths and rates of time, kept apart from dates: forty seconds, several years, every Monday, twice a week."""

from onrecord.nouns.sighting import Values

CLOCK_UNITS = {"TS": "S", "TM": "M", "TH": "H"}
UNITS = ("unit", "units", "ahead", "wide_unit")  # roles that a unit of time has
SCALED = {"2W": (2, "W"), "10Y": (10, "Y"), "100Y": (100, "Y")}
HALVES = {"Y": (6, "M"), "TH": (30, "TM")}


def measure(values: Values) -> str:
    """Return the TIMEX3 value of a length.

    >>> measure({"number": 9, "unit": "TM"}), measure({"some": "X", "units": "Y"})
    ('PT9M', 'PXY')
    """
    unit = str(next((values[role] for role in UNITS if role in values), "D"))
    number = values.get("number", values.get("count", values.get("some")))
    if number is None:
        number = "X" if "units" in values else 1
    if "half" in values:
        return period(f"{number}.5", unit)
    return period(str(number), unit)


def period(number: str, unit: str) -> str:
    """Write a number of units as TIMEX3 does."""
    factor, unit = SCALED.get(unit, (1, unit))
    if number.isdecimal():
        number = str(int(number) * factor)
    return f"PT{number}{CLOCK_UNITS[unit]}" if unit in CLOCK_UNITS else f"P{number}{unit}"


def rate(values: Values) -> str:
    """Return the TIMEX3 value of what comes again and again."""
    if "rate" in values:
        return str(values["rate"])
    weekday = values.get("weekdays", values.get("weekday"))
    if weekday is not None:
        return f"XXXX-WXX-{weekday}" + (f"T{values['daypart']}" if "daypart" in values else "")
    if "daypart" in values:
        return f"XXXX-XX-XXT{values['daypart']}"
    return measure(values)
