"""How a thing travelled: who posted or published it, what holds it, what it is offered as proof of.

Each tie stands in the voice that draws it. The hands that nobody names are said to be unknown, once, and never guessed.
"""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.dossiers.dates import NO_DATE, say_when
from onrecord.dossiers.register import Register, name_of, place, refer, slice_of
from onrecord.dossiers.wording import OWN_VOICE, TIES, opening_of
from onrecord.nouns.dossier import Detail, Stage
from onrecord.nouns.record import Fact, Item, Link, Record
from onrecord.nouns.when import When, given_day, sort_key

Travel = dict[str, tuple[Detail, ...]]
Path = tuple[Stage, ...]
RELEASES = ("posted", "relayed", "published")
MOST = 8  # articles that a path shows one by one
OUT = {"platform": "Posted on", "outlet": "Published by"}  # facts that say where a thing came out


def make_travel(record: Record, register: Register) -> Travel:
    """Set out the ties of every row, in the order of the record."""
    found: defaultdict[str, list[Detail]] = defaultdict(list)
    for number, link in enumerate(record.links, 1):
        found[link.start].append(_tie(register, link, number, of_start=True))
        if link.kind not in RELEASES:  # those are stages of its path
            found[link.end].append(_tie(register, link, number, of_start=False))
    return {row: tuple(details) for row, details in found.items()}


def make_paths(record: Record, register: Register) -> dict[str, Path]:
    """Set out the way of every item: who made it, who handed it over, who brought it out, which outlets tell of it.

    A record never holds who made a thing or who handed it over: those hands stay unknown on every path.
    """
    out: defaultdict[str, list[Stage]] = defaultdict(list)
    for number, link in enumerate(record.links, 1):
        if link.kind in RELEASES:
            stage = Stage(
                TIES[link.kind][1],
                name_of(register, link.start),
                voice=name_of(register, link.by) if link.by else OWN_VOICE,
                place=place(register, link.article, link.at, f"l{number}"),
            )
            if all(known.name != stage.name or known.step != stage.step for known in out[link.end]):
                out[link.end].append(stage)
    return {
        item.id: (
            Stage("Made by"),
            Stage("Handed over by"),
            *(out[item.id] or _brought_out(register, item) or [Stage("Posted or published by")]),
            *_told_in(record, register, item),
        )
        for item in record.items
    }


def _brought_out(register: Register, item: Item) -> list[Stage]:
    """Return where an item is told to have come out, where no link names who brought it out."""
    return [
        Stage(
            OUT[fact.name],
            fact.value,
            voice=name_of(register, fact.by) if fact.by else OWN_VOICE,
            place=place(register, fact.article, fact.at, f"f{register.exhibits[item.id][1:]}-{order}"),
        )
        for order, fact in enumerate(item.facts, 1)
        if fact.name in OUT
    ]


def _told_in(record: Record, register: Register, item: Item) -> Iterator[Stage]:
    """Yield the articles that speak of an item, in order of their days."""
    articles = {one.article for one in item.mentions}
    known = [article for article in record.articles if article.id in articles]
    ordered = sorted(known, key=lambda one: sort_key(one.published))
    for article in ordered[:MOST]:
        told = place(register, article.id, None, "")
        yield Stage("Told in", told.outlet, _day(article.published), place=told)
        for other in article.also:
            yield Stage("Word for word in", other.outlet, _day(given_day(other.published)), place=told)
    if len(ordered) > MOST:
        yield Stage("Then in", f"{len(ordered) - MOST} more articles", _day(ordered[-1].published))


def _day(when: When) -> str | None:
    said = say_when(when)
    return None if said == NO_DATE else said


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
