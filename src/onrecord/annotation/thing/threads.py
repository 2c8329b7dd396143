"""The phrases of one thing so far, and whether another phrase could name it by its words."""

from functools import cache

import msgspec

from onrecord.annotation.thing.phrases import Naming, kinds
from onrecord.annotation.thing.sights import Sight
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import are_equal
from onrecord.nouns.record import ItemKind

IDENTITY = frozenset({"duration", "made", "length", *lexicon("items")["states"]})  # two values are two things
LAST = 10  # sights kept of a thing besides the first: a page full of one word stays linear
BOTH = frozenset({"both", "either", "neither"})


class Thread(msgspec.Struct, eq=False):
    """The phrases of one thing so far: built up while the article is read from top to bottom."""

    number: int
    first: str  # the noun that named it first
    kind: ItemKind
    nouns: set[str]
    marks: set[str]
    traits: dict[str, str]
    ranks: set[str]  # words that set it apart from one of its kind: "second", "another"
    plural: bool
    mentions: int = 0  # in the body
    last: int = -1  # place of the last phrase in the body; -1 while only a heading has named it
    paragraph: int = -1  # where that stands
    sights: list[Sight] = []  # of the first phrase and of the last ones


class Phrase(msgspec.Struct, frozen=True):
    """A phrase with what is known of it besides its words."""

    naming: Naming
    traits: dict[str, str]
    ranks: frozenset[str]
    place: int = 0
    paragraph: int = 0  # -1 in a heading
    sight: Sight | None = None  # None where no learned engine has read it


@cache
def others() -> frozenset[str]:
    """Return the words that set a thing apart from one of its kind."""
    return frozenset(lexicon("items")["other"]["words"])


@cache
def states() -> frozenset[str]:
    """Return the traits of which one of two sides is told ("signed", "unsigned")."""
    return frozenset(lexicon("items")["states"])


@cache
def likes() -> frozenset[str]:
    """Return the nouns that name one of several like things ("version")."""
    return frozenset(lexicon("items")["likes"]["nouns"])


@cache
def _names() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(nouns) for nouns in lexicon("items")["names"].values())


@cache
def wide(kind: ItemKind) -> frozenset[str]:
    """Return the nouns so wide that they may name any thing of a kind."""
    return frozenset(noun for row in lexicon("items")["wide"] if kind in row["kinds"] for noun in row["nouns"])


def may_name(naming: Naming, thread: Thread) -> bool:
    """Tell whether a noun may name a thing that was called by other nouns before; one on no list, any of its kind."""
    noun = naming.noun
    if noun not in kinds():
        return naming.kind == thread.kind and not is_shown(naming)
    if noun in likes() or thread.first in likes() or noun in wide(thread.kind):
        return True
    if thread.first in wide(thread.kind) and thread.kind == kinds().get(noun):
        return True
    return noun in thread.nouns or any(noun in names and thread.first in names for names in _names())


def is_shown(naming: Naming) -> bool:
    """Tell whether a phrase may tell what a thing shows, and not name it: "the same scene"."""
    return naming.noun not in kinds() and "same" in naming.words


def agrees(known: Phrase, thread: Thread) -> bool:
    """Tell whether a trait of the phrase is one that the thing was told to have."""
    return any(name in thread.traits and are_equal(thread.traits[name], value) for name, value in known.traits.items())


def ranks_of(naming: Naming) -> frozenset[str]:
    """Return the words that set a thing apart from one of its kind: "second", "another", "more recent"."""
    ranks = others().intersection(naming.words)
    return ranks | {"newer"} if "recent" in naming.words and "more" in naming.words else ranks


def extend(thread: Thread, known: Phrase) -> None:
    """Add a phrase to its thing."""
    place = known.place if known.paragraph >= 0 else -1
    if not BOTH.intersection(known.naming.words[:1]):
        # What a heading sets before the noun is short for the whole story and tells no two things apart.
        thread.marks |= known.naming.marks if place >= 0 else set()
        thread.ranks |= known.ranks
        thread.traits |= known.traits
    thread.nouns |= {known.naming.noun, known.naming.word}
    thread.mentions += place >= 0
    thread.last = max(thread.last, place)
    thread.paragraph = known.paragraph if place >= 0 else thread.paragraph
    if known.sight:
        thread.sights = [*thread.sights[:1], *thread.sights[1:][-LAST:], known.sight]
