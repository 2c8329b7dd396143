"""Accuracy is behaviour: `python -m benchmarks.floors` fails when a score of an engine drops below its floor.

Only what is shipped is pinned, with the digest of its data: a floor says nothing about other stories.
`python -m benchmarks.floors --pin` writes the floors anew, a little below what is measured; lowering one needs a
decision in `docs/decisions/`.
"""

import math
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import BASELINE, measure
from benchmarks.engines import NAMES, load_engines, make_options
from benchmarks.gold import STORIES, load_cases
from benchmarks.score import Tally, summarise
from benchmarks.table import lay_out
from onrecord.models.pins import EngineName
from onrecord.nouns.digest import sha256

FLOORS = Path(__file__).with_name("floors.toml")
ROOM = 0.01  # below what is measured: a change elsewhere may move one statement of a hundred
PINNED = (
    "statements", "items", "positions", "positions-any-proposition",
    "speaker", "mode", "act", "addressee", "medium", "when", "chain", "conditions", "about",
    "published", "events", "corrections",
)  # fmt: skip
CEILINGS = ("never", "dates-wrong")  # shares of what is wrong: these must not rise

Scores = dict[str, float]
Limits = dict[str, dict[str, float]]


def main(names: tuple[EngineName, ...], *, pin: bool) -> int:
    """Compare the scores of engines with their floors, or pin them; return the exit code."""
    scores, digest = _measure(names), _digest()
    pinned = tomllib.loads(FLOORS.read_text("utf-8"))
    if pin:
        kept = {name: pinned[name] for name in NAMES if name in pinned}
        FLOORS.write_text(_write(kept | {name: make_limits(one) for name, one in scores.items()}, digest), "utf-8")
        pinned = tomllib.loads(FLOORS.read_text("utf-8"))
    problems = []
    for name, one in scores.items():
        limits = pinned.get(name, {"floors": {}, "ceilings": {}})
        print(f"{lay_out(tuple(_rows(name, one, limits)))}\n")
        problems += [f"{name}: {drop}" for drop in find_drops(one, limits)]
    problems += [f"{name} has no floors: pin them with --pin" for name in scores if name not in pinned]
    problems += [f"{name} has floors but was not measured" for name in names if name in pinned and name not in scores]
    if pinned["stories"] != digest:
        problems.append("the bundled stories are not those that the floors were measured on: pin anew with --pin")
    for problem in problems:
        print(problem, file=sys.stderr)
    return bool(problems)


def find_drops(scores: Scores, limits: Limits) -> Iterator[str]:
    """Yield a line for every score that is worse than it was pinned."""
    for name, floor in limits["floors"].items():
        if scores.get(name, 0.0) < floor:
            yield f"{name} dropped to {scores.get(name, 0.0):.3f}, its floor is {floor:.3f}"
    for name, ceiling in limits["ceilings"].items():
        if scores.get(name, 1.0) > ceiling:
            yield f"{name} rose to {scores.get(name, 1.0):.3f}, its ceiling is {ceiling:.3f}"


def make_limits(scores: Scores) -> Limits:
    """Set floors a little below what is measured, and ceilings at it."""
    return {
        "floors": {name: max(0.0, scores[name] - ROOM) for name in PINNED if name in scores},
        "ceilings": {name: math.ceil(1000 * scores[name]) / 1000 for name in CEILINGS if name in scores},
    }


def _measure(names: tuple[EngineName, ...]) -> dict[str, Scores]:
    tallies = measure(load_cases(STORIES), tuple(load_engines(names)))
    return {name: dict(_shares(tally)) for name, tally in tallies.items() if name != BASELINE}


def _shares(tally: Tally) -> Iterator[tuple[str, float]]:
    for name, row in summarise(tally).items():
        score = row.get("f1", row.get("share"))
        if score is not None:
            yield name, score


def _digest() -> str:
    """Return one digest over all files of the bundled stories, their names included."""
    files = sorted(path for path in STORIES.glob("*/*") if path.is_file())
    return sha256(b"".join(f"{path.parent.name}/{path.name}:{sha256(path.read_bytes())};".encode() for path in files))


def _rows(engine: str, scores: Scores, limits: Limits) -> Iterator[tuple[str, ...]]:
    yield engine, "measured", "floor", "ceiling"
    for name, score in scores.items():
        floor, ceiling = limits["floors"].get(name), limits["ceilings"].get(name)
        yield name, f"{score:.3f}", *("" if limit is None else f"{limit:.3f}" for limit in (floor, ceiling))


def _write(pinned: dict[str, Limits], digest: str) -> str:
    lines = ["# Written by python -m benchmarks.floors --pin. F1, or the share that is right.", f'stories = "{digest}"']
    for engine, limits in pinned.items():
        for kind, scores in limits.items():
            lines += ["", f"[{engine}.{kind}]", *(f"{name} = {score:.3f}" for name, score in scores.items())]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("--pin", action="store_true", help="write the floors anew")
    asked = options.parse_args()
    sys.exit(main(tuple(asked.engine), pin=asked.pin))
