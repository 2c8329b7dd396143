"""When a thing in one article is the thing in another.

Only what the texts say can make two into one: the same length or date, or the same words that set it apart from others of its
kind. Being alike is not enough, unless every article that speaks of such a thing speaks of exactly one.
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
    "the a an this that these those of from in on at by to and its his her their our my such any no said whose with".split()
)


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
    alone = _lone_families(articles)
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


def _lone_families(articles: Sequence[Sequence[Strand]]) -> set[str]:
    """Return the families of kinds of which no article speaks of more than one."""
    families = lexicon("items")["families"]
    return {
        name
        for name, kinds in families.items()
        if all(sum(strand.kind in kinds for strand in strands) <= 1 for strands in articles)
    }


def _best_pairs(strands: Sequence[Strand], groups: Sequence[Group], alone: set[str]) -> dict[int, int]:
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


def _score(strand: Strand, group: Group, alone: set[str]) -> int:
    """Weigh what the texts say for one thing; 0 where something speaks against it or nothing for it."""
    family = _family(strand.kind, group[0].kind)
    traits = Counter({name: 0 for name in IDENTITY})
    for known in group:
        for name in IDENTITY:
            if name in strand.traits and name in known.traits:
                if strand.traits[name] != known.traits[name]:
                    return 0
                traits[name] = 1
    if family is None:
        return 0
    shared = len(strand.words & frozenset().union(*(known.words for known in group)))
    return AGREEMENT * traits.total() + shared + (family in alone)


def _family(one: ItemKind, other: ItemKind) -> str | None:
    """Return a family that both kinds belong to; a kind without a family is its own."""
    for name, kinds in lexicon("items")["families"].items():
        if one in kinds and other in kinds:
            return str(name)
    return one if one == other else None
