"""Who is a private person, and which statements allege something about one.

A private person has no office, is no body, and is nowhere quoted as speaking for himself or herself: what is told of
them is told by others. Where the words leave it open whether somebody is one, they are taken for one.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.lexicons import lexicon
from onrecord.nouns.record import Actor, Record, Statement
from onrecord.nouns.span import Span

NO_WORDS = frozenset({"silent", "no-reply", "decline"})  # what somebody did without a word of their own
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b", re.IGNORECASE)


class Places(msgspec.Struct, frozen=True):
    """The mentions of an article in order, with whose they are; `longest` of them bounds how far back one reaches."""

    at: tuple[Span, ...] = ()
    actors: tuple[str, ...] = ()
    longest: int = 0


class Left(msgspec.Struct, frozen=True):
    """What is left out: statements by id, and the private persons whom they are about."""

    statements: frozenset[str]
    persons: frozenset[str]


def find_allegations(record: Record) -> Left:
    """Find the statements to be left out for what they say about private persons."""
    private = private_persons(record)
    texts, places = {article.id: article.text for article in record.articles}, _places(record)
    concerned: dict[str, set[str]] = {}
    statements: set[str] = set()
    for one in record.statements:
        text, here = texts[one.article], places.get(one.article, Places())
        concerned[one.id] = set(_concerned(one, here, private))
        alleges = one.act == "accuse" or is_allegation(_words(text, one))
        if (concerned[one.id] and (one.chain or alleges)) or (alleges and _speaks_of_somebody(text, one, here)):
            statements.add(one.id)
    persons = frozenset(actor for id_ in statements for actor in concerned[id_])
    # Of whom something is left out, nothing is told: what remains would point at it.
    statements |= {id_ for id_, actors in concerned.items() if actors & persons}
    return Left(frozenset(_with_echoes(record, statements)), persons)


def private_persons(record: Record) -> frozenset[str]:
    """Return the actors who are private persons."""
    heard = {
        actor
        for one in record.statements
        if not one.chain and one.attitude == "said" and one.content_at and one.act not in NO_WORDS
        for actor in (one.speaker, *one.others)
        if actor
    }
    return frozenset(one.id for one in record.actors if one.id not in heard and not is_public(one))


def is_public(actor: Actor) -> bool:
    """Tell whether somebody is a body, several people without a name, or has, had or will have an office."""
    if actor.kind not in ("person", "unnamed"):
        return True
    if actor.kind == "unnamed" and not _persons() & set(_WORD.findall(actor.name.lower())):
        return True  # "officials", "two officers"
    offices = frozenset(lexicon("harm")["public"]["offices"])
    return any(set(_WORD.findall(role.title.lower())[-1:]) & offices for role in actor.roles)


def is_allegation(words: str) -> bool:
    """Tell whether words allege a wrong, or tell what is nobody's business.

    >>> is_allegation("that the nurse had stolen the tablets"), is_allegation("that the nurse had left")
    (True, False)
    """
    return _alleging().search(words) is not None


@cache
def _alleging() -> re.Pattern[str]:
    lists = [lexicon("harm")[name] for name in ("wrongs", "intimate")]
    stems, words = ("|".join(re.escape(word) for one in lists for word in one[key]) for key in ("stems", "words"))
    return re.compile(rf"\b(?:(?:{stems})\w*|(?:{words})\b)", re.IGNORECASE)


@cache
def _persons() -> frozenset[str]:
    """Return the words that are used for one person who need not be known to anybody."""
    people = lexicon("people")
    roles = {word for list_ in people["roles"].values() for word in list_} | set(people["relations"]["words"])
    return frozenset(roles - set(lexicon("harm")["public"]["offices"]))


def _places(record: Record) -> dict[str, Places]:
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for actor in record.actors:
        for one in actor.mentions:
            found[one.article].append((one.at, actor.id))
    return {
        article: Places(
            tuple(at for at, _ in sorted(some)),
            tuple(actor for _, actor in sorted(some)),
            max(at.end - at.start for at, _ in some),
        )
        for article, some in found.items()
    }


def _in(places: Places, span: Span) -> Iterator[tuple[Span, str]]:
    """Yield the mentions that share words with a span."""
    first = bisect_left(places.at, span.start - places.longest, key=lambda at: at.start)
    for n in range(first, bisect_left(places.at, span.end, key=lambda at: at.start)):
        if places.at[n].overlaps(span):
            yield places.at[n], places.actors[n]


def _concerned(one: Statement, places: Places, private: frozenset[str]) -> Iterator[str]:
    """Yield the private persons whom a statement speaks of or to, and who only speaks in another's words."""
    addressed = (one.addressee.at,) if one.addressee else ()
    for span in (*one.content_at, *addressed):
        yield from (actor for _, actor in _in(places, span) if actor in private)
    if one.chain:
        yield from (actor for actor in (one.speaker, *one.others) if actor in private)


def _speaks_of_somebody(text: str, one: Statement, places: Places) -> bool:
    """Tell whether a statement speaks of one person by a word like “the tutor”, or of nobody that is known at all."""
    spans = (*one.content_at, *((one.source_at,) if one.source_at else ()))
    known = [at for span in spans for at, _ in _in(places, span)]
    for span in spans:
        for word in _WORD.finditer(span.of(text)):
            at = Span(span.start + word.start(), span.start + word.end())
            if word[0].lower() in _persons() and not any(place.holds(at) for place in known):
                return True
    return not known and bool(_PRONOUN.search(_words(text, one)))


def _words(text: str, one: Statement) -> str:
    return " ".join(at.of(text) for at in one.content_at)


def _with_echoes(record: Record, statements: set[str]) -> set[str]:
    """Add what repeats a statement, and what it repeats."""
    while True:
        echoes = {one.id for one in record.statements if one.same_as in statements}
        echoes |= {one.same_as for one in record.statements if one.same_as and one.id in statements}
        if echoes <= statements:
            return statements
        statements = statements | echoes
