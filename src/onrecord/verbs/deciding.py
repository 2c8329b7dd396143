"""Decide about the rows of a case, and read the log of what was decided.

A row is named as somebody would name it: by the beginning of its id, by a name, or by some words of it. What was
rejected can still be named, so that it can be accepted again.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from onrecord.errors import QueryError
from onrecord.findings.decisions.deciding import decide as lay
from onrecord.findings.decisions.deciding import lay_over
from onrecord.findings.decisions.subjects import mentions_of, subject_of
from onrecord.nouns.choice import choose
from onrecord.nouns.decision import Change, Decided, Decision, DecisionKind, Subject, decide_that, in_force, later_than
from onrecord.nouns.given import check_edit
from onrecord.nouns.record import Actor, Item, MentionAt, Record
from onrecord.store import Store
from onrecord.verbs.keeping import CASE, establish_case
from onrecord.verbs.naming import PEOPLE_AND_THINGS, name_row

NOBODY = ("", "nobody")
NEW = "new:"  # before the name of a speaker whom no article names: a slip of the pen must not make a person


class Desk(msgspec.Struct, frozen=True):
    """What somebody decides over: the record as it was decided so far, and as the program made it."""

    decided: Record
    made: Record
    log: tuple[Decision, ...]


def decide(  # noqa: PLR0913 - who, when and why belong to every decision
    kind: DecisionKind,
    rows: str | Sequence[str],
    *,
    by: str,
    case: str | Path = CASE,
    note: str | None = None,
    fields: Mapping[str, str | None] | None = None,
) -> tuple[Decision, ...]:
    """Decide about rows of a case, each named by its id, its name or some of its words; returns what was logged.

    >>> decide("reject", "3f9a", by="Ana", case="harbour.onrecord")                     # doctest: +SKIP
    >>> decide("edit", "3f9a", fields={"speaker": "Ilse Varga"}, by="Ana")              # doctest: +SKIP
    >>> decide("merge", ["Ilse Varga", "the mayor"], by="Ana")                          # doctest: +SKIP
    >>> decide("split", ["Olm", "3f9a"], fields={"name": "Per Olm"}, by="Ana")          # doctest: +SKIP
    >>> decide("undo", "77b1", by="Ana")                                                # doctest: +SKIP

    `accept`, `reject` and `edit` are about each row, `merge` makes all one with the first, `split` takes out of the
    first what is named in the others (statements or articles). Raises QueryError where a row is not to be found.
    """
    if not by.strip():
        raise QueryError("nobody decides: name who does")
    rows = [rows] if isinstance(rows, str) else list(rows)
    with Store(case) as store:
        made, log = establish_case(store), store.decisions()
        desk = Desk(lay(made, log), made, log)
        last = max((one.time for one in log), default=None)
        decisions = []
        for one in _draft(desk, kind, rows, fields or {}):
            last = later_than(last, datetime.datetime.now(datetime.UTC))
            decisions.append(decide_that(msgspec.structs.replace(one, by=by.strip(), time=last, note=note)))
        _check(desk, decisions)
        store.log(decisions)
    return tuple(decisions)


def decisions(*, case: str | Path = CASE) -> tuple[Decided, ...]:
    """Answer what was decided, in order: what was taken back since is marked, and so is what rests."""
    with Store(case) as store:
        made, log = establish_case(store), store.decisions()
    holds = {one.id for one in in_force(log)}
    resting = lay_over(made, log).resting
    undone = _undone(log)
    return tuple(Decided(one, one.id in undone, one.id in resting and one.id in holds) for one in log)


def _undone(log: tuple[Decision, ...]) -> set[str]:
    undone: set[str] = set()
    for one in reversed(log):
        if one.undoes and one.id not in undone:
            undone.add(one.undoes)
    return undone


def _draft(desk: Desk, kind: DecisionKind, rows: Sequence[str], fields: Mapping[str, str | None]) -> Iterator[Decision]:
    """Yield the decisions that somebody means, without who and when."""
    if not rows:
        raise QueryError(f"nothing to {kind}: name a row by its id, its name or some of its words")
    if kind == "undo":
        for typed in rows:
            yield Decision("", kind, "", "", undoes=_choose_decision(desk, typed))
    elif kind == "merge":
        yield from _merges(desk, rows)
    elif kind == "split":
        yield _split(desk, rows, fields)
    else:
        for typed in rows:
            subject = _subject(desk, typed)
            changes = [_change(desk, subject, *one) for one in fields.items()] if kind == "edit" else [Change()]
            yield from (Decision("", kind, "", "", subject, change) for change in changes)
        if kind == "edit" and not fields:
            raise QueryError("nothing to edit: say what is otherwise, as in act=deny")


def _subject(desk: Desk, typed: str, *kinds: str) -> Subject:
    """Return the row that is meant; one that was rejected too."""
    row, record = name_row((desk.decided, desk.made), typed, *kinds)
    subject = subject_of(record, row)
    if subject is None:
        raise QueryError(f"{typed!r} is no row that can be decided about")
    return subject


def _change(desk: Desk, subject: Subject, field: str, value: str | None) -> Change:
    check_edit(subject.kind, field, value)
    if field != "speaker":
        return Change(field, value)
    who = (value or "").strip()
    if who.lower() in NOBODY:
        return Change(field)
    if who.startswith(NEW):
        return Change(field, to=Subject("actor", who.removeprefix(NEW).strip()))
    try:
        return Change(field, to=_subject(desk, who, "actor"))
    except QueryError as error:
        raise QueryError(f'{error}; for somebody whom no article names: "{NEW}{who}"') from error


def _merges(desk: Desk, rows: Sequence[str]) -> Iterator[Decision]:
    first, *others = (_subject(desk, typed, *PEOPLE_AND_THINGS) for typed in rows)
    if not others:
        raise QueryError("one alone cannot be merged: name the one that stays and those that are the same")
    for other in others:
        if other.kind != first.kind or other == first:
            raise QueryError(f"{first.label!r} and {other.label!r} cannot be one: name two people, or two things")
        yield Decision("", "merge", "", "", first, Change(to=other))


def _split(desk: Desk, rows: Sequence[str], fields: Mapping[str, str | None]) -> Decision:
    whole = _subject(desk, rows[0], *PEOPLE_AND_THINGS)
    row, record = name_row((desk.decided,), rows[0], *PEOPLE_AND_THINGS)
    places = tuple(dict.fromkeys(one for typed in rows[1:] for one in _mentions(record, row, typed)))
    name = (fields.get("name") or "").strip()
    if not places or not name:
        raise QueryError(f"say what of {whole.label!r} is another, and its name: some statements, or an article")
    part = mentions_of(record, whole.kind, places, name)
    return Decision("", "split", "", "", whole, Change(to=part))


def _mentions(record: Record, row: str, typed: str) -> list[MentionAt]:
    """Return the mentions of a row in an article, or in the words of a statement."""
    articles = {one.id: [one.outlet or one.id[:12], one.title or ""] for one in record.articles}
    place, _ = name_row((record,), typed, "statement", extra=articles)
    statement = next((one for one in record.statements if one.id == place), None)
    rows: tuple[Actor | Item, ...] = (*record.actors, *record.items)
    whole = next(one for one in rows if one.id == row)
    if statement is None:
        return [one for one in whole.mentions if one.article == place]
    words = (*statement.content_at, *statement.cue_at, *((statement.source_at,) if statement.source_at else ()))
    return [one for one in whole.mentions if one.article == statement.article and any(map(one.at.overlaps, words))]


def _choose_decision(desk: Desk, typed: str) -> str:
    undone = _undone(desk.log)
    labels = {one.id: [f"{one.kind} {one.subject.label if one.subject else one.undoes}"] for one in desk.log
              if one.id not in undone}  # fmt: skip
    return choose("decision", typed, labels)


def _check(desk: Desk, made: Sequence[Decision]) -> None:
    """Refuse what would rest from the start: it would say that something was settled, and nothing would change."""
    resting = lay_over(desk.made, (*desk.log, *made)).resting
    for one in made:
        if one.id in resting and one.subject:
            raise QueryError(f"a decision on {one.subject.label!r} would change nothing: undo the one that made it")
