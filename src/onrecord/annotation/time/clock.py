"""Times of day: the part of a TIMEX3 value that follows the T."""

from onrecord.nouns.sighting import Values

DAYPARTS = ("daypart", "night")


def clock_value(values: Values, day: str) -> str:
    """Return a day's value with the time of day that the words give; the day's own when they give none.

    >>> clock_value({"hour": 9, "half_day": 12}, "2024-05-15")
    '2024-05-15T21:00'
    """
    clock = _clock(values)
    if clock:
        return f"{day}T{clock}{_zone(values)}"
    return next((f"{day}T{values[role]}" for role in DAYPARTS if role in values), day)


def _zone(values: Values) -> str:
    """Return the offset that stands behind the name of a zone, else what the name alone comes to, if anything.

    >>> _zone({"zone": "Z", "offset": "+8"}), _zone({"zone": "Z"}), _zone({"zone": ""})
    ('+08:00', 'Z', '')
    """
    if "offset" not in values:
        return str(values.get("zone", ""))
    sign, (hours, _, minutes) = str(values["offset"])[0], str(values["offset"])[1:].partition(":")
    return f"{'+' if sign == '+' else '-'}{int(hours):02d}:{minutes or '00'}"


def _clock(values: Values) -> str | None:
    if "noon" in values:
        return str(values["noon"])
    if "military" in values:
        figures = str(values["military"])
        return f"{figures[:2]}:{figures[2:]}"
    if "clock" in values:
        hour, minute = str(values["clock"]).replace(".", ":").split(":")
    elif "hour" in values:
        hour, minute = str(values["hour"]), "00"
    else:
        return None
    half = values.get("half_day")
    count = int(hour) % 12 + int(half) if half is not None and int(hour) <= 12 else int(hour)
    return f"{count:02d}:{minute}"
