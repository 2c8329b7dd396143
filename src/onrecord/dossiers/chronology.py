"""The timeline of the page: rows that share their bounds stand together, on an axis of order.

The axis has a step for every boundary that some row has, so a bar shows what comes before what and what
overlaps, and its length means nothing. A scale in days would let one old date squeeze a week into a line.
"""

from bisect import bisect_left, bisect_right
from itertools import groupby

from onrecord.dossiers.dates import say_when
from onrecord.dossiers.register import Register, place
from onrecord.dossiers.views import is_dated, timeline
from onrecord.dossiers.wording import ACTS, opening_of, say_basis
from onrecord.nouns.dossier import Moment, Stretch, Timeline
from onrecord.nouns.record import Record
from onrecord.nouns.views import Dated
from onrecord.nouns.when import sort_key

AXIS = 1000
Bounds = tuple[str, str, bool]


def make_timeline(record: Record, register: Register) -> Timeline:
    """Arrange what is dated into stretches, and name what is not."""
    rows = timeline(record)
    dated = [row for row in rows if is_dated(row.when)]
    groups = [(bounds, tuple(group)) for bounds, group in groupby(sorted(dated, key=_bounds), key=_bounds)]
    starts = [bounds[0] for bounds, _ in groups]
    steps = sorted({end for bounds, _ in groups for end in bounds[:2]})
    return Timeline(
        stretches=tuple(
            _stretch(register, rows, _bar(bounds, steps), bisect_right(starts, bounds[1]) - number)
            for number, (bounds, rows) in enumerate(groups, 1)
        ),
        undated=tuple(_moment(register, row) for row in rows if not is_dated(row.when)),
        unplaced=sum(not is_dated(statement.when) for statement in record.statements),
    )


def _bounds(row: Dated) -> Bounds:
    return (*sort_key(row.when), bool(row.when and row.when.lasting))


def _bar(bounds: Bounds, steps: list[str]) -> tuple[int, int]:
    first, last = bisect_left(steps, bounds[0]), bisect_left(steps, bounds[1])
    left = first * AXIS // len(steps)
    return left, (last + 1) * AXIS // len(steps) - left


def _stretch(register: Register, rows: tuple[Dated, ...], bar: tuple[int, int], overlaps: int) -> Stretch:
    return Stretch(
        date=say_when(rows[0].when),
        moments=tuple(_moment(register, row) for row in rows),
        left=bar[0],
        width=max(bar[1], 1),
        overlaps=max(overlaps, 0),
    )


def _moment(register: Register, row: Dated) -> Moment:
    number = register.numbers[row.id]
    note = say_basis(row.when.basis, row.when.because) if row.when and is_dated(row.when) else None
    if row.kind == "published":
        return Moment("published", row.what, row.voice, place(register, row.article, None, ""), note=note)
    if row.kind == "event":
        told = place(register, row.article, row.at, f"e{number}")
        return Moment("event", row.what, row.voice, told, note=note)
    statement = register.statements[row.id]
    words = place(register, row.article, row.at, f"s{number}")
    return Moment("said", opening_of(row.what), f"{row.voice} {ACTS[statement.act]}", words, number, note)
