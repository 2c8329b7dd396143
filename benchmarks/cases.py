"""Accuracy on whole stories: `python -m benchmarks.cases [FOLDER…]` prints a table.

The bundled stories are always measured, and those of `benchmarks/stories`, of which the open ones may be learned from
and the shut ones only measured; the invented and the published cases of the shared folder when it is there
(`benchmarks.beside`).
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.baseline import read_simply
from benchmarks.beside import shared
from benchmarks.engines import load_engines, make_options
from benchmarks.gold import MEASURED, STORIES, Case, load_cases
from benchmarks.score import FOUND, RIGHT, Tally, score, summarise
from benchmarks.table import lay_out
from onrecord import verbs
from onrecord.errors import OnrecordError
from onrecord.models.pins import EngineName
from onrecord.nouns.record import Record

CASES = "evaluation/cases"
BASELINE = "baseline"

Tallies = dict[str, Tally]


def main(folders: tuple[Path, ...], names: tuple[EngineName, ...]) -> None:
    """Print one table for each group of cases."""
    engines = tuple(load_engines(names))
    chosen = {str(folder): tuple(load_cases(folder)) for folder in folders} if folders else groups()
    for name, cases in chosen.items():
        print(f"\n{name}: {len(cases)} cases")
        print(lay_out(tuple(_rows(measure(cases, engines)))))


def measure(cases: Iterable[Case], engines: Sequence[EngineName]) -> Tallies:
    """Return what each engine, and last the simplest baseline, gets right on some cases together."""
    tallies = {name: Tally() for name in (*engines, BASELINE)}
    for case in cases:
        record: Record | None = None
        for name in engines:
            try:
                record = verbs.read([case.story], engine=name)
            except OnrecordError as error:
                print(f"{name}, {case.story}: {error}", file=sys.stderr)
                tallies[name]["failed"] += 1
            else:
                tallies[name].update(score(case.gold, record))
        if record:
            tallies[BASELINE].update(score(case.gold, read_simply(record.articles)))
    return tallies


def groups() -> dict[str, tuple[Case, ...]]:
    """Return the cases that are here: those of the repository, and those beside it, invented and published apart."""
    found = {f"{part} stories": tuple(load_cases(MEASURED / part)) for part in ("shut", "open")}
    found["bundled stories"] = tuple(load_cases(STORIES))
    beside = shared(CASES)
    if beside:
        everything = tuple(load_cases(beside / CASES))
        found["invented cases"] = tuple(one for one in everything if not one.folder.name.startswith("real-"))
        found["published cases"] = tuple(one for one in everything if one.folder.name.startswith("real-"))
    return found


def _rows(tallies: Tallies) -> Iterator[tuple[str, ...]]:
    columns = {name: summarise(tally) for name, tally in tallies.items()}
    first = next(iter(columns.values()))
    yield "P / R / F1, or share", "n", *columns
    for name in FOUND:
        rows = (column[name] for column in columns.values())
        cells = (" / ".join(_percent(row[key]) for key in ("precision", "recall", "f1")) for row in rows)
        yield name, str(first[name]["gold"]), *cells
    for name in RIGHT:
        yield name, str(first[name]["n"]), *(_of(column[name], first[name]) for column in columns.values())
    yield "cases that failed", "", *(str(tally["failed"]) for tally in tallies.values())


def _of(row: dict[str, float | int | None], first: dict[str, float | int | None]) -> str:
    """Return a share, with its own number where it is not out of as many as the first engine's."""
    return _percent(row["share"]) + (f" of {row['n']}" if row["n"] != first["n"] else "")


def _percent(share: float | int | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="a folder of cases")
    asked = options.parse_args()
    main(tuple(asked.folders), tuple(asked.engine))
