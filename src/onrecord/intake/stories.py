"""The story manifest: which files belong together, in which order, and what the user knows about each.

A manifest is all or nothing: half a story would give a record in which somebody seems never to have
answered. So every file is looked at before the first one is handed on.
"""

import datetime
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import ManifestError, OnrecordError
from onrecord.intake.archives import take_archive
from onrecord.intake.files import ARCHIVES, escape, examine, real, show, suffix_of, take_file
from onrecord.nouns.source import Given, Refused, Source, Story

STORY_KEYS = ("title", "source")
SOURCE_KEYS = ("file", "outlet", "published", "version_of")
MAX_MANIFEST = 1024 * 1024  # a thousand sources take 100 kB
MAX_SOURCES = 10_000


class _Entry(NamedTuple):
    """One [[source]] as written, its path resolved and its date checked."""

    path: Path
    name: str
    outlet: str | None
    published: str | None
    version_of: str | None


def take_story(manifest: str) -> Story:
    """Take a whole story with its title; raises ManifestError when anything about it is wrong."""
    path = Path(manifest)
    try:
        title, _ = _read_manifest(path)
        sources = tuple(source for source in take_story_file(path) if isinstance(source, Source))
    except OnrecordError as problem:
        raise ManifestError(f"{show(path)}: {problem}") from None
    return Story(title=title, sources=sources)


def take_story_file(path: Path) -> Iterator[Source | Refused]:
    """Take the sources of a manifest in its order; raises before the first one if anything about it is wrong."""
    _, entries = _read_manifest(path)
    ids = {entry.name: _rehearse(entry) for entry in entries}
    for entry in entries:
        version_of = _version(entry, ids)
        given = Given(outlet=entry.outlet, published=entry.published, version_of=version_of)
        yield from _take(entry.path, given)


def files_of(path: Path) -> set[Path] | None:
    """Return the files that a manifest lists, or None when it cannot be read."""
    try:
        _, entries = _read_manifest(path)
    except OnrecordError:
        return None
    return {entry.path for entry in entries}


def _read_manifest(path: Path) -> tuple[str | None, tuple[_Entry, ...]]:
    """Read and check a manifest without opening the files it lists."""
    story = _load(path)
    _check_keys(story, STORY_KEYS, "the story")
    title, rows = story.get("title"), story.get("source")
    if title is not None and not isinstance(title, str):
        raise ManifestError('the title is not text: write title = "…"')
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise ManifestError('names no source: add a [[source]] with file = "…"')
    if len(rows) > MAX_SOURCES:
        raise ManifestError(f"lists {len(rows)} sources, more than {MAX_SOURCES}: split the story")
    entries = tuple(_read_entry(path.parent, number, row) for number, row in enumerate(rows, 1))
    _check_names(entries)
    return title, entries


def _load(path: Path) -> dict[str, object]:
    if examine(path).st_size > MAX_MANIFEST:
        raise ManifestError("is larger than 1 MiB: is this a story manifest?")
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as problem:
        raise ManifestError(f"cannot be read ({problem.strerror}): check its permissions") from None
    except UnicodeDecodeError:
        raise ManifestError("is not UTF-8 text: save it again as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise ManifestError(f"is not valid TOML ({escape(str(problem))[:200]})") from None


def _read_entry(folder: Path, number: int, row: dict[str, object]) -> _Entry:
    where = f"source {number}"
    _check_keys(row, SOURCE_KEYS, where)
    name = _read_text(row, "file", where)
    if not name:
        raise ManifestError(f'{where} names no file: add file = "…"')
    return _Entry(
        path=_inside(folder, name),
        name=os.path.normpath(name),
        outlet=_read_text(row, "outlet", where),
        published=_read_day(row.get("published"), where),
        version_of=_read_name(_read_text(row, "version_of", where)),
    )


def _check_keys(table: dict[str, object], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            raise ManifestError(f'{where} has an unknown key "{escape(key)}": the known ones are {", ".join(known)}')


def _read_text(row: dict[str, object], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise ManifestError(f'{key} of {where} is not text: write {key} = "…"')


def _read_name(name: str | None) -> str | None:
    return None if name is None else os.path.normpath(name)


def _read_day(value: object, where: str) -> str | None:
    """Accept a TOML date, a date with a time, or a day as ISO text."""
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    try:
        return datetime.date.fromisoformat(value if isinstance(value, str) else "").isoformat()
    except ValueError:
        raise ManifestError(f"published of {where} is not a day: write published = 2024-03-11") from None


def _inside(folder: Path, name: str) -> Path:
    """Resolve a file of the manifest, links included, and refuse what lies outside the manifest's folder."""
    try:
        home, path = real(folder), real(folder / name)
    except (OSError, ValueError):
        raise ManifestError(f'"{escape(name)}" is no path: correct the name') from None
    if not path.is_relative_to(home):
        raise ManifestError(f'"{escape(name)}" lies outside the folder of the manifest: copy the file into it')
    return path


def _check_names(entries: tuple[_Entry, ...]) -> None:
    """Every file once, and every version a version of another file of the manifest, without a circle."""
    names = [entry.name for entry in entries]
    for name in names:
        if names.count(name) > 1:
            raise ManifestError(f'"{escape(name)}" is listed twice: list every file once')
    earlier = {entry.name: entry.version_of for entry in entries}
    for entry in entries:
        if entry.version_of is not None and (entry.version_of not in earlier or entry.version_of == entry.name):
            raise ManifestError(f'version_of "{escape(entry.version_of)}" names no other file of the manifest')
    for name in names:
        _check_circle(name, earlier)


def _check_circle(name: str, earlier: dict[str, str | None]) -> None:
    at, steps = earlier[name], 0
    while at is not None:
        at, steps = earlier[at], steps + 1
        if at == name or steps > len(earlier):
            raise ManifestError(f'"{escape(name)}" is a version of itself by a detour: correct version_of')


def _rehearse(entry: _Entry) -> tuple[str, ...]:
    """Take a file once for its ids alone, so that nothing is handed on from a story that breaks off."""
    ids = []
    try:
        for source in _take(entry.path, Given()):
            if isinstance(source, Refused):
                raise ManifestError(f'"{escape(entry.name)}": {source.reason}')
            ids.append(source.id)
    except ManifestError:
        raise
    except OnrecordError as problem:
        raise ManifestError(f'"{escape(entry.name)}" {problem}') from None
    if not ids:
        raise ManifestError(f'"{escape(entry.name)}" holds no page: take it out')
    return tuple(ids)


def _version(entry: _Entry, ids: dict[str, tuple[str, ...]]) -> str | None:
    if entry.version_of is None:
        return None
    first, *others = ids[entry.version_of]
    if others:
        raise ManifestError(f'version_of "{escape(entry.version_of)}" is an archive of several pages: name one file')
    return first


def _take(path: Path, given: Given) -> Iterator[Source | Refused]:
    if suffix_of(path) in ARCHIVES:
        yield from take_archive(path, given)
    else:
        yield take_file(path, given)
