"""Whom a pronoun most likely means: the fitting figure that the sentences before made most prominent.

Subjects and speakers weigh more than others and every sentence in between halves the weight. A candidate that the
grammar or the quotation rules out gets none: nobody else's "he" is the one who is speaking.
"""

from collections.abc import Sequence
from itertools import islice

import msgspec

from onrecord.annotation.figures import Figure, Scene
from onrecord.annotation.grammar import Grammar
from onrecord.annotation.references import Reference

WINDOW = 60  # references looked back over; farther ones have no weight left
FADE = 0.6  # per sentence
DIMMED = 0.2  # who is spoken of inside a quotation is rarely taken up outside it
SUBJECT, OBJECT, OTHER = 4.0, 2.0, 1.0
SPEAKING = 3.0
FLOOR = 0.05  # about six sentences after a subject: farther back a reader would no longer know
KNOWN_GENDER = 1.5
DEEPEST = 8  # phrases between an object and its verb; deeper ones are misparses
SUBJECTS = ("nsubj", "nsubjpass")


class Stage(msgspec.Struct, frozen=True):
    """What a pronoun is judged by: the parse, all references, which are sources and who speaks in each quotation."""

    grammar: Grammar
    references: Sequence[Reference]
    sources: frozenset[int]
    speakers: dict[int, int]


def most_salient(stage: Stage, scene: Scene, index: int) -> int | None:
    """Return the figure that a third-person pronoun most likely means, or None where nobody fits."""
    weights: dict[int, float] = {}
    for earlier in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        number = scene.chain.get(earlier)
        if number is not None and _fits(stage.references[index], scene.figures[number]):
            weights[number] = weights.get(number, 0.0) + _weight(stage, index, earlier)
    _rule_out(stage, scene, index, weights)
    wanted = stage.references[index].gender
    for number in weights:
        if wanted and scene.figures[number].gender == wanted:
            weights[number] *= KNOWN_GENDER
    best = max(weights, key=lambda number: weights[number], default=None)
    return best if best is not None and weights[best] >= FLOOR else None


def _fits(pronoun: Reference, figure: Figure) -> bool:
    """Tell whether a figure can be meant by a pronoun of this gender and number."""
    if pronoun.gender:
        single = figure.kind in ("person", "unnamed") and not figure.plural
        return single and figure.gender in ("", pronoun.gender)
    if pronoun.plural:
        return figure.plural or figure.kind in ("group", "organisation")
    return figure.kind in ("organisation", "document") or (figure.kind == "group" and not figure.plural)


def _weight(stage: Stage, index: int, earlier: int) -> float:
    """Return the weight that one earlier reference lends to its bearer."""
    grammar, then, now = stage.grammar, stage.references[earlier], stage.references[index]
    if then.at.holds(now.at):
        return 0.0
    token = grammar.tokens[then.token]
    weight = SUBJECT if token.dep in SUBJECTS else OBJECT if token.dep in ("dobj", "dative", "attr", "appos") else OTHER
    if then.token in stage.sources:
        weight += SPEAKING
    if grammar.quoted[then.token] >= 0 and grammar.quoted[now.token] != grammar.quoted[then.token]:
        weight *= DIMMED
    return float(weight * FADE ** (grammar.sentence[now.token] - grammar.sentence[then.token]))


def _rule_out(stage: Stage, scene: Scene, index: int, weights: dict[int, float]) -> None:
    """Drop the subject of the pronoun's own clause, and the speaker of the quotation it stands in."""
    grammar, token = stage.grammar, stage.references[index].token
    if grammar.tokens[token].dep in ("dobj", "dative", "pobj") and not stage.references[index].words.endswith("self"):
        verb = _clause(grammar, token)
        for earlier in range(index - 1, max(-1, index - 12), -1):
            other = stage.references[earlier].token
            subject = scene.chain.get(earlier)
            if subject is not None and grammar.tokens[other].dep in SUBJECTS and grammar.tokens[other].head == verb:
                weights.pop(subject, None)
    speaker = scene.chain.get(stage.speakers.get(grammar.quoted[token], -1))
    if speaker is not None:
        weights.pop(speaker, None)


def _clause(grammar: Grammar, token: int) -> int:
    """Return the verb whose clause a token stands in."""
    for above in islice(grammar.ancestors(token), DEEPEST):
        if grammar.tokens[above].pos in ("VERB", "AUX"):
            return above
    return token
