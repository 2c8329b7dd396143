"""The register: every row of a record by its id, with its number and the place of its words.

Made once for a dossier, so that every view finds names, texts and anchors in constant time. Ids that a record
does not hold are answered with a word and never with an error: a page that cannot be made helps nobody.
"""

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from onrecord.dossiers.wording import NOBODY
from onrecord.nouns.article import Article, Part
from onrecord.nouns.dossier import Place, Ref
from onrecord.nouns.record import Actor, Record, Role, Statement
from onrecord.nouns.span import Span


class Register(msgspec.Struct, frozen=True):
    """A record's rows by id. `spots` has, for each article, the start and the name of every part."""

    articles: dict[str, Article]
    actors: dict[str, Actor]
    names: dict[str, str]
    statements: dict[str, Statement]
    numbers: dict[str, int]
    spots: dict[str, tuple[tuple[int, ...], tuple[str, ...]]]


def make_register(record: Record) -> Register:
    """Number and index the rows of a record."""
    names = {actor.id: actor.name for actor in record.actors}
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
        spots={article.id: _spots(article) for article in record.articles},
    )


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


def place(register: Register, article: str, at: Span | None, anchor: str) -> Place:
    """Say where words stand."""
    number = register.numbers.get(article, 0)
    if at is None or article not in register.spots:
        return Place(number, outlet_of(register, article), "", anchor)
    starts, spots = register.spots[article]
    spot = spots[bisect_right(starts, at.start) - 1] if starts and at.start >= starts[0] else ""
    return Place(number, outlet_of(register, article), spot, anchor)


def slice_of(register: Register, article: str, at: Span) -> str:
    """Return the exact words of a span, empty where the record does not hold the article."""
    known = register.articles.get(article)
    return at.of(known.text) if known else ""


def say_role(role: Role) -> str:
    """Say a role with the time it holds for.

    >>> say_role(Role("mayor", "a", Span(0, 5), of="Torvik", when="former"))
    'former mayor, Torvik'
    """
    before = "" if role.when == "current" else f"{role.when} "
    return f"{before}{role.title}" + (f", {role.of}" if role.of else "")


def whole_parts(article: Article) -> tuple[Part, ...]:
    """Return parts that cover the text, filling what the record leaves between them with paragraphs."""
    parts: list[Part] = []
    end = 0
    for part in sorted(article.parts, key=lambda part: part.start):
        if part.start > end:
            parts.append(Part("paragraph", end, part.start))
        start, stop = max(part.start, end), min(part.end, len(article.text))
        if start < stop:
            parts.append(Part(part.kind, start, stop))
        end = max(end, stop)
    if end < len(article.text):
        parts.append(Part("paragraph", end, len(article.text)))
    return tuple(parts)


def _anchor(register: Register, row: str, number: int) -> str:
    statement = register.statements.get(row)
    known = statement is not None and statement.article in register.articles
    return f"w-s{number}" if known and statement and words_of(statement) else f"s{number}"


def _spots(article: Article) -> tuple[tuple[int, ...], tuple[str, ...]]:
    parts = whole_parts(article)
    names, number = [], 0
    for part in parts:
        counted = part.kind == "paragraph" and bool(article.text[part.start : part.end].strip())
        number += counted
        names.append(f"¶ {number}" if counted else part.kind)
    return tuple(part.start for part in parts), tuple(names)
