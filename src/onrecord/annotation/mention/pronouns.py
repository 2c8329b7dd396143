"""Pronouns: which words stand for somebody named elsewhere, and what they tell of gender and number."""

from typing import Literal

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.references import Reference
from onrecord.nouns.record import ActorKind

Person = Literal["first", "second", "third", "relative"]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"}) | WE
SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})


def find_pronouns(grammar: Grammar, sources: frozenset[int]) -> tuple[Reference, ...]:
    """Find the pronouns that can refer to a speaker; "it" and relative ones only where they are a source."""
    return tuple(
        refer(grammar, index)
        for index, token in enumerate(grammar.tokens)
        if token.tag in PRONOUN_TAGS and (index in sources or grammar.word(index) in HE | SHE | FIRST | SECOND | THEY)
    )


def refer(grammar: Grammar, index: int) -> Reference:
    """Make a reference of a pronoun."""
    token, word = grammar.tokens[index], grammar.word(index)
    kind: ActorKind = "person" if word in HE | SHE | FIRST | SECOND else "unnamed"
    return Reference(
        at=token.at,
        head=token.at,
        token=index,
        form="pronoun",
        kind=kind,
        words=word,
        gender="he" if word in HE else "she" if word in SHE else "",
        plural=word in THEY,
    )


def person_of(word: str) -> Person:
    """Return the grammatical person of a pronoun."""
    if word in FIRST:
        return "first"
    if word in SECOND:
        return "second"
    return "relative" if word in RELATIVE else "third"
