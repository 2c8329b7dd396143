"""What a sound record looks like, as one pure check over all of its rows.

A span that lies outside its article, words that are not what the article says there, a reference to
a row that is not in the record: each is a fault that makes a record unfit to be trusted, wherever it comes from.
"""

from collections import Counter
from collections.abc import Iterator

import msgspec

from onrecord.nouns.article import Article
from onrecord.nouns.record import Phrase, Position, Record, Statement, Time
from onrecord.nouns.span import Span

ARRAYS = ("articles", "actors", "items", "statements", "positions", "events", "times", "corrections", "links")
REFERENCES = ("speaker", "others", "about", "same_as", "actor", "item", "by", "speaks_for", "voice", "touches",
              "statements", "superseded_by", "lapsed", "start", "end",
              "maybe")  # fmt: skip


def find_faults(record: Record) -> Iterator[str]:
    """Yield one line for everything in a record that does not hold; nothing for a sound one."""
    texts = {article.id: article.text for article in record.articles}
    known = {row.id for kind in ARRAYS if kind != "times" for row in getattr(record, kind)}
    homes = {statement.id: statement.article for statement in record.statements}
    for article in record.articles:
        yield from _faults_of_parts(article)
    for kind in ARRAYS:
        ids = Counter(getattr(row, "id", None) for row in getattr(record, kind))
        yield from (f"{kind} {id_[:12]}: another row has the same id" for id_, n in ids.items() if id_ and n > 1)
        for row in getattr(record, kind):
            name = f"{kind} {getattr(row, 'id', '')[:12]}".rstrip()
            for fault in _faults_of_row(row, texts, known, homes):
                yield f"{name}: {fault}"


def spans_in(value: object, article: str | None = None) -> Iterator[tuple[str | None, Span, str | None]]:
    """Yield every span inside a value with the article it points into and, where they are kept beside it, its words.

    >>> list(spans_in(Phrase("aboard", Span(3, 9)), "3f9a"))
    [('3f9a', Span(start=3, end=9), 'aboard')]
    """
    if isinstance(value, Span):
        yield article, value, None
    elif isinstance(value, Phrase | Time):
        yield (value.article if isinstance(value, Time) else article), value.at, value.text
    elif isinstance(value, tuple):
        for one in value:
            yield from spans_in(one, article)
    elif isinstance(value, msgspec.Struct):
        home = value.id if isinstance(value, Article) else getattr(value, "article", article)
        for field in value.__struct_fields__:
            yield from spans_in(getattr(value, field), home)


def _faults_of_parts(article: Article) -> Iterator[str]:
    reached = 0
    for part in article.parts:
        if part.start != reached:
            yield f"articles {article.id[:12]}: its parts leave a gap or overlap at {min(part.start, reached)}"
        reached = part.end
    if reached != len(article.text):
        yield f"articles {article.id[:12]}: its parts end at {reached}, its text at {len(article.text)}"


def _faults_of_row(row: msgspec.Struct, texts: dict[str, str], known: set[str], homes: dict[str, str]) -> Iterator[str]:
    home = homes.get(row.statements[0]) if isinstance(row, Position) and row.statements else None
    for article, span, words in spans_in(row, home):
        text = texts.get(article or "")
        if text is None:
            yield f"points into article {article}, which is not in the record"
        elif span.end > len(text):
            yield f"{span.start}..{span.end} lies outside its article"
        elif words is not None and span.of(text) != words:
            yield f"{span.start}..{span.end} reads {span.of(text)!r} and not {words!r}"
    if isinstance(row, Statement) and not row.cue_at and not row.content_at:
        yield "rests on no words: neither cue nor content"
    for id_ in _references(row):
        if id_ not in known:
            yield f"refers to {id_}, which is not in the record"


def _references(row: msgspec.Struct) -> Iterator[str]:
    """Yield the ids that a row names, those in its own parts included."""
    for field in row.__struct_fields__:
        value = getattr(row, field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, msgspec.Struct) and not isinstance(one, Span):
                yield from [one.id] if field == "about" and hasattr(one, "id") else _references(one)
            elif isinstance(one, str) and field in REFERENCES:
                yield one
