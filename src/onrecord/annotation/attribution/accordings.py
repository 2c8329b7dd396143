"""Attribution beside a clause: according to the union; as the rival stable puts it."""

from onrecord.annotation.attribution.cues import Sense
from onrecord.annotation.attribution.drafts import Draft, pieces
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.span import Span

SAID = Sense("assert", "said", "plain")
PUTTING = ("put", "have", "tell", "see", "call", "say", "describe")
ENDS = (".", "!", "?", ";")
INSIDE = ("pobj", "prep", "amod", "compound", "poss", "acl", "nummod")
LONGEST_ASIDE = 12  # words of "as the owners of the rival stable put it"
CLAUSAL = ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl", "pcomp")


def according_drafts(grammar: Grammar) -> list[Draft]:
    """Return a draft for every "according to" and every "as … puts it"."""
    drafts = []
    for at in range(len(grammar.tokens) - 2):
        if grammar.word(at) == "according" and grammar.word(at + 1) == "to":
            drafts += _draft(grammar, at)
        elif grammar.word(at) == "as" and grammar.quoted[at] < 0:
            drafts += _put(grammar, at)
    return drafts


def _put(grammar: Grammar, at: int) -> list[Draft]:
    """Return a draft for "as the rival stable puts it": for the phrase before it, or the clause it opens or ends."""
    first, last = grammar.bounds(at)
    it = next((one for one in range(at + 2, min(at + LONGEST_ASIDE, last) + 1) if grammar.word(one) == "it"), None)
    verb = None if it is None else it - 1
    if it is None or verb is None or verb <= at + 1 or grammar.tokens[verb].lemma not in PUTTING:
        return []
    source = tidy(grammar.text, grammar.span(at + 1, verb - 1))
    if it == last or grammar.word(it + 1) in ENDS:
        content = [grammar.span(first, at - 1)] if at > first else []
    elif at == first:
        content = [grammar.span(it + 1, last - (grammar.word(last) in ENDS))]
    else:
        content = [_phrase_before(grammar, at, first)]
    told = pieces(grammar, content)
    if source is None or not told or grammar.word(it + 1 if it < last else it) not in (*ENDS, ",", "it"):
        return []
    return [Draft(verb, (grammar.span(at, at), grammar.span(verb, it)), source, told, "aside", SAID)]


def _phrase_before(grammar: Grammar, at: int, first: int) -> Span:
    """Return the whole phrase that ends before a comma: "The allegedly doped horse"."""
    token = at - 2 if grammar.word(at - 1) == "," and at - 2 >= first else at - 1
    while grammar.tokens[token].dep in INSIDE and first <= grammar.tokens[token].head < token:
        token = grammar.tokens[token].head
    return grammar.span(max(first, grammar.first[token]), at - 1)


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
