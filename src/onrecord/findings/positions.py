"""The positions of a story: where each speaker stands on each proposition about each item, through time.

Only speakers hold positions: who is merely mentioned, or whose words are told by nobody, has none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.findings.actors import Cast
from onrecord.findings.echoes import ABOVE
from onrecord.findings.history import Held, Order, order_of, through_time
from onrecord.findings.items import Stock
from onrecord.findings.lapses import find_lapses
from onrecord.findings.leanings import Leanings, lean
from onrecord.findings.refuted import refuted
from onrecord.findings.stands import find_stands
from onrecord.findings.tellings import Inner, told_in
from onrecord.findings.voices import is_outlet
from onrecord.nouns.account import Account, Stood
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.article import Article
from onrecord.nouns.draft import Draft
from onrecord.nouns.record import Position, Statement
from onrecord.nouns.span import outside


def establish_positions(
    drafts: Sequence[Draft], told: Sequence[Account], said: Sequence[Statement], cast: Cast
) -> tuple[Position, ...]:
    """Establish the positions of a story."""
    names = {actor.id: actor.name for actor in cast.actors}
    places = {one.article.id: (place, one.article) for place, one in enumerate(drafts)}
    statements = {one.id: one for one in said}
    groups: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
    for held in _told_once([held for one in told for held in _held(one, names, statements, places)], statements):
        groups[held.actor, held.about].append(held)
    lapses = find_lapses([one.article for one in drafts], said, names)

    def order(held: Held) -> Order:
        one = statements[held.statement]
        place, article = places[one.article]
        return order_of(one, article, place)

    return tuple(position for group in groups.values() for position in through_time(group, order, lapses))


def stands_in(one: Annotated, said: Sequence[Statement], stock: Stock, read: Leanings) -> Iterator[Stood]:
    """Yield the stands that the statements of an article put forward, but for those told as never made."""
    unsaid, told = refuted(one), told_in(one)
    speakers = {statement.id: statement.speaker for statement in said}
    for statement in said:
        if statement.id not in unsaid:
            own = _own_words(statement, told.get(statement.id, ()), speakers)
            stood = [
                Stood(statement.id, stand.item, stand.proposition, stand.value, stand.text, stand.because)
                for stand in find_stands(stock, one, own)
            ]
            yield from stood
            if statement.id not in told:  # who passes on what another says takes no stand by that
                known = {stand.about for stand in stood}
                yield from (leaning for leaning in lean(read, statement, stock) if leaning.about not in known)


def _held(
    told: Account, names: Mapping[str, str], said: Mapping[str, Statement], places: Mapping[str, tuple[int, Article]]
) -> Iterator[Held]:
    """Yield who holds what; an echo adds nothing, and that an outlet could not verify a thing itself is no side."""
    for stood in told.stands:
        one = said[stood.statement]
        actors = dict.fromkeys([one.speaker, *one.others]) if one.same_as is None else ()
        for actor in actors:
            name = names.get(actor or "")
            if actor and name and not (stood.value == "neither" and is_outlet(places[one.article][1], name)):
                yield _of(actor, stood, one)


def _own_words(statement: Statement, told: Sequence[Inner], speakers: Mapping[str, str | None]) -> Statement:
    """Leave out what somebody else says in it: "'I never wrote it,' Sol said, according to a colleague"."""
    others = [at for one in told if speakers.get(one.id, statement.speaker) != statement.speaker for at in one.content]
    if not others:
        return statement
    own = tuple(piece for span in statement.content_at for piece in outside(span, others))
    return msgspec.structs.replace(statement, content_at=own)


def _told_once(held: Sequence[Held], said: Mapping[str, Statement]) -> Iterator[Held]:
    """Leave out what a headline puts forward that the text below puts forward as well: the two are one report."""
    below = {
        (said[one.statement].article, one.about, one.proposition, one.value)
        for one in held
        if said[one.statement].part not in ABOVE
    }
    for one in held:
        statement = said[one.statement]
        if statement.part not in ABOVE or (statement.article, one.about, one.proposition, one.value) not in below:
            yield one


def _of(actor: str, stood: Stood, statement: Statement) -> Held:
    return Held(
        actor=actor,
        about=stood.about,
        proposition=stood.proposition,
        value=stood.value,
        statement=statement.id,
        when=statement.when,
        text=stood.text,
        because=stood.because,
    )
