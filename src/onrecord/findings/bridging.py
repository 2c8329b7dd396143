"""Which thing is meant by what it holds: "the date stamp was added later", "the three paragraphs do not exist".

A frame is a video's, a letterhead a paper's, and a bang is the clip's once the article has told of "the bang heard in
the clip". Only where one thing of the article can hold it; where two could, nothing is found.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.findings.pointing import MADE
from onrecord.findings.sentences import sentence_around
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.span import Span

# What can be made or sent: all but a claim.
THINGS = frozenset({"recording", "video", "image", "document", "message", "post", "transcript", "data", "other"})
MANY = 50  # things of an article, those told last, among which the one is sought
KEPT = 1000  # lengths whose pattern is kept at hand
NEAR = 600  # code points back within which one thing may outweigh another told of before

_THE = r"\b(?:the|its|that|this|those|these|our|his|her|their|my) (?:[\w-]+ ){0,2}?"
_SEEN = (
    r"(?: (?:can be |is |are |was |were |be )?(?:heard|seen|shown|visible|depicted|pictured|audible|quoted|printed))"
)
# "The men in the footage", "an explosion heard in the clip", right before the thing.
_HELD = re.compile(
    rf"(?:^|[.!?“”\"]\s*|\bthat )(?:The|the|Two|two|A|a) (?:[\w-]+ )?(?P<noun>\w{{3,}}) (?:in|on) $"
    rf"|\b(?:the|an?|two|three) (?:[\w-]+ )?(?P<seen>\w{{3,}}){_SEEN} (?:in|on) $"
)

# What a thing is told to show, brought in as new: "shows people pushing at a blue steel gate".
_SHOWS = re.compile(r"\b(?:shows?|showing|showed|depicts?|depicting|captures?|of (?=an?\b))\b")
_SHOWN = re.compile(
    r"\b(?:an?|two|three|several|some) (?:[\w-]+ ){0,2}?(?P<noun>[a-z]{4,})(?=[,.;]|$"
    r"| (?:in|on|at|with|while|who|that|which|being|can|and|behind|near|under|beside|outside|inside"
    r"|of|from|by|is|was)\b)"
)
SOON = 60  # code points behind a thing in which "shows" stands


class Bridge(NamedTuple):
    """The words that stand for a part, and the one thing that can hold it."""

    at: Span
    thing: Thing


def bridge_from(one: Annotated, span: Span) -> Bridge | None:
    """Return the thing that words mean by naming what it holds; None where none can be meant, or several."""
    words = span.of(one.article.text)
    for match, kinds in _parts(words):
        at = Span(span.start + match.start(), span.start + match.end())
        thing = _only([thing for thing in _before(one, at) if thing.kind in kinds], at)
        if thing is not None:
            return Bridge(at, thing)
    return _by_length(one, span, words) or _by_content(one, span, words)


def _parts(words: str) -> Iterator[tuple[re.Match[str], frozenset[str]]]:
    for pattern, kinds in (*_inside(), (MADE, THINGS)):
        match = pattern.search(words)
        if match:
            yield match, kinds


@cache
def _inside() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (re.compile(_THE + rf"(?:{'|'.join(row['nouns'])})\b", re.IGNORECASE), frozenset(row["kinds"]))
        for row in lexicon("items")["inside"]
    )


def _before(one: Annotated, at: Span) -> list[Thing]:
    """Return the things told of before, claims aside, the last first."""
    last = bisect_left(one.annotations.thing_heads, at.start)
    told = one.annotations.things[max(0, last - MANY) : last]
    return [thing for thing in reversed(told) if thing.kind != "claim"]


def _only(things: Sequence[Thing], at: Span) -> Thing | None:
    """Return the one thing near before the words, else the only one that the article has told of so far."""
    near = [thing for thing in things if at.start - thing.head.end <= NEAR]
    among = near or list(things)
    return among[0] if among and all(thing.chain == among[0].chain for thing in among) else None


def _by_length(one: Annotated, span: Span, words: str) -> Bridge | None:
    """Return the one thing that lasts as long as the words say: "47 seconds are too short to tell"."""
    lengths: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in _before(one, span):
        for trait in thing.traits:
            if trait.name == "duration":
                lengths[trait.at.of(one.article.text).lower()].append(thing)
    for length, things in lengths.items():
        match = _length(length).search(words)
        if match and all(thing.chain == things[0].chain for thing in things):
            return Bridge(Span(span.start + match.start(), span.start + match.end()), things[0])
    return None


@lru_cache(KEPT)
def _length(words: str) -> re.Pattern[str]:
    """Return what repeats a length: "47 seconds" for "47-second", and no "47 seconds later"."""
    number, *units = re.findall(r"\w+", words)
    rest = "".join(rf"[- ]{re.escape(unit.removesuffix('s'))}s?" for unit in units)
    return re.compile(rf"(?<!\w){re.escape(number)}{rest}\b(?! (?:later|earlier|ago|before|after|away))", re.IGNORECASE)


def _by_content(one: Annotated, span: Span, words: str) -> Bridge | None:
    """Return the thing of which the article said before that it shows or holds what the words speak of."""
    text = one.article.text
    found: defaultdict[str, set[int]] = defaultdict(set)
    for thing in _before(one, span):
        for noun in _held(text, thing):
            found[noun].add(thing.chain)
    for noun, chains in found.items():
        match = re.search(rf"\b(?:the|that|those|this) (?:\w+ )?{re.escape(noun)}\b", words, re.IGNORECASE)
        if match and len(chains) == 1:
            at = Span(span.start + match.start(), span.start + match.end())
            thing = next(thing for thing in _before(one, span) if thing.chain in chains)
            return Bridge(at, thing)
    return None


def _held(text: str, thing: Thing) -> Iterator[str]:
    """Yield what a sentence says that a thing holds: "the bang heard in the clip", "the clip shows a blue gate"."""
    sentence = sentence_around(text, thing.at)
    held = _HELD.search(text, sentence.start, thing.at.start)
    if held:
        yield (held["noun"] or held["seen"]).lower()
    showing = _SHOWS.search(text, thing.head.end, sentence.end)
    if showing and showing.start() - thing.head.end <= SOON:
        yield from (one["noun"].lower() for one in _SHOWN.finditer(text, showing.end(), sentence.end))
