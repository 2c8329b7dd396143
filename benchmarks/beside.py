"""What is measured on but not shipped: data and scorers in the folder that ONRECORD_SHARED names, or in `shared` beside
the checkout.
"""

import gzip
import json
import os
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(os.environ.get("ONRECORD_SHARED") or Path(__file__).parent.parent.parent / "shared")


def shared(*needed: str) -> Path | None:
    """Return the folder where it holds all that is needed, None where something is missing."""
    return SHARED if SHARED.is_dir() and all((SHARED / path).exists() for path in needed) else None


def say_missing(what: str, *needed: str) -> str:
    """Say in one line why something is not scored."""
    missing = (path for path in needed if not (SHARED / path).exists())
    return f"{what} not scored: {', '.join(missing)} not found in {SHARED} (set ONRECORD_SHARED)"


def load_scorer(path: Path) -> ModuleType:
    """Load a scorer under a name of its own: files there are named like modules of the standard library."""
    spec = spec_from_file_location(f"scorer_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be loaded as a module")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a compressed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
