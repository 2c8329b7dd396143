"""Who is the same across the articles of a story: by full name, never by a surname that two could bear.

A lone surname joins the only full name of the story that holds it. Descriptions join nothing by themselves, save
the few that say all that a name would: those that carry the same `sign`.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

import msgspec

from onrecord.nouns.record import ActorKind

KEPT = 10_000  # names whose words are kept at hand: the same ones stand in every article of a case
LONGEST = 12  # words of the name of a body by which it can be looked up


class Appearance(msgspec.Struct, frozen=True):
    """Somebody in one article: a chain, the indices of its mentions and the names that it bears there.

    `leaning` weighs what speaks for a person, against zero for a body; `sign` tells somebody without a name
    from all others, in every article where it stands.
    """

    article: str
    chain: int
    mentions: tuple[int, ...]
    kind: ActorKind
    names: tuple[str, ...] = ()
    leaning: int = 0
    sign: str = ""
    speaks: bool = False


class Bearer(msgspec.Struct):
    """Somebody in the story so far: the words of the fullest name, and every appearance."""

    words: tuple[str, ...]
    appearances: list[Appearance]


class Roll(msgspec.Struct):
    """The bearers so far: people by surname and first name, bodies by each opening of their name, the rest by sign."""

    by_key: dict[tuple[bool, tuple[str, ...]], list[Bearer]]
    by_sign: dict[str, Bearer]


def group_by_bearer(appearances: Sequence[Appearance]) -> tuple[tuple[Appearance, ...], ...]:
    """Group appearances that are one and the same, in order of first appearance."""
    bearers: list[Bearer] = []
    roll = Roll(defaultdict(list), {})
    for appearance in sorted(appearances, key=_fullest_first):
        known = _known(roll, appearance)
        if known is not None:
            known.appearances.append(appearance)
            continue
        bearers.append(Bearer(words_of_fullest(appearance), [appearance]))
        _enter(roll, bearers[-1], appearance)
    order = {id(one): place for place, one in enumerate(appearances)}
    groups = [tuple(sorted(bearer.appearances, key=lambda one: order[id(one)])) for bearer in bearers]
    return tuple(sorted(groups, key=lambda group: order[id(group[0])]))


@lru_cache(KEPT)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as two spellings of it are compared."""
    words = tuple(name.replace("’", "'").replace(".", "").replace("-", " ").casefold().split())
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def words_of_fullest(one: Appearance) -> tuple[str, ...]:
    """Return the words of the fullest name that somebody bears in an article; none for the nameless."""
    return max(map(words_of, one.names), key=len, default=())


def is_person(one: Appearance) -> bool:
    """Tell whether an appearance is that of a person and not of a body or a paper."""
    return one.kind in ("person", "unnamed")


def _fullest_first(one: Appearance) -> tuple[int, bool]:
    """Rank full names before short ones and written-out ones before initials, so that every order joins alike."""
    words = words_of_fullest(one)
    return -len(words), bool(words) and len(words[0]) == 1


def _enter(roll: Roll, bearer: Bearer, one: Appearance) -> None:
    if one.sign:
        roll.by_sign.setdefault(one.sign, bearer)
    person, words = is_person(one), bearer.words
    if not words:
        return
    last, first = words[-1], words[0]
    keys = {(last,), (last, first), (last, first[0], "…")} if person else {words[:k] for k in range(1, LONGEST + 1)}
    for key in keys:
        roll.by_key[person, key].append(bearer)


def _known(roll: Roll, one: Appearance) -> Bearer | None:
    """Return whom an appearance takes up: its kind is doubted only where nobody of that kind fits."""
    if not one.names:
        bearer = roll.by_sign.get(one.sign) if one.sign else None
        return bearer if bearer is not None and _is_elsewhere(bearer, one) else None
    words, person = words_of_fullest(one), is_person(one)
    fitting = _fitting(roll, words, person=person)
    if not fitting and abs(one.leaning) <= 1:
        fitting = _fitting(roll, words, person=not person)
    return fitting[0] if len(fitting) == 1 and _is_elsewhere(fitting[0], one) else None


def _is_elsewhere(bearer: Bearer, one: Appearance) -> bool:
    return all(other.article != one.article for other in bearer.appearances)


def _fitting(roll: Roll, words: tuple[str, ...], *, person: bool) -> tuple[Bearer, ...]:
    """Return the bearers of a kind that a name can mean: one, or two of those there are."""
    if not words:
        return ()
    holders = (one for key in _keys(words, person=person) for one in roll.by_key.get((person, key), ()))
    return tuple(islice((one for one in holders if _fits(one.words, words, person=person)), 2))


def _keys(words: tuple[str, ...], *, person: bool) -> tuple[tuple[str, ...], ...]:
    """Return under which keys the bearers of a name stand."""
    last, first = words[-1], words[0]
    if not person:
        return (words[:LONGEST],)
    if len(words) == 1:
        return ((last,),)
    return ((last, first[0], "…"),) if len(first) == 1 else ((last, first), (last, first[0]))


def _fits(known: tuple[str, ...], words: tuple[str, ...], *, person: bool) -> bool:
    if known == words:
        return True
    if not person:
        return len(words) < len(known) and known[: len(words)] == words
    if known[-1] != words[-1]:
        return False
    if len(words) == 1 or len(known) == 1:
        return len(words) == 1
    return known[0] == words[0] or (len(known[0]) == 1 and words[0][0] == known[0]) or known[0][0] == words[0]
