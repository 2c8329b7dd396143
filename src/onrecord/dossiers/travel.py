"""How a thing travelled: who posted or published it, what holds it, what it is offered as proof of.

Each tie stands in the voice that draws it. The hands that nobody names are said to be unknown, once, and never guessed.
"""

from collections import defaultdict

from onrecord.dossiers.register import Register, name_of, place, refer, slice_of
from onrecord.dossiers.wording import OWN_VOICE, TIES, opening_of
from onrecord.nouns.dossier import Detail
from onrecord.nouns.record import Fact, Link, Record

Travel = dict[str, tuple[Detail, ...]]
RELEASES = ("posted", "published")


def make_travel(record: Record, register: Register) -> Travel:
    """Set out the ties of every row, in the order of the record."""
    found: defaultdict[str, list[Detail]] = defaultdict(list)
    for number, link in enumerate(record.links, 1):
        found[link.start].append(_tie(register, link, number, of_start=True))
        found[link.end].append(_tie(register, link, number, of_start=False))
    return {row: tuple(details) for row, details in found.items()}


def unknown_hands(record: Record) -> dict[str, tuple[str, ...]]:
    """Name the hands that the record leaves open, item by item.

    A record never holds who made a thing or handed it over: who brought it out is the most that it can know.
    """
    out = {link.end for link in record.links if link.kind in RELEASES}
    return {
        item.id: ("who made it", "who handed it over", *(() if item.id in out else ("who posted or published it",)))
        for item in record.items
    }


def told_again(record: Record) -> frozenset[tuple[str, Fact]]:
    """Return the facts of items that are the same words as a tie, so that a page says them once."""
    ties = {(link.end, link.article, link.at) for link in record.links if link.kind in RELEASES}
    return frozenset(
        (item.id, fact) for item in record.items for fact in item.facts if (item.id, fact.article, fact.at) in ties
    )


def _tie(register: Register, link: Link, number: int, *, of_start: bool) -> Detail:
    start, end = TIES[link.kind]
    other = link.end if of_start else link.start
    refs = refer(register, (other,)) if other in register.statements else ()
    return Detail(
        term=start if of_start else end,
        text=opening_of(slice_of(register, link.article, link.at)) if refs else _name(register, other),
        voice=name_of(register, link.by) if link.by else OWN_VOICE,
        refs=refs,
        place=place(register, link.article, link.at, f"l{number}"),
        anchor=register.exhibits.get(other),
    )


def _name(register: Register, row: str) -> str:
    known = register.articles.get(row)
    return name_of(register, row) if known is None else place(register, row, None, "").outlet
