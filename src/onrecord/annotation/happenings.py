"""Happenings and the voice that tells them: a verb, or the noun of an event, with a date that hangs on it.

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
from onrecord.annotation.pairings import find_pairings
from onrecord.nouns.annotations import Attribution, Happening
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time
from onrecord.nouns.span import Span

DEED_FRAMES = frozenset({"object", "gerund"})  # frames of a verb that takes no words
SKIPPED = frozenset({"correction", "credit", "byline", "dateline"})  # parts about the article and not about the world
DATED = frozenset({"date", "time"})  # lengths and rates date nothing


class Voices(msgspec.Struct, frozen=True):
    """The words of saying of an article."""

    cues: frozenset[int]  # every character of the words of saying
    moments: frozenset[int]  # where dates of saying begin


def find_happenings(
    article: Article, parse: Parse, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Happening, ...]:
    """Find the happenings of an article that have a date beside them, once for each date."""
    grammar = index_parse(article, parse, ())
    voices = _voices(grammar, times, attributions)
    found = tuple(_deeds(grammar, article, times, voices))
    if not found:
        return ()
    heads = sorted({deed.head for deed, _ in found})
    telling = _telling((grammar.tokens[head].at for head in heads), attributions)
    provisos = index_provisos(grammar)
    return tuple(
        _make(grammar, deed, index, provisos, telling[grammar.tokens[deed.head].start])
        for deed, index in sorted(found, key=lambda one: (one[0].head, one[1]))
    )


def _deeds(grammar: Grammar, article: Article, times: tuple[Time, ...], voices: Voices) -> Iterator[tuple[Deed, int]]:
    """Yield what each date dates, with the index of the date."""
    paired = find_pairings(grammar, times)
    for index in _told(article, times):
        if index in paired:
            if (own := paired[index]) is not None:
                yield own, index
            continue
        first = times[leading_date(article.text, times, index)].at
        deed = find_deed(grammar, first)
        if deed is not None and not _is_saying(grammar, deed.head, voices) and first.start not in voices.moments:
            yield deed, index


def _told(article: Article, times: tuple[Time, ...]) -> Iterator[int]:
    """Yield the index of every date or time of day in the parts that tell of the world."""
    parts, at = article.parts, 0
    for index, time in enumerate(times):
        while at < len(parts) and parts[at].end <= time.at.start:
            at += 1
        if at < len(parts) and parts[at].kind not in SKIPPED and time.type in DATED:
            yield index


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
        head=grammar.tokens[deed.head].at,
        words=deed.words,
    )
