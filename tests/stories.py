"""The bundled stories, for tests that read them."""

from benchmarks.beside import shared
from benchmarks.cases import CASES as SHARED_CASES
from benchmarks.gold import MEASURED, STORIES, load_cases

CASES = tuple(load_cases(STORIES))
DEMO = STORIES / "dredging-tape"

# The last word of a person's name: first names may well stand in a list of first names.
_BESIDE = shared(SHARED_CASES)
FURTHER = tuple(case for part in ("open", "shut") for case in load_cases(MEASURED / part))
_MEASURED = (*CASES, *FURTHER, *(load_cases(_BESIDE / SHARED_CASES) if _BESIDE else ()))
_PEOPLE = [actor.name for case in _MEASURED for actor in case.gold.actors if actor.kind == "person"]
PROPER_NAMES = {name.split()[-1] for name in _PEOPLE if len(name) > 3 and name.split()[-1][0].isupper()}
