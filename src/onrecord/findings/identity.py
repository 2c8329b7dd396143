"""Who is the same across the articles of a story: by full name, never by a surname that two could bear.

A lone surname joins the only full name of the story that holds it. Descriptions join nothing by themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.nouns.record import ActorKind


class Appearance(msgspec.Struct, frozen=True):
    """Somebody in one article: a chain, the indices of its mentions and the names that it bears there."""

    article: str
    chain: int
    mentions: tuple[int, ...]
    kind: ActorKind
    names: tuple[str, ...] = ()


class Bearer(msgspec.Struct):
    """Somebody in the story so far: the words of the fullest name, and every appearance."""

    words: tuple[str, ...]
    appearances: list[Appearance]


def group_by_bearer(appearances: Sequence[Appearance]) -> tuple[tuple[Appearance, ...], ...]:
    """Group appearances that are one and the same, in order of first appearance."""
    bearers: list[Bearer] = []
    by_word: dict[tuple[bool, str], list[Bearer]] = defaultdict(list)
    for appearance in sorted(appearances, key=_fullest_first):
        words = _words_of_fullest(appearance)
        known = _find(by_word, appearance, words)
        if known is not None:
            known.appearances.append(appearance)
            continue
        bearers.append(Bearer(words, [appearance]))
        for word in {words[0], words[-1]} if words else ():
            by_word[_is_person(appearance), word].append(bearers[-1])
    order = {id(one): place for place, one in enumerate(appearances)}
    groups = [tuple(sorted(bearer.appearances, key=lambda one: order[id(one)])) for bearer in bearers]
    return tuple(sorted(groups, key=lambda group: order[id(group[0])]))


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as two spellings of it are compared."""
    words = tuple(name.replace("’", "'").replace(".", "").replace("-", " ").casefold().split())
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _fullest_first(one: Appearance) -> tuple[int, bool]:
    """Rank full names before short ones and written-out ones before initials, so that every order joins alike."""
    words = _words_of_fullest(one)
    return -len(words), bool(words) and len(words[0]) == 1


def _words_of_fullest(one: Appearance) -> tuple[str, ...]:
    return max(map(words_of, one.names), key=len, default=())


def _is_person(one: Appearance) -> bool:
    return one.kind in ("person", "unnamed")


def _find(by_word: dict[tuple[bool, str], list[Bearer]], one: Appearance, words: tuple[str, ...]) -> Bearer | None:
    """Return the one bearer that an appearance can be, None where there is none or more than one."""
    if not words:
        return None
    person = _is_person(one)
    holders: Iterable[Bearer] = by_word.get((person, words[-1]), [])
    if not person:
        holders = {id(b): b for b in [*by_word.get((person, words[0]), []), *holders]}.values()
    fitting = [bearer for bearer in holders if _fits(bearer.words, words, person=person)]
    elsewhere = [bearer for bearer in fitting if all(other.article != one.article for other in bearer.appearances)]
    return elsewhere[0] if len(fitting) == 1 and elsewhere else None


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
