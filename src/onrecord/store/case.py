"""The Store: one case folder, which keeps sources and decisions for ever and all else until it is made anew.

    case.onrecord/
        originals/3f/3f9a…    the bytes of every source, once, named by their hash
        case.sqlite           what was given with them, and all that was derived

Where a source came from on the user's disk (`Source.place`) is not written anywhere in it.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypeVar

import msgspec

from onrecord.errors import CaseError, QueryError
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.case import Hit, Verification
from onrecord.nouns.decision import Decision
from onrecord.nouns.digest import digest
from onrecord.nouns.record import MadeBy, Record
from onrecord.nouns.source import Given, Source
from onrecord.store import made, vault
from onrecord.store.folder import DATABASE, ORIGINALS, open_folder
from onrecord.store.rows import as_json, as_record, as_rows, as_story, complete, contradicts
from onrecord.store.sqlite import connect, reading, telling, writing
from onrecord.store.words import CLOSES, OPENS, as_hit, as_index, as_match

Known = Literal["known", "completed", "carried", "contradicted"]
T = TypeVar("T", bound=msgspec.Struct)


class Store:
    """A case folder, open; use it in a `with` block. `Store(":memory:")` is gone when it is closed.

    Raises CaseError where the folder is no case, is damaged, or cannot be read or written.
    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        """Open a case, or with `create` make one where there is none yet."""
        self._closing = ExitStack()
        self._place = str(path)
        with telling(self._place):
            if self._place == ":memory:":
                folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory()))
            else:
                folder = open_folder(Path(path), create=create)
            self._vault = folder / ORIGINALS
            self._vault.mkdir(mode=0o700, exist_ok=True)
            self._db = connect(None if self._place == ":memory:" else folder / DATABASE)
        self._closing.callback(self._db.close)

    def __enter__(self) -> Self:
        """Return the open case."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the case."""
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._closing.close()

    def __len__(self) -> int:
        """Return how many sources are in the case."""
        with telling(self._place):
            return int(self._db.execute("SELECT count(*) FROM sources").fetchone()[0])

    def recognise(self, source: Source) -> Known | None:
        """Tell whether a source is in the case; what is newly given for it fills gaps and replaces nothing."""
        with telling(self._place), writing(self._db):
            row = self._db.execute("SELECT given FROM sources WHERE id = ?", (source.id,)).fetchone()
            if row is None:
                return None
            kept = msgspec.json.decode(row[0], type=Given)
            both = complete(kept, source.given)
            if both != kept:
                self._db.execute("UPDATE sources SET given = ? WHERE id = ?", (as_json(both), source.id))
                self._db.execute("DELETE FROM derived WHERE source = ?", (source.id,))
                self._unindex(source.id)
            if contradicts(source.given, both):
                return "contradicted"
            return "known" if both == kept else "carried" if both.also != kept.also else "completed"

    def found_in(self, id_: str) -> tuple[Annotated, MadeBy] | None:
        """Return what was found in a source and what found it; None where nothing is derived from it."""
        with telling(self._place):
            rows = self._db.execute(
                "SELECT article, annotations, made_by FROM derived WHERE source = ?", (id_,)
            ).fetchall()
        return next(((as_story([row[:2]])[0], msgspec.json.decode(row[2], type=MadeBy)) for row in rows), None)

    def put(self, source: Source, one: Annotated, made_by: MadeBy, *, taken: str) -> bool:
        """Keep a source for ever, with what was found in it; False when another process was first."""
        with telling(self._place):
            vault.sweep(self._vault)
            vault.keep(self._vault, source.id, source.body)
            with writing(self._db):
                new = self._db.execute(
                    "INSERT OR IGNORE INTO sources (id, media, charset, given, taken) VALUES (?, ?, ?, ?, ?)",
                    (source.id, source.media, source.charset, as_json(source.given), taken),
                ).rowcount
                if new:
                    self._derive(one, made_by)
                return bool(new)

    def derive(self, one: Annotated, made_by: MadeBy) -> None:
        """Keep what was found in a source anew; what was established from the old is no longer searched."""
        with telling(self._place), writing(self._db):
            self._derive(one, made_by)
            self._unindex(one.article.id)

    def sources(self, *, not_by: MadeBy | None = None) -> Iterator[Source]:
        """Yield the sources with their originals, in order of their ids; `not_by` only those it has not derived."""
        query = "SELECT id, media, charset, given FROM sources LEFT JOIN derived ON source = id "
        query += "WHERE ? IS NULL OR made_by IS NOT ? ORDER BY id"
        by = as_json(not_by) if not_by else None
        with telling(self._place):
            rows = self._db.execute(query, (by, by)).fetchall()
        for id_, media, charset, given in rows:
            if fault := vault.fault_of(self._vault, id_):
                raise CaseError(f"{self._place}: {fault}")
            with telling(self._place):
                body = vault.place_of(self._vault, id_).read_bytes()
            yield Source(id_, id_[:12], media, body, charset, msgspec.json.decode(given, type=Given))

    def engine(self) -> str | None:
        """Return the engine that was the last to derive something here; None where nothing is derived yet."""
        query = (
            "SELECT made_by FROM (SELECT made_by, rowid AS n FROM derived UNION ALL SELECT made_by, 0 FROM established)"
        )
        with telling(self._place):
            last = self._db.execute(f"{query} ORDER BY n DESC LIMIT 1").fetchone()
            return msgspec.json.decode(last[0], type=MadeBy).engine if last else None

    def state(self, made_by: MadeBy) -> str:
        """Return a digest of all that a record of this case would be established from."""
        with telling(self._place):
            rows = self._db.execute("SELECT id, given FROM sources ORDER BY id").fetchall()
        return digest("state", made_by, *rows)

    def story(self) -> tuple[Annotated, ...]:
        """Return every article with what was found in it, oldest first: the order of adding does not matter."""
        with telling(self._place):
            return as_story(self._db.execute("SELECT article, annotations FROM derived").fetchall())

    def articles(self) -> tuple[str, ...]:
        """Return the ids of all articles in which something was found."""
        with telling(self._place):
            return tuple(id_ for (id_,) in self._db.execute("SELECT source FROM derived"))

    def made_of(self, kind: type[T], make: Callable[[Annotated], T], rests_on: Mapping[str, str]) -> dict[str, T]:
        """Return what is made of each of some articles: as it was kept, where it rests on the same as it did then."""
        with telling(self._place):
            return made.made_of(self._db, kind, make, rests_on)

    def record(self, state: str) -> Record | None:
        """Return the record established in this state of the case; None when there is none."""
        with telling(self._place), reading(self._db):
            kept = self._db.execute("SELECT made_by FROM established WHERE state = ?", (state,)).fetchone()
            if kept is None:
                return None
            articles = self._db.execute(
                "SELECT 'articles', article FROM rows JOIN derived ON source = row WHERE kind = 'articles' ORDER BY n"
            ).fetchall()
            others = self._db.execute("SELECT kind, row FROM rows WHERE kind <> 'articles' ORDER BY kind, n").fetchall()
            return as_record(kept[0], articles + others)

    def keep(self, record: Record, state: str) -> None:
        """Keep a record in the place of the one before."""
        with telling(self._place), writing(self._db):
            for table in ("established", "rows"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names stand in the line above
            self._db.execute("INSERT INTO established VALUES (1, ?, ?)", (state, as_json(record.made_by)))
            self._db.executemany("INSERT INTO rows VALUES (?, ?, ?)", as_rows(record))

    def log(self, decisions: Iterable[Decision]) -> None:
        """Write decisions at the end of the log; nothing that is in it is ever changed or taken out."""
        with telling(self._place), writing(self._db):
            self._db.executemany(
                "INSERT OR IGNORE INTO decisions (id, decision) VALUES (?, ?)",
                [(one.id, as_json(one)) for one in decisions],
            )

    def decisions(self) -> tuple[Decision, ...]:
        """Return the log, first decision first."""
        with telling(self._place):
            rows = self._db.execute("SELECT decision FROM decisions ORDER BY n").fetchall()
            return tuple(msgspec.json.decode(row, type=Decision) for (row,) in rows)

    def index(self, record: Record, state: str) -> None:
        """Make the words of a record searchable in the place of those before, unless they are of this state already."""
        with telling(self._place):
            kept = self._db.execute("SELECT state FROM indexed").fetchone()
            if kept == (state,):
                return
            with writing(self._db):
                self._db.execute("DELETE FROM index_of_words")
                self._db.execute("INSERT OR REPLACE INTO indexed VALUES (1, ?)", (state,))
                self._db.executemany("INSERT INTO index_of_words VALUES (?, ?, ?, ?, ?, ?)", as_index(record))

    def makers(self) -> tuple[MadeBy, ...]:
        """Return what has derived something that is kept here."""
        query = "SELECT made_by FROM derived UNION SELECT made_by FROM established ORDER BY made_by"
        with telling(self._place):
            return tuple(msgspec.json.decode(row, type=MadeBy) for (row,) in self._db.execute(query))

    def search(self, words: str, *, limit: int = 100) -> tuple[Hit, ...]:
        """Find words in names, statements and texts, the best matches first."""
        if not (match := as_match(words)):
            raise QueryError(f"nothing to search for in {words!r}: give one or more words")
        with telling(self._place):
            rows = self._db.execute(
                "SELECT kind, highlight(index_of_words, 0, ?, ?), article, start, stop, row FROM index_of_words "
                "WHERE words MATCH ? ORDER BY rank, rowid LIMIT ?",
                (OPENS, CLOSES, match, limit),
            ).fetchall()
        return tuple(as_hit(row) for row in rows)

    def verify(self) -> Verification:
        """Hash every original again and let the database check itself; what an interrupted run left is no fault."""
        with telling(self._place):
            ids = [id_ for (id_,) in self._db.execute("SELECT id FROM sources ORDER BY id")]
            faults = [fault for id_ in ids if (fault := vault.fault_of(self._vault, id_))]
            faults += [f"case.sqlite: {says}" for (says,) in self._db.execute("PRAGMA integrity_check") if says != "ok"]
            faults += [
                f"case.sqlite: {row[0]} refers to a missing {row[2]}"
                for row in self._db.execute("PRAGMA foreign_key_check")
            ]
            leftovers = [
                f"{path.name}: half written by a run that was interrupted" for path in vault.unfinished(self._vault)
            ]
            leftovers += [
                f"{id_[:12]}: kept, but not yet in the case when a run was interrupted: add it again"
                for id_ in vault.whole(self._vault)
                if id_ not in set(ids)
            ]
        return Verification(sources=len(ids), faults=tuple(faults), leftovers=tuple(leftovers))

    def verify_search(self, record: Record) -> tuple[str, ...]:
        """Hold what a search finds against the words of a record."""
        with telling(self._place):
            rows = self._db.execute("SELECT words, kind, row, article, start, stop FROM index_of_words").fetchall()
        strays = sorted({str(row[2] or row[3])[:12] for row in set(rows) ^ set(as_index(record))})
        return tuple(f"case.sqlite: what a search finds of {id_} is not what the record says" for id_ in strays)

    def _unindex(self, article: str) -> None:
        """Take an article that is read anew out of what is searched; the caller holds the write lock."""
        self._db.execute("DELETE FROM index_of_words WHERE article = ?", (article,))
        self._db.execute("DELETE FROM indexed")

    def _derive(self, one: Annotated, made_by: MadeBy) -> None:
        """Write what was found in a source; the caller holds the write lock."""
        self._db.execute(
            "INSERT OR REPLACE INTO derived (source, made_by, article, annotations) VALUES (?, ?, ?, ?)",
            (one.article.id, as_json(made_by), as_json(one.article), as_json(one.annotations)),
        )
