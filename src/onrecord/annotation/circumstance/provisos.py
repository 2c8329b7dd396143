"""How sure and on what condition: the hedges and the conditions inside what is said.

They are found once in an article: contents lie inside one another, and none is read word by word for it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import tokens_in
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.record import Condition, ConditionKind
from onrecord.nouns.span import Span

CONDITION_WORDS: dict[str, ConditionKind] = {"if": "if", "unless": "unless", "whether": "whether", "or": "or"}
NOUN_PARTS = ("amod", "compound", "nmod")
LONGEST_QUESTION = 4  # words between "asked" and its "if"
LONGEST_LABEL = 8  # words between "what" and "called"

What = TypeVar("What")


class Hedging(msgspec.Struct, frozen=True):
    """The words that hedge, by the place they take in a sentence."""

    words: frozenset[str]
    adjectives: frozenset[str]
    verbs: frozenset[str]
    asking: frozenset[str]
    labels: frozenset[str]


@cache
def hedging() -> Hedging:
    """Return the hedging words of the lexicon, read once."""
    listed: dict[str, Any] = lexicon("circumstances")
    return Hedging(
        words=frozenset(listed["hedges"]["words"]),
        adjectives=frozenset(listed["hedges"]["adjectives"]),
        verbs=frozenset(listed["hedges"]["verbs"]),
        asking=frozenset(listed["asking"]["verbs"]),
        labels=frozenset(listed["hedges"]["labels"]),
    )


class Provisos(msgspec.Struct, frozen=True):
    """The hedges and the words that open a condition in an article, each with its token, in order."""

    hedges: tuple[tuple[int, Span], ...]
    conditions: tuple[tuple[int, ConditionKind], ...]


def index_provisos(grammar: Grammar) -> Provisos:
    """Find every hedge and every word that opens a condition."""
    return Provisos(tuple(_hedges(grammar)), tuple(_openings(grammar)))


def find_hedges(grammar: Grammar, provisos: Provisos, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Find the words in these spans that keep a distance: alleged, so-called, appears to."""
    return tuple(hedge for span in spans for _, hedge in _among(grammar, provisos.hedges, span))


def find_conditions(grammar: Grammar, provisos: Provisos, attribution: Attribution) -> tuple[Condition, ...]:
    """Find the conditions that what is said stands under, each with its clause."""
    return tuple(
        Condition(kind, _clause(grammar, token, span))
        for span in attribution.content
        for token, kind in _among(grammar, provisos.conditions, span)
    )


def _among(grammar: Grammar, found: Sequence[tuple[int, What]], span: Span) -> Sequence[tuple[int, What]]:
    """Return what was found at the tokens that overlap a span."""
    inside = tokens_in(grammar, span)
    first = bisect_left(found, inside.start, key=lambda one: one[0])
    return found[first : bisect_left(found, inside.stop, key=lambda one: one[0])]


def _hedges(grammar: Grammar) -> Iterator[tuple[int, Span]]:
    for token, one in enumerate(grammar.tokens):
        joined = _joined(grammar, token) or _labelled(grammar, token)
        if joined is not None or _is_hedge(grammar, token):
            yield token, one.at if joined is None else joined


def _openings(grammar: Grammar) -> Iterator[tuple[int, ConditionKind]]:
    for token in range(len(grammar.tokens)):
        kind = CONDITION_WORDS.get(grammar.word(token))
        if kind is not None and TESTS[kind](grammar, token):
            yield token, kind


def _joined(grammar: Grammar, token: int) -> Span | None:
    """Return "so-called" and the like, which the parse cuts at the hyphens."""
    if token + 2 >= len(grammar.tokens) or grammar.word(token + 1) != "-":
        return None
    span = grammar.span(token, token + 2)
    return span if span.of(grammar.text).lower() in hedging().words else None


def _labelled(grammar: Grammar, token: int) -> Span | None:
    """Return "what she called" before the words that somebody has for a thing: the hedge is hers."""
    one = grammar.tokens[token]
    verb = next((at for at in (one.head, *grammar.ancestors(token)) if at > token), token)
    if (
        grammar.word(token) != "what"
        or verb - token > LONGEST_LABEL
        or grammar.tokens[verb].lemma not in hedging().labels
    ):
        return None
    return grammar.span(token, verb) if any(kid > token for kid in grammar.kids(verb, "nsubj")) else None


def _is_hedge(grammar: Grammar, token: int) -> bool:
    word, known, one = grammar.word(token), hedging(), grammar.tokens[token]
    if word in known.words:
        return True
    if word in known.adjectives:
        return one.dep in NOUN_PARTS
    return one.lemma.lower() in known.verbs and bool(grammar.kids(token, "xcomp", "oprd", "ccomp"))


def _clause(grammar: Grammar, token: int, within: Span) -> Span:
    """Return the clause that a word opens, cut to what is said; the word alone where the parse sees no clause."""
    reach = grammar.reach(grammar.tokens[token].head)
    at = grammar.tokens[token].at
    return Span(at.start, min(reach.end, within.end)) if reach.start == at.start and reach.end > at.end else at


def _is_if(grammar: Grammar, token: int) -> bool:
    """Tell whether "if" sets a condition: not "as if", and not what somebody asks or wonders."""
    return (token == 0 or grammar.word(token - 1) != "as") and not _is_asked(grammar, token)


def _is_asked(grammar: Grammar, token: int) -> bool:
    first, _ = grammar.bounds(token)
    before = range(max(first, token - LONGEST_QUESTION), token)
    asks = any(grammar.tokens[one].lemma.lower() in hedging().asking for one in before)
    clause = grammar.tokens[token].head
    return asks and grammar.tokens[clause].dep in ("ccomp", "xcomp", "pcomp")


def _is_whether(grammar: Grammar, token: int) -> bool:
    """Tell whether "whether" leaves both ways open, as "whether or not" does, instead of asking which it is."""
    _, last = grammar.bounds(token)
    or_not = token + 2 <= last and grammar.word(token + 1) == "or" and grammar.word(token + 2) == "not"
    clause = grammar.tokens[token].head
    either = any(grammar.word(one) == "or" for one in range(token, min(last, grammar.last[clause]) + 1))
    return (or_not and not _is_asked(grammar, token)) or (either and grammar.tokens[clause].dep == "advcl")


def _is_or_else(grammar: Grammar, token: int) -> bool:
    """Tell whether "or" threatens: an order before it, and behind it what happens otherwise ("Pay or we sail")."""
    head = grammar.tokens[token].head
    behind = [verb for verb in grammar.kids(head, "conj") if verb > token and grammar.kids(verb, "nsubj", "nsubjpass")]
    order = grammar.tokens[head].tag == "VB" and not grammar.kids(head, "nsubj", "nsubjpass", "aux")
    return order and bool(behind)


def _always(_grammar: Grammar, _token: int) -> bool:
    return True


TESTS = {"if": _is_if, "unless": _always, "whether": _is_whether, "or": _is_or_else}
