"""The Telling: one attribution of an article with how it is meant, what surrounds it and who speaks in it."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from onrecord.findings.sources import mentions_at
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Attribution, Circumstance, Mention, Reading
from onrecord.nouns.digest import digest
from onrecord.nouns.span import Span

LONGEST_THREAD = 4  # attributions from the one that brings a message in to the one that "the message" makes
LONGEST_TURN = 50  # attributions that one speaker's turn may run on, or that one may stand inside another


class Telling(msgspec.Struct, frozen=True):
    """One attribution in full.

    `speakers` are the mentions that name who speaks, here or earlier in the turn; `outer` the attributions
    that it is told in, outermost first, and `inner` those told in it.
    """

    one: Annotated
    index: int
    attribution: Attribution
    reading: Reading
    around: Circumstance
    speakers: tuple[Mention, ...] = ()
    outer: tuple[int, ...] = ()
    inner: tuple[int, ...] = ()


def statement_id(one: Annotated, attribution: Attribution) -> str:
    """Return the id of the statement that an attribution becomes."""
    return digest("statement", one.article.id, attribution.source, attribution.cue, attribution.content)


class Inner(msgspec.Struct, frozen=True):
    """A statement told inside another: its id and its content."""

    id: str
    content: tuple[Span, ...]


def told_in(one: Annotated) -> dict[str, list[Inner]]:
    """Return, for each statement of an article, those told in it; read off the attributions alone."""
    attributions = one.annotations.attributions
    found: dict[str, list[Inner]] = defaultdict(list)
    for inner in attributions:
        if inner.inside is not None and inner.reported:
            found[statement_id(one, attributions[inner.inside])].append(Inner(statement_id(one, inner), inner.content))
    return found


def tellings(one: Annotated) -> Iterator[Telling]:
    """Yield the attributions of an article that report something, in order."""
    layers = one.annotations
    inner: dict[int | None, list[int]] = defaultdict(list)
    reported = [(index, attribution) for index, attribution in enumerate(layers.attributions) if attribution.reported]
    for index, attribution in reported:
        inner[attribution.inside].append(index)
    for index, attribution in reported:
        yield Telling(
            one=one,
            index=index,
            attribution=attribution,
            reading=layers.readings[index],
            around=layers.circumstances[index],
            speakers=speakers_of(one, index),
            outer=outer_of(one, index),
            inner=tuple(inner.get(index, ())),
        )


def speakers_of(one: Annotated, index: int) -> tuple[Mention, ...]:
    """Return the mentions that name who speaks in an attribution, followed back through an inherited turn."""
    for _ in range(LONGEST_TURN):
        attribution = one.annotations.attributions[index]
        if attribution.source is not None:
            found = mentions_at(one, attribution.source)
            return _senders(one, index, found[0]) or found if found else ()
        if attribution.inherits is None:
            break
        index = attribution.inherits
    return ()


def _senders(one: Annotated, index: int, paper: Mention) -> tuple[Mention, ...]:
    """Return who said something in a message shortly before, where "the message" is now said to say more."""
    if paper.kind != "document" or paper.form != "description":
        return ()
    words = paper.at.of(one.article.text).casefold().split()
    noun = paper.head.of(one.article.text).casefold()
    if words[0] not in ("the", "this", "that") or noun not in lexicon("bodies")["papers"]["uttered"]:
        return ()
    for earlier in range(index - 1, max(-1, index - 1 - LONGEST_THREAD), -1):
        medium, source = one.annotations.circumstances[earlier].medium, one.annotations.attributions[earlier].source
        if medium is not None and source is not None and noun in medium.of(one.article.text).casefold().split():
            return mentions_at(one, source)
    return ()


def outer_of(one: Annotated, index: int) -> tuple[int, ...]:
    """Return the attributions that one is told in, outermost first."""
    found: list[int] = []
    above = one.annotations.attributions[index].inside
    while above is not None and above not in found and len(found) < LONGEST_TURN:
        found.append(above)
        above = one.annotations.attributions[above].inside
    return tuple(reversed(found))
