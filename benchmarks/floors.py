"""Accuracy is behaviour: `python -m benchmarks.floors` fails when a score drops below its floor.

Only what is shipped is pinned, with the digest of its data: a floor says nothing about other stories.
`python -m benchmarks.floors --pin` writes the floors anew, a little below what is measured; lowering one needs a
decision in `docs/decisions/`.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import measure
from benchmarks.gold import STORIES, load_cases
from benchmarks.score import summarise
from benchmarks.table import lay_out
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


def main(*, pin: bool) -> int:
    """Compare the scores with their floors, or pin them; return the exit code."""
    scores, digest = _measure(), _digest()
    if pin:
        FLOORS.write_text(_write(scores, digest), "utf-8")
    pinned = tomllib.loads(FLOORS.read_text("utf-8"))
    print(lay_out(tuple(_rows(scores, pinned))))
    problems = list(find_drops(scores, pinned))
    if pinned["stories"] != digest:
        problems.append("the bundled stories are not those that the floors were measured on: pin anew with --pin")
    for problem in problems:
        print(problem, file=sys.stderr)
    return bool(problems)


def find_drops(scores: Scores, pinned: dict[str, dict[str, float]]) -> Iterator[str]:
    """Yield a line for every score that is worse than it was pinned."""
    for name, floor in pinned["floors"].items():
        if scores.get(name, 0.0) < floor:
            yield f"{name} dropped to {scores.get(name, 0.0):.3f}, its floor is {floor:.3f}"
    for name, ceiling in pinned["ceilings"].items():
        if scores.get(name, 1.0) > ceiling:
            yield f"{name} rose to {scores.get(name, 1.0):.3f}, its ceiling is {ceiling:.3f}"


def _measure() -> Scores:
    tally, _ = measure(load_cases(STORIES))
    scores = {name: row.get("f1", row.get("share")) for name, row in summarise(tally).items()}
    return {name: score for name, score in scores.items() if score is not None}


def _digest() -> str:
    """Return one digest over all files of the bundled stories, their names included."""
    files = sorted(path for path in STORIES.glob("*/*") if path.is_file())
    return sha256(b"".join(f"{path.parent.name}/{path.name}:{sha256(path.read_bytes())};".encode() for path in files))


def _rows(scores: Scores, pinned: dict[str, dict[str, float]]) -> Iterator[tuple[str, ...]]:
    yield "measure", "measured", "floor", "ceiling"
    for name, score in scores.items():
        floor, ceiling = pinned["floors"].get(name), pinned["ceilings"].get(name)
        yield name, f"{score:.3f}", *("" if limit is None else f"{limit:.3f}" for limit in (floor, ceiling))


def _write(scores: Scores, digest: str) -> str:
    floors = (f"{name} = {max(0.0, scores[name] - ROOM):.3f}" for name in PINNED if name in scores)
    ceilings = (f"{name} = {scores[name]:.3f}" for name in CEILINGS if name in scores)
    head = "# Written by python -m benchmarks.floors --pin. F1, or the share that is right.\n"
    return "\n".join([f'{head}stories = "{digest}"\n', "[floors]", *floors, "", "[ceilings]", *ceilings, ""])


if __name__ == "__main__":
    sys.exit(main(pin="--pin" in sys.argv[1:]))
