"""Which mentions the words of a source stand for: one, or several that speak together.

The mentions of an article stand in order of their heads, so that looking one up does not read them all.
"""

import re
from bisect import bisect_left
from itertools import islice, pairwise, takewhile

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
    joint: list[Mention] = [found[0]]
    waiting: list[Mention] = []
    for before, after in pairwise(found):
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
    mentions = one.annotations.mentions
    first = bisect_left(one.annotations.mention_heads, at.start)
    ahead = takewhile(lambda mention: mention.head.start < at.end, islice(mentions, first, None))
    inside = [mention for mention in ahead if mention.head.end <= at.end]
    if not inside:  # words cut short before the head: "Cllr" of "Cllr Pike"
        inside = [mention for mention in mentions[first : first + 1] if mention.at.overlaps(at)]
    if len(inside) <= 1:
        return tuple(inside)
    outer: list[Mention] = []
    for mention in sorted(inside, key=_by_place):
        if not outer or mention.at.start >= outer[-1].at.end:
            outer.append(mention)
    return tuple(outer)


def _by_place(mention: Mention) -> tuple[int, int]:
    return mention.at.start, -mention.at.end
