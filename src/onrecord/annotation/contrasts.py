"""The wrong value and the right one in the words of a correction notice.

First the formulas that name both in one breath, then the contrast of what the first sentence says was wrong with
what the next says is right. Only values of one sort are set against each other: a date against a date, a number
against a number, a name against a name; without such a pair whole clauses, or nothing.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span, trim

Sort = Literal["clock", "date", "number", "weekday", "name"]
Pair = tuple[Span | None, Span | None]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_END = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|;\s+|\s+[-–—]\s+")
_TOLD = re.compile(r"\b(?:said|stated|reported|wrote|suggested|indicated|implied|claimed) (?:that )?", re.IGNORECASE)
_SORRY = re.compile(r"(?:we|the \w+) (?:apologi|regret|are sorry|is sorry)", re.IGNORECASE)


class Value(NamedTuple):
    """A value in a notice: its sort, where it stands and a form in which equal values are equal."""

    sort: Sort
    at: Span
    key: str


def contrast(text: str, notice: Span) -> Pair:
    """Return where the wrong value and the right one stand in a notice; None for one that is not named."""
    values = list(_values(text, notice))
    pair = _by_formula(text, notice, values) or _by_sentences(text, notice, values)
    return pair or _by_clauses(text, notice) or _one_sided(text, notice, values)


def _by_formula(text: str, notice: Span, values: list[Value]) -> Pair | None:
    """Read "to six from eight", "from eight to six", "six, not eight", "six instead of eight"."""
    for left, right in pairwise(values):
        if left.sort != right.sort:
            continue
        between = text[left.at.end : right.at.start].lower().strip()
        before = text[max(notice.start, left.at.start - 6) : left.at.start].lower().split()[-1:]
        if between.lstrip(", ") == "from" and before == ["to"]:
            return right.at, left.at
        if between == "to" and before == ["from"]:
            return left.at, right.at
        if re.fullmatch(r",? *(?:and )?(?:not|instead of|rather than)(?: on| in| at| the| a)*", between):
            return right.at, left.at
    return None


def _by_sentences(text: str, notice: Span, values: list[Value]) -> Pair | None:
    """Set what one sentence gives against what the following give."""
    sentences = list(_sentences(text, notice))
    for place, wrong in enumerate(sentences[:-1]):
        rest = Span(sentences[place + 1].start, notice.end)
        said = [value for value in values if wrong.holds(value.at)]
        right = [value for value in values if rest.holds(value.at)]
        pair = _differing(said, right)
        if pair:
            return pair
    return None


def _by_clauses(text: str, notice: Span) -> Pair | None:
    """Read "said that the bridge was closed. It was restricted to one lane": whole clauses, where no value is named."""
    sentences = list(_sentences(text, notice))
    for wrong, right in pairwise(sentences):
        told = _TOLD.search(text, wrong.start, wrong.end)
        if told and not _SORRY.match(text, right.start, right.end):
            old, new = trim(text, Span(told.end(), wrong.end), ".;"), trim(text, right, ".;")
            return (old, new) if old and new else None
    return None


def _one_sided(text: str, notice: Span, values: list[Value]) -> Pair:
    """Read "corrects the spelling to X" and "misspelled as X", which name one value only."""
    for value in values:
        before = text[max(notice.start, value.at.start - 80) : value.at.start].lower()
        if re.search(r"\bcorrect\w*\b[^.;]*\bto\s+$", before):
            return None, value.at
        if re.search(r"\b(?:mis\w+|wrongly|incorrectly|mistakenly)\b[^.;]*\bas\s+$", before):
            return value.at, None
    return None, None


def _differing(wrong: list[Value], right: list[Value]) -> Pair | None:
    """Return the last value of the first sentence and the first of the next that differ, of one sort."""
    told = {value.key for value in wrong}
    known = {value.key for value in right}
    for new in right:
        if new.key in told:
            continue
        old = next((v for v in reversed(wrong) if v.sort == new.sort and v.key not in known), None)
        if old:
            return old.at, new.at
    return None


def _sentences(text: str, notice: Span) -> Iterator[Span]:
    start = notice.start
    for match in _END.finditer(text, notice.start, notice.end):
        at = trim(text, Span(start, match.start())) if match.start() > start else None
        if at:
            yield at
        start = match.end()
    at = trim(text, Span(start, notice.end)) if notice.end > start else None
    if at:
        yield at


@cache
def _value_pattern() -> re.Pattern[str]:
    numbers = "|".join(sorted(lexicon("items")["numbers"], key=len, reverse=True))
    units = "|".join(re.escape(unit) for unit in sorted(lexicon("notices")["values"]["units"], key=len, reverse=True))
    name = r"[A-Z][\w’'\-]*[a-z][\w’'\-]*"
    return re.compile(
        rf"(?P<clock>\b\d{{1,2}}[:.]\d{{2}}\b)"
        rf"|(?P<date>\b(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?\b|\b{_MONTH} \d{{4}}\b)"
        rf"|(?P<weekday>\b{_WEEKDAY}\b)"
        rf"|(?P<number>[$£€]?(?:\d[\d,.]*\d|\d|\b(?i:{numbers})\b)(?:st|nd|rd|th)?(?:%|[ -](?i:{units})\b)?)"
        rf"|(?P<name>\b{name}(?: (?:(?:of|the|de|van|von|al) )?{name}){{0,6}}\b)"
    )


def _values(text: str, notice: Span) -> Iterator[Value]:
    """Yield the values of a notice; a capital at the start of a sentence makes no name of a common word."""
    for match in _value_pattern().finditer(text, notice.start, notice.end):
        sort: Sort = match.lastgroup  # type: ignore[assignment]  # the group names are the sorts
        at = Span(*match.span())
        before = text[notice.start : at.start].rstrip()
        if sort == "name" and " " not in match.group() and (not before or before[-1] in ".:;!?(["):
            continue
        key = re.sub(r"\s+", " ", match.group().lower())
        yield Value(sort, at, str(lexicon("items")["numbers"].get(key, key)))
