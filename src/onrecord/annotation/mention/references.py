"""The Reference: words that refer to somebody, before it is known to whom; and the word lists that recognise them."""

import unicodedata
from functools import cache
from typing import Literal

import msgspec

from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import MentionForm
from onrecord.nouns.record import ActorKind
from onrecord.nouns.span import Span

Gender = Literal["he", "she", ""]

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class Reference(msgspec.Struct, frozen=True):
    """One mention with what its own words tell.

    `token` is its head in the parse, `words` its name or its noun, `title` what stands before a name
    ("sports minister"), `marks` the words that set a description apart from others of its noun ("transport"),
    `of` whose they are or of what ("museum" of "the director of the museum", a name with a capital before it),
    `named` the name that a description has by its capitals ("Colborough police"), `aside` that a name is that of
    a place or of the paper itself, which "the company" does not mean.
    """

    at: Span
    head: Span
    token: int
    form: MentionForm
    kind: ActorKind
    words: str
    gender: Gender = ""
    plural: bool = False
    count: int | None = None
    definite: bool = False
    title: str = ""
    marks: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    named: str | None = None
    aside: bool = False


def fold(words: str) -> str:
    """Return words without case, accents and stops, as two spellings of one name are compared.

    >>> fold("T. Žižka")
    't zizka'
    """
    bare = unicodedata.normalize("NFKD", words.replace(".", "").replace("’", "'"))
    return " ".join("".join(mark for mark in bare if not unicodedata.combining(mark)).casefold().split())


def first_word(words: str) -> str:
    """Return the first word of a name, folded; "" where nothing is left of it."""
    return next(iter(fold(words).split()), "")


def last_word(words: str) -> str:
    """Return the last of several words, "" for none."""
    return words.rpartition(" ")[2].strip()


@cache
def honorifics() -> dict[str, Gender]:
    """Return every honorific and the gender it tells."""
    found: dict[str, Gender] = dict.fromkeys(lexicon("people")["honorifics"]["any"], "")
    found.update(dict.fromkeys(lexicon("people")["honorifics"]["he"], "he"))
    found.update(dict.fromkeys(lexicon("people")["honorifics"]["she"], "she"))
    return found


@cache
def roles() -> dict[str, Gender]:
    """Return every noun for a person and the gender it tells."""
    found: dict[str, Gender] = dict.fromkeys(lexicon("people")["roles"]["any"], "")
    found.update(dict.fromkeys(lexicon("people")["roles"]["he"], "he"))
    found.update(dict.fromkeys(lexicon("people")["roles"]["she"], "she"))
    return found


@cache
def given_names() -> dict[str, Gender]:
    """Return given names that tell a gender, and the gender they tell."""
    names = lexicon("given_names")
    return {**dict.fromkeys(names["he"], "he"), **dict.fromkeys(names["she"], "she")}


@cache
def words_of(name: str, *path: str) -> frozenset[str]:
    """Return a word list of a lexicon as a set."""
    found = lexicon(name)
    for step in path:
        found = found[step]
    return frozenset(found)


@cache
def name_bodies() -> frozenset[str]:
    """Return the words that show a name to be that of a body."""
    return words_of("bodies", "bodies", "words") | words_of("bodies", "bodies", "names")


def number_of(word: str) -> int | None:
    """Read a whole number in digits or words; None for anything else.

    >>> number_of("forty-one"), number_of("1,200"), number_of("several")
    (41, 1200, None)
    """
    word = word.lower().replace(",", "").replace(" ", "")
    if word.isascii() and word.isdigit():
        return int(word) if len(word) < 10 else None
    if word in UNITS:
        return UNITS.index(word)
    ten, _, unit = word.partition("-")
    if ten in TENS and (not unit or unit in UNITS[1:10]):
        return 20 + 10 * TENS.index(ten) + (UNITS.index(unit) if unit else 0)
    return None
