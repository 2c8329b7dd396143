"""The timeline of the page: rows that share their bounds stand together, each beside its band on one axis of time.

A band holds all days that a row can be of: a month is a band and not its first day. What has a bound at one end only
fades at the other; what lasted has a line from its start.
"""

from bisect import bisect_right
from itertools import groupby

from onrecord.dossiers.axis import WHOLE, Axis, bounds_of, make_axis, say_tick, ticks_of
from onrecord.dossiers.dates import say_when
from onrecord.dossiers.register import Register, place
from onrecord.dossiers.views import is_dated, timeline
from onrecord.dossiers.wording import ACTS, opening_of, say_basis
from onrecord.nouns.dossier import Moment, Stretch, Tick, Timeline
from onrecord.nouns.record import Record
from onrecord.nouns.views import Dated
from onrecord.nouns.when import UNKNOWN, When, is_day, sort_key

Bounds = tuple[str, str, str]


def make_timeline(record: Record, register: Register) -> Timeline:
    """Arrange what is dated into stretches, and name what is not."""
    rows = timeline(record)
    dated = [row for row in rows if is_dated(row.when)]
    groups = [(bounds, tuple(group)) for bounds, group in groupby(sorted(dated, key=_bounds), key=_bounds)]
    starts = [bounds[0] for bounds, _ in groups]
    axis = make_axis(row.when for row in dated if row.when)
    return Timeline(
        stretches=tuple(
            _stretch(register, rows, axis, bisect_right(starts, bounds[1]) - number)
            for number, (bounds, rows) in enumerate(groups, 1)
        ),
        undated=tuple(_moment(register, row) for row in rows if not is_dated(row.when)),
        unplaced=sum(not is_dated(statement.when) for statement in record.statements),
        ticks=tuple(Tick(place, *say_tick(day)) for place, day in ticks_of(axis)),
    )


def _bounds(row: Dated) -> Bounds:
    lasting = (row.when.edtf or "lasting") if row.when and row.when.lasting else ""
    return (*sort_key(row.when), lasting)


def _stretch(register: Register, rows: tuple[Dated, ...], axis: Axis, overlaps: int) -> Stretch:
    when = rows[0].when or UNKNOWN
    (left, right), bounds = _ends(axis, when, 0), bounds_of(when)[0]
    return Stretch(
        date=say_when(when),
        moments=tuple(_moment(register, row) for row in rows),
        left=left,
        width=max(right - left, 1),
        overlaps=max(overlaps, 0),
        exact=is_day(when) and bounds.first is not None,
        fades="before" if bounds.first is None else "" if bounds.last else "after",
        until=_ends(axis, when, -1)[1] if when.lasting else None,
    )


def _ends(axis: Axis, when: When, which: int) -> tuple[int, int]:
    """Return the places of the two ends of a stretch that a date takes up."""
    days = bounds_of(when)[which]
    return (axis.place(days.first) if days.first else 0, axis.place(days.last) if days.last else WHOLE)


def _moment(register: Register, row: Dated) -> Moment:
    number = register.numbers[row.id]
    note = say_basis(row.when.basis, row.when.because) if row.when and is_dated(row.when) else None
    if row.kind == "published":
        return Moment("published", row.what, row.voice, place(register, row.article, None, ""), note=note)
    if row.kind == "event":
        told = place(register, row.article, row.at, f"e{number}")
        return Moment("event", row.what, row.voice, told, note=note, after=tuple(map(opening_of, row.after)))
    statement = register.statements[row.id]
    words = place(register, row.article, row.at, f"s{number}")
    return Moment("said", opening_of(row.what), f"{row.voice} {ACTS[statement.act]}", words, number, note)
