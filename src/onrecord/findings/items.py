"""What the contested things of a story are: one item each, never merged for being alike."""

import msgspec

from onrecord.findings.actors import Cast
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Item


class Stock(msgspec.Struct, frozen=True):
    """The items of a story, and which item each chain of things is: `(article id, chain)` to item id."""

    items: tuple[Item, ...] = ()
    chains: dict[tuple[str, int], str] = {}


def establish_items(story: tuple[Annotated, ...], cast: Cast) -> Stock:
    """Establish the items of a story."""
    return Stock()
