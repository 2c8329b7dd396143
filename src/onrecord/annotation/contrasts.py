"""The wrong value and the right one in the words of a correction notice.

First the formulas that name both in one breath, then the contrast of what the first sentence says was wrong with
what the next says is right. Only values of one sort are set against each other: a date against a date, a number
against a number, a name against a name; without such a pair whole phrases or clauses, or one value, or nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from onrecord.annotation.values import Value, find_values
from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span, trim

Pair = tuple[Span | None, Span | None]

BEFORE = 100  # code points before a value in which a formula is looked for

_END = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|;\s+|\s+[-–—]\s+")
_TOLD = re.compile(r"\b(?:said|stated|reported|wrote|suggested|indicated|implied|claimed) (?:that )?", re.IGNORECASE)
_SORRY = re.compile(
    r"(?:we|the \w+) (?:apologi|regret|are sorry|is sorry|are happy|removed|have removed)", re.IGNORECASE
)
# The label of a notice and its day: "CORRECTION (May 4, 2031, 9:15 a.m.):".
_LABEL = re.compile(
    r"\W*(?:[A-Za-z’']+ ){0,2}[A-Za-z’']+(?:,? \([^()]{1,60}\)|[,.]? [^:.—()]{1,40})?(?: [ap]\.m\.)?\)?\s?:\s"
)


def contrast(text: str, notice: Span) -> Pair:
    """Return where the wrong value and the right one stand in a notice; None for one that is not named."""
    label = _LABEL.match(text, notice.start, notice.end)
    words = Span(label.end(), notice.end) if label and label.end() < notice.end else notice
    values = list(find_values(text, words))
    sentences = tuple(_sentences(text, words))
    return (
        _by_formula(text, words, values)
        or _by_sentences(sentences, values)
        or _by_phrases(text, words)
        or _by_clauses(text, sentences)
        or _one_sided(text, words, values)
        or _told_once(text, sentences, values)
    )


def _by_formula(text: str, notice: Span, values: Sequence[Value]) -> Pair | None:
    """Read "to six from eight", "from eight to six", "six, not eight", "six boats instead of eight", "for X read Y"."""
    for left, right in pairwise(values):
        if left.sort != right.sort or left.key == right.key:
            continue
        between = " ".join(text[left.at.end : right.at.start].lower().strip('“”"‘’ ').split())
        before = text[max(notice.start, left.at.start - 8) : left.at.start].lower().strip('“”"‘’ ').split()[-1:]
        if _pattern("right_first").fullmatch(between) or (before == ["to"] and between.lstrip(", ") == "from"):
            return right.at, left.at
        wrong_first = [*before, between] in lexicon("notices")["pairs"]["wrong_first"]
        if wrong_first or _pattern("should_be").fullmatch(between):
            return left.at, right.at
    return None


def _by_sentences(sentences: Sequence[Span], values: Sequence[Value]) -> Pair | None:
    """Set what one sentence gives against what the following give."""
    for place, wrong in enumerate(sentences[:-1]):
        rest = Span(sentences[place + 1].start, sentences[-1].end)
        said = [value for value in values if wrong.holds(value.at)]
        right = [value for value in values if rest.holds(value.at)]
        pair = _differing(said, right)
        if pair:
            return pair
    return None


def _differing(wrong: Sequence[Value], right: Sequence[Value]) -> Pair | None:
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


def _by_phrases(text: str, notice: Span) -> Pair | None:
    """Read "She is the deputy head, not the head" and "attributed to the union. It was made by the board"."""
    for name in ("phrase", "attributed"):
        match = _pattern(name).search(text, notice.start, notice.end)
        if match:
            return Span(*match.span("old")), Span(*match.span("new"))
    return None


def _by_clauses(text: str, sentences: Sequence[Span]) -> Pair | None:
    """Read "said that the bridge was closed. It was restricted to one lane": whole clauses, where no value is named."""
    for wrong, right in pairwise(sentences):
        told = _TOLD.search(text, wrong.start, wrong.end)
        if told and not _SORRY.match(text, right.start, right.end):
            old, new = trim(text, Span(told.end(), wrong.end), ".;"), trim(text, right, ".;")
            return (old, new) if old and new else None
    return None


def _one_sided(text: str, notice: Span, values: Sequence[Value]) -> Pair | None:
    """Read "corrects the spelling to X" and "misspelled as X", which name one value only."""
    for value in values:
        before = text[max(notice.start, value.at.start - BEFORE) : value.at.start]
        if _pattern("only_right").search(before):
            return None, value.at
        if _pattern("only_wrong").search(before):
            return value.at, None
    match = _pattern("wrong_phrase").search(text, notice.start, notice.end) if not values else None
    return (Span(*match.span("old")), None) if match else None


def _told_once(text: str, sentences: Sequence[Span], values: Sequence[Value]) -> Pair:
    """Read the only value of a notice: one "incorrectly" said is wrong; after a "misstated" sentence it is right.

    A lone name is more often whom it was said of than what was wrong.
    """
    if len(values) != 1 or not sentences:
        return None, None
    at, first = values[0].at, sentences[0]
    if values[0].sort != "name" and first.holds(at) and _pattern("incorrectly").search(first.of(text)):
        return at, None
    second = sentences[1] if len(sentences) > 1 else None
    states = second is not None and second.holds(at) and _pattern("states").match(second.of(text))
    return (None, at) if states and _pattern("misstated").search(first.of(text)) else (None, None)


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
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(lexicon("notices")["pairs"][name], re.IGNORECASE)
