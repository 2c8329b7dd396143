"""The events of a story: what is said to have happened or to be about to, when, and in whose voice.

An event told in a statement keeps that statement as its voice: it happened as far as that speaker says, and no further.
"""

from collections.abc import Iterator

from onrecord.findings.actors import Cast, actor_at
from onrecord.nouns.annotations import Annotated, Happening
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Event, Participant, Statement
from onrecord.nouns.span import Span


def establish_events(story: tuple[Annotated, ...], cast: Cast, said: tuple[Statement, ...]) -> tuple[Event, ...]:
    """Establish the events of a story, in the order of its articles and of their text."""
    told: dict[str, list[Statement]] = {}
    for statement in said:
        told.setdefault(statement.article, []).append(statement)
    return tuple(
        _event(one, happening, cast, told.get(one.article.id, []))
        for one in story
        for happening in one.annotations.happenings
    )


def _event(one: Annotated, happening: Happening, cast: Cast, said: list[Statement]) -> Event:
    text, time = one.article.text, happening.time
    return Event(
        id=digest("event", one.article.id, happening.at),
        article=one.article.id,
        at=happening.at,
        what=happening.at.of(text),
        participants=tuple(_participants(one, happening, cast)),
        where=happening.where.of(text) if happening.where else None,
        when=None if time is None else one.annotations.times[time].when,
        voice=None if happening.voice is None else _voice(one, happening.voice, said),
        hedges=happening.hedges,
    )


def _participants(one: Annotated, happening: Happening, cast: Cast) -> Iterator[Participant]:
    for part, at in (("doer", happening.doer), ("undergoer", happening.undergoer)):
        actor = None if at is None else actor_at(cast, one, at)
        if actor is not None:
            yield Participant(actor, part)


def _voice(one: Annotated, attribution: int, said: list[Statement]) -> str | None:
    """Return the statement that an attribution became: the one with the same content, else the closest around it."""
    content = one.annotations.attributions[attribution].content
    if not content:
        return None
    around = [statement for statement in said if any(span.overlaps(content[0]) for span in statement.content_at)]
    return min(around, key=lambda statement: _apart(statement.content_at, content)).id if around else None


def _apart(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    """Measure how far two contents differ at their ends."""
    return abs(one[0].start - other[0].start) + abs(one[-1].end - other[-1].end)
