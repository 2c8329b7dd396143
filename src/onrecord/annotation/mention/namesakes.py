"""Namesakes: which names of an article are the same bearer's: full name, surname, first name, short form, acronym.

A surname goes to its only bearer. Where two share it, titles, the way the article calls each of them and the order in
which they are introduced decide; where these do not, nobody gets it.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from onrecord.annotation.mention.bearers import Bearer
from onrecord.annotation.mention.references import (
    Gender,
    Reference,
    fold,
    given_names,
    last_word,
    name_bodies,
    words_of,
)

NEAR = 1200  # characters: about a screen, within which a reader still knows which namesake was named
SMALL = frozenset({"of", "for", "and", "the", "&", "on", "in", "de", "la", "y", "et", "und"})


class Bearing(msgspec.Struct, frozen=True):
    """Whose name it is: `number` is shared by the names of one bearer, null where two fit alike."""

    number: int | None
    because: str


class Known(msgspec.Struct):
    """A bearer as far as the article has been read: the folded words of the fullest name, and where it first stands."""

    number: int
    words: tuple[str, ...]
    shown: str
    first: int
    gender: Gender = ""
    places: list[int] = []  # where the full name stands
    titles: set[str] = set()  # the words before it: "retired General"


class Book(msgspec.Struct):
    """The bearers of an article, found by any word of their names; it grows while names are entered."""

    known: list[Known] = []
    by_word: dict[str, list[Known]] = {}
    by_initials: dict[str, list[Known]] = {}
    forms: dict[str, int | None] = {}  # how an ambiguous form of address was understood before
    first_names: frozenset[str] = frozenset()


def tell_namesakes(names: Sequence[tuple[Reference, Bearer]]) -> tuple[Bearing, ...]:
    """Tell for each name of an article whose it is."""
    book = Book([], defaultdict(list), defaultdict(list), {}, _lone_words(names))
    found: dict[int, Bearing] = {}
    for wanted in ("person", "organisation", "place", "thing"):
        order = sorted((k for k, one in enumerate(names) if one[1] == wanted), key=lambda k: _by_length(names[k][0], k))
        for k in order:
            words = _words(names[k][0])
            bearing = (
                _bear_person(book, names[k][0], words) if wanted == "person" else _bear_body(book, names[k][0], words)
            )
            found[k] = bearing
    return tuple(found[k] for k in range(len(names)))


def _by_length(one: Reference, index: int) -> tuple[bool, int, int]:
    """Full names come before lone words; the longer name of a body before the shorter, people in order of the text."""
    words = _words(one)
    return (_is_lone(one, words), 0 if one.kind == "person" else -len(words), index)


def _is_lone(one: Reference, words: tuple[str, ...]) -> bool:
    """Tell whether a name can be a surname or a first name alone: "Sol", "Nanda-Hill", "van der Berg", "Jean-Luc"."""
    return len(words) == 1 or (
        one.kind == "person" and (" " not in one.words or words[0] in words_of("people", "names", "particles"))
    )


def _words(one: Reference) -> tuple[str, ...]:
    words = fold(one.words).replace("-", " ").split()
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _lone_words(names: Sequence[tuple[Reference, Bearer]]) -> frozenset[str]:
    """Return the words that stand alone as a name and open a full one: people who are called by their first name."""
    people = [_words(one) for one, bearer in names if bearer == "person"]
    opening = {words[0] for words in people if len(words) > 1}
    return frozenset(words[0] for words in people if len(words) == 1 and words[0] in opening)


def _enter(book: Book, one: Reference, words: tuple[str, ...]) -> Bearing:
    gender = one.gender or given_names().get(words[0], "")
    known = Known(len(book.known), words, one.words, one.at.start, gender, [one.at.start], set(fold(one.title).split()))
    book.known.append(known)
    for word in dict.fromkeys(words):
        book.by_word[word].append(known)
    for initials in _initials(words):
        book.by_initials[initials].append(known)
    return Bearing(known.number, f"named here as {one.words}")


def _join(known: Known, one: Reference, because: str) -> Bearing:
    known.gender = known.gender or one.gender
    known.first = min(known.first, one.at.start)
    if " " in one.words:
        insort(known.places, one.at.start)
        known.titles.update(fold(one.title).split())
    return Bearing(known.number, because)


def _bear_person(book: Book, one: Reference, words: tuple[str, ...]) -> Bearing:
    if not _is_lone(one, words):
        same = [known for known in book.by_word.get(words[-1], ()) if _is_same_person(known.words, words)]
        return _join(same[0], one, f"the same name as {same[0].shown}") if len(same) == 1 else _enter(book, one, words)
    size = len(words)
    holders = book.by_word.get(words[0], [])
    bearers = [known for known in holders if known.words[-size:] == words]
    bearers = bearers or [known for known in holders if size == 1 or known.words[:size] == words]
    fitting = [known for known in bearers if not (one.gender and known.gender and one.gender != known.gender)]
    if not fitting:
        return _enter(book, one, words)
    if len(fitting) == 1:
        others = "no other bearer in the article" if len(bearers) == 1 else "the title rules the others out"
        return _join(fitting[0], one, f"part of the name {fitting[0].shown}; {others}")
    return _choose(book, one, " ".join(words), fitting)


def _is_same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether two full names can be one: same last word, same first one or its initial, whatever the middle."""
    if len(known) == 1 or known[-1] != words[-1]:
        return False
    a, b = known[0], words[0]
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _choose(book: Book, one: Reference, word: str, fitting: list[Known]) -> Bearing:
    """Choose among bearers of one surname: by the form of address, by who is called otherwise, by who came first."""
    form = f"{fold(one.title)} {word}"
    if book.forms.get(form) is not None:
        return Bearing(book.forms[form], "the bearer of this surname whom the article called so before")
    title = last_word(fold(one.title))
    titled = [known for known in fitting if title and title in known.titles]
    titled = titled or [known for known in fitting if one.gender and known.gender == one.gender]
    rest = titled or [known for known in fitting if known.words[0] not in book.first_names] or fitting
    met = [known for known in rest if known.first < one.at.start]
    choice = rest[0] if len(rest) == 1 else met[0] if len(met) == 1 else _nearest(met, one.at.start)
    book.forms[form] = choice.number if choice else None
    if choice is None:
        return Bearing(None, f"{len(rest)} people in the article are called {one.words}")
    return _join(choice, one, f"the only bearer of this surname who fits here: {choice.shown}")


def _nearest(met: list[Known], place: int) -> Known | None:
    """Return the bearer whose full name stands nearest before, if it stands near."""
    last = {known.number: known.places[at - 1] for known in met if (at := bisect_left(known.places, place))}
    near = [known for known in met if place - last.get(known.number, -NEAR - place) <= NEAR]
    return max(near, key=lambda known: last[known.number], default=None)


def _bear_body(book: Book, one: Reference, words: tuple[str, ...]) -> Bearing:
    for known in book.by_word.get(words[0], ()):
        if known.words == words:
            return _join(known, one, f"the same name as {known.shown}")
    longer = [known for known in book.by_word.get(words[0], ()) if _is_short_for(known.words, words)]
    if len(longer) == 1:
        return _join(longer[0], one, f"short for {longer[0].shown}")
    spelled = book.by_initials.get(words[0], []) if len(words) == 1 else []
    if len(spelled) == 1:
        return _join(spelled[0], one, f"the initials of {spelled[0].shown}")
    return _enter(book, one, words)


def _is_short_for(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether a body's name opens or ends the fuller one: "Haldane", "the Argus"."""
    if len(short) >= len(full):
        return False
    opens, ends = full[: len(short)] == short, full[-len(short) :] == short
    return opens or (ends and not all(word in name_bodies() for word in short))


def _initials(words: tuple[str, ...]) -> set[str]:
    """Return the acronyms that a name of several words can have, with its small words and without."""
    if len(words) < 2:
        return set()
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in SMALL)}
