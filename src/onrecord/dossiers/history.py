"""What moves in a story: commitments that are open or closed, and what later versions of an article changed."""

from collections.abc import Sequence
from itertools import groupby

from onrecord.dossiers.register import Register, place, refer
from onrecord.dossiers.wording import ACTS, CHANGES, say_sides
from onrecord.nouns.dossier import Edit, Pledge, Ref, Rewrite
from onrecord.nouns.record import Record
from onrecord.nouns.threads import Change, Commitment


def make_pledges(register: Register, commitments: Sequence[Commitment]) -> tuple[Pledge, ...]:
    """Set out the commitments, the open ones first."""
    ordered = sorted(commitments, key=lambda one: one.status != "open")
    return tuple(_pledge(register, one) for one in ordered)


def make_rewrites(record: Record, register: Register, changes: Sequence[Change]) -> tuple[Rewrite, ...]:
    """Set out the changes, version by version."""
    notices = {one.id: Ref(number, f"c{number}") for number, one in enumerate(record.corrections, 1)}
    return tuple(
        Rewrite(
            place(register, earlier, None, ""),
            place(register, later, None, ""),
            tuple(_edit(register, notices, one) for one in group),
        )
        for (earlier, later), group in groupby(changes, key=lambda one: (one.earlier, one.later))
    )


def _pledge(register: Register, one: Commitment) -> Pledge:
    return Pledge(
        name=register.names.get(one.actor or "", one.name),
        act=ACTS[one.act],
        to=one.to,
        words=" […] ".join(one.words),
        conditions=one.conditions,
        refs=refer(register, one.statements),
        closed=one.because if one.status == "closed" else None,
        closed_refs=refer(register, (one.closed_by,)) if one.closed_by in register.statements else (),
        note=one.because if one.status == "open" else None,
    )


def _edit(register: Register, notices: dict[str, Ref], one: Change) -> Edit:
    old, new = say_sides(one)
    told = one.now or one.was
    return Edit(
        what=CHANGES[one.kind],
        old=old,
        new=new,
        words=told.text if told and told.text not in (old, new) else None,
        notice=notices.get(one.notice or ""),
        was=_ref(register, one.was.statement) if one.was else None,
        now=_ref(register, one.now.statement) if one.now else None,
    )


def _ref(register: Register, statement: str | None) -> Ref | None:
    return next(iter(refer(register, (statement,))), None) if statement else None
