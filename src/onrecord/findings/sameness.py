"""When a thing in one article is the thing in another.

Only what the texts say can make two into one: the same length or date, as corrected, or the same words that set it
apart from others of its kind. Being alike is not enough, unless every article that speaks of such a thing speaks of
exactly one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

import msgspec

from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Thing, Trait, are_equal
from onrecord.nouns.record import ItemKind

IDENTITY = ("duration", "made", "length")  # two values of one of these are two things
AGREEMENT = 4  # what an equal length or date weighs against one shared word
RECOGNISED = 3  # what must speak for one thing where one of two articles does not contest it
CLAIMED = 3  # words that two claims must share: those of one clause, and of any about the same people
LINKING = frozenset(
    {
        *("the", "a", "an", "this", "that", "these", "those", "such", "any", "no", "its", "his", "her", "their", "our"),
        *("of", "from", "in", "on", "at", "by", "to", "with", "and", "my", "whose", "said"),
    }
)
Amendments = dict[tuple[str, str, str], str]  # article, name and wrong value of a trait: the value in force
_Sign = str | tuple[str, str] | tuple[str, bool]  # a word, a trait or a role
Role = tuple[str, bool]  # a family of kinds or a noun, and whether it is one set apart from a first ("the second tape")


class Strand(msgspec.Struct, frozen=True, dict=True):
    """One thing as one article tells it: its mentions and what they say of it."""

    article: str
    chain: int
    text: str
    things: tuple[Thing, ...]
    words: frozenset[str]
    traits: dict[str, str]  # as corrected
    wrong: frozenset[Trait] = frozenset()  # traits whose value a notice has put right

    @property
    def kind(self) -> ItemKind:
        """The kind of thing."""
        return self.things[0].kind

    @property
    def claimed(self) -> bool:
        """Whether only somebody says that it exists."""
        return self.things[0].claimed

    @property
    def contested(self) -> bool:
        """Whether its own article shows that it is contested."""
        return self.things[0].contested

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The families of kinds and the noun that it is called by."""
        return _roles(self)


Group = tuple[Strand, ...]


class _Bundle(msgspec.Struct):
    """The strands found to be one thing so far, with all that they tell of it."""

    kind: ItemKind
    strands: list[Strand]
    words: set[str]
    traits: dict[str, set[str]]
    roles: set[Role]
    articles: set[str]


def strands_of(story: Sequence[Annotated], *, candidates: bool = False) -> list[list[Strand]]:
    """Return the strands of each article, in order of the text; those that it does not contest where asked for."""
    amendments = _amendments(story)
    return [_strands(one, amendments, candidates=candidates) for one in story]


def _amendments(story: Sequence[Annotated]) -> Amendments:
    """Return what notices put right: in their own article, and in the version that it replaces."""
    return {
        (article, notice.amends[0].name, notice.amends[0].value): notice.amends[1].value
        for one in story
        for notice in one.annotations.notices
        if notice.amends
        for article in (one.article.id, one.article.version_of)
        if article
    }


def match_strands(articles: Sequence[Sequence[Strand]]) -> list[Group]:
    """Put together the strands that are one thing; each group holds at most one strand of an article.

    Strands that their own article does not contest come last, and only join what the others have shown to be one.
    """
    contested = [[strand for strand in strands if strand.contested] for strands in articles]
    alone = _lone_roles(contested)
    bundles: list[_Bundle] = []
    showing: defaultdict[_Sign, set[int]] = defaultdict(set)
    for strands in contested:
        found = _best_pairs(strands, bundles, showing, alone)
        for index, strand in enumerate(strands):
            place = found.get(index, len(bundles))
            if place == len(bundles):
                bundles.append(_Bundle(strand.kind, [], set(), {}, set(), set()))
            _add(bundles[place], strand)
            for sign in _signs(strand, alone):
                showing[sign].add(place)
    _recognise(articles, bundles)
    return [tuple(bundle.strands) for bundle in bundles]


def _recognise(articles: Sequence[Sequence[Strand]], bundles: Sequence[_Bundle]) -> None:
    """Add the strands that only another article contests to what they are, where the texts say enough for it."""
    alone = _lone_roles(articles)
    showing: defaultdict[_Sign, set[int]] = defaultdict(set)
    for place, bundle in enumerate(bundles):
        for sign in (sign for strand in bundle.strands for sign in _signs(strand, alone)):
            showing[sign].add(place)
    for strands in articles:
        idle = [strand for strand in strands if not strand.contested]
        for index, place in _best_pairs(idle, bundles, showing, alone, RECOGNISED).items():
            _add(bundles[place], idle[index])
            for sign in _signs(idle[index], alone):
                showing[sign].add(place)


def _add(bundle: _Bundle, strand: Strand) -> None:
    bundle.strands.append(strand)
    bundle.articles.add(strand.article)
    bundle.words |= strand.words
    bundle.roles |= strand.roles
    for name, value in strand.traits.items():
        bundle.traits.setdefault(name, set()).add(value)


def _strands(one: Annotated, amendments: Amendments, *, candidates: bool) -> list[Strand]:
    chains: defaultdict[int, list[Thing]] = defaultdict(list)
    for thing in (*one.annotations.things, *(one.annotations.candidates if candidates else ())):
        chains[thing.chain].append(thing)
    text = one.article.text
    return [
        Strand(
            article=one.article.id,
            chain=chain,
            text=text,
            things=tuple(things),
            words=frozenset(word for thing in things for word in _telling_words(text, thing)),
            traits=_settled(
                (trait.name, amendments.get(_key(one, trait), trait.value))
                for thing in things
                for trait in thing.traits
                if (trait.name in IDENTITY or trait.name in _states()) and trait.value
            ),
            wrong=frozenset(trait for thing in things for trait in thing.traits if _key(one, trait) in amendments),
        )
        for chain, things in chains.items()
    ]


def _settled(values: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one value for each trait: the last told, but a day and never only the month that it is in."""
    found: dict[str, str] = {}
    for name, value in values:
        if name not in found or not are_equal(found[name], value) or len(value) > len(found[name]):
            found[name] = value
    return found


def _key(one: Annotated, trait: Trait) -> tuple[str, str, str]:
    return one.article.id, trait.name, trait.value


@cache
def _untelling() -> frozenset[str]:
    items = lexicon("items")
    nouns = [noun for names in items["nouns"].values() for noun in names]
    other = items["other"]
    return LINKING | frozenset(
        [
            *nouns,
            *items["generic"]["words"],
            *items["numbers"],
            *items["parts"]["measures"],
            *other["words"],
            *other["first"],
            *other["both"],
        ]
    )


def _telling_words(text: str, thing: Thing) -> set[str]:
    """Return the words of a mention that tell its thing from others of its kind."""
    words = {word.removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’]+", thing.at.of(text).lower())}
    head = thing.head.of(text).lower()
    untelling = _untelling() | frozenset(lexicon("claims")["light"]) if thing.kind == "claim" else _untelling()
    return {word for word in words if word != head and word not in untelling and not word.isdigit()}


def _roles(strand: Strand) -> frozenset[Role]:
    words = {word for thing in strand.things for word in thing.at.of(strand.text).lower().split()}
    second = not words.isdisjoint(lexicon("items")["other"]["words"])
    families = {(name, second) for name, kinds in lexicon("items")["families"].items() if strand.kind in kinds}
    return frozenset(families | {(f"noun {_usual_noun(strand)}", second)})


def _usual_noun(strand: Strand) -> str:
    """Return the noun that mostly names a thing, in the singular."""
    nouns = Counter(thing.head.of(strand.text).lower().replace("e-mail", "email") for thing in strand.things)
    return nouns.most_common(1)[0][0].removesuffix("s")


def _lone_roles(articles: Sequence[Sequence[Strand]]) -> set[Role]:
    """Return the roles that no article fills more than once."""
    filled = [Counter(role for strand in strands for role in strand.roles) for strands in articles]
    crowded = {role for roles in filled for role, strands in roles.items() if strands > 1}
    return {role for roles in filled for role in roles} - crowded


def _signs(strand: Strand, alone: set[Role]) -> Iterator[_Sign]:
    """Yield what can speak for one thing: strands that share none of it are never weighed against each other."""
    yield from strand.words
    yield from strand.traits.items()
    yield from strand.roles & alone


def _best_pairs(
    strands: Sequence[Strand],
    bundles: Sequence[_Bundle],
    showing: Mapping[_Sign, set[int]],
    alone: set[Role],
    floor: int = 1,
) -> dict[int, int]:
    """Return which bundle each strand belongs to: each the other's single best; `showing` says which show a sign."""
    rows: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for index, strand in enumerate(strands):
        for place in {place for sign in _signs(strand, alone) for place in showing.get(sign, ())}:
            if strand.article in bundles[place].articles:
                continue  # what one article tells apart is never one
            if (score := _score(strand, bundles[place], alone)) >= floor:
                rows[index].append((score, place))
                columns[place].append(score)
    pairs = {}
    for index, row in rows.items():
        score, place = max(row)
        if (
            [one for one, _ in row].count(score) == 1
            and max(columns[place]) == score
            and columns[place].count(score) == 1
        ):
            pairs[index] = place
    return pairs


def _score(strand: Strand, bundle: _Bundle, alone: set[Role]) -> int:
    """Weigh what the texts say for one thing; 0 where something speaks against it or nothing for it."""
    if not _are_kin(strand.kind, bundle.kind):
        return 0
    given = [name for name in strand.traits if name in bundle.traits]
    if any(not any(are_equal(strand.traits[name], one) for one in bundle.traits[name]) for name in given):
        return 0
    if strand.kind == "claim":
        shared = len(strand.words & bundle.words)
        return shared if shared >= CLAIMED else 0
    roles = strand.roles & bundle.roles & alone
    agreed = sum(name in IDENTITY for name in given)  # that both are signed makes no two papers one
    return AGREEMENT * agreed + len(strand.words & bundle.words) + len(roles)


@cache
def _states() -> frozenset[str]:
    return frozenset(lexicon("items")["states"])


@cache
def _are_kin(one: ItemKind, other: ItemKind) -> bool:
    """Tell whether one thing may be called by both kinds; a kind without a family is its own."""
    return one == other or any(one in kinds and other in kinds for kinds in lexicon("items")["families"].values())
