"""What a learned engine sees of things, beside the rules: which words name one, and how likely the text contests it.

The rules know nouns and the words that dispute; the engine has read stories and knows neither, but sees "the thing she
posted" and an irony. Where it has read the article, both are weighed together.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import exp, log, log1p
from statistics import fmean

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.thing.edges import first_of, last_of
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Thing
from onrecord.nouns.parse import Referent

CLAIMED = 0.8  # how likely a claim has to be contested
SEVERAL = 2  # phrases that make a claim of what no words dispute
BESIDE = 4  # and where something else is contested
EDGE = 0.01  # no chance is taken for nearer to none or to all
LIKELY = 0.25  # how likely a thread has to be contested by all its signs where words dispute it
ALONE = 0.8  # and where none do
# A logistic regression over the threads of stories held out from the network and of the open ones, learned before the
# weights of the network were averaged for the last time.
WEIGHTS = {
    "bias": 0.13, "disputed": 0.81, "likely": 0.61, "mentions": 0.09, "seen": -0.92, "stood": 0.7, "heading": 1.08,
    "named": 0.16, "several": -0.71,
}  # fmt: skip

Referents = Mapping[int, Referent]

TIED = re.compile(r"[-‐‑]\w")  # what stands after a word that only begins another


def by_token(referents: Iterable[Referent] | None) -> Referents:
    """Return the words that name a thing, by their number."""
    return {one.token: one for one in referents or ()}


def nouns_seen(grammar: Grammar, seen: Referents) -> Iterator[int]:
    """Yield the nouns that name a thing, claims left aside, by the number of their token.

    What a hyphen ties to the word after it is not the noun of its phrase: the "e" of "e-mail".
    """
    for token, one in seen.items():
        noun = grammar.tokens[token]
        if one.kind != "claim" and noun.pos in ("NOUN", "PROPN") and not TIED.match(grammar.text, noun.end):
            yield token


def weigh_threads(
    seen: Referents,
    heads: Sequence[int],
    numbers: Sequence[tuple[int, ...]],
    counts: Mapping[int, Counter[str]],
    disputed: Collection[int],
) -> set[int]:
    """Return the threads that are contested, from how likely each of their mentions is, and what words dispute."""
    chances: defaultdict[int, list[float]] = defaultdict(list)
    for head, chains in zip(heads, numbers, strict=True):
        for number in chains:
            chances[number].append(seen[head].sure * seen[head].contested if head in seen else 0.0)
    return {
        number
        for number, found in chances.items()
        if _likelihood(found, counts[number], disputed=number in disputed) >= (LIKELY if number in disputed else ALONE)
    }


def _likelihood(chances: Sequence[float], counts: Counter[str], *, disputed: bool) -> float:
    """Return how likely a thread is contested, by a logistic regression over its signs."""
    signs = signs_of(chances, counts, disputed=disputed)
    return 1 / (1 + exp(-sum(WEIGHTS[name] * value for name, value in signs.items())))


def signs_of(chances: Sequence[float], counts: Counter[str], *, disputed: bool) -> dict[str, float]:
    """Return the signs of a thread: what an engine makes of its mentions, and what the words say of it."""
    likely = min(max(fmean(chances), EDGE), 1 - EDGE)
    return {
        "bias": 1.0,
        "disputed": float(disputed),
        "likely": log(likely / (1 - likely)),
        "mentions": log(len(chances)),
        "seen": sum(chance > 0 for chance in chances) / len(chances),
        "stood": log1p(counts["stood"]),
        "heading": float(counts["heading"] > 0),
        "named": float(counts["named"] > 0),
        "several": float(counts["several"] > 0),
    }


def claims_seen(grammar: Grammar, seen: Referents, things: Sequence[Thing], free: int) -> Iterator[Thing]:
    """Yield what names a contested claim besides the things known: of the only claim there is, or of one found so.

    `free` is the number of a thread that a new claim may take: only where several phrases name it, one of them by a
    word for a claim, and more where something else is contested. Where several claims are told none is added to.
    """
    chains = {thing.chain for thing in things if thing.kind == "claim"}
    told = [token for token, one in sorted(seen.items()) if one.kind == "claim" and one.contested >= CLAIMED]
    if len(chains) > 1 or (not chains and not _is_claim(grammar, told, things)):
        return
    known = {thing.head for thing in things}
    chain = next(iter(chains), free)
    for token in told:
        head = grammar.tokens[token]
        if head.at not in known:
            at = grammar.span(first_of(grammar, token), last_of(grammar, token))
            clause = grammar.reach(token) if head.pos in ("VERB", "AUX") else at
            yield Thing(at=clause, head=head.at, kind="claim", chain=chain, claimed=True)


def _is_claim(grammar: Grammar, told: Sequence[int], things: Sequence[Thing]) -> bool:
    """Tell whether so many phrases, a noun for a claim among them, make a claim that no words dispute."""
    enough = BESIDE if any(thing.contested for thing in things) else SEVERAL
    nouns = lexicon("claims")["nouns"]
    return len(told) >= enough and any(grammar.tokens[token].lemma.lower() in nouns for token in told)
