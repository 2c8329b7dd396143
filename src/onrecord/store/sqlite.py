"""One SQLite file per case: how it is laid out, opened, written to and what its troubles are called.

WAL lets readers read while one writes; whoever wants to write takes the lock first (BEGIN IMMEDIATE) and
waits a bounded time for it, so that two processes that add at once both succeed.
"""

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from onrecord.errors import CaseError

APPLICATION = 0x6F6E7265  # "onre"
VERSION = 3
PATIENCE_SECONDS = 60.0  # the longest transaction, a re-establishment of some thousand articles, takes a few seconds
REPAIR = "restore a copy, or add the files under originals/ to a new case"
FULL = "the disk is full: free some space and run it again; nothing that was added is lost"
UNWRITABLE = "the case cannot be written: copy the folder to where you may write"

LAYOUT = """
CREATE TABLE sources (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, media TEXT NOT NULL, charset TEXT,
    given TEXT NOT NULL, taken TEXT NOT NULL
);
CREATE TABLE derived (
    source TEXT PRIMARY KEY REFERENCES sources (id), made_by TEXT NOT NULL,
    article TEXT NOT NULL, annotations TEXT NOT NULL
);
CREATE TABLE established (one INTEGER PRIMARY KEY CHECK (one = 1), state TEXT NOT NULL, made_by TEXT NOT NULL);
CREATE TABLE rows (kind TEXT NOT NULL, n INTEGER NOT NULL, row TEXT NOT NULL, PRIMARY KEY (kind, n));
CREATE VIRTUAL TABLE index_of_words USING fts5 (
    words, kind UNINDEXED, row UNINDEXED, article UNINDEXED, start UNINDEXED, stop UNINDEXED,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
"""


# What a case of version 1 lacks: a log that only grows, and what the index of words was last made from.
ADDED_IN_2 = """
CREATE TABLE decisions (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, decision TEXT NOT NULL);
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END;
CREATE TRIGGER decisions_hold BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END;
CREATE TABLE indexed (one INTEGER PRIMARY KEY CHECK (one = 1), state TEXT NOT NULL);
"""
# What a case of version 2 lacks: what was made of each article, kept until the article or what it rests on changes.
ADDED_IN_3 = """
CREATE TABLE made (
    source TEXT NOT NULL REFERENCES derived (source) ON DELETE CASCADE, kind TEXT NOT NULL, rests_on TEXT NOT NULL,
    noun BLOB NOT NULL, PRIMARY KEY (source, kind)
);
"""
ADDED = (LAYOUT, ADDED_IN_2, ADDED_IN_3)  # what each version adds to the one before


def connect(file: Path | None) -> sqlite3.Connection:
    """Open a case's database, and lay it out when it is new; None opens one in memory."""
    if file is not None:
        _make_private(file)
    db = sqlite3.connect(file or ":memory:", isolation_level=None, timeout=PATIENCE_SECONDS)
    try:
        _check(db, file)
        _patiently(db, "PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        if _version(db) < VERSION:
            _lay_out(db)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """Take the write lock, and commit all or nothing."""
    db.execute("BEGIN IMMEDIATE")
    with _closing(db):
        yield


@contextmanager
def reading(db: sqlite3.Connection) -> Iterator[None]:
    """See the case as it is at one moment, whatever others write meanwhile."""
    db.execute("BEGIN")
    with _closing(db):
        yield


@contextmanager
def telling(place: str) -> Iterator[None]:
    """Turn the troubles of disk and database into a CaseError of one line that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise CaseError(f"{place}: {_say(error)}") from error
    except msgspec.MsgspecError as error:
        raise CaseError(f"{place}: a row of the case is damaged ({error}): {REPAIR}") from error
    except OSError as error:
        raise CaseError(f"{place}: {_say_system(error)}") from error


@contextmanager
def _closing(db: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        if db.in_transaction:  # SQLite itself rolls back when the disk is full
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _make_private(file: Path) -> None:
    """Make the file before SQLite does, readable by its owner only; the log beside it takes the same mode."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))


def _check(db: sqlite3.Connection, file: Path | None) -> None:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and (application or tables):
        raise CaseError(f"{file}: this database is not an onrecord case: name another folder")
    if _version(db) > VERSION:
        raise CaseError(f"{file}: the case was written by another version of onrecord (layout {_version(db)}, "
                        f"this one reads {VERSION}): install that version")  # fmt: skip


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _lay_out(db: sqlite3.Connection) -> None:
    """Make the tables that are missing in one transaction, so that a killed run leaves a case whole, or as it was."""
    with writing(db):
        missing = "".join(ADDED[_version(db) :])  # none when another process was first
        for statement in missing.split(";\n"):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {VERSION}")


def _patiently(db: sqlite3.Connection, statement: str) -> None:
    """Execute what SQLite refuses at once, without waiting, while another process opens the same file."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            db.execute(statement).fetchone()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _say_system(error: OSError) -> str:
    """Say in one line what the system refused and what to do."""
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return UNWRITABLE
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return FULL
    return f"{error.strerror or error}: check the folder; nothing that was added is lost"


def _say(error: sqlite3.Error) -> str:
    """Say in one line what happened and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
    says = {
        sqlite3.SQLITE_BUSY: "another onrecord keeps writing to this case: wait for it and try again",
        sqlite3.SQLITE_FULL: FULL,
        sqlite3.SQLITE_IOERR: "the disk fails or is full: check it and run it again; nothing that was added is lost",
        sqlite3.SQLITE_READONLY: UNWRITABLE,
        sqlite3.SQLITE_CANTOPEN: "the case cannot be opened: check that you may read and write its folder",
        sqlite3.SQLITE_PERM: "the case cannot be opened: check that you may read and write its folder",
        sqlite3.SQLITE_NOTADB: "case.sqlite is not a database",
        sqlite3.SQLITE_CORRUPT: "case.sqlite is damaged",
    }
    damaged = code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
    repair = f": {REPAIR}" if damaged else ""
    return says.get(code, f"the case's database fails ({error}): copy the folder before anything else") + repair
