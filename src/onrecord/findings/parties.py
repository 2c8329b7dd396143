"""Who is a party to a contested thing, by words alone: named with it, speaking of an own voice, or bringing it out.

It says nothing against what they say: a party knows best and gains most.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from onrecord.lexicons import lexicon
from onrecord.nouns.record import MentionAt, Record
from onrecord.nouns.span import Span
from onrecord.nouns.threads import Party

FAR = 80  # code points between the words for a thing and the name of a party to it
POSSESSIVES = ("’s", "'s", "’ ", "' ")
RELEASES = {"posted": "is said to have posted it", "published": "is said to have published it"}

Name = tuple[int, int, str]  # where an actor is mentioned, and which one


def find_parties(record: Record) -> tuple[Party, ...]:
    """Return who is a party to which thing, once each, with the words that say so."""
    found: dict[tuple[str, str], Party] = {}
    for party in (*_named(record), *_owning(record), *_releasing(record)):
        found.setdefault((party.actor, party.about), party)
    return tuple(found.values())


def _named(record: Record) -> Iterator[Party]:
    """Yield those who are named with the thing: "the recording of a call between Lund and Osk", "Lund's letter"."""
    texts, names = {article.id: article.text for article in record.articles}, _names(record)
    for item in record.items:
        for thing in item.mentions:
            text = texts[thing.article]
            for start, end, actor in _beside(names[thing.article], thing):
                if _is_party(text, thing, start, end):
                    words = " ".join(text[thing.at.start : max(end, thing.at.end)].split())
                    yield Party(actor, item.id, f"named with it: “{words}”")


def _names(record: Record) -> defaultdict[str, list[Name]]:
    """Return where actors are mentioned in each article, in order."""
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for actor in record.actors:
        for one in actor.mentions:
            found[one.article].append((one.at.start, one.at.end, actor.id))
    for names in found.values():
        names.sort()
    return found


def _beside(names: list[Name], thing: MentionAt) -> list[Name]:
    """Return the mentions that begin in the words for a thing or soon after them."""
    return names[bisect_left(names, (thing.at.start,)) : bisect_left(names, (thing.at.end + FAR,))]


def _is_party(text: str, thing: MentionAt, start: int, end: int) -> bool:
    """Tell whether a name stands in the words for a thing, or behind them after no more than what ties it to them.

    "The letter from the bishop's office" names an office and not the bishop; "the bishop's letter" names him.
    """
    if start == thing.at.start and end >= thing.at.end:
        return False  # the words for the thing were taken for a name
    if start != thing.at.start and text.startswith(POSSESSIVES, end):
        return False
    words, gap = thing.at.of(text), text[thing.at.end : start]
    if " between " in words and _pattern("second").fullmatch(gap):
        return True
    return start < thing.at.end or _pattern("party").fullmatch(text, thing.at.end, start) is not None


def _owning(record: Record) -> Iterator[Party]:
    """Yield those who speak of an own voice, face or hand."""
    statements = {one.id: one for one in record.statements}
    texts = {article.id: article.text for article in record.articles}
    for position in record.positions:
        if position.proposition == "identity":
            for one in (statements[row] for row in position.statements if row in statements):
                match = next((found for at in one.content_at if (found := _own(texts[one.article], at))), None)
                if match:
                    yield Party(position.actor, position.about, f"speaks of an own voice, face or hand: “{match}”")


def _own(text: str, at: Span) -> str | None:
    match = _pattern("own").search(text, at.start, at.end)
    return " ".join(match.group().split()) if match else None


def _releasing(record: Record) -> Iterator[Party]:
    platforms = {actor.id for actor in record.actors if actor.kind == "organisation"}  # a platform posts for anybody
    for link in record.links:
        if link.kind in RELEASES and not (link.kind == "posted" and link.start in platforms):
            yield Party(link.start, link.end, RELEASES[link.kind])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(lexicon("flags")[name], re.IGNORECASE)
