"""What an article is about at a place: the thing told of last, or the one matter of the whole article.

A sentence that names no thing still speaks of one: "it is fake", "she would not comment". What it speaks of is what
the reader has in mind there. That is the thing of the nearest sentence before that names any, if it names one; failing
that, the thing of which the whole article tells far more than of any other. Two in one sentence leave it open.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from onrecord.findings.pointing import (
    has_trace,
    open_thing,
    opens_with_it,
    pointers,
    points_to_both,
    says_of_it,
    things_back,
    things_in,
)
from onrecord.findings.sentences import sentence_around
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.span import Span

REACH = 900  # code points back within which a thing is still in mind
MANY = 50  # things that are read back
HEADINGS = frozenset({"headline", "standfirst", "subhead"})

_ANY = re.compile(r"(?:any|every|each)\b", re.IGNORECASE)  # names a class, and brings no thing to mind
WINDOW = 80  # code points before a thing in which "asked about" stands
_OF = re.compile(
    r"\b(?:asked|questioned|pressed|quizzed|challenged|told|reminded|commenting|responding|reacting|referring|turning"
    r"|confronted|presented)\b[^.;:!?“”\"]{0,50}?\b(?:about|on|over|to|with|of|whether|if|why|how|when|where|who|that)\b"
    r"[^.;:!?“”\"]{0,20}$"
    r"|\b(?:speaking|talking) (?:about|of) $|\b(?:shown|sent|played|handed) $"
    r"|\b(?:said|says|told \w+|wrote|added|tweeted|joked|remarked|quipped) (?:only )?(?:of|about) $"
    r"|(?:^|[.;:!?]\W+)(?:Of|About|As for|As to|Regarding) $",
    re.IGNORECASE,
)


class Topic(NamedTuple):
    """The things that words speak of without naming them, one mention of each, and why."""

    things: tuple[Thing, ...]
    because: str


def topic_at(one: Annotated, at: Span) -> Topic | None:
    """Return what is in mind where the words begin: the thing told of last, else the matter of the article."""
    return told_last(one, at) or matter_of(one, at)


def pointed_at(one: Annotated, spans: Sequence[Span]) -> Topic | None:
    """Return what words point to that name no thing: "it is fake", "both are mine", "that is not my voice"."""
    text = one.article.text
    both = both_told(one, spans[0]) if any(points_to_both(text, span) for span in spans) else None
    if both is not None:
        return both
    if any(says_of_it(text, span) or has_trace(text, span) for span in spans):
        return topic_at(one, spans[0])
    if not any(pointers(text, span) for span in spans):
        return None
    if one.article.part_at(spans[0].start).kind in HEADINGS:
        return topic_at(one, spans[0])
    return told_last(one, spans[0]) if opens_with_it(text, spans[0]) else _open(one, spans[0])


def _open(one: Annotated, at: Span) -> Topic | None:
    thing = open_thing(one, at)
    if thing is None:
        return None
    return Topic((thing,), f"“{thing.at.of(one.article.text)}” is the only thing open in the paragraph")


def asked_about(one: Annotated, cue: Span, content: Sequence[Span]) -> Topic | None:
    """Return the things that the sentence says it was said of: "asked about the tape, she …", "said of the tape"."""
    text = one.article.text
    sentence = sentence_around(text, cue)
    outside = [
        thing
        for thing in things_in(one, sentence)
        if thing.kind != "claim" and not any(span.start <= thing.head.start < span.end for span in content)
    ]
    for thing in outside:
        if _OF.search(text[max(sentence.start, thing.at.start - WINDOW) : thing.at.start]):
            named = tuple(other for other in outside if other.at == thing.at)
            return Topic(named, f"it was said of “{thing.at.of(text)}”")
    return None


def told_last(one: Annotated, at: Span) -> Topic | None:
    """Return the one thing of the nearest sentence before that names any."""
    things = _before(one, at)
    nearest = next(things, None)
    if nearest is None:
        return None
    text = one.article.text
    start = sentence_around(text, nearest.head).start
    beside = [thing for thing in things if thing.head.start >= start]
    if any(thing.chain != nearest.chain for thing in beside):
        return None
    return Topic((nearest,), f"“{nearest.at.of(text)}” is the thing told of last")


def both_told(one: Annotated, at: Span) -> Topic | None:
    """Return the two things that "both" can only mean: the two of the nearest paragraphs that tell of more than one."""
    nearest: dict[int, Thing] = {}
    for _, things in groupby(_before(one, at), key=lambda thing: one.article.part_at(thing.head.start).start):
        nearest = {thing.chain: thing for thing in things} | nearest
        if len(nearest) > 1:
            break
    if len(nearest) != len(("one", "other")):
        return None
    first, second = sorted(nearest.values(), key=lambda thing: thing.at)
    text = one.article.text
    return Topic((first, second), f"“{first.at.of(text)}” and “{second.at.of(text)}” are the two things told of before")


def matter_of(one: Annotated, at: Span) -> Topic | None:
    """Return the thing of which the article tells far more than of others, where the reader knows of it by then.

    A headline speaks of what follows.
    """
    thing = one.annotations.foremost_thing
    if thing is None:
        return None
    if thing.at.start >= at.start and one.article.part_at(at.start).kind not in HEADINGS:
        return None
    return Topic((thing,), f"“{thing.at.of(one.article.text)}” is what the article is about")


def _before(one: Annotated, at: Span) -> Iterator[Thing]:
    """Yield the things in reach before the words, claims aside, the last first."""
    start = max(0, at.start - REACH)
    back = things_back(one, Span(start, at.start)) if start < at.start else iter(())
    text = one.article.text
    return (thing for thing in islice(back, MANY) if thing.kind != "claim" and not _ANY.match(text, thing.at.start))
