"""Who the people, bodies, groups and documents of a story are: one actor each.

Whoever has a name is an actor; who is only described is one where the words make them a source. Articles are joined
over names and over what says as much as a name, so a "council source" of one article is never the one of another.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.findings.identity import group_by_bearer, is_person, words_of_fullest
from onrecord.findings.kinds import is_somebody, settle_kinds
from onrecord.findings.mandates import is_spokesman
from onrecord.findings.offices import settle_roles
from onrecord.findings.signs import Place, say_why, signs_in
from onrecord.findings.sources import mention_at
from onrecord.nouns.annotations import Annotated, Mention
from onrecord.nouns.digest import digest
from onrecord.nouns.draft import Appearance, Draft
from onrecord.nouns.record import Actor, MentionAt
from onrecord.nouns.span import Span


class Cast(msgspec.Struct, frozen=True):
    """The actors of a story, and which actor each chain of mentions is: `(article id, chain)` to actor id.

    `reasons` says why a chain without a name is somebody of another article. `mandates` are the actors for whom a chain
    speaks by office, `capacities` those for whom an attribution, by its number, says that it is said.
    """

    actors: tuple[Actor, ...] = ()
    chains: dict[Place, str] = {}
    reasons: dict[Place, str] = {}
    mandates: dict[Place, str] = {}
    capacities: dict[Place, str] = {}


def establish_actors(drafts: Sequence[Draft]) -> Cast:
    """Establish the actors of a story."""
    signs = signs_in(drafts)
    appearances = settle_kinds([found for one in drafts for found in _among_others(one.appearances, signs)])
    groups = [group for group in group_by_bearer(appearances) if is_somebody(group)]
    actors = _told_apart([_actor(group) for group in groups])
    chains: dict[Place, str] = {}
    reasons: dict[Place, str] = {}
    for group, actor in zip(groups, actors, strict=True):
        chains.update({(appearance.article, appearance.chain): actor.id for appearance in group})
        if len(group) > 1 and group[0].sign and not group[0].names:
            reasons.update({(one.article, one.chain): say_why(one.sign) for one in group[1:]})
    return Cast(actors, chains, reasons, _mandates(drafts, groups, chains), _capacities(drafts, chains))


def actor_at(cast: Cast, one: Annotated, at: Span) -> str | None:
    """Return the actor that the words of a span refer to."""
    mention = mention_at(one, at)
    return None if mention is None else actor_of(cast, one, mention)


def actor_of(cast: Cast, one: Annotated, mention: Mention) -> str | None:
    """Return the actor whom a mention is of."""
    return None if mention.chain is None else cast.chains.get((one.article.id, mention.chain))


def _among_others(found: Sequence[Appearance], signs: Mapping[Place, str]) -> Iterator[Appearance]:
    """Tell everybody in an article who else is named there; a lone surname says nothing of whom."""
    names = ((words_of_fullest(one), is_person(one)) for one in found)
    company = frozenset(words for words, person in names if len(words) > person)
    for one in found:
        circle = msgspec.structs.replace(one.circle, company=company)
        yield msgspec.structs.replace(one, circle=circle, sign=signs.get((one.article, one.chain), ""))


def _mandates(
    drafts: Iterable[Draft], groups: Iterable[Sequence[Appearance]], chains: Mapping[Place, str]
) -> dict[Place, str]:
    """Return for whom every chain speaks: by its own article, else by the others where all of them name one body.

    Whoever has another office in an article is not taken for a spokesman there.
    """
    told = {
        (one.article.id, chain): chains.get((one.article.id, body)) if body is not None else None
        for one in drafts
        for chain, body in one.mandates.items()
    }
    found = {place: body for place, body in told.items() if body}
    for group in groups:
        places = [(one.article, one.chain) for one in group]
        bodies = {told[place] for place in places if place in told}
        only = next(iter(bodies)) if len(bodies) == 1 else None
        for one, place in zip(group, places, strict=True):
            if only and place not in told and all(is_spokesman(title) for title, _ in one.circle.offices):
                found[place] = only
    return found


def _capacities(drafts: Iterable[Draft], chains: Mapping[Place, str]) -> dict[Place, str]:
    told = (
        ((one.article.id, index), (one.article.id, body)) for one in drafts for index, body in one.capacities.items()
    )
    return {place: chains[body] for place, body in told if body in chains}


def _actor(group: Sequence[Appearance]) -> Actor:
    names = [name for one in group for name in one.names]
    shown = min(names, key=_fullest) if names else next(filter(None, (one.described for one in group)), "somebody")
    kind = max(group, key=lambda one: abs(one.leaning)).kind
    mentions = tuple(MentionAt(one.article, at) for one in group for at in one.mentions)
    called = dict.fromkeys(words for one in group for words in one.called)
    return Actor(
        id=digest("actor", kind, shown) if names else digest("actor", kind, *min(map(_place, mentions))),
        name=shown,
        kind=kind,
        count=next((one.count for one in group if one.count), None) if not names else None,
        aliases=tuple(words for words in called if words != shown),
        mentions=mentions,
        roles=settle_roles(role for one in group for role in one.roles),
    )


def _told_apart(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Give namesakes ids of their own: their first words in the record's order of digests tell them apart."""
    known = Counter(actor.id for actor in actors)
    return tuple(
        actor
        if known[actor.id] == 1
        else msgspec.structs.replace(
            actor, id=digest("actor", actor.kind, actor.name, *min(map(_place, actor.mentions)))
        )
        for actor in actors
    )


def _place(mention: MentionAt) -> tuple[str, Span]:
    return mention.article, mention.at


def _fullest(name: str) -> tuple[int, int, bool, str]:
    """Rank names: most words first, then the longest, and one in capitals after its ordinary spelling."""
    return -len(name.split()), -len(name), name.isupper(), name
