"""Which rows of two versions are the same one told twice: those that share most of their words.

The match is the same whichever version comes first, so that swapping the two mirrors what is concluded from it.
Only words that stand in few rows propose a match, which keeps long articles linear.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

Words = frozenset[str]
Pair = tuple[int, int]

LEAST = 0.5  # share of the words of both that two rows must have in common
COMMON = 40  # rows of one side from which on a word proposes no match


def align(left: Sequence[Words], right: Sequence[Words], least: float = LEAST) -> tuple[Pair, ...]:
    """Return the pairs of rows, each row in one pair at most, the most alike first served; in order of the left.

    >>> align([frozenset({"boat", "sank"}), frozenset({"rain"})], [frozenset({"boat", "sank", "late"})])
    ((0, 0),)
    """
    # Ties go to rows that keep their place: of two alike the ones whose numbers differ least.
    ranked = sorted((-alike, abs(i - j), min(i, j), i, j) for i, j, alike in _candidates(left, right) if alike >= least)
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs: list[Pair] = []
    for *_, i, j in ranked:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append((i, j))
    return tuple(sorted(pairs))


def likeness(one: Words, other: Words) -> float:
    """Return the share of the words of both that they have in common."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _candidates(left: Sequence[Words], right: Sequence[Words]) -> Iterator[tuple[int, int, float]]:
    lefts, rights = _postings(left), _postings(right)
    pairs = {
        (i, j)
        for word, places in lefts.items()
        if len(places) <= COMMON and len(rights.get(word, ())) <= COMMON
        for i in places
        for j in rights.get(word, ())
    }
    for i, j in pairs:
        yield i, j, likeness(left[i], right[j])


def _postings(rows: Sequence[Words]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(rows):
        for word in words:
            found[word].append(place)
    return found
