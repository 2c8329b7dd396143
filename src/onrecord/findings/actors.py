"""Who the people, bodies, groups and documents of a story are: one actor each."""

import msgspec

from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Actor


class Cast(msgspec.Struct, frozen=True):
    """The actors of a story, and which actor each chain of mentions is: `(article id, chain)` to actor id."""

    actors: tuple[Actor, ...] = ()
    chains: dict[tuple[str, int], str] = {}


def establish_actors(story: tuple[Annotated, ...]) -> Cast:
    """Establish the actors of a story."""
    return Cast()
