"""Happenings and the voice that tells them: a verb, or the noun of an event, with a date that hangs on it or an order.

Precision comes first. What is denied, asked, or only thought of under an "if" did not happen as far as anybody says;
a date that hangs on a verb of saying dates a statement, not an event.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

import msgspec

from onrecord.annotation.attribution.cues import senses_of
from onrecord.annotation.circumstance.moments import LONGEST_BETWEEN, follows_cue, leading_date
from onrecord.annotation.circumstance.provisos import Provisos, find_hedges, index_provisos
from onrecord.annotation.deeds import Deed, find_deed, known_words
from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.annotation.orders import Ordered, find_orders
from onrecord.annotation.pairings import find_pairings
from onrecord.nouns.annotations import After, Attribution, Happening
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time
from onrecord.nouns.span import Span

DEED_FRAMES = frozenset({"object", "gerund"})  # frames of a verb that takes no words
SKIPPED = frozenset({"correction", "credit", "byline", "dateline"})  # parts about the article and not about the world
DATED = frozenset({"date", "time"})  # lengths and rates date nothing, but for a length within which something is due
BEFORE = 16  # characters before a length and at its start in which stands what makes it a term


class Voices(msgspec.Struct, frozen=True):
    """The words of saying of an article."""

    cues: frozenset[int]  # every character of the words of saying
    moments: frozenset[int]  # where dates of saying begin


def find_happenings(
    article: Article, parse: Parse, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Happening, ...]:
    """Find the happenings of an article: once for each date beside them, and those that stand in an order."""
    grammar = index_parse(article, parse, ())
    voices = _voices(grammar, times, attributions)
    dated = tuple(_deeds(grammar, article, times, voices))
    orders = tuple(_orders(grammar, article, voices))
    if not dated and not orders:
        return ()
    found = [*dated, *_undated(dated, orders)]
    heads = sorted({deed.head for deed, _ in found})
    telling = _telling((grammar.tokens[head].at for head in heads), attributions)
    voice = {head: telling[grammar.tokens[head].start] for head in heads}
    after = _after(grammar, orders, voice)
    provisos = index_provisos(grammar)
    return tuple(
        _make(
            grammar,
            deed,
            index,
            provisos,
            (voice[deed.head], tuple(after[deed.head]), _is_told(grammar, deed.head, voices)),
        )
        for deed, index in sorted(found, key=lambda one: (one[0].head, one[1] or 0))
        if index is not None or deed.head in after
    )


def _orders(grammar: Grammar, article: Article, voices: Voices) -> Iterator[Ordered]:
    """Yield what the words order in the parts that tell of the world, but for what is only said."""
    skipped = [part for part in article.parts if part.kind in SKIPPED]
    for one in find_orders(grammar):
        outside = not any(part.start <= one.at.start < part.end for part in skipped)
        if outside and not any(_is_saying(grammar, deed.head, voices) for deed in (one.later, one.earlier)):
            yield one


def _undated(dated: tuple[tuple[Deed, int], ...], orders: tuple[Ordered, ...]) -> list[tuple[Deed, None]]:
    """Return the deeds that stand in an order and have no date beside them."""
    known = {deed.head for deed, _ in dated}
    rest = {deed.head: deed for one in orders for deed in (one.earlier, one.later) if deed.head not in known}
    return [(deed, None) for deed in rest.values()]


def _after(grammar: Grammar, orders: tuple[Ordered, ...], voice: dict[int, int | None]) -> dict[int, list[After]]:
    """Return what each head is told to come after; both have to be told in one voice. Every head of a pair is in it."""
    after: dict[int, list[After]] = defaultdict(list)
    for one in orders:
        if voice[one.later.head] == voice[one.earlier.head]:
            after[one.later.head].append(After(grammar.tokens[one.earlier.head].at, one.at))
            after[one.earlier.head].extend(())
    return after


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
        if at < len(parts) and parts[at].kind not in SKIPPED and _can_date(article.text, time):
            yield index


def _can_date(text: str, time: Time) -> bool:
    """Tell whether an expression can date a deed: a date, a time of day, or a term: "within ten days"."""
    if time.type in DATED:
        return True
    words = text[max(0, time.at.start - BEFORE) : time.at.start].split()[-1:] + time.text.split()[:2]
    return time.type == "duration" and not known_words().terms.isdisjoint(map(str.casefold, words))


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


def _is_told(grammar: Grammar, head: int, voices: Voices) -> bool:
    """Tell whether a deed is what a word of saying says: "denied that the mill burnt", not "denied the fire of May"."""
    one = grammar.tokens[head]
    return one.dep in ("ccomp", "xcomp") and grammar.tokens[one.head].start in voices.cues


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


def _make(
    grammar: Grammar, deed: Deed, time: int | None, provisos: Provisos, said: tuple[int | None, tuple[After, ...], bool]
) -> Happening:
    voice, after, told = said
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
        after=after,
        told=told,
    )
