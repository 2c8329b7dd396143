"""For whom somebody speaks: a spokeswoman for her board, whoever "speaks for the lodge" for the lodge.

The one who speaks stays the speaker. What somebody says as their own view is told apart, so that nobody takes it for
the body's.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.findings.offices import offices_at
from onrecord.findings.sentences import sentence_around
from onrecord.findings.sources import mention_at
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Attribution, Mention
from onrecord.nouns.span import Span

Mandates = Mapping[int, int | None]  # chain of who speaks → chain of whom for, null where the words name several
FARTHEST = 60  # characters from the words "speaking for" to the end of whom that is


def mandates_in(one: Annotated) -> Mandates:
    """Return who is somebody's spokesman or spokeswoman in an article, and whose."""
    found: dict[int, int | None] = {}
    for index, mention in enumerate(one.annotations.mentions):
        body = _body_of(one, index) if mention.chain is not None and mention.form != "pronoun" else None
        if body is not None and mention.chain is not None and body != mention.chain:
            found[mention.chain] = body if found.get(mention.chain, body) == body else None
    return found


def capacities_in(one: Annotated) -> Mapping[int, int]:
    """Return for each attribution that says for whom it is said the chain of that one."""
    found: dict[int, int] = {}
    if _speaking_for().search(one.article.text) is None:
        return found  # as in nearly every article
    for index, attribution in enumerate(one.annotations.attributions):
        body = _capacity(one, attribution) if attribution.source is not None else None
        if body is not None:
            found[index] = body
    return found


def is_personal(one: Annotated, attribution: Attribution) -> bool:
    """Tell whether somebody is told to speak for themselves alone."""
    spans = (*attribution.cue, *attribution.content)
    if not spans:
        return False
    whole = Span(min(spans).start, max(span.end for span in spans))
    return _personal().search(one.article.text, whole.start, whole.end) is not None


def _body_of(one: Annotated, index: int) -> int | None:
    """Return the chain of whom a mention says that it speaks for: "a spokesman for the board", "her spokesman"."""
    mention, text = one.annotations.mentions[index], one.article.text
    noun = _spokesman().search(text, mention.at.start, mention.at.end)
    if noun is None or any(office.when in ("former", "next") for office in offices_at(one, index)):
        return None
    inside = tuple(other for other in _within(one, mention.at) if other.chain not in (None, mention.chain))
    after = next((other for other in inside if other.at.start >= noun.end()), None)
    if after is not None and text[noun.end() : after.at.start].split() in _joints():
        return after.chain
    before = [other for other in inside if other.at.end <= noun.start()]
    return before[0].chain if before else None


def _within(one: Annotated, at: Span) -> Iterator[Mention]:
    """Yield the mentions inside a span that stand in no other there, in order."""
    mentions, end = one.annotations.mentions, at.start
    first = bisect_left(mentions, at.start, key=lambda mention: mention.head.start)
    last = bisect_left(mentions, at.end, key=lambda mention: mention.head.start)
    for mention in sorted(mentions[first:last], key=lambda mention: (mention.at.start, -mention.at.end)):
        if mention.at != at and mention.at.start >= end and mention.at.end <= at.end:
            yield mention
            end = mention.at.end


def _capacity(one: Annotated, attribution: Attribution) -> int | None:
    """Return the chain of whom the sentence of an attribution says that it is said for."""
    source, text = attribution.source, one.article.text
    if source is None:
        return None
    around = sentence_around(text, source)
    for found in _speaking_for().finditer(text, around.start, around.end):
        end = min(around.end, found.end() + FARTHEST)
        if found.end() >= end or any(span.holds(Span(found.start(), found.end())) for span in attribution.content):
            continue
        body = mention_at(one, Span(found.end(), end))
        near = body is not None and body.at.start <= found.end() + 1
        speaker = mention_at(one, source)
        if near and body is not None and speaker is not None and body.chain not in (None, speaker.chain):
            return body.chain
    return None


def is_spokesman(title: str) -> bool:
    """Tell whether an office is that of somebody who speaks for others."""
    return _spokesman().search(title) is not None


@cache
def _joints() -> tuple[list[str], ...]:
    return tuple([*joint, *article] for joint in ([word] for word in lexicon("mandates")["spokespeople"]["joints"])
                 for article in ([], ["the"]))  # fmt: skip


@cache
def _spokesman() -> re.Pattern[str]:
    return _any_of(lexicon("mandates")["spokespeople"]["words"])


@cache
def _speaking_for() -> re.Pattern[str]:
    return re.compile(rf"{_any_of(lexicon('mandates')['capacity']['before']).pattern}\s+", re.IGNORECASE)


@cache
def _personal() -> re.Pattern[str]:
    return _any_of(lexicon("mandates")["personal"]["words"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b", re.IGNORECASE)
