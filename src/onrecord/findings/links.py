"""The links of a story: who posted or published a thing, which thing holds another, what is
offered as proof, what came after what.

Only what the words say plainly becomes a link; who made a thing and who handed it over stays open where nobody says so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.findings.actors import Cast, actor_at, actor_of
from onrecord.findings.items import Stock, item_of
from onrecord.findings.releases import find_releases
from onrecord.findings.voices import voice_of, voices_in
from onrecord.nouns.account import Account, Stood
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.digest import digest
from onrecord.nouns.draft import Draft
from onrecord.nouns.record import Link, LinkKind, Statement
from onrecord.nouns.span import Span

_PROOF = re.compile(r"\b(?:prove|proof|evidence)", re.IGNORECASE)
# Traits that name who brought a thing out.
RELEASES: dict[str, LinkKind] = {"platform": "posted", "outlet": "published"}

_Tie = tuple[LinkKind, tuple[str, str], Span]  # its two ends, and the words that tell of it


def establish_links(drafts: Sequence[Draft], told: Sequence[Account], said: Sequence[Statement]) -> tuple[Link, ...]:
    """Establish the links of a story."""
    texts = {one.article.id: one.article.text for one in drafts}
    statements = {one.id: one for one in said}
    drawn = (link for one in told for link in one.links)
    offered = (link for one in told for stood in one.stands for link in _proof(texts, stood, statements))
    ordered = (link for one in told for link in one.order)
    return tuple({link.id: link for link in (*drawn, *offered, *ordered)}.values())


def links_in(one: Annotated, cast: Cast, stock: Stock) -> Iterator[Link]:
    """Yield the ties that an article tells of, each drawn by the voice of its words; none where that is unknown."""
    voices = voices_in(one)
    for kind, ends, at in _ties(one, cast, stock):
        known, chain = voice_of(voices, at)
        by = None if chain is None else cast.chains.get((one.article.id, chain))
        if known and (chain is None or by):
            id_ = digest("link", kind, *ends, by)
            yield Link(id=id_, kind=kind, start=ends[0], end=ends[1], by=by, article=one.article.id, at=at)


def _ties(one: Annotated, cast: Cast, stock: Stock) -> Iterator[_Tie]:
    """Yield who brought a thing out, and which thing holds another."""
    for place, thing in enumerate(one.annotations.things):
        item = item_of(stock, one, thing)
        for trait in thing.traits:
            actor = actor_at(cast, one, trait.at) if trait.name in RELEASES else None
            if actor is not None:
                yield RELEASES[trait.name], (actor, item), trait.at
        for release in find_releases(one, thing):
            actor = actor_of(cast, one, release.by)
            if actor is not None:
                yield release.kind, (actor, item), release.by.at
        for other in _held(one.annotations.things, place):
            held = item_of(stock, one, other)
            if held != item:
                yield "contains", (item, held), thing.at


def _held(things: tuple[Thing, ...], place: int) -> Iterator[Thing]:
    """Yield the things named inside the name of a thing: "a photograph of the letter" holds the letter."""
    thing = things[place]
    for other in things[place + 1 :]:
        if other.at.start >= thing.at.end:
            return
        if (
            "claim" not in (thing.kind, other.kind)
            and other.chain != thing.chain
            and other.head.start > thing.head.end
            and thing.at.holds(other.at)
        ):
            yield other


def _proof(texts: Mapping[str, str], stood: Stood, said: Mapping[str, Statement]) -> Iterator[Link]:
    """Yield a link from a thing to the statement that offers it as proof of what it says, drawn by the speaker."""
    one = said[stood.statement]
    if (stood.proposition, stood.value) != ("content", "affirms") or one.same_as is not None or one.speaker is None:
        return
    at = next((span for span in one.content_at if _PROOF.search(span.of(texts[one.article]))), None)
    if at is not None:
        id_ = digest("link", "proof", stood.about, one.id, one.speaker)
        yield Link(id_, "proof", stood.about, one.id, one.article, at, one.speaker)
