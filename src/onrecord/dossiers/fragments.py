"""Fragments: a text cut at every boundary of its marks, so that overlapping spans can be set as flat HTML.

HTML elements nest and spans do not. Between two neighbouring boundaries the set of marks is constant, so
one sweep over the boundaries gives fragments whose concatenation is the text, whatever overlaps what.
"""

from collections import defaultdict

import msgspec

from onrecord.nouns.dossier import Fragment
from onrecord.nouns.span import Span

NARROW_ROLES = ("cue", "source")  # these are words about a statement and not of it


class Mark(msgspec.Struct, frozen=True, order=True):
    """A span that belongs to a row of the record, and what it is there: content, cue, source, hedge, told."""

    at: Span
    key: str
    role: str
    number: int = 0  # of the statement, 0 for other rows


class Cut(msgspec.Struct, frozen=True):
    """The marks of one article by where they begin and end, and the first mark of every key.

    `closes` are the statements whose content ends at a place, or whose last words do where it has no content.
    """

    starts: dict[int, tuple[Mark, ...]]
    ends: dict[int, tuple[Mark, ...]]
    opens: dict[int, tuple[str, ...]]
    closes: dict[int, tuple[int, ...]]
    boundaries: tuple[int, ...]


def make_cut(marks: tuple[Mark, ...], length: int) -> Cut:
    """Sort the marks of an article of that length by boundary; those past its end are left out."""
    starts: defaultdict[int, list[Mark]] = defaultdict(list)
    ends: defaultdict[int, list[Mark]] = defaultdict(list)
    first: dict[str, int] = {}
    for mark in sorted(set(marks)):
        if mark.at.end <= length:
            starts[mark.at.start].append(mark)
            ends[mark.at.end].append(mark)
            first.setdefault(mark.key, mark.at.start)
    opens: defaultdict[int, list[str]] = defaultdict(list)
    for key, start in first.items():
        opens[start].append(key)
    return Cut(
        {at: tuple(found) for at, found in starts.items()},
        {at: tuple(found) for at, found in ends.items()},
        {at: tuple(found) for at, found in opens.items()},
        _closes([mark for found in starts.values() for mark in found if mark.number]),
        tuple(sorted({*starts, *ends})),
    )


def cut_up(text: str, parts: tuple[Span, ...], cut: Cut) -> tuple[tuple[Fragment, ...], ...]:
    """Cut the parts of a text, in order, into fragments; marks that run over a part's end go on in the next."""
    blocks = []
    active: dict[Mark, None] = {}  # a set that keeps its order
    position = 0
    for part in parts:
        fragments, start = [], part.start
        while start < part.end:
            while position < len(cut.boundaries) and cut.boundaries[position] <= start:
                _cross(cut, cut.boundaries[position], active)
                position += 1
            upcoming = cut.boundaries[position] if position < len(cut.boundaries) else part.end
            end = min(part.end, upcoming)
            fragments.append(_fragment(text[start:end], tuple(active), Span(start, end), cut))
            start = end
        blocks.append(tuple(fragments))
    return tuple(blocks)


def _closes(marks: list[Mark]) -> dict[int, tuple[int, ...]]:
    with_content = {mark.number for mark in marks if mark.role == "content"}
    ends = {(mark.at.end, mark.number) for mark in marks if mark.role == "content"}
    last: dict[int, int] = {}
    for mark in marks:
        if mark.number not in with_content and mark.role != "hedge":
            last[mark.number] = max(mark.at.end, last.get(mark.number, 0))
    closes: defaultdict[int, list[int]] = defaultdict(list)
    for end, number in sorted({*ends, *((end, number) for number, end in last.items())}):
        closes[end].append(number)
    return {end: tuple(numbers) for end, numbers in closes.items()}


def _cross(cut: Cut, boundary: int, active: dict[Mark, None]) -> None:
    for mark in cut.ends.get(boundary, ()):
        active.pop(mark, None)
    for mark in cut.starts.get(boundary, ()):
        active[mark] = None


def _fragment(text: str, active: tuple[Mark, ...], at: Span, cut: Cut) -> Fragment:
    narrow = [mark for mark in active if mark.role in NARROW_ROLES and mark.number]
    roles = {mark.role for mark in active}
    if any(mark.role == "content" for mark in cut.starts.get(at.start, ())):
        roles.add("start")
    return Fragment(
        text=text,
        keys=tuple(dict.fromkeys(mark.key for mark in active)),
        roles=tuple(sorted(roles)),
        opens=cut.opens.get(at.start, ()),
        closes=cut.closes.get(at.end, ()),
        cue=max(narrow).number if narrow else None,  # the one that begins last is the innermost
    )
