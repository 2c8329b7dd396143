"""What a person should look at before relying on a position: never a verdict, and never an order of trust.

Somebody who said yes and no to one proposition; a paraphrase that says more than the words quoted; words that a later
version no longer has; somebody who is a party to the thing, by the article's own words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.findings.paraphrases import find_paraphrases
from onrecord.nouns.record import Position, PositionValue, Proposition, Record
from onrecord.nouns.threads import Change, Flag, Party

REWRITTEN = 0.5  # share of the statements of a version that the next one may leave out and still be its version

Flags = dict[str, tuple[Flag, ...]]


def find_flags(record: Record, changes: Iterable[Change], parties: Iterable[Party]) -> Flags:
    """Return the flags of each position, by its id."""
    found: defaultdict[str, list[Flag]] = defaultdict(list)
    tied = {(one.actor, one.about): one.because for one in parties}
    gone, loose = _gone(record, tuple(changes)), find_paraphrases(record)
    against = _contradictions(record)
    for position in record.positions:
        found[position.id] += against.get(position.id, ())
        party = tied.get((position.actor, position.about))
        if party:
            found[position.id].append(Flag("interest", position.actor, party))
        if position.statements and all(row in gone for row in position.statements):
            found[position.id].append(Flag("edited", position.actor, gone[position.statements[0]], position.statements))
        for row in position.statements:
            if row in loose:
                found[position.id].append(Flag("paraphrase", position.actor, loose[row], (row,)))
    return {row: tuple(flags) for row, flags in found.items() if flags}


def _contradictions(record: Record) -> dict[str, tuple[Flag, ...]]:
    """Return, for the positions of somebody who affirms and denies one proposition, the other one."""
    held: defaultdict[tuple[str, str, Proposition], dict[PositionValue, Position]] = defaultdict(dict)
    for position in record.positions:
        held[position.actor, position.about, position.proposition].setdefault(position.value, position)
    found: dict[str, tuple[Flag, ...]] = {}
    for stands in held.values():
        if "affirms" in stands and "denies" in stands:
            yes, no = stands["affirms"], stands["denies"]
            found |= {yes.id: (_against(yes, no),), no.id: (_against(no, yes),)}
    return found


def _against(one: Position, other: Position) -> Flag:
    later = {one.id: "later", other.id: "earlier"}
    when = next((f", {later[row]}" for row in (one.superseded_by, other.superseded_by) if row in later), "")
    return Flag("contradiction", one.actor, f"{other.value} the same{when}", other.statements, (one.id, other.id))


def _gone(record: Record, changes: Sequence[Change]) -> dict[str, str]:
    """Return the statements that a later version no longer has, or gives to somebody else.

    A later version without half of what the earlier one told is another article, and takes nothing back.
    """
    told = Counter(one.article for one in record.statements)
    removed = Counter(change.earlier for change in changes if change.kind == "removed")
    found = {}
    for change in changes:
        if removed[change.earlier] > told[change.earlier] * REWRITTEN:
            continue
        if change.was and change.was.statement and change.kind in ("removed", "re-attributed"):
            moved = change.kind == "re-attributed"
            what = f"gives these words to {change.new}" if moved else "no longer has these words"
            found[change.was.statement] = f"a later version of the article {what}"
    return found
