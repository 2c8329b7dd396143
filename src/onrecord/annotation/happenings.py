"""Dated happenings and the voice that tells them: a verb, or the noun of an event, with a date that hangs on it.

Precision comes first. What is denied, asked, or only thought of under an "if" did not happen as far as anybody says;
a date that hangs on a verb of saying dates a statement, not an event.
"""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

import msgspec

from onrecord.annotation.attribution.cues import senses_of
from onrecord.annotation.circumstance.moments import LONGEST_BETWEEN, follows_cue, leading_date
from onrecord.annotation.circumstance.provisos import Provisos, find_hedges, index_provisos
from onrecord.annotation.deeds import Deed, find_deed
from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.nouns.annotations import Attribution, Happening
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time
from onrecord.nouns.span import Span
from onrecord.nouns.when import When

DEED_FRAMES = frozenset({"object", "gerund"})  # frames of a verb that takes no words
SKIPPED = frozenset({"correction", "credit", "byline", "dateline"})  # parts about the article and not about the world
EVER = 10_000_000  # wider than any stretch with two ends


class Voices(msgspec.Struct, frozen=True):
    """The words of saying of an article."""

    cues: frozenset[int]  # every character of the words of saying
    moments: frozenset[int]  # where dates of saying begin


def find_happenings(
    article: Article, parse: Parse, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Happening, ...]:
    """Find the dated happenings of an article, each with its most exact date."""
    grammar = index_parse(article, parse, ())
    voices = _voices(grammar, times, attributions)
    found: dict[int, tuple[Deed, int]] = {}
    for index, time in _told(article, times):
        first = times[leading_date(article.text, times, index)].at
        deed = find_deed(grammar, first)
        if deed is None or _is_saying(grammar, deed.head, voices) or first.start in voices.moments:
            continue
        other = found.get(deed.head)
        if other is None or _width(time.when) < _width(times[other[1]].when):
            found[deed.head] = (deed, index)
    if not found:
        return ()
    telling = _telling((grammar.tokens[head].at for head in sorted(found)), attributions)
    provisos = index_provisos(grammar)
    return tuple(
        _make(grammar, deed, index, provisos, telling[grammar.tokens[deed.head].start])
        for deed, index in sorted(found.values(), key=lambda one: one[0].at)
    )


def _told(article: Article, times: tuple[Time, ...]) -> Iterator[tuple[int, Time]]:
    """Yield the dated times of the parts that tell of the world, with their index."""
    parts, at = article.parts, 0
    for index, time in enumerate(times):
        while at < len(parts) and parts[at].end <= time.at.start:
            at += 1
        if at < len(parts) and parts[at].kind not in SKIPPED and _is_dated(time):
            yield index, time


def _is_dated(time: Time) -> bool:
    return time.when is not None and (time.when.earliest is not None or time.when.latest is not None)


def _width(when: When | None) -> int:
    """Return how wide bounds are, in days roughly; an open end is wider than any."""
    if when is None or when.earliest is None or when.latest is None:
        return EVER
    return int(when.latest.replace("-", "")) - int(when.earliest.replace("-", ""))


def _voices(grammar: Grammar, times: tuple[Time, ...], attributions: tuple[Attribution, ...]) -> Voices:
    cues = frozenset(start for one in attributions for span in one.cue for start in range(span.start, span.end))
    behind = {span.end + gap: one for one in attributions for span in one.cue for gap in range(LONGEST_BETWEEN)}
    moments = frozenset(
        start
        for start, at in ((time.at.start, time.at) for time in times)
        if start in behind and follows_cue(grammar, behind[start], at)
    )
    return Voices(cues, moments)


def _is_saying(grammar: Grammar, verb: int, voices: Voices) -> bool:
    """Tell whether a verb is the cue of a statement; one that takes no words, as "approved the homes", is a deed."""
    known = senses_of(grammar.tokens[verb].lemma.lower()).keys()
    return grammar.tokens[verb].start in voices.cues and not known <= DEED_FRAMES


def _telling(heads: Iterable[Span], attributions: tuple[Attribution, ...]) -> dict[int, int | None]:
    """Return whose content each head stands in, by its start: the shortest of those around it. Heads are in order."""
    spans = sorted((span.start, span.end, index) for index, one in enumerate(attributions) for span in one.content)
    told: dict[int, int | None] = {}
    begun: list[tuple[int, int, int]] = []  # contents that begin before the head: length, attribution, end
    at = 0
    for head in heads:
        while at < len(spans) and spans[at][0] <= head.start:
            start, end, index = spans[at]
            heappush(begun, (end - start, index, end))
            at += 1
        while begun and begun[0][2] < head.end:
            heappop(begun)
        told[head.start] = begun[0][1] if begun else None
    return told


def _make(grammar: Grammar, deed: Deed, time: int, provisos: Provisos, voice: int | None) -> Happening:
    return Happening(
        at=deed.at,
        time=time,
        voice=voice,
        where=deed.where,
        hedges=find_hedges(grammar, provisos, (deed.at,)),
        doer=deed.doer,
        undergoer=deed.undergoer,
    )
