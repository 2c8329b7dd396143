"""The Decision: what a person settled about a row of the record, kept for ever and laid over every record made later.

Rows are made again whenever an article, the program or its engine changes, and may then have other ids. A decision
therefore names its row by the words that the row rests on, in articles that are known by the hash of their bytes.
"""

import datetime
from typing import Literal

import msgspec

from onrecord.nouns.digest import digest
from onrecord.nouns.record import PositionValue, Proposition
from onrecord.nouns.span import Span

DecisionKind = Literal["accept", "reject", "edit", "merge", "split", "undo"]
RowKind = Literal["statement", "position", "item", "actor", "event", "correction"]
AnchorRole = Literal["cue", "content", "mention"]


class Anchor(msgspec.Struct, frozen=True, order=True, omit_defaults=True):
    """Words of an article by which a row is found again, at `at` or, where the text has moved, near it."""

    article: str
    at: Span
    words: str
    role: AnchorRole = "mention"


class Subject(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row of the record, by its words: `label` is what it was called, for somebody who reads the log.

    A position rests on no words of its own: its `parts` are who takes it, on what, and the statements it rests on. An
    actor without anchors is one that no article names; the decision makes it.
    """

    kind: RowKind
    label: str
    anchors: tuple[Anchor, ...] = ()
    parts: tuple["Subject", ...] = ()
    proposition: Proposition | None = None
    value: PositionValue | None = None


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is to be otherwise: a field and its value, or another row.

    `to` is the row that is merged into the subject, the part of it that is split off, or, where the field is
    `speaker`, who said it; null there means that nobody can be named.
    """

    field: str | None = None
    value: str | None = None
    to: Subject | None = None


class Decision(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody settled something: who, when, about which row, and what; `undoes` is an earlier decision taken back."""

    id: str
    kind: DecisionKind
    by: str
    time: str  # ISO, UTC, to the microsecond: of two decisions on one thing the later holds
    subject: Subject | None = None
    change: Change = Change()
    note: str | None = None
    undoes: str | None = None


class Decided(msgspec.Struct, frozen=True, omit_defaults=True):
    """A decision of the log and how it stands.

    `rests` says that its words are in no row any more, `undone` that a later decision took it back.
    """

    decision: Decision
    undone: bool = False
    rests: bool = False


def decide_that(decision: Decision) -> Decision:
    """Return a decision with the id that its content gives it."""
    return msgspec.structs.replace(decision, id=digest_of(decision))


def digest_of(decision: Decision) -> str:
    """Return the digest of a decision's content: the id that it must have."""
    return digest("decision", msgspec.structs.replace(decision, id=""))


def in_order(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Return decisions in the order in which they were made, whatever order they come in, each once."""
    return tuple(sorted({one.id: one for one in decisions}.values(), key=lambda one: (one.time, one.id)))


def in_force(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Return the decisions that no later one takes back, in order; an undoing that is itself undone takes nothing back.

    >>> first = decide_that(Decision("", "reject", "Ana", "2024-03-11T10:00:00.000000+00:00"))
    >>> second = decide_that(Decision("", "undo", "Ana", "2024-03-11T11:00:00.000000+00:00", undoes=first.id))
    >>> in_force((second, first))
    ()
    """
    undone: set[str] = set()
    for one in reversed(in_order(decisions)):
        if one.kind == "undo" and one.undoes and one.id not in undone:
            undone.add(one.undoes)
    return tuple(one for one in in_order(decisions) if one.id not in undone and one.kind != "undo")


def later_than(last: str | None, now: datetime.datetime) -> str:
    """Return the time to write on a new decision: now, or just after the last one where a clock was set back.

    >>> later_than("2024-03-11T10:00:00.000000+00:00", datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    '2024-03-11T10:00:00.000001+00:00'
    """
    if last is not None:
        now = max(now, datetime.datetime.fromisoformat(last) + datetime.timedelta(microseconds=1))
    return now.astimezone(datetime.UTC).isoformat(timespec="microseconds")
