"""The positions of a story: where each speaker stands on each proposition about each item, through time.

Only speakers hold positions: who is merely mentioned, or whose words are told by nobody, has none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.findings.actors import Cast
from onrecord.findings.avowals import Stand
from onrecord.findings.echoes import ABOVE
from onrecord.findings.history import Held, order_of, through_time
from onrecord.findings.items import Stock
from onrecord.findings.lapses import find_lapses
from onrecord.findings.refuted import refuted
from onrecord.findings.stands import find_stands
from onrecord.findings.tellings import Inner, told_in
from onrecord.findings.voices import is_outlet
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Position, Statement
from onrecord.nouns.span import outside


def establish_positions(
    story: tuple[Annotated, ...], cast: Cast, stock: Stock, said: tuple[Statement, ...]
) -> tuple[Position, ...]:
    """Establish the positions of a story."""
    names = {actor.id: actor.name for actor in cast.actors}
    places = {one.article.id: (place, one) for place, one in enumerate(story)}
    orders = {one.id: order_of(one, places[one.article][1].article, places[one.article][0]) for one in said}
    groups: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
    for held in _told_once(_held(story, names, stock, said), said):
        if held.actor in names:
            groups[held.actor, held.about].append(held)
    lapses = find_lapses([one.article for one in story], said, names)
    return tuple(
        position
        for group in groups.values()
        for position in through_time(group, lambda held: orders[held.statement], lapses)
    )


def _held(
    story: Sequence[Annotated], names: Mapping[str, str], stock: Stock, said: Sequence[Statement]
) -> Iterator[Held]:
    """Yield what the statements put forward; that an outlet could not verify a thing itself is no side."""
    places = {one.article.id: one for one in story}
    speakers = {statement.id: statement.speaker for statement in said}
    told = {id_: inner for annotated in story for id_, inner in told_in(annotated).items()}
    unsaid = frozenset(one for annotated in story for one in refuted(annotated))
    for statement in said:
        if statement.id in unsaid:
            continue
        one = places[statement.article]
        for stand in find_stands(stock, one, _own_words(statement, told.get(statement.id, ()), speakers)):
            for actor in dict.fromkeys([statement.speaker, *statement.others]):
                if actor is not None and not (stand.value == "neither" and is_outlet(one.article, names.get(actor))):
                    yield _of(actor, stand)


def _own_words(statement: Statement, told: Sequence[Inner], speakers: Mapping[str, str | None]) -> Statement:
    """Leave out what somebody else says in it: "'I never wrote it,' Sol said, according to a colleague"."""
    others = [at for one in told if speakers.get(one.id, statement.speaker) != statement.speaker for at in one.content]
    if not others:
        return statement
    own = tuple(piece for span in statement.content_at for piece in outside(span, others))
    return msgspec.structs.replace(statement, content_at=own)


def _told_once(held: Iterable[Held], said: Sequence[Statement]) -> Iterator[Held]:
    """Leave out what a headline puts forward that the text below puts forward as well: the two are one report."""
    held = list(held)
    statements = {one.id: one for one in said}
    below = {
        (statements[one.statement].article, one.about, one.proposition, one.value)
        for one in held
        if statements[one.statement].part not in ABOVE
    }
    for one in held:
        statement = statements[one.statement]
        if statement.part not in ABOVE or (statement.article, one.about, one.proposition, one.value) not in below:
            yield one


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
