"""On which thing somebody pointedly did not speak: declined, kept silent, gave no reply.

The sentence names the thing, or a pronoun in it can mean only one. A bare "did not respond" bears on the thing in mind
there; one that names another matter ("declined to say when she would return") bears on none.
"""

import re
from typing import NamedTuple

from onrecord.findings.pointing import things_in
from onrecord.findings.sentences import sentence_around
from onrecord.findings.topics import Topic, matter_of, told_last, topic_at
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.record import Act
from onrecord.nouns.span import Span

REFUSALS = frozenset({"decline", "silent", "no-reply", "neither"})
# Things by which somebody can be asked: "did not reply to a letter".
FEW = 2  # words behind "could not confirm or deny" that name nothing
ASKED_IN = frozenset({"document", "message", "post"})

_ABOUT_IT = re.compile(
    r"\b(?:about|on|mention|discuss|to) (?:it|them)\b|\bwhether (?:\w+ ){0,4}?(?:it|they|them|its|their)\b"
)
_ON = re.compile(r"\b(?:about|on|over|regarding|concerning|whether|if)\b", re.IGNORECASE)
# What could not be told of a thing: "could confirm neither its date nor its location".
_ITS = re.compile(r"\b(?:its|it|them)\b", re.IGNORECASE)
_ANY = re.compile(
    r"\b(?:on|about) any (?:such )?(?:\w+ )?(?:document|paper|recording|video|image|photo|picture|material)s?\b"
)
# Cues that name no matter of their own, and words behind them that do.
_BARELY = re.compile(
    r"\b(?:confirm|deny|verify|comment|respon[ds]|reply|replied|answer|return|reach|contact)", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:asked|about|over|regarding|concerning|whether)\b", re.IGNORECASE)
_MATTER = re.compile(
    r"\b(?:about|on(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|over|regarding|concerning|whether|if|why|who|how"
    r"|what|when|where|which|but|and|further|claims?|allegations?|letters?)\b",
    re.IGNORECASE,
)
# Words for the thing in mind, or for what is to be known of it, that say no more: "left the matter out altogether".
_THE_MATTER = re.compile(
    r"\b(?:the|this|that) (?:whole |entire )?(?:matter|affair|subject|topic|issue|row|dispute|controversy|leak"
    r"|question)\b(?! of\b)"
    r"|\b(?:the|its|their) (?:contents?|authenticity|veracity|genuineness|provenance|origins?|source|reasons|details"
    r"|findings|circumstances)\b(?! (?:of|for|behind)\b)",
    re.IGNORECASE,
)


class Refusal(NamedTuple):
    """The words by which somebody refused, or was told not to have spoken."""

    act: Act
    cue: tuple[Span, ...]
    content: tuple[Span, ...] = ()


def refused_on(one: Annotated, refusal: Refusal) -> Topic | None:
    """Return the things that a refusal bears on, and why."""
    spans = (*refusal.cue, *refusal.content)
    return (_beside(one, refusal, spans) or _in_mind(one, refusal)) if spans else None


def _beside(one: Annotated, refusal: Refusal, spans: tuple[Span, ...]) -> Topic | None:
    """Return the things that the sentence names: the first after the cue, else before; two for "either email"."""
    text = one.article.text
    things = things_in(one, sentence_around(text, spans[0]))
    after = [thing for thing in things if thing.at.start >= spans[0].start] or list(things)
    if not after or (refusal.act == "no-reply" and _is_unanswered(text, spans[0], after[0])):
        return None
    named = tuple(thing for thing in after if thing.at == after[0].at)
    return Topic(named, f"the sentence names “{named[0].at.of(text)}”")


def _is_unanswered(text: str, cue: Span, thing: Thing) -> bool:
    """Tell whether the thing is itself what got no reply: "did not answer a letter" says nothing of the leaked one."""
    between = text[cue.end : thing.at.start] if cue.end <= thing.at.start else "about"
    return thing.kind in ASKED_IN and _ON.search(between) is None


def _in_mind(one: Annotated, refusal: Refusal) -> Topic | None:
    """Return the thing in mind where the words point to it, or name no matter of their own."""
    if not refusal.cue:
        return None
    text, first, last = one.article.text, refusal.cue[0], refusal.cue[-1]
    sentence = sentence_around(text, last)
    said = text[first.start : sentence.end]
    if _ABOUT_IT.search(said) or _ANY.search(said) or (refusal.act == "neither" and _ITS.search(said)):
        return told_last(one, first)
    if _THE_MATTER.search(said):
        return topic_at(one, first)
    before, after = text[sentence.start : first.start], text[last.end : sentence.end]
    if _ASKED.search(before) or not _is_bare(refusal.act, said, after):
        return None
    return _in_paragraph(one, sentence) or matter_of(one, first)


def _is_bare(act: Act, said: str, after: str) -> bool:
    """Tell whether a refusal names no matter of its own: "declined to comment", "could not verify either"."""
    if act == "silent" or (act == "neither" and len(after.split()) > FEW):
        return False
    return _BARELY.search(said) is not None and _MATTER.search(after) is None


def _in_paragraph(one: Annotated, sentence: Span) -> Topic | None:
    """Return the thing told last in the paragraph of the sentence, where that has told of one."""
    part = one.article.part_at(sentence.start)
    topic = told_last(one, sentence)
    return topic if topic and topic.things[0].at.start >= part.start else None
