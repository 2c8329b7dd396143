"""Who is the same across the articles of a story: by name, and by role and company where the name leaves it open.

A full name that is spelled otherwise or shortened joins the only one that it can be. A surname alone, or a name that
lacks what another has ("Jr"), joins only where a role or somebody else named in both articles speaks for it, and never
where two could bear it. What contradicts (a role, "he" and "she") keeps even one name two people. Descriptions join
nothing by themselves, save the few that say all that a name would: those that carry the same `sign`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

import msgspec

from onrecord.findings.callings import LONGEST, Calling, Key, Likeness, calling_of, is_surname, likeness
from onrecord.findings.circles import Circles, agree, contradict, widen
from onrecord.nouns.draft import Appearance

KEPT = 10_000  # names whose words are kept at hand: the same ones stand in every article of a case
FEW = 50  # people whose names are compared with one name; where there are more, only one that is the same joins
STRENGTH: tuple[Likeness, ...] = ("same", "variant", "weak")


class Bearer(msgspec.Struct):
    """Somebody in the story so far: the words of the fullest name, every name of a person, and every appearance."""

    words: tuple[str, ...]
    appearances: list[Appearance]
    articles: set[str]
    callings: dict[Calling, None]
    circles: Circles


class Roll(msgspec.Struct):
    """The bearers so far: people by the keys of their names, bodies by each opening of theirs, the rest by sign."""

    people: dict[Key, list[Bearer]]
    bodies: dict[Key, list[Bearer]]
    by_sign: dict[str, Bearer]


def group_by_bearer(appearances: Sequence[Appearance]) -> tuple[tuple[Appearance, ...], ...]:
    """Group appearances that are one and the same, in order of first appearance."""
    bearers: list[Bearer] = []
    roll = Roll(defaultdict(list), defaultdict(list), {})
    for appearance in sorted(appearances, key=_fullest_first):
        bearer = _known(roll, appearance)
        if bearer is None:
            bearer = Bearer(words_of_fullest(appearance), [], set(), {}, Circles(set(), {}, set()))
            bearers.append(bearer)
            _enter(roll, bearer, appearance)
        bearer.appearances.append(appearance)
        bearer.articles.add(appearance.article)
        widen(bearer.circles, appearance.circle)
        if is_person(appearance):
            _call(roll, bearer, appearance)
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
    return one.circle.own


def is_person(one: Appearance) -> bool:
    """Tell whether an appearance is that of a person and not of a body or a paper."""
    return one.kind in ("person", "unnamed")


def _fullest_first(one: Appearance) -> tuple[bool, int, bool, str, int]:
    """Rank full names before short ones and written-out ones before initials, so that every order joins alike."""
    words = words_of_fullest(one)
    alone = is_person(one) and all(map(is_surname, _full(one.names)))
    return alone, -len(words), bool(words) and len(words[0]) == 1, one.article, one.chain


def _enter(roll: Roll, bearer: Bearer, one: Appearance) -> None:
    if one.sign:
        roll.by_sign.setdefault(one.sign, bearer)
    if not is_person(one):
        for size in range(1, min(LONGEST, len(bearer.words)) + 1):
            roll.bodies[bearer.words[:size]].append(bearer)


def _call(roll: Roll, bearer: Bearer, one: Appearance) -> None:
    """Enter every full name by which an article calls somebody: what one links, the next may use alone."""
    for name in _full(one.names):
        if name not in bearer.callings:
            bearer.callings[name] = None
            for key in (*name.keys, _surname(name)):
                roll.people[key].append(bearer)


def _known(roll: Roll, one: Appearance) -> Bearer | None:
    """Return whom an appearance takes up: its kind is doubted only where nobody of that kind fits."""
    if not one.names:
        bearer = roll.by_sign.get(one.sign) if one.sign else None
        return bearer if bearer is not None and _is_elsewhere(bearer, one) else None
    find = (_people, _bodies) if is_person(one) else (_bodies, _people)
    fitting = find[0](roll, one)
    if not fitting and abs(one.leaning) <= 1:
        fitting = find[1](roll, one)
    return fitting[0] if len(fitting) == 1 and _is_elsewhere(fitting[0], one) else None


def _is_elsewhere(bearer: Bearer, one: Appearance) -> bool:
    return one.article not in bearer.articles


def _bodies(roll: Roll, one: Appearance) -> tuple[Bearer, ...]:
    """Return the bodies that a name can mean: one, or two of those there are."""
    words = words_of_fullest(one)[:LONGEST]
    return tuple(islice(roll.bodies.get(words, ()), 2)) if words else ()


def _people(roll: Roll, one: Appearance) -> tuple[Bearer, ...]:
    """Return the people that a name can mean: of those whose name goes best with it, whom the rest speaks for."""
    names = _full(one.names)
    likes: dict[Likeness, list[Bearer]] = {"same": [], "variant": [], "weak": []}
    for bearer in _called_alike(roll, names):
        like = _best(bearer.callings, names)
        if like and not contradict(one.circle, bearer.circles):
            likes[like].append(bearer)
    return next((_chosen(one, like, likes[like]) for like in STRENGTH if likes[like]), ())


@lru_cache(KEPT)
def _full(called: tuple[str, ...]) -> tuple[Calling, ...]:
    """Return the full names by which an article calls somebody, or what there is in place of them."""
    names = tuple(map(calling_of, called))
    return tuple(name for name in names if not is_surname(name)) or names


def _called_alike(roll: Roll, names: Iterable[Calling]) -> tuple[Bearer, ...]:
    keys = (key for name in names for key in ((_surname(name),) if is_surname(name) else name.keys))
    found = {id(bearer): bearer for key in keys for bearer in islice(roll.people.get(key, ()), FEW)}
    return tuple(found.values())


def _surname(name: Calling) -> Key:
    return "surname", name.family


def _best(known: Iterable[Calling], names: tuple[Calling, ...]) -> Likeness | None:
    """Return how well two go together by their names; a surname is never more than a weak tie, even to itself."""
    found = {like for own in known for name in names if (like := likeness(own, name))}
    best = next((like for like in STRENGTH if like in found), None)
    return "weak" if best and all(map(is_surname, names)) else best


def _chosen(one: Appearance, like: Likeness, fitting: list[Bearer]) -> tuple[Bearer, ...]:
    """Return those of several for whom a role speaks; one that is only weakly alike needs that, or company."""
    if len(fitting) == 1 and like != "weak":
        return tuple(fitting)
    bonds = [(bearer, agree(one.circle, bearer.circles)) for bearer in fitting]
    by_role = tuple(bearer for bearer, bond in bonds if bond == "role")
    if by_role or len(fitting) > 1:
        return by_role or tuple(fitting)
    return tuple(bearer for bearer, bond in bonds if bond)
