"""When an article appeared, as far as its own words bound it: never a day that nobody wrote down.

Every clue is an inequality on the day of publication. What is told as past lies before it, what is announced lies
after it, "next month, on 7 October" ties it to September; a dateline states it. Where clues contradict one another,
announcements go first: plans are often repeated from older texts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.annotation.time.distance import distance, move
from onrecord.annotation.time.reasons import say_day, say_end
from onrecord.nouns.article import Article
from onrecord.nouns.days import ANY_DAY, Days, days_of, make_when, meet
from onrecord.nouns.record import Time
from onrecord.nouns.sighting import Sighting, Values
from onrecord.nouns.span import Span
from onrecord.nouns.when import UNKNOWN, When

HEAD = 10  # parts at the top among which a dateline stands
AGENCY_BEFORE = re.compile(r"[^\W\d_a-z][^a-z\d]{1,60}[,–—-]\s*(?:\w+,\s*)?$")  # KHARTOUM, / TORVIK (Agency) –
AGENCY_AFTER = re.compile(r"[^.!?]{0,60}?\s*[–—-]\s")
LINE_END = re.compile(r"\s*(?:[.|·•(]|\d\d?[:.]\d\d|at\s|$)")
EDGES = "\u00a0 \n\t|·•"
LONGEST_LABEL = 40
LONGEST_LINE = 120  # characters of a dateline before its date
EXACT = ("day", "nth")
TELLING = ("calendar", "range", "anchored")
Labels = Mapping[str, frozenset[str]]  # the words before a date at the head of an article, by what they say of it


class Clue(msgspec.Struct, frozen=True):
    """What some words say of the day of publication, and the reason in words."""

    days: Days
    because: str
    rank: int  # 0 states the day, 1 ties it to another, 2 lies in its past, 3 in its future
    at: Span


def bound_published(article: Article, seen: Sequence[Sighting], times: Sequence[Time], labels: Labels) -> When:
    """Bound the day of publication by the clues in the text; `times` are what was seen, without such a day."""
    clues = sorted(_clues(article, seen, times, labels), key=lambda clue: clue.rank)
    bounds, kept = ANY_DAY, list[Clue]()
    for clue in clues:
        narrowed = meet(bounds, clue.days)
        if narrowed is not None and narrowed != bounds:
            bounds, kept = narrowed, [*(one for one in kept if _still_bounds(one, narrowed)), clue]
    if not kept:
        return _yearless(article, seen, labels)
    stated = kept[0].rank == 0
    when = make_when(bounds, basis="stated" if stated else "inferred", because="; ".join(clue.because for clue in kept))
    return msgspec.structs.replace(when, at=kept[0].at)


def _still_bounds(clue: Clue, bounds: Days) -> bool:
    """Tell whether an end of the bounds comes from this clue."""
    first, last = clue.days.first, clue.days.last
    return (first is not None and first == bounds.first) or (last is not None and last == bounds.last)


def _yearless(article: Article, seen: Sequence[Sighting], labels: Labels) -> When:
    """Say that nothing bounds the day; a dateline without a year is quoted, not completed."""
    for sighting in seen:
        if "year" not in sighting.expression.values and _is_dateline(article, sighting, labels):
            words = sighting.expression.at.of(article.text)
            return When(basis="inferred", because=f"the dateline says “{words}” and no year", at=sighting.expression.at)
    return UNKNOWN


def _clues(article: Article, seen: Sequence[Sighting], times: Sequence[Time], labels: Labels) -> Iterator[Clue]:
    heads = {part.start for part in [part for part in article.parts if part.kind != "furniture"][:HEAD]}
    for number, (sighting, time) in enumerate(zip(seen, times, strict=True)):
        if time.when is None or sighting.expression.kind not in TELLING or "decade" in sighting.expression.values:
            continue
        if sighting.part.start in heads and _is_dateline(article, sighting, labels) and _is_day(time.when):
            yield _dateline(article, sighting, time.when, labels)
            continue
        yield from _tied(seen[max(0, number - 1) : number], sighting, time.when)
        yield from _told(sighting, time)


def _is_day(when: When) -> bool:
    return when.earliest is not None and when.earliest == when.latest


def _is_dateline(article: Article, sighting: Sighting, labels: Labels) -> bool:
    """Tell whether a date opens a line as its heading or an agency's dateline does, and not as part of a sentence."""
    at, part = sighting.expression.at, sighting.part
    if at.start - part.start > LONGEST_LINE:
        return False
    if sighting.expression.kind not in ("calendar", "range") or not sighting.expression.values.keys() & {*EXACT, "iso"}:
        return False
    before = article.text[part.start : at.start].strip(EDGES)
    after = article.text[at.end : min(part.end, at.end + LONGEST_LINE)]
    if part.kind in ("dateline", "byline") or (AGENCY_BEFORE.match(before + " ") and AGENCY_AFTER.match(after)):
        return True
    return _is_label(before, labels) and LINE_END.match(after) is not None


def _is_label(before: str, labels: Labels) -> bool:
    known = labels["published"] | labels["updated"]
    return not before or (len(before) <= LONGEST_LABEL and before.strip(" :").casefold() in known)


def _dateline(article: Article, sighting: Sighting, when: When, labels: Labels) -> Clue:
    at = sighting.expression.at
    before = article.text[sighting.part.start : at.start].strip(" :\n\t").casefold()
    days = days_of(when)
    if before in labels["updated"]:
        return Clue(Days(None, days.last), f"changed on {say_day(days)}, so published no later", 1, at)
    return Clue(days, f"the dateline says “{at.of(article.text)}”", 0, at)


def _tied(before: Sequence[Sighting], sighting: Sighting, when: When) -> Iterator[Clue]:
    """Yield what "next month, on 7 October 2024" says: publication lies in the month before that day's."""
    for other in before:
        values = other.expression.values
        beside = 0 <= sighting.expression.at.start - other.expression.at.end <= 6 and other.part == sighting.part
        if not beside or other.expression.kind != "shift" or "part" in values:
            continue
        unit, amount = distance(values)
        if amount is None or when.basis != "stated" or not _is_day(when):
            continue
        found = move(date.fromisoformat(when.earliest or ""), unit, -amount)
        if found:
            yield Clue(found.days, f"“{_words(other)}” is {say_day(days_of(when))}", 1, other.expression.at)


def _words(sighting: Sighting) -> str:
    values: Values = sighting.expression.values
    return "next" if values.get("step") == 1 else "last" if values.get("step") == -1 else "that time"


def _told(sighting: Sighting, time: Time) -> Iterator[Clue]:
    """Yield the bound that a date told as past or announced sets."""
    when, at = time.when, time.at
    if when is None or sighting.limit not in (None, "since"):
        return
    days = days_of(when)
    past = sighting.direction == "past" and sighting.firm
    if days.first and (past or (sighting.part.kind == "caption" and sighting.direction != "future")):
        yield Clue(Days(days.first, None), f"after “{time.text}” ({say_end(days, last=False)}), told as past", 2, at)
    if days.last and sighting.direction == "future" and sighting.firm:
        yield Clue(
            Days(None, days.last), f"before the end of “{time.text}” ({say_end(days, last=True)}), announced", 3, at
        )
