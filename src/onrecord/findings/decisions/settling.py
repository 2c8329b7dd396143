"""What people settled about single rows: accepted, rejected, or one field set. The last word on a thing holds."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from onrecord.findings.decisions.finding import Finder, find_row, id_of_stranger
from onrecord.nouns.decision import Decision
from onrecord.nouns.given import given_when
from onrecord.nouns.record import Actor, MentionAt, Record, Statement
from onrecord.nouns.span import merged, outside

BY_HAND = "a person decided so"
APART = ("speaker", "scope")  # fields of a statement that are not set as they are written
Row = TypeVar("Row", bound=msgspec.Struct)


class Settled(msgspec.Struct, frozen=True):
    """The last decision on each thing about each row: whether it stands, and every field that was set.

    `speakers` is who said a statement by a decision, null where nobody can be named.
    """

    standing: dict[str, Decision]
    fields: dict[str, dict[str, Decision]]
    speakers: dict[str, str | None]
    strangers: dict[str, Actor]  # people whom no article names, and a decision does
    resting: set[str]


def settle(finder: Finder, decisions: Sequence[Decision]) -> Settled:
    """Sort decisions on single rows by the row that they are about, the last on each thing only; not on positions."""
    settled = Settled({}, defaultdict(dict), {}, {}, set())
    for one in decisions:
        subject = one.subject
        if subject is None or subject.kind == "position" or one.kind not in ("accept", "reject", "edit"):
            continue
        row = find_row(finder, subject)
        if row is None:
            settled.resting.add(one.id)
        elif one.kind != "edit":
            settled.standing[row] = one
        elif one.change.field == "speaker":
            _attribute(finder, settled, row, one)
        elif one.change.field:
            settled.fields[row][one.change.field] = one
    return settled


def set_fields(record: Record, settled: Settled) -> Record:
    """Return a record with every field that was set by hand, and with those whom only a decision names."""
    statements = tuple(_attributed(one, settled) for one in record.statements)
    strangers = tuple(_placed(one, statements) for one in settled.strangers.values())
    return msgspec.structs.replace(
        record,
        actors=(*(_set(one, settled) for one in record.actors), *strangers),
        items=tuple(_set(one, settled) for one in record.items),
        statements=tuple(_set(one, settled) for one in statements),
        events=tuple(_set(one, settled) for one in record.events),
        corrections=tuple(_set(one, settled) for one in record.corrections),
    )


def rejected(settled: Settled) -> frozenset[str]:
    """Return the rows that were rejected, and not accepted since."""
    return frozenset(row for row, one in settled.standing.items() if one.kind == "reject")


def _attribute(finder: Finder, settled: Settled, row: str, one: Decision) -> None:
    """Note who said a statement; somebody whom no article names becomes an actor of the decision's making."""
    who = one.change.to
    known = find_row(finder, who) if who else None
    if who and known is None and who.anchors:
        settled.resting.add(one.id)
        return
    if who and known is None:
        known = id_of_stranger(who)
        settled.strangers[known] = Actor(known, who.label, "person", decided=one.id)
        finder.names["actor"][known] = who.label
    settled.speakers[row] = known
    settled.fields[row]["speaker"] = one


def _placed(stranger: Actor, statements: Sequence[Statement]) -> Actor:
    """Give somebody whom only a decision names the words that name the speaker where they speak."""
    places = (MentionAt(one.article, one.source_at) for one in statements
              if one.speaker == stranger.id and one.source_at)  # fmt: skip
    return msgspec.structs.replace(stranger, mentions=tuple(dict.fromkeys(places)))


def _attributed(one: Statement, settled: Settled) -> Statement:
    if one.id not in settled.speakers:
        return one
    speaker = settled.speakers[one.id]
    others = tuple(row for row in one.others if row != speaker)
    return msgspec.structs.replace(
        one, speaker=speaker, others=others, speaks_for=None, personal=False, basis="given", because=BY_HAND
    )


def _set(row: Row, settled: Settled) -> Row:
    """Set the fields of one row, and mark it with the last decision on it."""
    id_ = str(getattr(row, "id"))  # noqa: B009 - every row that comes here has one
    fields, standing = settled.fields.get(id_, {}), settled.standing.get(id_)
    if not fields and standing is None:
        return row
    last = max((*fields.values(), *([standing] if standing else ())), key=lambda one: (one.time, one.id))
    values = {field: _value(field, one.change.value) for field, one in fields.items() if field not in APART}
    if isinstance(row, Statement):
        values |= _read_once(row, fields, standing)
    given = {"basis": "given", "because": BY_HAND} if isinstance(row, Statement) and fields else {}
    return msgspec.structs.replace(row, **values, **given, decided=last.id)


def _read_once(row: Statement, fields: dict[str, Decision], standing: Decision | None) -> dict[str, object]:
    """Return the fields of a statement of which a person settled which reading holds: all of them where it is accepted.

    Words that are the writer's own leave what is said, and those that are the speaker's join it.
    """
    scope = fields["scope"].change.value if "scope" in fields else None
    own = [one.at for one in row.alternatives if one.field == "scope"]
    accepted = standing is not None and standing.kind == "accept"
    left = tuple(one for one in row.alternatives if not accepted and one.field not in fields)
    if scope == "writer":
        content = tuple(piece for at in row.content_at for piece in outside(at, own))
    else:
        content = merged((*row.content_at, *own)) if scope == "speaker" else row.content_at
    return {"alternatives": left, "content_at": content or row.content_at}


def _value(field: str, value: str | None) -> object:
    if field == "when":
        return given_when(value)
    return value == "yes" if field == "general" else value
