"""Which nominal before it each nominal takes up, if any: learned weights rank those that can be meant.

A fixed number of candidates is weighed for each, near ones and those that share a word, so that the time grows with the
length of the text. What none outweighs takes up nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

import msgspec

from onrecord.annotation.mention.pairs import PEOPLE, View, say_none, say_pair
from onrecord.lexicons import lexicon

WINDOW = 40  # nominals looked back over
NEAREST = 20  # of these at most so many are weighed
ALIKE = 4  # earlier phrases with the same word, however far back
SPEAKING = frozenset({"i", "we", "you"})
VAGUE = ("", "thing")
SINGLE = ("he", "she", "i")

Candidates = tuple[list[str], list[tuple[int, list[str]]]]


class Memory(msgspec.Struct):
    """Where words, chains and ways to speak of oneself were met, by index of the nominal; the latest at the end."""

    nouns: defaultdict[str, list[int]]
    names: defaultdict[str, list[int]]
    chains: dict[int, int]
    voices: defaultdict[str, list[int]]


class Choice(msgspec.Struct, frozen=True):
    """What a nominal takes up, the index of the best candidate, and by how much it outweighs taking up nothing."""

    antecedent: int | None
    margin: float


def rank(views: Sequence[View], weights: Mapping[str, float] | None = None) -> tuple[Choice, ...]:
    """Choose for each nominal among those before it."""
    known = weights or learned_weights()
    return tuple(_choose(candidates, known) for candidates in weigh(views))


def weigh(views: Sequence[View]) -> Iterator[Candidates]:
    """Yield for each nominal the features of taking up none, and its candidates with the features of each."""
    memory = Memory(defaultdict(list), defaultdict(list), {}, defaultdict(list))
    for index, now in enumerate(views):
        found = _candidates(views, memory, index)
        same = len(memory.nouns[now.one.noun])
        yield list(say_none(now, len(found), same)), list(_described(views, index, found))
        _remember(memory, now, index)


@cache
def learned_weights() -> Mapping[str, float]:
    """Return the weights that `training/mentions.py` wrote."""
    return dict(lexicon("antecedents")["weights"])


def _choose(candidates: Candidates, weights: Mapping[str, float]) -> Choice:
    none, pairs = candidates
    best, antecedent = float("-inf"), None
    for index, features in pairs:
        score = sum(weights.get(feature, 0.0) for feature in features)
        if score > best:
            best, antecedent = score, index
    return Choice(antecedent, best - sum(weights.get(feature, 0.0) for feature in none))


def _described(views: Sequence[View], index: int, found: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the candidates, the nearest first, with the features of each."""
    now, rank, met = views[index], 0, set[int]()
    for candidate in found:
        then = views[candidate]
        yield candidate, list(say_pair(now, then, index - candidate, rank))
        if _fits(now, then) and (then.chain is None or then.chain not in met):
            rank += 1
        if then.chain is not None:
            met.add(then.chain)


def _candidates(views: Sequence[View], memory: Memory, index: int) -> list[int]:
    """Return the indices of those that a nominal can take up, the nearest first."""
    now = views[index]
    found = set(islice(_near(views, index), NEAREST))
    if now.kind in SPEAKING:
        found.update(memory.voices[now.kind][-ALIKE:])
    elif now.one.form != "pronoun":
        found.update(memory.nouns[now.one.noun][-ALIKE:])
    for word in sorted(now.one.name):
        found.update(memory.names[word][-2:])
    for chain in (now.chain, now.speaker if now.kind in SPEAKING else None):
        if chain is not None and chain in memory.chains:
            found.add(memory.chains[chain])
    return sorted(found, reverse=True)


def _near(views: Sequence[View], index: int) -> Iterator[int]:
    """Yield the near ones that can be meant, the nearest first: of phrases those of its kind."""
    now = views[index]
    pronoun = now.one.form == "pronoun"
    if not pronoun and (now.kind in ("a", "and") or now.sort in ("time", "number")):
        return
    for candidate in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        then = views[candidate]
        if pronoun:
            if _fits(now, then):
                yield candidate
        elif now.sort == then.sort and now.sort not in VAGUE and then.one.form != "pronoun" and _fits(now, then):
            yield candidate


def _fits(now: View, then: View) -> bool:
    """Tell whether gender, number and kind let one nominal take up the other."""
    if now.gender and then.gender and now.gender != then.gender:
        return False
    thing = then.one.form == "pronoun" and then.kind not in PEOPLE and now.kind != "we"
    if now.kind in PEOPLE and (thing or then.sort in ("time", "number")):
        return False
    if now.kind in SINGLE:
        return not then.one.plural and then.sort in ("person", "")
    if now.kind == "it":
        return not then.one.plural and then.kind not in PEOPLE and (then.sort != "person" or then.one.form != "name")
    return now.kind != "they" or then.kind not in ("he", "she", "it", "i", "you", "this")


def _remember(memory: Memory, now: View, index: int) -> None:
    if now.one.form != "pronoun" and not now.one.joint:
        memory.nouns[now.one.noun].append(index)
    for word in now.one.name:
        memory.names[word].append(index)
    if now.chain is not None:
        memory.chains[now.chain] = index
    if now.kind in SPEAKING:
        memory.voices[now.kind].append(index)
