"""Merging and splitting people and things: every mention goes to the one it is of now, and all that names it follows.

A reference holds the id of a whole actor; which part of a split one it means is told by the mention that it stands
at, or else by the last one before it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from onrecord.findings.decisions.finding import Finder, current, find_places, find_row, make_finder
from onrecord.nouns.decision import Decision, RowKind
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Actor, Item, MentionAt, Record
from onrecord.nouns.span import Span

Row = TypeVar("Row", Actor, Item)
T = TypeVar("T")
Mentions = tuple[MentionAt, ...]


class Grouping(msgspec.Struct, frozen=True):
    """Whose every mention is now, beside whose it was.

    `kinds` says what a row is and `places` where its mentions stood, by article, for rows of which some were split
    off; `parts` are the names of the rows that splits made, `marks` the last decision on a row.
    """

    finder: Finder
    kinds: dict[str, RowKind]
    places: dict[tuple[str, str], list[Span]]
    parts: dict[str, str]
    marks: dict[str, str]
    resting: set[str]


def regroup(record: Record, decisions: Sequence[Decision]) -> Grouping:
    """Merge and split in the order of the decisions; what finds no row is left resting."""
    grouping = Grouping(make_finder(record), {}, defaultdict(list), {}, {}, set())
    split: set[str] = set()
    for one in decisions:
        if one.kind == "merge":
            _merge(grouping, one)
        elif one.kind == "split":
            split.update(_split(grouping, one))
    whole = {current(grouping.finder, one) for one in split}
    _remember(grouping, "actor", record.actors, whole)
    _remember(grouping, "item", record.items, whole)
    return grouping


def owner_at(grouping: Grouping, row: str, article: str, at: Span) -> str:
    """Return whom a reference to a row, at a place of an article, means now."""
    places = grouping.places.get((row, article))
    if not places:
        return current(grouping.finder, row)
    inside = [place for place in places if place.overlaps(at)]
    nearest = inside[0] if inside else places[max(0, bisect_left(places, at) - 1)]
    return current(grouping.finder, grouping.finder.owners[grouping.kinds[row]][article][nearest])


def gather_actors(record: Record, grouping: Grouping) -> tuple[Actor, ...]:
    """Return the actors as they are now: the merged in one row, what was split off after the row it was in."""

    def make(id_: str, rows: list[Actor], mentions: Mentions) -> Actor:
        head = next((one for one in rows if one.id == id_), rows[0])
        name = grouping.parts.get(id_, head.name)
        called = [(one.id, name) for one in rows for name in (one.name, *one.aliases)]
        return msgspec.structs.replace(
            head,
            id=id_,
            name=name,
            mentions=mentions,
            aliases=tuple(one for one in _names(grouping, called, mentions) if one != name),
            roles=_unique(
                role for one in rows for role in one.roles if owner_at(grouping, one.id, role.article, role.at) == id_
            ),
            decided=grouping.marks.get(id_),
        )

    return _gather(record, grouping, record.actors, make)


def gather_items(record: Record, grouping: Grouping) -> tuple[Item, ...]:
    """Return the items as they are now, as for actors; an item that one article vouches for is reported."""

    def make(id_: str, rows: list[Item], mentions: Mentions) -> Item:
        head = next((one for one in rows if one.id == id_), rows[0])
        reported = any(one.existence == "reported" for one in rows)
        return msgspec.structs.replace(
            head,
            id=id_,
            label=grouping.parts.get(id_, head.label),
            existence="reported" if reported else "claimed",
            mentions=mentions,
            facts=_unique(
                fact for one in rows for fact in one.facts if owner_at(grouping, one.id, fact.article, fact.at) == id_
            ),
            decided=grouping.marks.get(id_),
        )

    return _gather(record, grouping, record.items, make)


def _merge(grouping: Grouping, one: Decision) -> None:
    """Give one row all mentions of another."""
    finder, subject, other = grouping.finder, one.subject, one.change.to
    same = subject is not None and other is not None and subject.kind == other.kind
    kept = find_row(finder, subject) if same and subject else None
    joined = find_row(finder, other) if same and other else None
    if kept is None or joined is None:
        grouping.resting.add(one.id)
        return
    if kept != joined:
        finder.now[joined] = kept
    grouping.marks[kept] = one.id


def _split(grouping: Grouping, one: Decision) -> Iterator[str]:
    """Make a row of its own of some mentions of another; yield the row that it was a part of."""
    finder, subject, other = grouping.finder, one.subject, one.change.to
    whole = find_row(finder, subject) if subject else None
    if whole is None or subject is None or other is None:
        grouping.resting.add(one.id)
        return
    owners = finder.owners[subject.kind]
    places = ((article, span, at) for article, at in find_places(finder, other) for span in owners.get(article, {}))
    moved = [(article, span) for article, span, at in places
             if span.overlaps(at) and current(finder, owners[article][span]) == whole]  # fmt: skip
    if not moved:
        grouping.resting.add(one.id)
        return
    part = digest(subject.kind, "split", one.id)
    grouping.parts[part] = finder.names[subject.kind][part] = other.label
    for article, span in moved:
        owners[article][span] = part
    grouping.marks[whole] = grouping.marks[part] = one.id
    yield whole


def _remember(grouping: Grouping, kind: RowKind, rows: Iterable[Actor | Item], split: set[str]) -> None:
    """Note where the mentions stood of every row of which some are another's now."""
    for row in rows:
        if current(grouping.finder, row.id) in split:
            grouping.kinds[row.id] = kind
            for one in row.mentions:
                grouping.places[row.id, one.article].append(one.at)
    for places in grouping.places.values():
        places.sort()


def _gather(
    record: Record, grouping: Grouping, rows: tuple[Row, ...], make: Callable[[str, list[Row], Mentions], Row]
) -> tuple[Row, ...]:
    """Put the rows of a kind together anew, those that nobody touched as they are."""
    order = {article.id: n for n, article in enumerate(record.articles)}
    members: dict[str, list[Row]] = {}
    mentions: defaultdict[str, set[MentionAt]] = defaultdict(set)
    for row in rows:
        members.setdefault(current(grouping.finder, row.id), []).append(row)
        for one in row.mentions:
            owner = owner_at(grouping, row.id, one.article, one.at)
            mentions[owner].add(one)
            group = members.setdefault(owner, [])
            if group[-1:] != [row]:
                group.append(row)
    return tuple(
        make(owner, group, tuple(sorted(mentions[owner], key=lambda one: (order.get(one.article, 0), one.at))))
        if owner in grouping.marks
        else group[0]
        for owner, group in members.items()
    )


def _names(grouping: Grouping, called: Sequence[tuple[str, str]], mentions: Mentions) -> tuple[str, ...]:
    """Return the names that go with some mentions: all of a whole row, of a split one those that stand there."""
    texts = grouping.finder.texts
    here = {" ".join(one.at.of(texts[one.article]).split()) for one in mentions}
    whole = {row for row, _ in called if row not in grouping.kinds}
    return _unique(name for row, name in called if row in whole or name in here)


def _unique(rows: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(rows))
