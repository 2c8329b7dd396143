"""Things that one article contests and another merely names.

A follow-up may never say again that the paper is leaked or disputed: "the 62-page text" is the contested draft all the
same, once another article of the story shows it. By itself such a thing makes no item.
"""

from msgspec.structs import replace

from onrecord.findings.items import Stock
from onrecord.nouns.annotations import Annotated


def recognise_things(one: Annotated, stock: Stock) -> Annotated:
    """Return an article with those candidates among its things that are items of the story."""
    layer = one.annotations
    found = [thing for thing in layer.candidates if (one.article.id, thing.chain) in stock.chains]
    if not found:
        return one
    things = sorted([*layer.things, *found], key=lambda thing: (thing.head.start, thing.chain))
    left = tuple(thing for thing in layer.candidates if (one.article.id, thing.chain) not in stock.chains)
    return Annotated(one.article, replace(layer, things=tuple(things), candidates=left))
