"""The register: every row of a record by its id, with its number and the place of its words.

Made once for a dossier, so that every view finds names, texts and anchors in constant time. Ids that a record
does not hold are answered with a word and never with an error: a page that cannot be made helps nobody.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from onrecord.dossiers.namesakes import Spots, name_actors
from onrecord.dossiers.wording import NOBODY
from onrecord.nouns.article import Article, Part
from onrecord.nouns.dossier import Place, Ref
from onrecord.nouns.record import Actor, Event, Item, Position, Record, Statement
from onrecord.nouns.span import Span


class Register(msgspec.Struct, frozen=True):
    """A record's rows by id. `labels` are outlets, told apart by number where one has several articles.

    `spots` has, for each article, the start and the name of every part; `exhibits` are the anchors of the contested
    things, and `cells` the positions that rest on a statement, with their anchors.
    """

    articles: dict[str, Article]
    actors: dict[str, Actor]
    names: dict[str, str]
    statements: dict[str, Statement]
    numbers: dict[str, int]
    labels: dict[str, str]
    spots: Spots
    exhibits: dict[str, str]
    cells: dict[str, tuple[tuple[str, Position], ...]]


def make_register(record: Record) -> Register:
    """Number and index the rows of a record."""
    labels, spots = label_articles(record), {article.id: _spots(article) for article in record.articles}
    names = name_actors(record, labels, spots)
    names |= {item.id: item.label for item in record.items}
    names |= {event.id: event.what for event in record.events}
    ids: tuple[tuple[str, ...], ...] = (
        tuple(article.id for article in record.articles),
        tuple(statement.id for statement in record.statements),
        tuple(event.id for event in record.events),
        tuple(correction.id for correction in record.corrections),
    )
    return Register(
        articles={article.id: article for article in record.articles},
        actors={actor.id: actor for actor in record.actors},
        names=names,
        statements={statement.id: statement for statement in record.statements},
        numbers={row: number for rows in ids for number, row in enumerate(rows, 1)},
        labels=labels,
        spots=spots,
        exhibits={thing.id: f"i{number}" for number, thing in enumerate(things_of(record), 1)},
        cells=_cells(record),
    )


def things_of(record: Record) -> tuple[Item | Event, ...]:
    """Return what people can stand somewhere on: every item, and the events that somebody takes a position on."""
    about = {position.about for position in record.positions}
    return (*record.items, *(event for event in record.events if event.id in about))


def number_positions(record: Record) -> tuple[tuple[str, Position], ...]:
    """Return every position with the anchor of its place in a matrix."""
    return tuple((f"p{number}", position) for number, position in enumerate(record.positions, 1))


def outlet_of(register: Register, article: str) -> str:
    """Name the outlet of an article, or its number where nobody names one."""
    known = register.articles.get(article)
    return (known and known.outlet) or f"Article {register.numbers.get(article, '?')}"


def name_of(register: Register, row: str | None) -> str:
    """Name an actor, item or event."""
    return register.names.get(row, "not in this record") if row else NOBODY


def words_of(statement: Statement) -> tuple[Span, ...]:
    """Return the spans that a reader must see to check a statement: content, cue and source, in order of text."""
    source = (statement.source_at,) if statement.source_at else ()
    return tuple(sorted({*statement.content_at, *statement.quoted_at, *statement.cue_at, *source}))


def refer(register: Register, statements: Iterable[str]) -> tuple[Ref, ...]:
    """Return numbered references to statements, to their words where they have any."""
    found = sorted({number: row for row in statements if (number := register.numbers.get(row))}.items())
    return tuple(Ref(number, _anchor(register, row, number)) for number, row in found)


def place(register: Register, article: str, at: Span | None, key: str) -> Place:
    """Say where words stand: at the anchor of their key if the record holds them, else at the article."""
    number = register.numbers.get(article, 0)
    outlet = register.labels.get(article) or outlet_of(register, article)
    if at is None or not _stands(register, article, at):
        return Place(number, outlet, "", f"a{number}" if number else "texts")
    starts, spots = register.spots[article]
    return Place(number, outlet, spots[bisect_right(starts, at.start) - 1], f"w-{key}")


def slice_of(register: Register, article: str, at: Span) -> str:
    """Return the exact words of a span, empty where the record does not hold the article."""
    known = register.articles.get(article)
    return at.of(known.text) if known else ""


def whole_parts(article: Article) -> tuple[Part, ...]:
    """Return parts that cover the text, filling what the record leaves between them with paragraphs."""
    parts: list[Part] = []
    end, length = 0, len(article.text)
    for part in sorted(article.parts, key=lambda part: part.start):
        start = min(max(part.start, end), length)
        stop = max(start, min(part.end, length))
        parts += (Part("paragraph", end, start), Part(part.kind, start, stop))
        end = stop
    parts.append(Part("paragraph", end, length))
    return tuple(part for part in parts if part.start < part.end)


def label_articles(record: Record) -> dict[str, str]:
    """Name every article that has an outlet, so that nobody takes one version for another."""
    known = Counter(article.outlet for article in record.articles)
    return {
        article.id: f"{article.outlet} ({number})" if known[article.outlet] > 1 else article.outlet
        for number, article in enumerate(record.articles, 1)
        if article.outlet
    }


def _cells(record: Record) -> dict[str, tuple[tuple[str, Position], ...]]:
    things = {thing.id for thing in things_of(record)}
    found: defaultdict[str, list[tuple[str, Position]]] = defaultdict(list)
    for anchor, position in number_positions(record):
        for statement in dict.fromkeys(position.statements):
            if position.about in things:
                found[statement].append((anchor, position))
    return {statement: tuple(rows) for statement, rows in found.items()}


def _anchor(register: Register, row: str, number: int) -> str:
    statement = register.statements.get(row)
    words = words_of(statement) if statement else ()
    stand = statement and any(_stands(register, statement.article, span) for span in words)
    return f"w-s{number}" if stand else f"s{number}"


def _stands(register: Register, article: str, at: Span) -> bool:
    known = register.articles.get(article)
    return known is not None and at.end <= len(known.text)


def _spots(article: Article) -> tuple[tuple[int, ...], tuple[str, ...]]:
    parts = whole_parts(article)
    names, number = [], 0
    for part in parts:
        counted = part.kind == "paragraph" and bool(article.text[part.start : part.end].strip())
        number += counted
        names.append(f"¶\u00a0{number}" if counted else part.kind)
    return tuple(part.start for part in parts), tuple(names)
