"""When a thing in one article is the thing in another.

Only what the texts say can make two into one: the same length or date, or the same words that set it apart from others
of its kind. Being alike is not enough, unless every article that speaks of such a thing speaks of exactly one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.record import ItemKind
from onrecord.nouns.span import Span

IDENTITY = ("duration", "made", "length")  # two values of one of these are two things
AGREEMENT = 4  # what an equal length or date weighs against one shared word
LINKING = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "of",
        "from",
        "in",
        "on",
        "at",
        "by",
        "to",
        "and",
        "its",
        "his",
    ]
    + ["her", "their", "our", "my", "such", "any", "no", "said", "whose", "with"]
)
Role = tuple[str, bool]  # a family of kinds, and whether the thing is one set apart from a first ("the second tape")


class Strand(msgspec.Struct, frozen=True):
    """One thing as one article tells it: its mentions and what they say of it; `said` is what somebody says there."""

    article: str
    chain: int
    text: str
    things: tuple[Thing, ...]
    said: tuple[Span, ...]
    words: frozenset[str]
    traits: dict[str, str]

    @property
    def kind(self) -> ItemKind:
        """The kind of thing."""
        return self.things[0].kind

    @property
    def claimed(self) -> bool:
        """Whether only somebody says that it exists."""
        return self.things[0].claimed


Group = tuple[Strand, ...]


def strands_of(story: Sequence[Annotated]) -> list[list[Strand]]:
    """Return the strands of each article, in order of the text."""
    return [_strands(one) for one in story]


def match_strands(articles: Sequence[Sequence[Strand]]) -> list[Group]:
    """Put together the strands that are one thing; each group holds at most one strand of an article."""
    alone = _lone_roles(articles)
    groups: list[Group] = []
    for strands in articles:
        found = _best_pairs(strands, groups, alone)
        for place, group in enumerate(groups):
            if place in found.values():
                strand = next(s for s, chosen in found.items() if chosen == place)
                groups[place] = (*group, strands[strand])
        groups.extend((strand,) for index, strand in enumerate(strands) if index not in found)
    return groups


def _strands(one: Annotated) -> list[Strand]:
    chains = dict.fromkeys(thing.chain for thing in one.annotations.things)
    said = tuple(span for attribution in one.annotations.attributions for span in attribution.content)
    return [_strand(one, chain, said) for chain in chains]


def _strand(one: Annotated, chain: int, said: tuple[Span, ...]) -> Strand:
    things = tuple(thing for thing in one.annotations.things if thing.chain == chain)
    text = one.article.text
    return Strand(
        article=one.article.id,
        chain=chain,
        text=text,
        things=things,
        said=said,
        words=frozenset(word for thing in things for word in _telling_words(text, thing)),
        traits={t.name: t.value for thing in things for t in thing.traits if t.name in IDENTITY and t.value},
    )


@cache
def _untelling() -> frozenset[str]:
    items = lexicon("items")
    nouns = [noun for names in items["nouns"].values() for noun in names]
    other = items["other"]
    return LINKING | frozenset(
        [*nouns, *items["generic"]["words"], *items["numbers"], *other["words"], *other["first"], *other["both"]]
    )


def _telling_words(text: str, thing: Thing) -> set[str]:
    """Return the words of a mention that tell its thing from others of its kind."""
    words = {word.removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’]+", thing.at.of(text).lower())}
    head = thing.head.of(text).lower()
    return {word for word in words if word != head and word not in _untelling() and not word.isdigit()}


def _roles(strand: Strand) -> set[Role]:
    words = {word for thing in strand.things for word in thing.at.of(strand.text).lower().split()}
    second = not words.isdisjoint(lexicon("items")["other"]["words"])
    return {(name, second) for name, kinds in lexicon("items")["families"].items() if strand.kind in kinds}


def _lone_roles(articles: Sequence[Sequence[Strand]]) -> set[Role]:
    """Return the roles that no article fills more than once."""
    filled = [Counter(role for strand in strands for role in _roles(strand)) for strands in articles]
    return {role for roles in filled for role in roles if all(other[role] <= 1 for other in filled)}


def _best_pairs(strands: Sequence[Strand], groups: Sequence[Group], alone: set[Role]) -> dict[int, int]:
    """Return which group each strand belongs to: each the other's single best."""
    scores = {
        (index, place): score
        for index, strand in enumerate(strands)
        for place, group in enumerate(groups)
        if (score := _score(strand, group, alone)) > 0
    }
    return {
        index: place
        for (index, place), score in scores.items()
        if all(
            other < score
            for pair, other in scores.items()
            if pair != (index, place) and (pair[0] == index or pair[1] == place)
        )
    }


def _score(strand: Strand, group: Group, alone: set[Role]) -> int:
    """Weigh what the texts say for one thing; 0 where something speaks against it or nothing for it."""
    known: dict[str, set[str]] = {name: {one.traits[name] for one in group if name in one.traits} for name in IDENTITY}
    given = [name for name in strand.traits if known[name]]
    if any(strand.traits[name] not in known[name] for name in given) or not _are_kin(strand.kind, group[0].kind):
        return 0
    shared = len(strand.words & frozenset().union(*(one.words for one in group)))
    roles = _roles(strand) & set().union(*(_roles(one) for one in group)) & alone
    return AGREEMENT * len(given) + shared + bool(roles)


def _are_kin(one: ItemKind, other: ItemKind) -> bool:
    """Tell whether one thing may be called by both kinds; a kind without a family is its own."""
    return one == other or any(one in kinds and other in kinds for kinds in lexicon("items")["families"].values())
