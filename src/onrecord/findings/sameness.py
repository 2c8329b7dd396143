"""When a thing in one article is the thing in another.

Only what the texts say can make two into one: the same length or date, as corrected, or the same words that set it
apart from others of its kind. Being alike is not enough, unless every article that speaks of such a thing speaks of
exactly one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from onrecord.findings.strands import IDENTITY
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import are_equal
from onrecord.nouns.draft import Sort, Strand
from onrecord.nouns.record import ItemKind

AGREEMENT = 4  # what an equal length or date weighs against one shared word
RECOGNISED = 3  # what must speak for one thing where one of two articles does not contest it
CLAIMED = 3  # words that two claims must share: those of one clause, and of any about the same people
_Sign = str | tuple[str, str] | Sort  # a word, a trait or the sort of thing
Group = tuple[Strand, ...]


class _Bundle(msgspec.Struct):
    """The strands found to be one thing so far, with all that they tell of it."""

    kind: ItemKind
    strands: list[Strand]
    words: set[str]
    traits: dict[str, set[str]]
    sorts: set[Sort]
    articles: set[str]


def match_strands(articles: Sequence[Sequence[Strand]]) -> list[Group]:
    """Put together the strands that are one thing; each group holds at most one strand of an article.

    Strands that their own article does not contest come last, and only join what the others have shown to be one.
    """
    contested = [[strand for strand in strands if strand.contested] for strands in articles]
    alone = _lone_sorts(contested)
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
    alone = _lone_sorts(articles)
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
    bundle.sorts |= strand.sorts
    for name, value in strand.traits.items():
        bundle.traits.setdefault(name, set()).add(value)


def _lone_sorts(articles: Sequence[Sequence[Strand]]) -> set[Sort]:
    """Return the sorts of which no article has more than one thing."""
    filled = [Counter(sort for strand in strands for sort in strand.sorts) for strands in articles]
    crowded = {sort for sorts in filled for sort, strands in sorts.items() if strands > 1}
    return {sort for sorts in filled for sort in sorts} - crowded


def _signs(strand: Strand, alone: set[Sort]) -> Iterator[_Sign]:
    """Yield what can speak for one thing: strands that share none of it are never weighed against each other."""
    yield from strand.words
    yield from strand.traits.items()
    yield from strand.sorts & alone


def _best_pairs(
    strands: Sequence[Strand],
    bundles: Sequence[_Bundle],
    showing: Mapping[_Sign, set[int]],
    alone: set[Sort],
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


def _score(strand: Strand, bundle: _Bundle, alone: set[Sort]) -> int:
    """Weigh what the texts say for one thing; 0 where something speaks against it or nothing for it."""
    if not _are_kin(strand.kind, bundle.kind):
        return 0
    given = [name for name in strand.traits if name in bundle.traits]
    if any(not any(are_equal(strand.traits[name], one) for one in bundle.traits[name]) for name in given):
        return 0
    if strand.kind == "claim":
        shared = len(strand.words & bundle.words)
        return shared if shared >= CLAIMED else 0
    sorts = strand.sorts & bundle.sorts & alone
    agreed = sum(name in IDENTITY for name in given)  # that both are signed makes no two papers one
    return AGREEMENT * agreed + len(strand.words & bundle.words) + len(sorts)


@cache
def _are_kin(one: ItemKind, other: ItemKind) -> bool:
    """Tell whether one thing may be called by both kinds; a kind without a family is its own."""
    return one == other or any(one in kinds and other in kinds for kinds in lexicon("items")["families"].values())
