"""Which proposition about a thing a clause puts forward, and whether it says yes or no to it.

"Authentic" is not one bit: that the call took place, that the tape is unaltered, that the voice is hers, that it proves
the deal, that publishing it was lawful are asked apart. The thing is written X in the clause, so that one list of
patterns serves every thing; what no pattern says is no proposition.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

import msgspec

from onrecord.lexicons import lexicon
from onrecord.nouns.record import Proposition

SPRAWLING = 40  # code points of a match in which somebody else may be given the word: "X that she said was real"
LONGEST = 400  # code points of a clause that is looked at; longer ones are lists or damage

# "The tape, which spread on Monday, was cut": what commas set off leaves the clause whole.
_SET_OFF = r"[^,;.!?]{0,140}, (?:is|was|are|were|has|have|had)\b"
_CLAUSE = re.compile(
    rf"[.;!?…]+[\"'”’)]*(?:\s|$)|\s[–—-]+\s|,\s+(?=but\b|and\b|which\b(?!{_SET_OFF})|because\b|so\b)"
    r"|\s+(?=but\b|because\b)|\n"
)

_FURTHER = re.compile(r"\b(?:and|but|or) that\b")
_NEITHER = re.compile(r"\bneither \w+ nor \w+\b")  # "neither affirmed nor denied that" hands nothing on


class Claim(msgspec.Struct, frozen=True):
    """A proposition that a clause says yes or no to; `start` and `end` are offsets in the masked words.

    `reach` is where the words on it end: at the first comma after them, else with the clause. `by_cue` says
    that the cue itself is part of them ("dismissed X as a fake"), and turns nothing round.
    """

    proposition: Proposition
    holds: bool
    by_cue: bool
    start: int
    end: int
    reach: int


class _Rule(msgspec.Struct, frozen=True):
    proposition: Proposition
    holds: bool
    claimed: bool
    making: bool
    cue: re.Pattern[str] | None
    words: re.Pattern[str]


def find_claims(masked: str, cue: str = "", *, claimed: bool, unnamed: bool = False) -> Iterator[Claim]:
    """Yield the propositions about X in masked words after a cue; `claimed`: only somebody says that X exists.

    `unnamed` says that the thing is left unsaid ("that is not my voice"): then only what speaks of its trace counts.
    """
    for start, end in clauses(masked):
        clause = masked[start:end]
        if len(clause) <= LONGEST and (unnamed or "X" in clause):
            rules = [rule for rule in _rules() if rule.cue is None or rule.cue.search(cue)]
            yield from _claims(clause, start, rules, claimed=claimed)


def clauses(words: str) -> Iterator[tuple[int, int]]:
    """Yield where the clauses stand."""
    start = 0
    for match in _CLAUSE.finditer(words):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(words):
        yield start, len(words)


def _claims(clause: str, offset: int, rules: Sequence[_Rule], *, claimed: bool) -> Iterator[Claim]:
    found: set[Proposition] = set()
    for rule in rules:
        proposition: Proposition = "occurred" if rule.making and claimed else rule.proposition
        match = None if proposition in found else rule.words.search(clause)
        if match is None or is_embedded(clause[: match.end() if len(match[0]) > SPRAWLING else match.start()]):
            continue
        negated = is_negated(clause[_own(clause, match.start()) : match.end()])
        if rule.claimed and (negated or not claimed):
            continue
        found.add(proposition)
        comma = clause.find(",", match.end())
        reach = offset + (len(clause) if comma < 0 else comma)
        yield Claim(proposition, rule.holds ^ negated, rule.cue is not None, offset, offset + len(clause), reach)


def _own(clause: str, at: int) -> int:
    """Return where the last of several that-clauses begins: "that it never took place and that the voice is his"."""
    return max((joint.end() for joint in _FURTHER.finditer(clause, 0, at)), default=0)


def is_embedded(words: str) -> bool:
    """Tell whether the words hand what follows to somebody else: "its member denied that …" is the member's."""
    return bool(_embedding().search(_NEITHER.sub("", words)))


@cache
def _embedding() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(lexicon("propositions")["unsure"]["embedding"]) + r")\b")


def is_negated(words: str) -> bool:
    """Tell whether an odd number of words turn the proposition round.

    >>> is_negated("nobody has touched"), is_negated("there is no reason to deny")
    (True, True)
    """
    return len(_negation().findall(words)) % 2 == 1


@cache
def _negation() -> re.Pattern[str]:
    return re.compile(
        "|".join(
            rf"(?<!\w)(?<!or ){word}\b" if word != "n't" else "n't\\b"
            for word in lexicon("propositions")["negation"]["words"]
        )
    )


@cache
def _rules() -> tuple[_Rule, ...]:
    words = lexicon("propositions")
    return tuple(
        _Rule(
            proposition=cast("Proposition", rule["proposition"]),
            holds=rule["holds"],
            claimed=rule.get("claimed", False),
            making=rule.get("making", False),
            cue=re.compile(rule["cue"].format(**words["groups"])) if "cue" in rule else None,
            words=re.compile(
                "|".join(f"(?:{_loosened(pattern.format(**words['groups']))})" for pattern in rule["words"])
            ),
        )
        for rule in words["pattern"]
    )


def _loosened(pattern: str) -> str:
    """Let quotation marks stand wherever a space may: “is ‘a fake’” says what “is a fake” says."""
    return re.sub(r" (\??)", lambda space: "[\"' ]" + ("*" if space[1] else "+"), pattern)
