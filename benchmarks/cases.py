"""Accuracy on whole stories: `python -m benchmarks.cases [FOLDER…]` prints a table.

The bundled stories are always measured; the invented and the published cases of the shared
folder when it is there (`benchmarks.gold.shared`).
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.baseline import read_simply
from benchmarks.gold import STORIES, Case, load_cases, shared
from benchmarks.score import FOUND, RIGHT, Tally, score, summarise
from benchmarks.table import lay_out
from onrecord import verbs
from onrecord.errors import OnrecordError


def main(folders: tuple[Path, ...]) -> None:
    """Print one table for each group of cases."""
    chosen = {str(folder): tuple(load_cases(folder)) for folder in folders} if folders else groups()
    for name, cases in chosen.items():
        print(f"\n{name}: {len(cases)} cases")
        print(lay_out(tuple(_rows(measure(cases)))))


def measure(cases: Iterable[Case]) -> tuple[Tally, Tally]:
    """Return what onrecord and the simplest baseline get right on some cases together."""
    ours: Tally = Tally()
    simple: Tally = Tally()
    for case in cases:
        try:
            record = verbs.read([case.story])
        except OnrecordError as error:
            print(f"{case.story}: {error}", file=sys.stderr)
            ours["failed"] += 1
            continue
        ours.update(score(case.gold, record))
        simple.update(score(case.gold, read_simply(record.articles)))
    return ours, simple


def groups() -> dict[str, tuple[Case, ...]]:
    """Return the cases that are here: the bundled ones, and those beside the checkout, invented and published apart."""
    found = {"bundled stories": tuple(load_cases(STORIES))}
    beside = shared()
    if beside:
        everything = tuple(load_cases(beside / "evaluation" / "cases"))
        found["invented cases"] = tuple(one for one in everything if not one.folder.name.startswith("real-"))
        found["published cases"] = tuple(one for one in everything if one.folder.name.startswith("real-"))
    return found


def _rows(tallies: tuple[Tally, Tally]) -> Iterable[tuple[str, ...]]:
    ours, simple = (summarise(tally) for tally in tallies)
    yield "measure", "n", "precision", "recall", "F1 or share", "baseline"
    for name in FOUND:
        row = ours[name]
        shares = (row["precision"], row["recall"], row["f1"], simple[name]["f1"])
        yield name, str(row["gold"]), *map(_percent, shares)
    for name in RIGHT:
        yield name, str(ours[name]["n"]), "", "", _percent(ours[name]["share"]), _percent(simple[name]["share"])
    yield "cases that failed", "", "", "", str(tallies[0]["failed"]), ""


def _percent(share: float | int | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


if __name__ == "__main__":
    main(tuple(map(Path, sys.argv[1:])))
