"""Write the table of accuracy in the README: `python -m benchmarks.readme`.

All groups of cases must be there, since a table that drops a column looks like a better one.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import BASELINE, Tallies, groups, measure
from benchmarks.engines import NAMES, load_engines
from benchmarks.gold import Case
from benchmarks.score import FOUND, Tally, summarise

README = Path(__file__).parent.parent / "README.md"
START, END = "<!-- accuracy: written by python -m benchmarks.readme -->\n", "<!-- end of accuracy -->\n"
GROUPS = 5
ROWS = {
    "statements": "statements, F1 (precision / recall)",
    "speaker": "speaker",
    "mode": "mode",
    "act": "act",
    "about": "about which items",
    "items": "items, F1 (precision / recall)",
    "positions": "positions, F1 (precision / recall)",
    "published": "day or bounds of publication",
    "events": "dates of events",
    "dates-wrong": "dates that exclude the true day",
    "corrections": "corrections, old and new value",
    "never": "never: said all the same",
}


def main() -> int:
    """Measure, and write the table; return the exit code."""
    cases = groups()
    if len(cases) < GROUPS:
        print("the shared cases are not here: set ONRECORD_SHARED, or the table would lose columns", file=sys.stderr)
        return 2
    if tuple(load_engines(NAMES)) != NAMES:
        return 2  # why has been said
    text = README.read_text("utf-8")
    head, rest = text.split(START)
    README.write_text(f"{head}{START}\n{draw(dict(_columns(cases)))}\n{END}{rest.split(END)[1]}", "utf-8")
    return 0


def _columns(cases: dict[str, tuple[Case, ...]]) -> Iterator[tuple[str, Tally]]:
    """Yield the columns: on the first group, which nobody reads, each engine and the baseline; then the default one."""
    first, *others = cases
    tally = measure(cases[first], NAMES)
    yield from ((f"{first} ({len(cases[first])}), {name}", tally[name]) for name in (*NAMES, BASELINE))
    for name in others:
        yield f"{name} ({len(cases[name])})", measure(cases[name], NAMES[:1])[NAMES[0]]


def draw(columns: Tallies) -> str:
    """Draw the table.

    >>> draw({"a group": Tally()}).splitlines()[0]
    '| % | a group |'
    """
    measures = [summarise(column) for column in columns.values()]
    heads = ["%", *columns]
    lines = [f"| {' | '.join(heads)} |", "|---|" + "--:|" * len(columns)]
    for name, label in ROWS.items():
        lines.append(f"| {label} | {' | '.join(_cell(column[name], name) for column in measures)} |")
    return "\n".join(lines) + "\n"


def _cell(row: dict[str, float | int | None], name: str) -> str:
    if name in FOUND:
        return "{f1:.0f} ({precision:.0f} / {recall:.0f})".format(**{key: 100 * (row[key] or 0) for key in row})
    share = row["share"]
    return "–" if share is None else f"{100 * share:.0f}"


if __name__ == "__main__":
    sys.exit(main())
