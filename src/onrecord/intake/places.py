"""Places in order become a stream of sources: what a place is decides who opens it.

Everything is streamed, so ten thousand files need no more memory than the largest one. What cannot be
taken becomes a `Refused` in its place in the order, and the rest goes on.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.intake.archives import take_archive
from onrecord.intake.files import ARCHIVES, MANIFEST, PAGES, examine, real, show, suffix_of, take_file
from onrecord.intake.stories import files_of, take_story_file
from onrecord.nouns.source import Refused, Source

READABLE = (*PAGES, *ARCHIVES)
# What browsers call the folder beside a page "X.html" that they save "complete": X_files, in several languages.
ASSETS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_file")


def take(places: Sequence[str]) -> Iterator[Source | Refused]:
    """Take files, folders, web archives and story manifests, in the order given, one source at a time."""
    for place in places:
        yield from _attempt(Path(place), _open(Path(place)))


def _attempt(path: Path, sources: Iterator[Source | Refused]) -> Iterator[Source | Refused]:
    """Pass sources on and turn the error that ends them into a refusal."""
    try:
        yield from sources
    except OnrecordError as problem:
        yield Refused(show(path), str(problem))


def _open(path: Path) -> Iterator[Source | Refused]:
    if stat.S_ISDIR(examine(path).st_mode):
        yield from _take_folder(path)
    elif suffix_of(path) == ".toml":
        yield from take_story_file(path)
    elif suffix_of(path) in ARCHIVES:
        yield from take_archive(path)
    else:
        yield take_file(path)


def _take_folder(folder: Path) -> Iterator[Source | Refused]:
    """Take all that can be read below a folder, in order of name, and say so when there is nothing."""
    found = False
    for source in _walk(folder):
        found = True
        yield source
    if not found:
        yield Refused(show(folder), f"holds nothing to read: put {', '.join(READABLE)} files or a {MANIFEST} into it")


def _walk(top: Path) -> Iterator[Source | Refused]:
    """Go through a folder depth first with a stack of its own: folders may be nested deeper than Python may call."""
    waiting = [(top, True)]
    listed: set[Path] = set()
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield from () if real(path) in listed else _attempt(path, _open(path))
            continue
        try:
            names = _usable(path)
        except OSError as problem:
            yield Refused(show(path), f"cannot be listed ({problem.strerror}): change its permissions")
            continue
        if MANIFEST in names:
            yield from _attempt(path / MANIFEST, take_story_file(path / MANIFEST))
            claimed = files_of(path / MANIFEST)
            # A manifest that cannot be read claims the whole folder: without it versions and dates would be lost.
            listed |= claimed if claimed is not None else {real(path / name) for name in names}
        waiting.extend((path / name, names[name]) for name in sorted(names, reverse=True) if name != MANIFEST)


def _usable(folder: Path) -> dict[str, bool]:
    """Return the names in a folder that may hold news, and whether each is a folder.

    Not among them: what is hidden, of another type, or the assets of a saved page; and links
    to folders, which may lead in a circle.
    """
    with os.scandir(folder) as entries:
        kinds = {entry.name: entry.is_dir(follow_symlinks=False) for entry in entries if not entry.name.startswith(".")}
    assets = {Path(name).stem + end for name in kinds if suffix_of(Path(name)) in PAGES for end in ASSETS}
    return {
        name: is_folder
        for name, is_folder in kinds.items()
        if (is_folder and name not in assets) or (not is_folder and _is_readable(Path(name)))
    }


def _is_readable(name: Path) -> bool:
    return name.name == MANIFEST or suffix_of(name) in READABLE
