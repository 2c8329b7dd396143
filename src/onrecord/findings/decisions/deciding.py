"""Decide: what people settled is laid over a record; what was established is not changed, and comes back by undoing.

First who and what is one, then single rows and fields, then the positions that follow, and last what was rejected goes.
A decision whose words are in no row any more rests: it changes nothing and is kept, and holds again when they return.
"""

from collections.abc import Iterable

import msgspec

from onrecord.findings.decisions.references import drop, lead_to_groups
from onrecord.findings.decisions.regrouping import regroup
from onrecord.findings.decisions.settling import rejected, set_fields, settle
from onrecord.findings.decisions.standing import restand
from onrecord.nouns.decision import Decision, in_force
from onrecord.nouns.record import Record


class Laid(msgspec.Struct, frozen=True):
    """A record with decisions laid over it, and the ids of those that rest."""

    record: Record
    resting: frozenset[str] = frozenset()


def decide(record: Record, decisions: Iterable[Decision]) -> Record:
    """Return a record as people decided it; without decisions, the record itself."""
    return lay_over(record, decisions).record


def lay_over(record: Record, decisions: Iterable[Decision]) -> Laid:
    """Lay decisions over a record, in the order in which they were made, and say which of them rest."""
    made = in_force(tuple(decisions))
    if not made:
        return Laid(record)
    grouping = regroup(record, made)
    settled = settle(grouping.finder, made)
    grouped = lead_to_groups(record, grouping) if grouping.marks else record
    edited = set_fields(grouped, settled)
    positions, resting = restand(record, edited, grouping, settled, made)
    whole = drop(edited, rejected(settled)) if rejected(settled) else edited
    gone = {one.id for one in edited.events} - {one.id for one in whole.events}
    standing = tuple(one for one in positions if one.about not in gone)
    return Laid(
        msgspec.structs.replace(whole, positions=standing), resting | grouping.resting | frozenset(settled.resting)
    )
