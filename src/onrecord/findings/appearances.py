"""Who is in one article: everybody there who has a name, is a source or has others speak in their name."""

from collections.abc import Collection, Iterator, Sequence

from onrecord.findings.circles import circle_of
from onrecord.findings.identity import words_of
from onrecord.findings.kinds import leaning_of
from onrecord.findings.offices import roles_in
from onrecord.findings.sources import mention_at
from onrecord.nouns.annotations import Annotated, Mention
from onrecord.nouns.draft import Appearance
from onrecord.nouns.record import ActorKind


def appearances_in(one: Annotated, spoken_for: Collection[int | None]) -> Iterator[Appearance]:
    """Yield the appearances of an article; the chains `spoken_for` have a say where they never speak themselves."""
    chains: dict[int, list[int]] = {}
    for index, mention in enumerate(one.annotations.mentions):
        if mention.chain is not None:
            chains.setdefault(mention.chain, []).append(index)
    spoken = _speaking(one) | set(spoken_for)
    for chain, members in chains.items():
        if chain in spoken or any(one.annotations.mentions[k].name for k in members):
            yield _appearance(one, chain, members, speaks=chain in spoken)


def _appearance(one: Annotated, chain: int, members: Sequence[int], *, speaks: bool) -> Appearance:
    mentions = [one.annotations.mentions[k] for k in members]
    named = tuple(dict.fromkeys(mention.name for mention in mentions if mention.name))
    described = (_words(one, mention) for mention in mentions if mention.form != "pronoun")
    return Appearance(
        article=one.article.id,
        chain=chain,
        mentions=tuple(mention.at for mention in mentions),
        kind=_kind(mentions),
        names=named,
        leaning=leaning_of(one, members),
        speaks=speaks,
        circle=circle_of(one, members, max(map(words_of, named), key=len, default=())),
        called=_called(one, mentions),
        described=next(described, None),
        count=next((mention.count for mention in mentions if mention.count), None),
        roles=roles_in(one, members),
    )


def _speaking(one: Annotated) -> set[int]:
    sources = (attribution.source for attribution in one.annotations.attributions)
    found = (mention_at(one, source) for source in sources if source is not None)
    return {mention.chain for mention in found if mention is not None and mention.chain is not None}


def _kind(mentions: Sequence[Mention]) -> ActorKind:
    """Return the kind that the name tells, else the first description."""
    ranked = sorted(mentions, key=lambda mention: ("name", "description", "pronoun").index(mention.form))
    return ranked[0].kind


def _called(one: Annotated, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return every way the article calls somebody, in order of the text."""
    found: dict[str, None] = {}
    for mention in mentions:
        if mention.form != "pronoun":
            found[_words(one, mention)] = None
        if mention.name:
            found[mention.name] = None
    return tuple(found)


def _words(one: Annotated, mention: Mention) -> str:
    return " ".join(mention.at.of(one.article.text).split())
