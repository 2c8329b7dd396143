"""References: the ids that rows hold of other rows, led to where they belong now, and dropped where that is gone."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from onrecord.findings.decisions.regrouping import Grouping, gather_actors, gather_items, owner_at
from onrecord.nouns.record import Actor, Alternative, Event, Fact, Item, Link, Record, Relay, Statement
from onrecord.nouns.span import Span

T = TypeVar("T")
FIRST = Span(0, 1)  # for a row without words
Lead = Callable[[str, str, Span], str | None]  # row, article and place to the row that is meant there, or none


def lead_to_groups(record: Record, grouping: Grouping) -> Record:
    """Return a record whose people and things are grouped anew, with every reference to them; but for positions."""

    def lead(row: str, article: str, at: Span) -> str:
        return owner_at(grouping, row, article, at)

    regrouped = msgspec.structs.replace(
        record, actors=gather_actors(record, grouping), items=gather_items(record, grouping)
    )
    return lead_all(regrouped, lead)


def drop(record: Record, gone: frozenset[str]) -> Record:
    """Return a record without some rows, and without what cannot stand when they are gone.

    An event told in a statement that is none is dropped with it: it would else become the article's own word.
    """
    gone |= {event.id for event in record.events if event.voice in gone}
    gone |= {link.id for link in record.links if link.start in gone or link.end in gone}
    kept = msgspec.structs.replace(
        record,
        actors=_without(record.actors, gone),
        items=_without(record.items, gone),
        statements=_without(record.statements, gone),
        events=_without(record.events, gone),
        corrections=tuple(
            msgspec.structs.replace(one, touches=tuple(row for row in one.touches if row not in gone))
            for one in record.corrections
            if one.id not in gone
        ),
        links=_without(record.links, gone),
    )
    touched = {row for one in kept.corrections for row in one.touches}
    untouched = {row for one in record.corrections if one.id in gone for row in one.touches} - touched
    led = lead_all(kept, lambda row, _article, _at: None if row in gone else row)
    return msgspec.structs.replace(
        led,
        statements=tuple(_uncorrected(one, untouched) for one in led.statements),
        events=tuple(_uncorrected(one, untouched) for one in led.events),
    )


def lead_all(record: Record, lead: Lead) -> Record:
    """Lead every reference that a row holds, but for those of positions."""
    return msgspec.structs.replace(
        record,
        actors=tuple(_actor(one, lead) for one in record.actors),
        items=tuple(_item(one, lead) for one in record.items),
        statements=tuple(_statement(one, lead) for one in record.statements),
        events=tuple(_event(one, lead) for one in record.events),
        links=tuple(link for one in record.links for link in _link(one, lead)),
    )


def start_of(statement: Statement) -> Span:
    """Return the first words of a statement, those that say what is said before those that say by whom."""
    return min(statement.content_at or statement.cue_at, default=FIRST)


def source_of(statement: Statement) -> Span:
    """Return the words that name the speaker, else those that attribute."""
    return statement.source_at or min(statement.cue_at or statement.content_at, default=FIRST)


Fallible = TypeVar("Fallible", Statement, Event)


def _uncorrected(row: Fallible, untouched: set[str]) -> Fallible:
    return msgspec.structs.replace(row, corrected=False) if row.id in untouched else row


def _without(rows: tuple[T, ...], gone: frozenset[str]) -> tuple[T, ...]:
    return tuple(row for row in rows if getattr(row, "id", None) not in gone)


def _actor(one: Actor, lead: Lead) -> Actor:
    if not any(mention.maybe for mention in one.mentions):
        return one
    led = (
        msgspec.structs.replace(
            mention, maybe=tuple(row for row in _led(mention.maybe, mention.article, mention.at, lead) if row != one.id)
        )
        for mention in one.mentions
    )
    return msgspec.structs.replace(one, mentions=tuple(led))


def _item(one: Item, lead: Lead) -> Item:
    if not any(fact.by for fact in one.facts):
        return one
    return msgspec.structs.replace(one, facts=tuple(_fact(fact, lead) for fact in one.facts if _voice(fact, lead)))


def _voice(fact: Fact, lead: Lead) -> bool:
    """Tell whether whoever tells a fact is still there; without, it would become the article's own word."""
    return fact.by is None or lead(fact.by, fact.article, fact.at) is not None


def _fact(fact: Fact, lead: Lead) -> Fact:
    return msgspec.structs.replace(fact, by=lead(fact.by, fact.article, fact.at)) if fact.by else fact


def _statement(one: Statement, lead: Lead) -> Statement:
    article, source, start = one.article, source_of(one), start_of(one)
    speaker = lead(one.speaker, article, source) if one.speaker else None
    led = msgspec.structs.replace(
        one,
        speaker=speaker,
        others=tuple(row for row in _led(one.others, article, source, lead) if row != speaker),
        chain=tuple(relay for hand in one.chain for relay in _relay(hand, article, source, lead)),
        hedges=tuple(
            msgspec.structs.replace(hedge, by=lead(hedge.by, article, hedge.at)) if hedge.by else hedge
            for hedge in one.hedges
        ),
        about=_unique(
            msgspec.structs.replace(about, id=row)
            for about in one.about
            if (row := lead(about.id, article, start)) is not None
        ),
        same_as=lead(one.same_as, article, start) if one.same_as else None,
        speaks_for=lead(one.speaks_for, article, source) if one.speaks_for else None,
        alternatives=_alternatives(one, speaker, lead),
    )
    return one if led == one else led


def _alternatives(one: Statement, speaker: str | None, lead: Lead) -> tuple[Alternative, ...]:
    """Lead the other readings of a statement; one that is the reading on the record now is none any more."""
    led = (
        msgspec.structs.replace(other, actor=lead(other.actor, one.article, other.at)) if other.actor else other
        for other in one.alternatives
    )
    return _unique(
        other
        for other, before in zip(led, one.alternatives, strict=True)
        if bool(other.actor) == bool(before.actor) and (other.field != "speaker" or other.actor != speaker)
    )


def _relay(hand: Relay, article: str, source: Span, lead: Lead) -> Iterable[Relay]:
    """Lead one hand; one that is gone leaves its cue in the chain, so that the words come no nearer."""
    at = min(hand.cue_at, default=source)
    actor = lead(hand.actor, article, at) if hand.actor else None
    item = lead(hand.item, article, at) if hand.item else None
    if actor or item or hand.cue_at:
        yield msgspec.structs.replace(hand, actor=actor, item=item)


def _event(one: Event, lead: Lead) -> Event:
    led = msgspec.structs.replace(
        one,
        participants=_unique(
            msgspec.structs.replace(part, actor=row)
            for part in one.participants
            if (row := lead(part.actor, one.article, one.at)) is not None
        ),
    )
    return one if led == one else led


def _link(one: Link, lead: Lead) -> Iterable[Link]:
    """Lead a link; one whose ends are one now, or whose voice is gone, says nothing any more."""
    start, end = lead(one.start, one.article, one.at), lead(one.end, one.article, one.at)
    by = lead(one.by, one.article, one.at) if one.by else None
    if start and end and start != end and (by or not one.by):
        yield msgspec.structs.replace(one, start=start, end=end, by=by)


def _led(rows: tuple[str, ...], article: str, at: Span, lead: Lead) -> tuple[str, ...]:
    return _unique(row for one in rows if (row := lead(one, article, at)) is not None)


def _unique(rows: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(rows))
