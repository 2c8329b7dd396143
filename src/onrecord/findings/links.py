"""The links of a story: who posted or published a thing, which thing holds another, what is
offered as proof, what came after what.

Only what the words say plainly becomes a link; who made a thing and who handed it over stays open where nobody says so.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.findings.actors import Cast, actor_at, actor_of
from onrecord.findings.items import Stock, item_of
from onrecord.findings.releases import find_releases
from onrecord.findings.sequences import sequences
from onrecord.findings.stands import find_stands
from onrecord.findings.voices import Voices, voice_of, voices_in
from onrecord.nouns.annotations import Annotated, Thing, Trait
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Event, Link, LinkKind, Statement
from onrecord.nouns.span import Span

_PROOF = re.compile(r"\b(?:prove|proof|evidence)", re.IGNORECASE)
# Traits that name who brought a thing out.
RELEASES: dict[str, LinkKind] = {"platform": "posted", "outlet": "published"}


def establish_links(
    story: tuple[Annotated, ...],
    cast: Cast,
    stock: Stock,
    said: tuple[Statement, ...],
    happened: tuple[Event, ...] = (),
) -> tuple[Link, ...]:
    """Establish the links of a story."""
    articles = {one.article.id: one for one in story}
    told = (link for one in story for link in _links(one, cast, stock))
    offered = (link for statement in said for link in _proof(articles[statement.article], stock, statement))
    by_article: defaultdict[str, list[Event]] = defaultdict(list)
    for event in happened:
        by_article[event.article].append(event)
    ordered = (link for one in story for link in sequences(one, by_article[one.article.id]))
    return tuple({link.id: link for link in (*told, *offered, *ordered)}.values())


def _links(one: Annotated, cast: Cast, stock: Stock) -> Iterator[Link]:
    voices = voices_in(one, cast)
    for place, thing in enumerate(one.annotations.things):
        item = item_of(stock, one, thing)
        for trait in thing.traits:
            yield from _release(one, cast, voices, trait, item)
        for release in find_releases(one, thing):
            actor = actor_of(cast, one, release.by)
            if actor is not None:
                yield from _link(one, voices, release.kind, (actor, item), release.by.at)
        for other in _held(one.annotations.things, place):
            held = item_of(stock, one, other)
            if held != item:
                yield from _link(one, voices, "contains", (item, held), thing.at)


def _release(one: Annotated, cast: Cast, voices: Voices, trait: Trait, item: str) -> Iterator[Link]:
    actor = actor_at(cast, one, trait.at) if trait.name in RELEASES else None
    if actor is not None:
        yield from _link(one, voices, RELEASES[trait.name], (actor, item), trait.at)


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


def _proof(one: Annotated, stock: Stock, statement: Statement) -> Iterator[Link]:
    """Yield a link from a thing to the statement that offers it as proof of what it says, drawn by the speaker."""
    words = (span for span in statement.content_at if _PROOF.search(span.of(one.article.text)))
    at = next(words, None)
    if at is None or statement.speaker is None:
        return
    for stand in find_stands(stock, one, statement):
        if stand.proposition == "content" and stand.value == "affirms":
            id_ = digest("link", "proof", stand.item, statement.id, statement.speaker)
            yield Link(id_, "proof", stand.item, statement.id, one.article.id, at, statement.speaker)


def _link(one: Annotated, voices: Voices, kind: LinkKind, ends: tuple[str, str], at: Span) -> Iterator[Link]:
    """Yield a link drawn by the voice that its words stand in; none where that voice is unknown."""
    known, by = voice_of(voices, at)
    if known:
        id_ = digest("link", kind, *ends, by)
        yield Link(id=id_, kind=kind, start=ends[0], end=ends[1], by=by, article=one.article.id, at=at)
