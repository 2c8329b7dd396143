"""The bundled stories, for tests that read them."""

from benchmarks.gold import STORIES, load_cases

CASES = tuple(load_cases(STORIES))
DEMO = STORIES / "dredging-tape"

# The last word of a person's name: first names may well stand in a list of first names.
_PEOPLE = [actor.name for case in CASES for actor in case.gold.actors if actor.kind == "person"]
PROPER_NAMES = {name.split()[-1] for name in _PEOPLE if len(name) > 3}
