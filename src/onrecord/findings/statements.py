"""The statements of an article: who said what, through which hands, to whom, when, under what hedges and conditions."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.findings.actors import Cast, actor_of
from onrecord.findings.alternatives import alternatives_of
from onrecord.findings.items import Stock, items_about, items_of
from onrecord.findings.mandates import is_personal
from onrecord.findings.refusals import REFUSALS, Refusal, refused_on
from onrecord.findings.relays import is_mere_carrier, relays_of
from onrecord.findings.sentences import sentence_around
from onrecord.findings.sources import mentions_at
from onrecord.findings.tellings import Telling, speakers_of, statement_id, tellings
from onrecord.findings.topics import asked_about
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Mention
from onrecord.nouns.article import PartKind
from onrecord.nouns.record import About, Hedge, Phrase, Statement
from onrecord.nouns.span import Span
from onrecord.nouns.when import When

# How sure a speaker is by the words that name them.
CERTAINTY = {"name": 1.0, "description": 0.95, "pronoun": 0.85}
NOBODY = 0.7
SENTENCE_END = re.compile(r"[.!?][”\"’']?(?:\s|$)|\n")
KEPT = 1000  # texts of which it is known whether they speak of another language
INTERPRETER = re.compile(
    r"\b(?:through|via|by|with|using) (?:\w+ ){0,3}(?:interpreter|translator|translation)s?\b"
    r"|\btranslat(?:ed|ion) (?:from|by)\b",
    re.IGNORECASE,
)


def statements_in(one: Annotated, cast: Cast, stock: Stock) -> Iterator[Statement]:
    """Yield the statements of an article, in order of the text."""
    for telling in tellings(one):
        spans = (*telling.attribution.cue, *telling.attribution.content, *_one(telling.attribution.source))
        if not spans or is_mere_carrier(telling):
            continue
        part = one.article.part_at(min(spans).start).kind
        if part != "furniture":
            yield _statement(telling, part, cast, stock)


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _statement(telling: Telling, part: PartKind, cast: Cast, stock: Stock) -> Statement:
    one, attribution, reading, around = telling.one, telling.attribution, telling.reading, telling.around
    speakers = tuple(dict.fromkeys(filter(None, (actor_of(cast, one, mention) for mention in telling.speakers))))
    return Statement(
        id=statement_id(one, attribution),
        article=one.article.id,
        part=part,
        mode=reading.mode,
        act=reading.act,
        attitude=reading.attitude,
        confidence=round(attribution.confidence * _certainty(telling.speakers), 3),
        speaker=speakers[0] if speakers else None,
        others=speakers[1:],
        source_at=attribution.source,
        cue_at=attribution.cue,
        content_at=attribution.content,
        quoted_at=reading.quoted,
        addressee=_phrase(one, around.addressee),
        medium=_phrase(one, around.medium),
        occasion=_phrase(one, around.occasion),
        place=_phrase(one, around.place),
        when=_when(telling),
        chain=relays_of(telling, cast, stock),
        hedges=tuple(Hedge(at, _hedger(telling, cast, at)) for at in around.hedges),
        conditions=around.conditions,
        about=_about(telling, stock),
        general=reading.general,
        inserted_at=reading.inserted,
        omitted_at=reading.omitted,
        translated=_is_translated(telling),
        because=_because(telling, cast),
        speaks_for=_speaks_for(telling, cast, speakers),
        personal=is_personal(one, attribution),
        granted_at=reading.granted,
        alternatives=alternatives_of(telling, cast),
    )


def _certainty(speakers: tuple[Mention, ...]) -> float:
    known = [mention for mention in speakers if mention.chain is not None]
    return CERTAINTY[known[0].form] if known else NOBODY


def _phrase(one: Annotated, at: Span | None) -> Phrase | None:
    return None if at is None else Phrase(at.of(one.article.text), at)


def _when(telling: Telling) -> When | None:
    """Return the time that the words give; the day of publication is not put in its place."""
    time = telling.around.time
    times = telling.one.annotations.times
    return times[time].when if time is not None and time < len(times) else None


def _hedger(telling: Telling, cast: Cast, at: Span) -> str | None:
    """Return whose hedge it is: that of the innermost speaker in whose words it stands, null for the article's own.

    One that names its owner is theirs: "what the ministry called an accident".
    """
    named = next((one for one in mentions_at(telling.one, at) if one.chain is not None and at.holds(one.at)), None)
    if named is not None:
        return actor_of(cast, telling.one, named)
    told = telling.one.annotations.attributions
    holding = [k for k in (telling.index, *telling.inner) if any(span.holds(at) for span in told[k].content)]
    if not holding:
        return None
    speakers = speakers_of(telling.one, holding[-1])
    return actor_of(cast, telling.one, speakers[0]) if speakers else None


def _about(telling: Telling, stock: Stock) -> tuple[About, ...]:
    """Return the items in what is said, or in the rest of the sentence where nothing is; else what it is said of."""
    one, spans = telling.one, telling.attribution.content
    if not spans and telling.attribution.cue:
        text, start = one.article.text, telling.attribution.cue[0].start
        end = SENTENCE_END.search(text, telling.attribution.cue[-1].end)
        spans = (Span(start, end.start() if end else len(text)),)
    found = items_about(stock, one, spans)
    act, cue = telling.reading.act, telling.attribution.cue
    if act == "rule":
        return tuple(about for about in found if about.basis == "stated")  # a rule speaks of no single thing
    if any(about.basis == "stated" for about in found) or not cue:
        return found
    if act in REFUSALS:
        return found or items_of(stock, one, refused_on(one, Refusal(act, cue, telling.attribution.content)))
    return items_of(stock, one, asked_about(one, cue[0], telling.attribution.content)) or found


def _speaks_for(telling: Telling, cast: Cast, speakers: tuple[str, ...]) -> str | None:
    """Return for whom the speaker speaks: as the sentence says it, else by office; nobody speaks for themselves."""
    article, chains = (
        telling.one.article.id,
        [mention.chain for mention in telling.speakers if mention.chain is not None],
    )
    body = cast.capacities.get((article, telling.index)) or (
        cast.mandates.get((article, chains[0])) if chains else None
    )
    return body if speakers and body not in speakers else None


def _is_translated(telling: Telling) -> bool:
    """Tell whether a credit or the words say that what was said went through a translation."""
    article = telling.one.article
    if any(credit.act == "translated" for credit in article.credits):
        return True
    return _tells_of_languages(article.text) and any(map(_tells_of_languages, _beside(telling)))


@lru_cache(KEPT)
def _tells_of_languages(words: str) -> bool:
    return bool(INTERPRETER.search(words) or _foreign().search(words))


def _beside(telling: Telling) -> Iterator[str]:
    """Yield the words of the sentences of a cue that are neither in what is said nor in what stands around it."""
    text = telling.one.article.text
    for cue in telling.attribution.cue:
        sentence = sentence_around(text, cue)
        at, end = sentence.start, sentence.end
        for content in sorted(telling.attribution.content):
            if at < content.start:
                yield text[at : min(content.start, end)]
            at = max(at, content.end)
        yield text[at : max(at, end)]


@cache
def _foreign() -> re.Pattern[str]:
    """Match a language that somebody is said to have spoken or written in; what is not English was translated."""
    return re.compile(rf"\bin (?:\w+ )?(?:{'|'.join(lexicon('quoting')['languages'])})\b(?! \w+(?:ese|s)\b)")


def _because(telling: Telling, cast: Cast) -> str | None:
    """Say why this speaker, or why none."""
    if not telling.speakers:
        return "the text names no speaker here"
    carried = "" if telling.attribution.source is not None else "the turn goes on"
    because = ": ".join(filter(None, (carried, telling.speakers[0].because)))
    elsewhere = cast.reasons.get((telling.one.article.id, telling.speakers[0].chain or 0), "")
    return "; ".join(filter(None, (because, elsewhere))) or None
