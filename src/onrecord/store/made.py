"""What is made of each article by itself: kept until something else is found in it, or what it rests on changes.

So a question after one more article makes only what is new. Nothing here has to be kept: all of it can be made again.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

import msgspec

from onrecord.errors import CaseError
from onrecord.nouns.annotations import Annotated
from onrecord.store.rows import as_story
from onrecord.store.sqlite import writing

BATCH = 100  # articles after which what is made of them is written: others may write to the case in between

T = TypeVar("T", bound=msgspec.Struct)


def made_of(
    db: sqlite3.Connection, kind: type[T], make: Callable[[Annotated], T], rests_on: Mapping[str, str]
) -> dict[str, T]:
    """Return what is made of each article that `rests_on` names; it rests on that and on what was found there."""
    decode = msgspec.json.Decoder(kind).decode
    kept = db.execute("SELECT source, rests_on, noun FROM made WHERE kind = ?", (kind.__name__,))
    known = {}
    for source, basis, noun in kept:
        if rests_on.get(source) == basis:
            with suppress(msgspec.DecodeError):  # what cannot be read is made again
                known[source] = decode(noun)
    missing = [source for source in rests_on if source not in known]
    for start in range(0, len(missing), BATCH):
        rows = []
        for source, article, annotations in _found(db, missing[start : start + BATCH]):
            known[source] = make(as_story([(article, annotations)])[0])
            noun = msgspec.json.encode(known[source])
            rows.append((kind.__name__, rests_on[source], noun, source, article, annotations))
        _keep(db, rows)
    return known


def _found(db: sqlite3.Connection, sources: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the article and the annotations of each source."""
    for source in sources:
        row = db.execute("SELECT source, article, annotations FROM derived WHERE source = ?", (source,)).fetchone()
        if row is None:
            raise CaseError(f"{source[:12]}: another onrecord is reading this article anew: ask again")
        yield row


def _keep(db: sqlite3.Connection, rows: Sequence[tuple[str, str, bytes, str, str, str]]) -> None:
    """Keep what was made, unless something else has been found in the article meanwhile."""
    with writing(db):
        db.executemany(
            "INSERT OR REPLACE INTO made (kind, rests_on, noun, source) SELECT ?, ?, ?, source FROM derived "
            "WHERE source = ? AND article = ? AND annotations = ?",
            rows,
        )
