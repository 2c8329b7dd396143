"""The events of a story: what is said to have happened or to be about to, when, and in whose voice.

An event told in a statement keeps that statement as its voice: it happened as far as that speaker says, and no further.
"""

from collections.abc import Iterator

from onrecord.findings.actors import Cast, actor_at
from onrecord.findings.tellings import statement_id
from onrecord.nouns.annotations import Annotated, Happening
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Event, Participant, Statement


def establish_events(story: tuple[Annotated, ...], cast: Cast, said: tuple[Statement, ...]) -> tuple[Event, ...]:
    """Establish the events of a story, in the order of its articles and of their text."""
    ids = {statement.id for statement in said}
    return tuple(event for one in story for event in _events(one, cast, ids))


def _events(one: Annotated, cast: Cast, ids: set[str]) -> Iterator[Event]:
    voices = _voices(one, ids)
    for happening in one.annotations.happenings:
        yield _event(one, happening, cast, None if happening.voice is None else voices[happening.voice])


def _voices(one: Annotated, ids: set[str]) -> list[str | None]:
    """Return the statement of each attribution; what only carries another's words has the one that it carries."""
    attributions = one.annotations.attributions
    made = [statement_id(one, attribution) for attribution in attributions]
    own = [id_ if id_ in ids else None for id_ in made]
    voices = [*own]
    for attribution, voice in zip(attributions, own, strict=True):
        if attribution.inside is not None and voices[attribution.inside] is None:
            voices[attribution.inside] = voice
    return voices


def _event(one: Annotated, happening: Happening, cast: Cast, voice: str | None) -> Event:
    text, time = one.article.text, happening.time
    return Event(
        id=digest("event", one.article.id, happening.at),
        article=one.article.id,
        at=happening.at,
        what=happening.at.of(text),
        participants=tuple(_participants(one, happening, cast)),
        where=happening.where.of(text) if happening.where else None,
        when=None if time is None else one.annotations.times[time].when,
        voice=voice,
        hedges=happening.hedges,
    )


def _participants(one: Annotated, happening: Happening, cast: Cast) -> Iterator[Participant]:
    for part, at in (("doer", happening.doer), ("undergoer", happening.undergoer)):
        actor = None if at is None else actor_at(cast, one, at)
        if actor is not None:
            yield Participant(actor, part)
