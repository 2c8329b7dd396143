"""What was corrected, and which statements and events hold the corrected value."""

from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Correction, Event, Statement


def establish_corrections(
    story: tuple[Annotated, ...], said: tuple[Statement, ...], happened: tuple[Event, ...]
) -> tuple[tuple[Correction, ...], tuple[Statement, ...], tuple[Event, ...]]:
    """Establish the corrections of a story; returns them with the statements and events they mark as corrected."""
    return (), said, happened
