"""Write the table of accuracy in the README: `python -m benchmarks.readme`.

All groups of cases must be there, since a table that drops a column looks like a better one.
"""

import sys
from pathlib import Path

from benchmarks.cases import groups, measure
from benchmarks.score import FOUND, Tally, summarise

README = Path(__file__).parent.parent / "README.md"
START, END = "<!-- accuracy: written by python -m benchmarks.readme -->\n", "<!-- end of accuracy -->\n"
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
    if len(cases) < 3:
        print("the shared cases are not here: set ONRECORD_SHARED, or the table would lose columns", file=sys.stderr)
        return 2
    text = README.read_text("utf-8")
    head, rest = text.split(START)
    tallies = {f"{name} ({len(some)})": measure(some) for name, some in cases.items()}
    table = draw({name: ours for name, (ours, _) in tallies.items()}, next(iter(tallies.values()))[1])
    README.write_text(f"{head}{START}\n{table}\n{END}{rest.split(END)[1]}", "utf-8")
    return 0


def draw(tallies: dict[str, Tally], baseline: Tally) -> str:
    """Draw the table: a column for each group of cases, the baseline on the first of them last."""
    columns = [summarise(tally) for tally in (*tallies.values(), baseline)]
    heads = ["%", *tallies, "baseline, bundled"]
    lines = [f"| {' | '.join(heads)} |", "|---|" + "--:|" * (len(heads) - 1)]
    for name, label in ROWS.items():
        cells = (_cell(column[name], name) for column in columns)
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cell(row: dict[str, float | int | None], name: str) -> str:
    if name in FOUND:
        return "{f1:.0f} ({precision:.0f} / {recall:.0f})".format(**{key: 100 * (row[key] or 0) for key in row})
    share = row["share"]
    return "–" if share is None else f"{100 * share:.0f}"


if __name__ == "__main__":
    sys.exit(main())
