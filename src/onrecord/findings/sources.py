"""Which mentions the words of a source stand for: one, or several that speak together."""

import re

from onrecord.nouns.annotations import Annotated, Mention
from onrecord.nouns.span import Span

JOINED = re.compile(r"\s*,?\s*(?:and|&)\s+")
LISTED = re.compile(r"\s*,\s*")


def mention_at(one: Annotated, at: Span) -> Mention | None:
    """Return the mention that a span's words stand for: the first one there that stands in no other."""
    return next(iter(_outermost(one, at)), None)


def mentions_at(one: Annotated, at: Span) -> tuple[Mention, ...]:
    """Return the mentions that a source's words join by "and"; one where the words only describe it further."""
    found = _outermost(one, at)
    if not found or found[0].kind == "group":
        return found[:1]
    joint, waiting = [found[0]], []
    for before, after in zip(found, found[1:], strict=False):
        between = one.article.text[before.at.end : max(before.at.end, after.at.start)]
        if JOINED.fullmatch(between):
            joint += [*waiting, after]
            waiting = []
        elif LISTED.fullmatch(between) and before.form == after.form == "name":
            waiting.append(after)
        else:
            break
    return tuple(joint)


def _outermost(one: Annotated, at: Span) -> tuple[Mention, ...]:
    """Return the mentions whose head lies in a span and whose words lie in no other such mention, in order."""
    inside = [mention for mention in one.annotations.mentions if at.holds(mention.head)]
    inside.sort(key=_by_place)
    outer: list[Mention] = []
    for mention in inside:
        if not outer or mention.at.start >= outer[-1].at.end:
            outer.append(mention)
    return tuple(outer)


def _by_place(mention: Mention) -> tuple[int, int]:
    return mention.at.start, -mention.at.end
