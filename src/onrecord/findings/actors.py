"""Who the people, bodies, groups and documents of a story are: one actor each.

Whoever has a name is an actor; who is only described is one where the words make them a source. Articles are joined
over names and over what says as much as a name, so a "council source" of one article is never the one of another.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.findings.circles import circle_of
from onrecord.findings.identity import Appearance, group_by_bearer, is_person, words_of, words_of_fullest
from onrecord.findings.kinds import is_somebody, leaning_of, settle_kinds
from onrecord.findings.mandates import Mandates, capacities_in, is_spokesman, mandates_in
from onrecord.findings.offices import roles_of
from onrecord.findings.signs import Place, say_why, signs_in
from onrecord.findings.sources import mention_at
from onrecord.nouns.annotations import Annotated, Mention
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Actor, ActorKind, MentionAt
from onrecord.nouns.span import Span

Spoken = Mapping[str, tuple[Mandates, Mapping[int, int]]]  # by article: the mandates and the capacities in it


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


def establish_actors(story: tuple[Annotated, ...]) -> Cast:
    """Establish the actors of a story."""
    signs = signs_in(story)
    spoken = {one.article.id: (mandates_in(one), capacities_in(one)) for one in story}
    appearances = settle_kinds(
        [
            appearance
            for one in story
            for appearance in _among_others(tuple(_appearances(one, signs, _spoken_for(*spoken[one.article.id]))))
        ]
    )
    articles = {one.article.id: one for one in story}
    groups = [group for group in group_by_bearer(appearances) if is_somebody(group)]
    actors = _told_apart([_actor(group, articles) for group in groups])
    chains: dict[Place, str] = {}
    reasons: dict[Place, str] = {}
    for group, actor in zip(groups, actors, strict=True):
        chains.update({(appearance.article, appearance.chain): actor.id for appearance in group})
        if len(group) > 1 and group[0].sign and not group[0].names:
            reasons.update({(one.article, one.chain): say_why(one.sign) for one in group[1:]})
    return Cast(actors, chains, reasons, _mandates(spoken, groups, chains), _capacities(spoken, chains))


def actor_at(cast: Cast, one: Annotated, at: Span) -> str | None:
    """Return the actor that the words of a span refer to."""
    mention = mention_at(one, at)
    return None if mention is None else actor_of(cast, one, mention)


def actor_of(cast: Cast, one: Annotated, mention: Mention) -> str | None:
    """Return the actor whom a mention is of."""
    return None if mention.chain is None else cast.chains.get((one.article.id, mention.chain))


def _appearances(one: Annotated, signs: Mapping[Place, str], spoken_for: set[int]) -> Iterator[Appearance]:
    """Yield everybody in an article who has a name, is a source or has others speak in their name."""
    chains: dict[int, list[int]] = {}
    for index, mention in enumerate(one.annotations.mentions):
        if mention.chain is not None:
            chains.setdefault(mention.chain, []).append(index)
    spoken = _speaking(one) | spoken_for
    for chain, members in chains.items():
        mentions = [one.annotations.mentions[k] for k in members]
        named = [mention.name for mention in mentions if mention.name]
        if named or chain in spoken:
            yield Appearance(
                article=one.article.id,
                chain=chain,
                mentions=tuple(members),
                kind=_kind(mentions),
                names=tuple(dict.fromkeys(named)),
                leaning=leaning_of(one, members),
                sign=signs.get((one.article.id, chain), ""),
                speaks=chain in spoken,
                circle=circle_of(one, members, max(map(words_of, named), key=len, default=())),
            )


def _among_others(found: Sequence[Appearance]) -> Iterator[Appearance]:
    """Tell everybody in an article who else is named there; a lone surname says nothing of whom."""
    names = ((words_of_fullest(one), is_person(one)) for one in found)
    company = frozenset(words for words, person in names if len(words) > person)
    for one in found:
        circle = msgspec.structs.replace(one.circle, company=company)
        yield msgspec.structs.replace(one, circle=circle)


def _speaking(one: Annotated) -> set[int]:
    sources = (attribution.source for attribution in one.annotations.attributions)
    found = (mention_at(one, source) for source in sources if source is not None)
    return {mention.chain for mention in found if mention is not None and mention.chain is not None}


def _spoken_for(mandates: Mandates, capacities: Mapping[int, int]) -> set[int]:
    """Return the chains in whose name others speak: they have a say where they never speak themselves."""
    return {body for body in (*mandates.values(), *capacities.values()) if body is not None}


def _mandates(spoken: Spoken, groups: Iterable[Sequence[Appearance]], chains: Mapping[Place, str]) -> dict[Place, str]:
    """Return for whom every chain speaks: by its own article, else by the others where all of them name one body.

    Whoever has another office in an article is not taken for a spokesman there.
    """
    told = {
        (article, chain): chains.get((article, body)) if body is not None else None
        for article, (mandates, _) in spoken.items()
        for chain, body in mandates.items()
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


def _capacities(spoken: Spoken, chains: Mapping[Place, str]) -> dict[Place, str]:
    told = (
        ((article, index), (article, body))
        for article, (_, capacities) in spoken.items()
        for index, body in capacities.items()
    )
    return {place: chains[body] for place, body in told if body in chains}


def _kind(mentions: Sequence[Mention]) -> ActorKind:
    """Return the kind that the name tells, else the first description."""
    ranked = sorted(mentions, key=lambda mention: ("name", "description", "pronoun").index(mention.form))
    return ranked[0].kind


def _actor(group: Sequence[Appearance], articles: dict[str, Annotated]) -> Actor:
    mentions = [
        (articles[one.article], articles[one.article].annotations.mentions[k]) for one in group for k in one.mentions
    ]
    names = [name for one in group for name in one.names]
    shown = min(names, key=_fullest) if names else _described(mentions)
    kind = max(group, key=lambda one: abs(one.leaning)).kind
    first = min((one.article.id, mention.at) for one, mention in mentions)
    return Actor(
        id=digest("actor", kind, shown) if names else digest("actor", kind, *first),
        name=shown,
        kind=kind,
        count=next((mention.count for _, mention in mentions if mention.count), None) if not names else None,
        aliases=_aliases(mentions, shown),
        mentions=tuple(MentionAt(one.article.id, mention.at) for one, mention in mentions),
        roles=roles_of((articles[one.article], one.mentions) for one in group),
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


def _described(mentions: Iterable[tuple[Annotated, Mention]]) -> str:
    texts = [_words(one, mention.at) for one, mention in mentions if mention.form != "pronoun"]
    return texts[0] if texts else "somebody"


def _aliases(mentions: Iterable[tuple[Annotated, Mention]], shown: str) -> tuple[str, ...]:
    """Return every other way the story calls an actor, in order of appearance."""
    found: dict[str, None] = {}
    for one, mention in mentions:
        if mention.form != "pronoun":
            found[_words(one, mention.at)] = None
        if mention.name:
            found[mention.name] = None
    found.pop(shown, None)
    return tuple(found)


def _words(one: Annotated, at: Span) -> str:
    return " ".join(at.of(one.article.text).split())
