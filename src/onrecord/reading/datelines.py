"""Datelines: the place and day that open a report, and the lines that only say when it was published."""

import re

MAX_LEAD = 110
MAX_DATE = 120
DAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DASH = re.compile(r"\s*(?:--|[—–]|(?<=[\s)])-(?=\s))\s*")
AGENCY = re.compile(r"\([A-Z][^()]{1,50}\)\s*$")
PLACE = re.compile(r"[A-Z][A-Z.'’\-]{2,}(?:[ /][A-Z][A-Z.'’\-]+){0,4}(?=$|[,\s(])")
WRITTEN_DATE = re.compile(rf"\b(?:{DAY}|{MONTH})\b\.?", re.I)
LEAD_WORDS = re.compile(r"[a-z]{2,}")
# Small words inside a place or a date: "RIO DE LA PLATA", "9 a.m. on the 3rd of May".
LOWER_OK = ("of", "the", "and", "de", "la", "du", "al", "el", "on", "in", "upon", "st", "th", "nd", "rd", "am", "pm")
NUMBER_DATE = re.compile(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2})\b")
# What may stand beside the date on its line.
BESIDE = re.compile(
    rf"\b(?:{DAY}|{MONTH}|published|posted|updated|modified|issued|released?|created|date|dated|last|first|on|at|the|of|for|immediate|press|"
    r"a\.?m|p\.?m|gmt|utc|bst|cet|cest|edt|est|et|pdt|pst|pt|cdt|cst|mdt|mst|ist|aest|noon|midnight|ago|"
    r"hours?|hrs?|minutes?|mins?|days?|weeks?|today|yesterday|just|now|st|nd|rd|th|local|time|h)\b", re.I,
)  # fmt: skip
AGO = re.compile(r"\b\d+\s+(?:hours?|hrs?|minutes?|mins?|days?|weeks?)\s+ago\b", re.I)


def find_lead(paragraph: str) -> int:
    """Return how many characters the dateline takes that opens a paragraph, dash and space included; 0 without one.

    >>> find_lead("PORT MAREN, May 3 (Agency) — The pumps failed.")
    29
    >>> find_lead("NATO — the alliance — said so.")
    0
    """
    dash = DASH.search(paragraph, 0, MAX_LEAD)
    while dash and paragraph.count("(", 0, dash.start()) != paragraph.count(")", 0, dash.start()):
        dash = DASH.search(paragraph, dash.end(), MAX_LEAD)
    if dash is None or dash.start() == 0 or dash.end() >= len(paragraph):
        return 0
    lead, following = paragraph[: dash.start()], paragraph[dash.end()]
    if not (following.isupper() or following.isdigit() or following in "\"“‘'("):
        return 0
    return dash.end() if _is_lead(lead.strip()) else 0


def is_date(line: str) -> bool:
    """Tell a line that holds a date or a time and nothing else.

    >>> is_date("Published: Thursday 30 January 2025, 9.15am"), is_date("May Brandt resigns")
    (True, False)
    """
    if len(line) > MAX_DATE or not any(c.isdigit() for c in line) or not _has_date(line):
        return False
    rest = BESIDE.sub(" ", NUMBER_DATE.sub(" ", line))
    return not re.search(r"[^\W\d_]", rest)


def _is_lead(lead: str) -> bool:
    """A place in capitals or an agency in brackets, and no verb: every small word belongs to a place or a date."""
    words = (word for word in LEAD_WORDS.findall(lead) if word not in LOWER_OK)
    small = [word for word in words if not re.search(rf"[A-Z]{word}", lead)]
    agency = AGENCY.search(lead) is not None
    place = PLACE.match(lead) is not None
    return (agency or place) and not (small if not agency else small[2:])


def _has_date(line: str) -> bool:
    return any(pattern.search(line) for pattern in (NUMBER_DATE, AGO)) or WRITTEN_DATE.search(line) is not None
