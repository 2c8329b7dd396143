"""Things that one article contests and another merely names.

A follow-up may never say again that the paper is leaked or disputed: "the 62-page text" is the contested draft all the
same, once another article of the story shows it. By itself such a thing makes no item.
"""

from msgspec.structs import replace

from onrecord.findings.sameness import match_strands, strands_of
from onrecord.nouns.annotations import Annotated


def recognise_things(story: tuple[Annotated, ...]) -> tuple[Annotated, ...]:
    """Return the story with those candidates among its things that are what another article contests."""
    groups = match_strands(strands_of(story, candidates=True))
    known = {(strand.article, strand.chain) for group in groups for strand in group if not strand.contested}
    return tuple(_with_known(one, known) for one in story)


def _with_known(one: Annotated, known: set[tuple[str, int]]) -> Annotated:
    layer = one.annotations
    found = [thing for thing in layer.candidates if (one.article.id, thing.chain) in known]
    if not found:
        return one
    things = sorted([*layer.things, *found], key=lambda thing: (thing.head.start, thing.chain))
    left = tuple(thing for thing in layer.candidates if (one.article.id, thing.chain) not in known)
    return Annotated(one.article, replace(layer, things=tuple(things), candidates=left))
