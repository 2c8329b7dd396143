"""Cue words by lemma and frame: what a verb, a phrase, an adjective or a noun attributes, and how.

The lexicon is data; this file only turns it round, so that one look-up by lemma answers in which
frames a word attributes and with which act. A learned engine can use the same table.
"""

from functools import cache
from typing import Any, Literal

import msgspec

from onrecord.lexicons import lexicon
from onrecord.nouns.record import Act, Attitude

Frame = Literal["quote", "clause", "infinitive", "order", "object", "gerund", "predicate", "charge"]
Kind = Literal["verbs", "phrases", "adjectives", "nouns"]


class Sense(msgspec.Struct, frozen=True):
    """What a word does in one frame: its act, its attitude and how strongly it commits."""

    act: Act
    attitude: Attitude
    strength: str


Senses = dict[str, Sense]  # by frame


@cache
def cue_words(kind: Kind) -> dict[str, Senses]:
    """Return the senses of every cue word of a kind by lemma; of a frame given twice the first counts."""
    words: dict[str, Senses] = {}
    for group in lexicon("cues")[kind]:
        sense = Sense(group["act"], group["attitude"], group["strength"])
        for word in group["words"]:
            _enter(words.setdefault(word, {}), group, sense)
    return words


@cache
def seconds_of(verb: str) -> frozenset[str]:
    """Return the prepositions and particles that make a phrase with a verb: of, about for `warn`."""
    pairs = (phrase.split() for phrase in cue_words("phrases"))
    return frozenset(second for first, second in pairs if first == verb)


def senses_of(verb: str, second: str = "") -> Senses:
    """Return the senses of a verb, or of a verb with its preposition or particle; empty for no cue.

    >>> sorted(senses_of("warn", "of"))
    ['object']
    """
    if second:
        return cue_words("phrases").get(f"{verb} {second}", {})
    return cue_words("verbs").get(verb, {})


def _enter(senses: Senses, group: dict[str, Any], sense: Sense) -> None:
    for frame in group.get("frames", ("clause",)):
        senses.setdefault(frame, sense)
