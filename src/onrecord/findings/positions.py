"""The positions of a story: where each speaker stands on each proposition about each item, through time.

Only speakers hold positions: who is merely mentioned, or whose words are told by nobody, has none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.findings.actors import Cast
from onrecord.findings.avowals import Stand
from onrecord.findings.history import Held, order_of, through_time
from onrecord.findings.items import Stock
from onrecord.findings.refuted import refuted
from onrecord.findings.stands import find_stands
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Position, Statement


def establish_positions(
    story: tuple[Annotated, ...], cast: Cast, stock: Stock, said: tuple[Statement, ...]
) -> tuple[Position, ...]:
    """Establish the positions of a story."""
    actors = {actor.id for actor in cast.actors}
    places = {one.article.id: (place, one) for place, one in enumerate(story)}
    orders = {one.id: order_of(one, places[one.article][1].article, places[one.article][0]) for one in said}
    groups: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
    for held in _held(story, stock, said):
        if held.actor in actors:
            groups[held.actor, held.about].append(held)
    return tuple(
        position for group in groups.values() for position in through_time(group, lambda held: orders[held.statement])
    )


def _held(story: Sequence[Annotated], stock: Stock, said: Sequence[Statement]) -> Iterator[Held]:
    places = {one.article.id: one for one in story}
    unsaid = frozenset(one for annotated in story for one in refuted(annotated))
    for statement in said:
        if statement.id in unsaid:
            continue
        for stand in find_stands(stock, places[statement.article], statement):
            for actor in dict.fromkeys([statement.speaker, *statement.others]):
                if actor is not None:
                    yield _of(actor, stand)


def _of(actor: str, stand: Stand) -> Held:
    return Held(
        actor=actor,
        about=stand.item,
        proposition=stand.proposition,
        value=stand.value,
        statement=stand.statement.id,
        when=stand.statement.when,
        text=stand.text,
        because=stand.because,
    )
