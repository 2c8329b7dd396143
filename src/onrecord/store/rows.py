"""How nouns become rows of the database and rows become nouns again."""

import msgspec

from onrecord.nouns.annotations import Annotated, Annotations
from onrecord.nouns.article import Article
from onrecord.nouns.record import Record
from onrecord.nouns.source import Given, carried_too

KINDS = ("actors", "items", "statements", "positions", "events", "times", "corrections", "links")
PAGE = 1000  # nouns of a record in one row of the database, which may be of some megabytes at most

_encode = msgspec.json.Encoder(order="deterministic").encode


def as_json(noun: msgspec.Struct) -> str:
    """Write a noun as JSON text; equal nouns give equal text."""
    return _encode(noun).decode()


def as_rows(record: Record) -> list[tuple[str, int, str]]:
    """Write a record as rows `(kind, place, JSON)`; its articles only by their ids, since they are kept already.

    A row holds many nouns, with commas between them: one each took as long to write as the rest of a question.
    """
    rows = [("articles", n, article.id) for n, article in enumerate(record.articles)]
    for kind in KINDS:
        nouns = getattr(record, kind)
        pages = (nouns[start : start + PAGE] for start in range(0, len(nouns), PAGE))
        rows.extend((kind, n, _encode(page).decode()[1:-1]) for n, page in enumerate(pages))
    return rows


def as_record(made_by: str, rows: list[tuple[str, str]]) -> Record:
    """Read a record from rows `(kind, JSON)`, of one noun or many, in order; raises DecodeError for damaged ones."""
    arrays: dict[str, list[str]] = {}
    for kind, row in rows:
        arrays.setdefault(kind, []).append(row)
    body = "".join(f',"{kind}":[{",".join(nouns)}]' for kind, nouns in arrays.items())
    return msgspec.json.decode(f'{{"made_by":{made_by}{body}}}', type=Record)


def as_story(rows: list[tuple[str, str]]) -> tuple[Annotated, ...]:
    """Read annotated articles, oldest first: an order that depends on nothing but the articles."""
    story = (
        Annotated(msgspec.json.decode(article, type=Article), msgspec.json.decode(annotations, type=Annotations))
        for article, annotations in rows
    )
    return tuple(sorted(story, key=lambda one: one.article.age))


def complete(kept: Given, newer: Given) -> Given:
    """Fill what was not given before with what is given now; what was given stays.

    The same bytes under another outlet's name are one article that two outlets carry.

    >>> both = complete(Given(outlet="Torvik Courier"), Given(outlet="Courier", published="2024-03-11"))
    >>> both.outlet, both.published
    ('Torvik Courier', '2024-03-11')
    """
    also = carried_too(kept.outlet, kept.also, newer.outlet, newer.published)
    if is_of_other(kept, newer):
        return msgspec.structs.replace(kept, also=also)
    gaps = {
        field: getattr(newer, field)
        for field in Given.__struct_fields__
        if getattr(kept, field) is None and getattr(newer, field) is not None
    }
    return msgspec.structs.replace(kept, **gaps)


def is_of_other(kept: Given, newer: Given) -> bool:
    """Tell whether the details are another outlet's than the first: its day is not the day of the first."""
    return bool(carried_too(kept.outlet, (), newer.outlet))


def contradicts(newer: Given, kept: Given) -> bool:
    """Tell whether a detail that is given now is another one than was given before."""
    return not is_of_other(kept, newer) and any(
        getattr(newer, field) not in (None, (), getattr(kept, field)) for field in Given.__struct_fields__
    )
