"""The Telling: one attribution of an article with how it is meant, what surrounds it and who speaks in it."""

from collections.abc import Iterator

import msgspec

from onrecord.findings.sources import mentions_at
from onrecord.nouns.annotations import Annotated, Attribution, Circumstance, Mention, Reading

UNREAD = Reading(mode="indirect", act="assert", attitude="said")
LONGEST_TURN = 50  # attributions that one speaker's turn may run on; longer ones are a mistake


class Telling(msgspec.Struct, frozen=True):
    """One attribution in full. `speakers` are the mentions that name who speaks, here or earlier in the turn."""

    one: Annotated
    attribution: Attribution
    reading: Reading
    around: Circumstance
    speakers: tuple[Mention, ...]
    outer: tuple[int, ...]  # indices of the attributions that this one is told in, outermost first


def tellings(one: Annotated) -> Iterator[Telling]:
    """Yield the attributions of an article in order."""
    layers = one.annotations
    for index, attribution in enumerate(layers.attributions):
        yield Telling(
            one=one,
            attribution=attribution,
            reading=layers.readings[index] if index < len(layers.readings) else UNREAD,
            around=layers.circumstances[index] if index < len(layers.circumstances) else Circumstance(),
            speakers=speakers_of(one, index),
            outer=outer_of(one, index),
        )


def speakers_of(one: Annotated, index: int) -> tuple[Mention, ...]:
    """Return the mentions that name who speaks in an attribution, followed back through an inherited turn."""
    for _ in range(LONGEST_TURN):
        attribution = one.annotations.attributions[index]
        if attribution.source is not None:
            return mentions_at(one, attribution.source)
        if attribution.inherits is None:
            break
        index = attribution.inherits
    return ()


def outer_of(one: Annotated, index: int) -> tuple[int, ...]:
    """Return the attributions that this one is told in, outermost first."""
    found: list[int] = []
    above = one.annotations.attributions[index].inside
    while above is not None and above not in found and above != index:
        found.append(above)
        above = one.annotations.attributions[above].inside
    return tuple(reversed(found))
