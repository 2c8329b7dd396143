"""Writing a file for the user: whole or not at all, and a plain word when it cannot be written."""

import os
import tempfile
from pathlib import Path

from onrecord.errors import CaseError


def write_whole(path: Path, text: str) -> None:
    """Write a text file in one step, so that an interrupted run leaves the old one or none."""
    path = path.resolve()
    if _is_in_a_case(path):
        raise CaseError(f"{path}: that belongs to a case: name a file outside it with -o")
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")  # a device or a pipe cannot be replaced, or must not be
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CaseError(f"{path}: cannot be written ({error.strerror}): name another file with -o") from error


def _is_in_a_case(path: Path) -> bool:
    """Tell whether a file is, or would be, one of those that a case consists of."""
    from onrecord.store.folder import DATABASE, ORIGINALS  # loads a database: only who writes a file pays for it

    return path.name == DATABASE or ORIGINALS in (parent.name for parent in path.parents)
