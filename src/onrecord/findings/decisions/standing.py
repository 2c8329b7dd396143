"""Positions follow: each is taken apart into what every statement puts forward, changed, and put together again.

Only where something changed: the positions of everybody else, and on everything else, stay as they were established.
"""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.findings.decisions.finding import find_row
from onrecord.findings.decisions.references import source_of, start_of
from onrecord.findings.decisions.regrouping import Grouping, owner_at
from onrecord.findings.decisions.settling import BY_HAND, Settled, rejected
from onrecord.findings.history import Held, Order, order_of, through_time
from onrecord.findings.lapses import find_lapses
from onrecord.nouns.article import Article
from onrecord.nouns.decision import Decision
from onrecord.nouns.given import given_when
from onrecord.nouns.record import Position, PositionValue, Record, Statement

# The acts that are a position by themselves: who sets one by hand sets the other.
BY_ACT: dict[str, PositionValue] = {
    "confirm": "affirms", "deny": "denies", "neither": "neither", "decline": "declines",
    "silent": "silent", "no-reply": "no-reply", "demand": "demands",
}  # fmt: skip
AGAIN = "said again"


class Scene(msgspec.Struct, frozen=True):
    """The statements as they are now, where their articles stand in time, and what was decided on people and rows."""

    statements: dict[str, Statement]
    articles: dict[str, tuple[int, Article]]  # with their places
    grouping: Grouping
    settled: Settled
    gone: frozenset[str]
    lapses: dict[str, str]


def restand(
    before: Record, after: Record, grouping: Grouping, settled: Settled, decisions: Sequence[Decision]
) -> tuple[tuple[Position, ...], frozenset[str]]:
    """Return the positions as they are now, and the decisions on positions that are in none of them."""
    scene = Scene(
        {one.id: one for one in after.statements},
        {one.id: (place, one) for place, one in enumerate(after.articles)},
        grouping,
        settled,
        rejected(settled),
        find_lapses(after.articles, after.statements, {one.id: one.name for one in after.actors}),
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


def _apart(scene: Scene, position: Position) -> Iterator[Held]:
    """Take a position apart; only its first statement has the words and the reason that it gives."""
    for number, id_ in enumerate(position.statements):
        statement = scene.statements.get(id_)
        if statement is not None:
            yield Held(
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


def _moved(scene: Scene, stand: Held) -> Held | None:
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


Placed = tuple[int, Held | None]  # with the place of the position that it was a part of


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


def _meant(grouping: Grouping, one: Decision, stands: Sequence[Placed]) -> Iterator[tuple[int, int, Held]]:
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


def _edited(stand: Held, one: Decision) -> Held:
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
    groups: dict[tuple[str, str], list[tuple[int, Held]]] = {}
    for place, stand in stands:
        if stand is not None and (stand.actor, stand.about) in touched:
            groups.setdefault((stand.actor, stand.about), []).append((place, stand))
    for group in groups.values():
        folded = through_time([stand for _, stand in group], lambda stand: _order(scene, stand), scene.lapses)
        made += [((group[0][0], n), position) for n, position in enumerate(folded)]
    return tuple(position for _, position in sorted(made, key=lambda one: one[0]))


def _order(scene: Scene, stand: Held) -> Order:
    statement = scene.statements[stand.statement]
    place, article = scene.articles[statement.article]
    return order_of(statement, article, place)
