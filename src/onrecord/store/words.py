"""What can be searched: the read parts of every article, the words of statements, and names.

Furniture is not among it, nor what a later version has set right. The words are kept beside their span, so that
`verify` can hold them against the article.
"""

import re
from collections.abc import Iterator

from onrecord.nouns.case import Hit, HitKind
from onrecord.nouns.record import Actor, Item, Record
from onrecord.nouns.span import Span
from onrecord.nouns.stale import stale_parts, stale_statements

OPENS, CLOSES = "\ufdd0", "\ufdd1"  # not characters, so that no text that can be read holds them
PHRASE = re.compile(r'"([^"]*)"|(\S+)')


Row = tuple[str, HitKind, str | None, str, int, int]  # words, kind, id of the row, article, start, end


def as_index(record: Record) -> Iterator[Row]:
    """Yield the rows of the index: everything in a record that a search can find, with the place of its words."""
    for hit in _searchable(record):
        yield hit.words, hit.kind, hit.id, hit.article, hit.at.start, hit.at.end


def _searchable(record: Record) -> Iterator[Hit]:
    texts = {article.id: article.text for article in record.articles}
    stale, wrong = stale_statements(record), stale_parts(record)
    for article in record.articles:
        for part in article.parts:
            if any(part.at.overlaps(at) for at in wrong.get(article.id, ())):
                continue  # a later version has it right; the notice there still names what was wrong
            if part.kind != "furniture" and (words := part.at.of(article.text)).strip():
                yield Hit("text", words, article.id, part.at, ())
    for statement in (one for one in record.statements if one.id not in stale):
        text = texts.get(statement.article, "")
        for at in statement.content_at:
            yield Hit("statement", at.of(text), statement.article, at, (), statement.id)
    yield from _names(record.actors)
    yield from _names(record.items)


def as_match(words: str) -> str:
    """Write a reader's words as an FTS5 query in which nothing is syntax but "a phrase" and a closing star.

    >>> as_match('denied "the tape" AND harbo*')
    '"denied" "the tape" "AND" "harbo"*'
    """
    found = [phrase or word for phrase, word in PHRASE.findall(words)]
    return " ".join(_quoted(one) for one in found if re.search(r"\w", one))


def as_hit(row: tuple[HitKind, str, str, int, int, str | None]) -> Hit:
    """Read a found row, with the place of every word that matched."""
    kind, marked, article, start, stop, id_ = row
    found, offset = [], start
    for piece in re.split(f"({OPENS}[^{CLOSES}]*{CLOSES})", marked):
        if piece.startswith(OPENS):
            found.append(Span(offset, offset + len(piece) - 2))
        offset += len(piece.strip(OPENS + CLOSES))
    words = marked.replace(OPENS, "").replace(CLOSES, "")
    at = Span(start, stop)
    in_text = kind in ("text", "statement") and len(words) == stop - start
    return Hit(kind, words, article, at, tuple(found) if in_text else (at,), id_)


def _quoted(word: str) -> str:
    bare = word.replace('"', " ").replace("\0", " ")
    return f'"{bare[:-1]}"*' if bare.endswith("*") else f'"{bare}"'


def _names(rows: tuple[Actor, ...] | tuple[Item, ...]) -> Iterator[Hit]:
    for row in rows:
        words = " · ".join((row.name, *row.aliases)) if isinstance(row, Actor) else row.label
        if row.mentions:
            first = row.mentions[0]
            yield Hit("actor" if isinstance(row, Actor) else "item", words, first.article, first.at, (), row.id)
