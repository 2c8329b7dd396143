"""Word lists as data: each TOML file says where its words come from and when, loaded on first use."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return a lexicon by the name of its file, without the ending; raises FileNotFoundError for an unknown name."""
    return tomllib.loads((files("onrecord.lexicons") / f"{name}.toml").read_text("utf-8"))


@cache
def languages(prefix: str) -> frozenset[str]:
    """Return the languages that have a lexicon whose file begins with these words: `time-en.toml` makes "en" one."""
    names = (file.name for file in files("onrecord.lexicons").iterdir())
    return frozenset(name.removeprefix(prefix)[:-5] for name in names if name.startswith(prefix))
