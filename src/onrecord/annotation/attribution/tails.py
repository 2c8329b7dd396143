"""The cue at the end of a sentence, read by its comma where the parse has lost it: "Talks are dead, the union says."

Headlines and clauses broken by quotation marks are what parsers get wrong most; the shape of such a
sentence is plain all the same: a clause, a comma, a name and a cue, in either order, and little after.
"""

from onrecord.annotation.attribution.cues import senses_of
from onrecord.annotation.attribution.drafts import Draft, cue_span, pieces
from onrecord.annotation.attribution.sources import NOMINAL
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.span import Span

FINITE = ("VBD", "VBZ", "VBP")
LONGEST_NAME = 14  # tokens between the comma and its cue, an apposition included
LONGEST_END = 8  # tokens after the cue: on Monday, in a statement
SHORTEST_CLAUSE = 3  # tokens before the comma; "On Monday, police said" begins with less


def tail_drafts(grammar: Grammar, verb: int) -> list[Draft]:
    """Return the clause before the comma that a cue at the end of its sentence attributes."""
    token = grammar.tokens[verb]
    sense = senses_of(token.lemma.lower()).get("clause")
    if (
        sense is None
        or sense.attitude != "said"
        or token.pos not in ("VERB", "NOUN", "PROPN")
        or grammar.quoted[verb] >= 0
    ):
        return []
    first, last = grammar.bounds(verb)
    last = next(
        (at - 1 for at in range(verb + 1, min(last, verb + LONGEST_NAME)) if grammar.word(at) in (":", ";")), last
    )
    comma = _comma(grammar, first, verb)
    if comma is None or not _is_clause(grammar, first, comma - 1):
        return []
    name = _name(grammar, comma, verb, last)
    content = pieces(grammar, [grammar.span(_past_topic(grammar, first, comma), comma - 1)])
    return [Draft(verb, (cue_span(grammar, verb),), name, content, "clause", sense)] if name and content else []


def _comma(grammar: Grammar, first: int, verb: int) -> int | None:
    """Return the nearest comma before a cue that no quotation holds."""
    for at in range(verb - 1, max(first, verb - LONGEST_NAME) - 1, -1):
        if grammar.word(at) == "," and grammar.quoted[at] < 0:
            return at
    return None


def _is_clause(grammar: Grammar, first: int, last: int) -> bool:
    """Tell whether the words before the comma say something: with a verb, and not only when or where."""
    if last - first + 1 < SHORTEST_CLAUSE or grammar.tokens[first].pos in ("ADP", "SCONJ", "CCONJ"):
        return False
    return any(
        grammar.tokens[at].tag.startswith("VB") or grammar.tokens[at].tag == "MD" for at in range(first, last + 1)
    )


def _name(grammar: Grammar, comma: int, verb: int, last: int) -> Span | None:
    """Return the name between comma and cue, or after the cue where it follows the comma at once."""
    if verb == comma + 1:
        if grammar.kids(verb, "nsubj", "nsubjpass"):
            return None
        return _nominal(grammar, verb + 1, last) if last - verb <= LONGEST_NAME else None
    if last - verb > LONGEST_END or any(grammar.tokens[at].tag in FINITE for at in range(verb + 1, last + 1)):
        return None
    is_last = all(grammar.tokens[at].pos in ("PUNCT", "SPACE") for at in range(verb + 1, last + 1))
    is_cue = grammar.tokens[verb].tag in FINITE or (grammar.tokens[verb].pos in ("NOUN", "PROPN") and is_last)
    return _nominal(grammar, comma + 1, verb - 1) if is_cue else None


def _nominal(grammar: Grammar, first: int, last: int) -> Span | None:
    """Return a run of words as a name when it holds a noun and no verb."""
    tokens = [grammar.tokens[at] for at in range(first, last + 1)]
    if not tokens or any(token.tag in (*FINITE, "MD", "VBG", "TO") for token in tokens):
        return None
    if tokens[0].pos not in NOMINAL or not any(token.pos in ("NOUN", "PROPN", "PRON") for token in tokens):
        return None
    return tidy(grammar.text, Span(tokens[0].start, _name_end(grammar, first, last)))


def _name_end(grammar: Grammar, first: int, last: int) -> int:
    """Return where a name ends: before a full stop and before a time that follows it."""
    while last > first and (
        grammar.word(last) in (".", "!", "?") or grammar.tokens[last].pos in ("SPACE", "ADP", "ADV")
    ):
        last -= 1
    while last > first and grammar.tokens[last].name in ("DATE", "TIME"):
        last -= 1
        while last > first and grammar.tokens[last].pos == "ADP":
            last -= 1
    return grammar.tokens[last].end


def _past_topic(grammar: Grammar, first: int, comma: int) -> int:
    """Return where the clause begins: after the topic that a headline sets before a colon."""
    for at in range(first, min(first + 5, comma)):
        if grammar.word(at) == ":" and grammar.quoted[at] < 0:
            return at + 1
    return first
