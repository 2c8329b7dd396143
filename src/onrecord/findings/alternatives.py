"""Other readings that the words allow as well: kept beside the one on the record until a person settles it."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.findings.actors import Cast, actor_of
from onrecord.findings.tellings import Telling
from onrecord.nouns.annotations import Ambiguity, Annotated
from onrecord.nouns.draft import Draft
from onrecord.nouns.record import Actor, Alternative, Otherwise
from onrecord.nouns.span import Span

WRITERS = "after the comma the writer may add what the speaker did not say"
SPEAKERS = "after the comma the speaker may still be reported"


def alternatives_of(telling: Telling, cast: Cast) -> tuple[Alternative, ...]:
    """Return the other readings of one statement, each once."""
    found = (
        made
        for one in telling.one.annotations.ambiguities
        if one.attribution in (None, telling.index)
        for made in _alternatives(telling, cast, one)
    )
    return tuple(dict.fromkeys(found))


def doubles_in(one: Annotated) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """Yield where a pronoun can mean somebody else as well, and the chains of whom."""
    for other in one.annotations.ambiguities:
        chains = [one.annotations.mentions[place].chain for place in other.mentions]
        if other.kind == "pronoun":
            yield other.at, tuple(chain for chain in chains if chain is not None)


def leave_open(drafts: Iterable[Draft], cast: Cast) -> Cast:
    """Return the cast, with everybody whom a pronoun can mean as well beside its mention."""
    maybe: dict[tuple[str, Span], tuple[str, ...]] = {}
    for one in drafts:
        for at, chains in one.doubles:
            found = (cast.chains.get((one.article.id, chain)) for chain in chains)
            if actors := tuple(filter(None, found)):
                maybe[one.article.id, at] = actors
    if not maybe:
        return cast
    return msgspec.structs.replace(cast, actors=tuple(_with(actor, maybe) for actor in cast.actors))


def _with(actor: Actor, maybe: dict[tuple[str, Span], tuple[str, ...]]) -> Actor:
    if not any((one.article, one.at) in maybe for one in actor.mentions):
        return actor
    mentions = (
        msgspec.structs.replace(
            one, maybe=tuple(row for row in maybe.get((one.article, one.at), ()) if row != actor.id)
        )
        for one in actor.mentions
    )
    return msgspec.structs.replace(actor, mentions=tuple(mentions))


def _alternatives(telling: Telling, cast: Cast, one: Ambiguity) -> Iterator[Alternative]:
    attribution = telling.attribution
    if one.kind == "scope":
        inside = any(span.holds(one.at) for span in attribution.content)
        yield Alternative("scope", one.at, WRITERS if inside else SPEAKERS)
    elif one.kind == "audience":
        for actor, name in _meant(telling.one, cast, one):
            yield Alternative("addressee", one.at, f"“{name}” is spoken of right before", actor)
    elif one.at == attribution.source or any(span.holds(one.at) for span in attribution.content):
        field: Otherwise = "speaker" if one.at == attribution.source else "pronoun"
        for actor, name in _meant(telling.one, cast, one):
            yield Alternative(field, one.at, f"“{name}” stands before it in the same sentence and fits as well", actor)


def _meant(article: Annotated, cast: Cast, one: Ambiguity) -> Iterator[tuple[str | None, str]]:
    """Yield whom words can mean as well, each with what they are called there; null for who is no actor."""
    for place in one.mentions:
        mention = article.annotations.mentions[place]
        yield actor_of(cast, article, mention), " ".join(mention.at.of(article.article.text).split())
