"""The folder of a case: found, or made so that only its owner can read it."""

from pathlib import Path

from onrecord.errors import CaseError

DATABASE = "case.sqlite"
ORIGINALS = "originals"
# What a run that was killed while making a case may have left in the folder.
OURS = frozenset({DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", ORIGINALS})


def open_folder(folder: Path, *, create: bool) -> Path:
    """Return the folder of a case; with `create` make one where there is nothing yet."""
    if (folder / DATABASE).is_file():
        return folder
    if not create:
        raise CaseError(f"{folder}: no case is here: make one with onrecord add FILE --to {folder}")
    if folder.exists() and not folder.is_dir():
        raise CaseError(f"{folder}: a case is a folder, and this is a file: name another place")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if strangers := sorted(path.name for path in folder.iterdir() if path.name not in OURS):
        raise CaseError(f"{folder}: this folder holds other files ({strangers[0]}) and is no case: name a new folder")
    return folder
