"""Datelines: the place and day that open a report, and the lines that only say when it was published."""

import re

MAX_LEAD = 110
MAX_DATE = 120
MAX_PLACE = 30
DAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DASH = re.compile(r"(?:(?<=[\s)])|\s)(?:--|[—–]|-(?=\s))\s*")
AGENCY = re.compile(r"\([A-Z][^()]{1,50}\)\s*$")
# "PORT MAREN", "RIO DE JANEIRO/BRASK": four words at most, or a heading in capitals that runs into its paragraph fits.
CAPITALS = re.compile(r"[A-Z][A-Z.'’\-]{2,20}(?:[ /][A-Z][A-Z.'’\-]{1,20}){0,3}")
WORD = r"(?:[A-Z][\w.'’\-]{0,20}|of|the|and|de|la|du|al|el|upon)"
REGION = re.compile(rf"{WORD}(?: {WORD}){{0,3}}")
WRITTEN_DATE = re.compile(rf"\b(?:{DAY}|{MONTH})\b\.?", re.I)
NUMBER_DATE = re.compile(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2})\b")
DIGIT = re.compile(r"\d")
# What may stand beside the date on its line.
BESIDE = re.compile(
    rf"\b(?:min(?:ute)?s?\s+read|{DAY}|{MONTH}|published|posted|updated|modified|issued|released?|created|date|dated|last|first|on|at|the|of|for|immediate|press|"
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
    rest = BESIDE.sub(" ", DIGIT.sub(" ", line))
    return not re.search(r"[^\W\d_]", rest)


def _is_lead(lead: str) -> bool:
    """A place in capitals, or any place before an agency in brackets; then regions and days, and nothing else."""
    bare = AGENCY.sub("", lead).strip()
    first, *others = (piece.strip() for piece in bare.split(","))
    place = CAPITALS.match(first)
    if place and len(place.group()) <= MAX_PLACE and not WRITTEN_DATE.search(place.group()):
        is_place = _is_day(first[place.end() :].strip())  # "PORT MAREN May 3"
    else:
        is_place = bare != lead and (_is_day(first) or _is_region(first))
    return is_place and all(_is_day(piece) or _is_region(piece) for piece in others)


def _is_day(piece: str) -> bool:
    return not piece or is_date(f"{piece} 1")


def _is_region(piece: str) -> bool:
    """ "N.Y.", "Sudan", "Isle of Brask": words with a capital, not a heading that is all capitals."""
    return REGION.fullmatch(piece) is not None and not (piece.isupper() and len(piece) > 8)


def _has_date(line: str) -> bool:
    return any(pattern.search(line) for pattern in (NUMBER_DATE, AGO)) or WRITTEN_DATE.search(line) is not None
