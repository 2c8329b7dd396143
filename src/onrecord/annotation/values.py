"""The values that a correction can be about: dates, numbers, names, and words between quotation marks.

Only values of one sort are ever set against each other. What a notice says of itself (the day it was made on, the
edition it speaks of) is no value of its matter.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span

Sort = Literal["quoted", "score", "clock", "date", "number", "weekday", "name"]

BESIDE = 40  # code points on either side of a value in which a notice says that it is its own day or place
DAYS = ("date", "weekday", "clock")

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_CHANGED_ON = re.compile(
    r"\b(?:amended|corrected|changed|updated|revised|edited|appended|clarified)(?: \w+)? (?:on|at) $"
)
_OWN_EDITION = re.compile(
    r"(?:,? \d{4})?(?:['’]s)? (?:\w+ )?(?:article|story|report|item|edition|issue|paper|section)\b"
)
_OWN_PAGE = re.compile(r"\b(?:p|pp|page|paragraph|par|graf)s?\.? $")
_OWN_PARAGRAPH = re.compile(r"(?:st|nd|rd|th)?[ -](?:paragraph|par|graf|version)\b")


class Value(NamedTuple):
    """A value in a text: its sort, where it stands and a form in which equal values are equal."""

    sort: Sort
    at: Span
    key: str


def find_values(text: str, within: Span) -> Iterator[Value]:
    """Yield the values in a span; a capital at the start of a sentence makes no name of a common word."""
    for match in _pattern().finditer(text, within.start, within.end):
        group = match.lastgroup or "name"
        at, sort = Span(*match.span(group)), _SORTS.get(group, "quoted")
        if not _is_own(text, within, at, sort) and not (sort == "name" and _opens(text, within, at)):
            key = re.sub(r"\s+", " ", at.of(text).lower())
            yield Value(sort, at, str(lexicon("items")["numbers"].get(key, key)))


_SORTS: dict[str, Sort] = {
    "score": "score", "clock": "clock", "date": "date", "weekday": "weekday", "number": "number", "name": "name",
}  # fmt: skip


def _opens(text: str, within: Span, at: Span) -> bool:
    """Tell whether a single capital word opens a sentence, where every word has a capital."""
    before = text[within.start : at.start].rstrip()
    return " " not in at.of(text) and (not before or before[-1] in ".:;!?([*")


def _is_own(text: str, within: Span, at: Span, sort: Sort) -> bool:
    """Tell whether a notice speaks of itself: the day it was made, the edition or the paragraph that it corrects."""
    before, after = text[max(within.start, at.start - BESIDE) : at.start], text[at.end : at.end + BESIDE]
    if sort in DAYS:
        return bool(_CHANGED_ON.search(before) or _OWN_EDITION.match(after))
    return sort == "number" and bool(_OWN_PAGE.search(before) or _OWN_PARAGRAPH.match(after))


@cache
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(sorted(lexicon("items")["numbers"], key=len, reverse=True))
    units = "|".join(re.escape(unit) for unit in sorted(lexicon("notices")["values"]["units"], key=len, reverse=True))
    name = r"[A-Z](?=[\w’'-]*[a-z])(?:[\w-]|[’'](?!s\b)(?=\w))+"
    return re.compile(
        r"[“\"](?P<quoted>[^“”\"\n]{1,200})[”\"]|(?<!\w)[‘'](?P<singly>[^‘’'\n]{1,200})[’'](?!\w)"
        r"|(?P<score>(?<![\w-])\d{1,3}[-–]\d{1,3}(?![\w-]))"
        r"|(?P<clock>\b\d{1,2}[:.]\d{2}\b(?!%))"
        rf"|(?P<date>\b(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? \d{{4}})?\b|\b{MONTH} \d{{4}}\b)"
        rf"|(?P<weekday>\b{_WEEKDAY}\b)"
        rf"|(?P<number>[$£€]?(?:\d[\d,.]*\d|\d|\b(?i:{numbers})\b)(?:st|nd|rd|th)?(?:%|[ -]?(?i:{units})(?!\w))?)"
        rf"|(?P<name>\b{name}(?: (?:(?:of|the|de|van|von|al) )?{name}){{0,6}})"
    )
