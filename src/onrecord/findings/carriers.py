"""The thing in which words stand without being told by it: *In the recording* a man says …, *The man* says …

Words that open with the thing, or that somebody known only from the thing says, are relayed by it: the article has them
from there.
"""

import re

from onrecord.findings.pointing import open_thing, things_in
from onrecord.findings.sentences import sentence_around
from onrecord.findings.tellings import Telling
from onrecord.nouns.annotations import Thing
from onrecord.nouns.span import Span

# What stands before a thing that words open with, and before a clause that it has of its own.
_OPENING = re.compile(r"\W*(?:later |earlier |elsewhere )?(?:in|on) ", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|that|this|its|his|her|their|both)\b|[\w’'.]+[’']s\b", re.IGNORECASE)
# Somebody of whom nothing is known but that they are seen or heard.
_UNKNOWN = re.compile(
    r"(?:an?|the|another|one)(?: \w+){0,2} (?:man|woman|person|voice|speaker|caller|boy|girl|onlooker)(?: \w+)?",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"(?:\w+ly )?(?:\w+(?:s|es)|(?:is|can be) heard \w+)", re.IGNORECASE)
HEARD = frozenset({"recording", "video", "transcript", "message"})


def carrier_of(telling: Telling) -> Thing | None:
    """Return the thing that the words of a telling stand in, where only its place in the sentence says so."""
    source = telling.attribution.source
    if source is None or not telling.attribution.cue or not telling.attribution.content:
        return None
    text = telling.one.article.text
    opening = _opening(telling, source)
    if opening is not None:
        return opening
    cue = telling.attribution.cue[0].of(text)
    if telling.outer or not _UNKNOWN.fullmatch(source.of(text)) or not _PRESENT.fullmatch(cue):
        return None
    thing = open_thing(telling.one, source)
    return thing if thing is not None and thing.kind in HEARD else None


def _opening(telling: Telling, source: Span) -> Thing | None:
    """Return the thing with which the sentence opens, before the speaker and the cue."""
    text, cue = telling.one.article.text, telling.attribution.cue[0]
    start = sentence_around(text, source).start
    opening = _OPENING.match(text, start, source.start)
    if opening is None or cue.start < source.start:
        return None
    for thing in things_in(telling.one, Span(start, source.start)):
        if thing.at.start == opening.end() and thing.kind != "claim" and _DEFINITE.match(text, thing.at.start):
            return thing
    return None
