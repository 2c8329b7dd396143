"""What people are called: whether two names can be one person's, and how much it takes to believe it.

A name that is spelled otherwise, shortened to initials or turned round is one name. A surname alone, a missing "Jr"
or a missing second surname is less: there something else has to speak for it.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Literal

import msgspec

from onrecord.findings.spellings import plainly, spell
from onrecord.lexicons import lexicon

# How two names go together: spelled alike; one shorter or turned round; no more than could be.
Likeness = Literal["same", "variant", "weak"]
Key = tuple[str, ...]

LONGEST = 12  # words of a name that are looked at
TURNED = re.compile(r"^([^,]+),\s*([^,]+)$")
NICKNAME = re.compile(r"[\"“”‘(][^\"“”’)]*[\"”’)]")
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
OPENING = re.compile(r"^(?:[Aa]l|[Ee]l|[Uu]l)[-‑]|^(?:al|el|ul) ")  # "al-Haddin", and not "Al Pike"
ABD = re.compile(r"\b(abd)(?:[aeo]l|ul|oul|[ -]+(?:[aeu][lrsnztd])\b)?[ -]*(?=\w{3})")


class Calling(msgspec.Struct, frozen=True, dict=True):
    """A person's name in its pieces, each as `spell` levels it: "Jan van der Berg Jr" has all four."""

    given: tuple[str, ...]
    family: str
    particles: str = ""
    suffix: str = ""
    shown: tuple[str, ...] = ()  # the words as they are written, without particles and suffix

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Keys of which two names that can be one person's share at least one."""
        return tuple(dict.fromkeys(_keys(self)))

    @cached_property
    def turns(self) -> tuple[str, ...]:
        """The name with its family name at the other end, where it can be told which of them that is."""
        return tuple(_turns(self))


@lru_cache(maxsize=65_536)
def calling_of(name: str) -> Calling:
    """Take the name of a person to pieces."""
    words = _words(name)
    suffix = _suffix(words[-1]) if len(words) > 1 else ""
    words = words[:-1] if suffix else words
    names = _list("articles"), _list("particles")
    bare = [word for place, word in enumerate(words) if place == 0 or word not in names[0] | names[1]] or words
    particles = "".join(spell(word) for word in words[1:] if word in names[1] - names[0])
    spelled = tuple(map(spell, bare))
    return Calling(spelled[:-1], spelled[-1] if spelled else "", particles, suffix, tuple(bare))


def _keys(one: Calling) -> Iterator[Key]:
    if not one.given:
        yield ("alone", one.family)
        return
    whole = _joined(one)
    yield ("whole", whole)
    yield ("whole", _with_particles(one))
    yield ("whole", "".join(one.shown))
    yield from (("whole", turned) for turned in one.turns)
    yield ("family", one.family, one.given[0][:1])
    yield ("opening", *(*one.given, one.family)[:2])


def likeness(one: Calling, other: Calling) -> Likeness | None:
    """Tell how well two names go together, None where they are two people's."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    found = _likeness(one, other)
    return "weak" if found and one.suffix != other.suffix else found


def is_surname(one: Calling) -> bool:
    """Tell whether a name is one word, whichever it is."""
    return not one.given


def _likeness(one: Calling, other: Calling) -> Likeness | None:
    if not one.given or not other.given:
        return _alone(one, other)
    if _with_particles(one) == _with_particles(other):
        return "same"
    if one.particles and other.particles and one.particles != other.particles:
        return None
    found = _by_words(one, other)
    return "weak" if found and one.particles != other.particles else found  # "Jan de Boer", "Jan Boer"


def _by_words(one: Calling, other: Calling) -> Likeness | None:
    """Compare two full names without their small words."""
    if _joined(one) == _joined(other) or "".join(one.shown) == "".join(other.shown):
        return "same"  # "Annemarie", "Anne-Marie"
    if one.family == other.family:
        return _by_given(one.given, other.given)
    if _joined(one) in other.turns or _joined(other) in one.turns:
        return "variant"
    return "weak" if _opens(one, other) or _opens(other, one) else None


def _alone(one: Calling, other: Calling) -> Likeness | None:
    if one.family != other.family:
        return None
    return "same" if not one.given and not other.given else "weak"


def _by_given(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """Compare given names of one family name: initials stand for names, one side may leave middle names out."""
    if "".join(one) == "".join(other):
        return "same"
    return "variant" if all(_stands_for(a, b) for a, b in zip(one, other, strict=False)) else None


def _stands_for(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def _turns(one: Calling) -> Iterator[str]:
    words = (*one.given, one.family)
    if _opens_with_family(one.shown):
        yield "".join((*words[1:], words[0]))
    if _opens_with_family(one.shown[::-1]):
        yield "".join((words[-1], *words[:-1]))


def _opens_with_family(shown: tuple[str, ...]) -> bool:
    """Tell whether the first word is the family name: known, beside a word that is none, or a given one."""
    first, rest = shown[0], shown[1:]
    if len(shown) > 3 or not rest or len(first) == 1 or any(len(word) == 1 for word in rest):
        return False
    if first in _family() and not any(word in _family() for word in rest[-1:] if len(rest) == 1):
        return True
    return first not in _given() and len(rest) == 1 and rest[0] in _given() and rest[0] not in _family()


def _opens(short: Calling, long: Calling) -> bool:
    """Tell whether a name of two or more words opens a longer one: "Ana Ruiz", "Ana Ruiz Vega"."""
    few, many = (*short.given, short.family), (*long.given, long.family)
    return 2 <= len(few) < len(many) and few == many[: len(few)]


def _joined(one: Calling) -> str:
    return "".join((*one.given, one.family))


def _with_particles(one: Calling) -> str:
    return "".join((*one.given, one.particles, one.family))


def _words(name: str) -> list[str]:
    """Return the words of a name in the order given name, family name, without nicknames and points."""
    name = NICKNAME.sub(" ", name)
    turned = TURNED.match(name)
    if turned:
        after = turned[2].strip()
        name = f"{turned[1]} {after}" if _suffix(plainly(after.strip("."))) else f"{after} {turned[1]}"
    name = INITIALS.sub(lambda letters: letters[0].replace(".", " "), name)
    name = OPENING.sub("", name.strip())
    plain = ABD.sub("abd", plainly(name.replace(".", " ").replace("-", " ").replace("‑", " ")))
    return plain.split()[:LONGEST]


def _suffix(word: str) -> str:
    found = lexicon("names")["suffixes"]
    kinds = (kind for kind in ("elder", "younger") if word in found[kind])
    return next(kinds, word if word in found["numbered"] else "")


@lru_cache
def _list(name: str) -> frozenset[str]:
    return frozenset(lexicon("names")[name]["words"])


@lru_cache
def _family() -> frozenset[str]:
    return frozenset(lexicon("names")["family"]["words"])


@lru_cache
def _given() -> frozenset[str]:
    known = lexicon("given_names")
    rows = lexicon("names")["given"]["rows"]
    return frozenset(map(plainly, (*known["he"], *known["she"], *(name for row in rows for name in row))))
