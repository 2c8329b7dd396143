"""Word lists as data: each TOML file says where its words come from and when, loaded on first use."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return a lexicon by the name of its file, without the ending; raises FileNotFoundError for an unknown name."""
    return tomllib.loads((files("onrecord.lexicons") / f"{name}.toml").read_text("utf-8"))
