"""The events of a story."""

from onrecord.findings.actors import Cast
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Event, Statement


def establish_events(story: tuple[Annotated, ...], cast: Cast, said: tuple[Statement, ...]) -> tuple[Event, ...]:
    """Establish the events of a story."""
    return ()
