"""The vault: every original once, as a file named by the SHA-256 of its bytes.

An original appears whole or not at all: it is written beside its place, forced to the disk and then
renamed. Nothing in here is ever overwritten or deleted but the halves that a killed run left behind.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from onrecord.nouns.digest import sha256

UNFINISHED = ".unfinished-"
# Another process may be writing one right now: no single original takes an hour.
ABANDONED_AFTER_SECONDS = 3600


def keep(vault: Path, id_: str, body: bytes) -> None:
    """Write an original for good; one that is there already is left as it is."""
    place = place_of(vault, id_)
    if place.exists():
        return
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=vault)  # readable by its owner only
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(place)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    for folder in (place.parent, vault):
        _settle(folder)


def place_of(vault: Path, id_: str) -> Path:
    """Return where an original is kept: `originals/3f/3f9a…`."""
    return vault / id_[:2] / id_


def fault_of(vault: Path, id_: str) -> str | None:
    """Say what is wrong with an original; None when its bytes are still the ones that were added."""
    try:
        found = sha256(place_of(vault, id_).read_bytes())
    except FileNotFoundError:
        return f"source {id_[:12]}: its original is missing: put the file back as originals/{id_[:2]}/{id_}"
    except OSError as error:
        return f"source {id_[:12]}: its original cannot be read: {error.strerror}"
    return None if found == id_ else f"source {id_[:12]}: its original was changed: its hash is now {found[:12]}"


def whole(vault: Path) -> Iterator[str]:
    """Yield the id of every original, in order."""
    yield from sorted(path.name for path in vault.glob("[0-9a-f][0-9a-f]/*"))


def unfinished(vault: Path) -> Iterator[Path]:
    """Yield what a killed run left half written."""
    yield from sorted(vault.glob(f"{UNFINISHED}*"))


def sweep(vault: Path) -> None:
    """Delete what was left half written long enough ago that nobody can be writing it still."""
    for path in unfinished(vault):
        try:
            if time.time() - path.stat().st_mtime > ABANDONED_AFTER_SECONDS:
                path.unlink()
        except FileNotFoundError:
            continue  # another process finished or swept it


def _settle(folder: Path) -> None:
    """Force a folder's list of names to the disk, so that a rename outlives a power cut."""
    if os.name == "nt":
        return  # Windows has no handle on folders and needs none
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
