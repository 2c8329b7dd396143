"""Positions follow: each is taken apart into what every statement puts forward, changed, and put together again.

Only where something changed: the positions of everybody else, and on everything else, stay as they were established.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.findings.decisions.finding import find_row
from onrecord.findings.decisions.references import source_of, start_of
from onrecord.findings.decisions.regrouping import Grouping, owner_at
from onrecord.findings.decisions.settling import BY_HAND, Settled, rejected
from onrecord.nouns.decision import Decision
from onrecord.nouns.digest import digest
from onrecord.nouns.given import given_when
from onrecord.nouns.record import Position, PositionValue, Proposition, Record, Statement
from onrecord.nouns.when import Basis, When

# The acts that are a position by themselves: who sets one by hand sets the other.
BY_ACT: dict[str, PositionValue] = {
    "confirm": "affirms", "deny": "denies", "neither": "neither", "decline": "declines",
    "silent": "silent", "no-reply": "no-reply", "demand": "demands",
}  # fmt: skip
# Values that say nothing of a proposition: any stand that the same actor takes later replaces them.
OPEN = frozenset({"declines", "silent", "no-reply"})
UNDATED, AGAIN = "9999", "said again"


class Stand(msgspec.Struct, frozen=True):
    """What one statement puts forward: a position as far as it rests on that statement alone."""

    actor: str
    about: str
    proposition: Proposition
    value: PositionValue
    statement: str
    when: When | None = None
    text: str | None = None
    basis: Basis = "inferred"
    because: str | None = None
    decided: str | None = None


class Scene(msgspec.Struct, frozen=True):
    """The statements as they are now, where their articles stand in time, and what was decided on people and rows."""

    statements: dict[str, Statement]
    articles: dict[str, tuple[int, str]]  # place among the articles, latest day of publication
    grouping: Grouping
    settled: Settled
    gone: frozenset[str]


def restand(
    before: Record, after: Record, grouping: Grouping, settled: Settled, decisions: Sequence[Decision]
) -> tuple[tuple[Position, ...], frozenset[str]]:
    """Return the positions as they are now, and the decisions on positions that are in none of them."""
    scene = Scene(
        {one.id: one for one in after.statements},
        {one.id: (n, one.published.latest or UNDATED) for n, one in enumerate(after.articles)},
        grouping,
        settled,
        rejected(settled),
    )
    olds = [(place, stand) for place, position in enumerate(before.positions) for stand in _apart(scene, position)]
    moved = [(place, _moved(scene, stand)) for place, stand in olds]
    news, resting = _judged(scene, moved, [one for one in decisions if one.subject and one.subject.kind == "position"])
    touched = {
        (stand.actor, stand.about)
        for (_, old), (_, new) in zip(olds, news, strict=True)
        if old != new
        for stand in (old, new)
        if stand is not None
    }
    return _together(scene, before.positions, news, touched), resting


def _apart(scene: Scene, position: Position) -> Iterator[Stand]:
    """Take a position apart; only its first statement has the words and the reason that it gives."""
    for number, id_ in enumerate(position.statements):
        statement = scene.statements.get(id_)
        if statement is not None:
            yield Stand(
                actor=position.actor,
                about=position.about,
                proposition=position.proposition,
                value=position.value,
                statement=id_,
                when=statement.when if number else position.when,
                text=None if number else position.text,
                basis=position.basis,
                because=AGAIN if number else position.because,
                decided=position.decided,
            )


def _moved(scene: Scene, stand: Stand) -> Stand | None:
    """Return what a statement puts forward after what was decided on it, on people and on things; None for nothing."""
    statement, settled = scene.statements[stand.statement], scene.settled
    fields = settled.fields.get(statement.id, {})
    actor: str | None = owner_at(scene.grouping, stand.actor, statement.article, source_of(statement))
    about = owner_at(scene.grouping, stand.about, statement.article, start_of(statement))
    if statement.id in settled.speakers and actor not in statement.others:
        actor = settled.speakers[statement.id]
    withdrawn = statement.attitude == "held" and "attitude" in fields
    if actor is None or withdrawn or scene.gone & {actor, about, statement.id}:
        return None
    value = BY_ACT.get(statement.act, stand.value) if "act" in fields else stand.value
    when = statement.when if "when" in fields else stand.when
    return msgspec.structs.replace(stand, actor=actor, about=about, value=value, when=when)


Placed = tuple[int, Stand | None]  # with the place of the position that it was a part of


def _judged(scene: Scene, stands: list[Placed], decisions: Sequence[Decision]) -> tuple[list[Placed], frozenset[str]]:
    """Lay the decisions on positions over what the statements put forward."""
    stands = list(stands)
    verdicts: dict[int, Decision] = {}
    resting = set()
    for one in decisions:
        found = list(_meant(scene.grouping, one, stands))
        if not found:
            resting.add(one.id)
        for n, place, stand in found:
            verdicts |= {} if one.kind == "edit" else {n: one}
            stands[n] = place, _edited(stand, one)
    kept = [
        (place, None if n in verdicts and verdicts[n].kind == "reject" else stand)
        for n, (place, stand) in enumerate(stands)
    ]
    return kept, frozenset(resting)


def _meant(grouping: Grouping, one: Decision, stands: Sequence[Placed]) -> Iterator[tuple[int, int, Stand]]:
    """Yield what a decision on a position is about: the same person, thing and proposition, on one of its statements.

    Only who rejects means the value too: the statements may well put something else forward.
    """
    subject = one.subject
    if subject is None:
        return
    rows = {find_row(grouping.finder, part) for part in subject.parts}
    propositions = {subject.proposition, one.change.value if one.change.field == "proposition" else None}
    for n, (place, stand) in enumerate(stands):
        if stand is None or not {stand.actor, stand.about, stand.statement} <= rows:
            continue
        if stand.proposition in propositions and (one.kind != "reject" or stand.value == subject.value):
            yield n, place, stand


def _edited(stand: Stand, one: Decision) -> Stand:
    change = one.change
    if one.kind != "edit" or change.field is None:
        return msgspec.structs.replace(stand, decided=one.id)
    value = given_when(change.value) if change.field == "when" else change.value
    fields: dict[str, object] = {change.field: value, "basis": "given", "because": BY_HAND, "decided": one.id}
    return msgspec.structs.replace(stand, **fields)


def _together(
    scene: Scene, positions: tuple[Position, ...], stands: Sequence[Placed], touched: set[tuple[str, str]]
) -> tuple[Position, ...]:
    """Put what changed together anew, in the place of the first of it; the rest stays."""
    made = [((place, -1), one) for place, one in enumerate(positions) if (one.actor, one.about) not in touched]
    groups: dict[tuple[str, str], list[tuple[int, Stand]]] = {}
    for place, stand in stands:
        if stand is not None and (stand.actor, stand.about) in touched:
            groups.setdefault((stand.actor, stand.about), []).append((place, stand))
    for group in groups.values():
        folded = fold(scene, [stand for _, stand in group])
        made += [((group[0][0], n), position) for n, position in enumerate(folded)]
    return tuple(position for _, position in sorted(made, key=lambda one: one[0]))


def fold(scene: Scene, stands: Iterable[Stand]) -> Iterator[Position]:
    """Yield the positions of one actor on one item through time, each with the one that supersedes it."""
    runs: list[list[Stand]] = []
    for stand in sorted(stands, key=lambda one: _order(scene, one)):
        last = next((run for run in reversed(runs) if run[0].proposition == stand.proposition), None)
        if last is not None and last[0].value == stand.value:
            last.append(stand)
        else:
            runs.append([stand])
    positions = [_position(run) for run in runs]
    for n, position in enumerate(positions):
        later = next((one for one in positions[n + 1 :] if _supersedes(one, position)), None)
        yield msgspec.structs.replace(position, superseded_by=later.id if later else None)


def _order(scene: Scene, stand: Stand) -> tuple[str, int, int]:
    """Return when it was said, as far as known, as positions are established: by latest day, then by place."""
    statement = scene.statements[stand.statement]
    spans = (*statement.cue_at, *statement.content_at)
    place, published = scene.articles.get(statement.article, (0, UNDATED))
    day = (statement.when.latest if statement.when else None) or published
    return day, place, spans[0].start if spans else 0


def _supersedes(later: Position, earlier: Position) -> bool:
    if later.value == earlier.value or later.value == "general":
        return False
    return later.proposition == earlier.proposition or earlier.value in OPEN


def _position(run: Sequence[Stand]) -> Position:
    first = run[0]
    statements = tuple(dict.fromkeys(stand.statement for stand in run))
    return Position(
        id=digest("position", first.actor, first.about, first.proposition, first.value, min(statements)),
        actor=first.actor,
        about=first.about,
        proposition=first.proposition,
        value=first.value,
        statements=statements,
        text=first.text,
        when=first.when,
        basis=first.basis,
        because=first.because,
        decided=max((stand.decided for stand in run if stand.decided), default=None),
    )
