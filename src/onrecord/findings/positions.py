"""The positions of a story: where each speaker stands on each proposition about each item, through time.

Only speakers hold positions: who is merely mentioned, or whose words are told by nobody, has none. What somebody says
again is one position with more statements; what somebody says differently later supersedes it, and the history is kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.findings.actors import Cast
from onrecord.findings.avowals import Stand
from onrecord.findings.items import Stock
from onrecord.findings.refuted import refuted
from onrecord.findings.stands import find_stands
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Position, Proposition, Statement

# Values that say nothing of a proposition: any stand that the same actor takes later replaces them.
OPEN = frozenset({"declines", "silent", "no-reply"})


class _Held(msgspec.Struct, frozen=True):
    """A stand with the actor who holds it and its place in time."""

    actor: str
    stand: Stand
    when: tuple[str, int, int]


def establish_positions(
    story: tuple[Annotated, ...], cast: Cast, stock: Stock, said: tuple[Statement, ...]
) -> tuple[Position, ...]:
    """Establish the positions of a story."""
    actors = {actor.id for actor in cast.actors}
    held: defaultdict[tuple[str, str], list[_Held]] = defaultdict(list)
    for one in _held(story, stock, said):
        if one.actor in actors:
            held[one.actor, one.stand.item].append(one)
    return tuple(position for stands in held.values() for position in _through_time(stands))


def _held(story: Sequence[Annotated], stock: Stock, said: Sequence[Statement]) -> Iterator[_Held]:
    places = {one.article.id: (order, one) for order, one in enumerate(story)}
    unsaid = frozenset(one for annotated in story for one in refuted(annotated))
    for statement in said:
        if statement.id in unsaid:
            continue
        order, one = places[statement.article]
        for stand in find_stands(stock, one, statement):
            for actor in dict.fromkeys([statement.speaker, *statement.others]):
                if actor is not None:
                    yield _Held(actor, stand, _time(one, order, statement))


def _time(one: Annotated, order: int, statement: Statement) -> tuple[str, int, int]:
    """Return when it was said, as far as known: the latest day it can have been, then the order of the articles."""
    spans = (*statement.cue_at, *statement.content_at)
    day = (statement.when.latest if statement.when else None) or one.article.published.latest or "9999"
    return day, order, spans[0].start if spans else 0


def _through_time(stands: list[_Held]) -> Iterator[Position]:
    """Yield the positions of one actor on one item, each with the one that supersedes it."""
    runs: list[list[_Held]] = []
    for held in sorted(stands, key=lambda one: one.when):
        last = next((run for run in reversed(runs) if _topic(run[0]) == _topic(held)), None)
        if last is not None and last[0].stand.value == held.stand.value:
            last.append(held)
        else:
            runs.append([held])
    positions = [_position(run) for run in runs]
    for place, position in enumerate(positions):
        later = next((other for other in positions[place + 1 :] if _supersedes(other, position)), None)
        yield msgspec.structs.replace(position, superseded_by=later.id if later else None)


def _topic(held: _Held) -> Proposition:
    return held.stand.proposition


def _supersedes(later: Position, earlier: Position) -> bool:
    if later.value == earlier.value or later.value == "general":
        return False
    return later.proposition == earlier.proposition or earlier.value in OPEN


def _position(run: Sequence[_Held]) -> Position:
    first = run[0]
    stand = first.stand
    statements = tuple(dict.fromkeys(held.stand.statement.id for held in run))
    return Position(
        id=digest("position", first.actor, stand.item, stand.proposition, stand.value, min(statements)),
        actor=first.actor,
        about=stand.item,
        proposition=stand.proposition,
        value=stand.value,
        statements=statements,
        text=stand.text,
        when=stand.statement.when,
        because=stand.because,
    )
