"""Where a statement puts its speaker on one thing: what the network answers.

This is stance detection towards a target (Augenstein et al. 2016, "Stance Detection with Bidirectional Conditional
Encoding"), over propositions and values together.
"""

from collections.abc import Iterable, Iterator
from typing import get_args

import numpy as np

from onrecord.models.network.frames import read_question
from onrecord.models.network.sessions import Network, Scores
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import PositionValue, Proposition
from onrecord.nouns.stance import Question, Stance

PROPOSITIONS: tuple[Proposition, ...] = get_args(Proposition)
VALUES: tuple[PositionValue, ...] = ("affirms", "denies", "neither", "conditional", "demands", "general", "declines")
LEAST = 0.05  # chance from which a stance is told


def stances(network: Network, parse: Parse, questions: Iterable[Question]) -> Iterator[Stance]:
    """Yield where statements put their speakers, as far as the network kept the words that are asked about."""
    for question in questions:
        chances = read_question(network.stand, parse, question)
        if chances is not None:
            yield from _told(question, chances)


def _told(question: Question, chances: Scores) -> Iterator[Stance]:
    table = chances[1:].reshape(len(PROPOSITIONS), len(VALUES))
    for of, value in np.argwhere(table >= LEAST).tolist():
        chance = float(table[of, value])
        yield Stance(question.attribution, question.chain, PROPOSITIONS[of], VALUES[value], chance)
