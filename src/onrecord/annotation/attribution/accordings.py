"""Attribution without a verb: according to the union."""

from onrecord.annotation.attribution.cues import Sense
from onrecord.annotation.attribution.drafts import Draft, pieces
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.span import Span

SAID = Sense("assert", "said", "plain")
CLAUSAL = ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl", "pcomp")


def according_drafts(grammar: Grammar) -> list[Draft]:
    """Return a draft for every "according to"."""
    return [
        draft
        for at in range(len(grammar.tokens) - 2)
        if grammar.word(at) == "according" and grammar.word(at + 1) == "to"
        for draft in _draft(grammar, at)
    ]


def _draft(grammar: Grammar, at: int) -> list[Draft]:
    sources = grammar.kids(at + 1, "pobj") or grammar.kids(at, "pobj")
    if not sources:
        return []
    first, last = at, max(grammar.last[at], grammar.last[sources[0]])
    clause = _clause(grammar, at)
    source = tidy(grammar.text, grammar.span(grammar.first[sources[0]], last))
    content = pieces(grammar, _around(grammar, clause, first, last))
    if not content or source is None:
        return []
    return [Draft(at, (grammar.span(at, at + 1),), source, content, "according to", SAID)]


def _clause(grammar: Grammar, at: int) -> tuple[int, int]:
    """Return the clause that is attributed: the sentence where the words open it, else the clause they hang on."""
    first, last = grammar.bounds(at)
    if at - first <= 1:
        return first, last
    for head in grammar.ancestors(at):
        token = grammar.tokens[head]
        if (
            token.dep in CLAUSAL
            and token.pos in ("VERB", "AUX")
            and grammar.kids(head, "nsubj", "nsubjpass", "expl", "csubj")
        ):
            return grammar.first[head], grammar.last[head]
    return first, last


def _around(grammar: Grammar, clause: tuple[int, int], first: int, last: int) -> list[Span]:
    spans = []
    if clause[0] < first:
        spans.append(grammar.span(clause[0], first - 1))
    if last < clause[1]:
        spans.append(grammar.span(last + 1, clause[1]))
    return spans
