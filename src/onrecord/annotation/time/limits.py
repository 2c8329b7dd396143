"""The word before a date that makes it a bound: since, before, after, by, until, ahead of."""

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import tokens_in
from onrecord.annotation.time.tense import INSIDE_A_NAME, head_of
from onrecord.nouns.sighting import Expression
from onrecord.nouns.span import Span

BOUND = frozenset({"pobj", "pcomp", "npadvmod", "conj", "ROOT"})
# Before the October fair is not before October: what lies before a thing of that time may lie in that time.
INSIDE = {"before": "by", "after": "during or after"}
RANKED = 6  # tokens before a date in which a superlative makes it a measure of rarity
LONGEST = 20  # characters before a date in which the word stands
FARTHEST = 4  # names inside names


def find_limit(one: Expression, grammar: Grammar, limits: dict[str, str]) -> str | None:
    """Return the limit that the words before a date set on it, or on what it is the time of."""
    root = head_of(grammar, one.at)
    if root is not None and grammar.tokens[root].dep in INSIDE_A_NAME:
        thing = thing_of(grammar, root)
        found = (
            None if thing is None else _word_before(grammar.tokens[grammar.first[thing]].start, grammar.text, limits)
        )
        return INSIDE.get(found or "")
    found = _word_before(one.at.start, grammar.text, limits)
    if found is None or root is None:
        return found
    if grammar.tokens[root].dep not in BOUND:
        return None
    before = tokens_in(grammar, Span(max(0, one.at.start - 2), one.at.start))
    return None if found == "from" and not _begins_action(grammar, before) else found


def is_ranked(grammar: Grammar, at: Span, around: dict[str, frozenset[str]]) -> bool:
    """Tell whether a date says how rare something is: the lowest level since 1997, the first loss in six years."""
    inside = tokens_in(grammar, at)
    if not inside or inside[0] == 0:
        return False
    first, _ = grammar.bounds(inside[0])
    near = range(max(first, inside[0] - RANKED), inside[0])
    # "In six years" is all one expression, the word before "1997" is not part of it.
    opens = grammar.word(inside[0]) in around["rare_in"] or grammar.word(inside[0] - 1) in around["rare_since"]
    ranked = any(grammar.tokens[one].tag in ("JJS", "RBS") or grammar.word(one) in around["ranking"] for one in near)
    return ranked and opens


def thing_of(grammar: Grammar, token: int) -> int | None:
    """Return the noun that a date inside its name belongs to: the fair of "the October fair"."""
    for _ in range(FARTHEST):
        if grammar.tokens[token].dep not in INSIDE_A_NAME:
            return token if grammar.tokens[token].dep in ("pobj", "pcomp") else None
        token = grammar.tokens[token].head
    return None


def _word_before(start: int, text: str, limits: dict[str, str]) -> str | None:
    words = text[max(0, start - LONGEST) : start].casefold().split()
    return next((limits[key] for key in (" ".join(words[-2:]), words[-1] if words else "") if key in limits), None)


def _begins_action(grammar: Grammar, before: range) -> bool:
    """Tell whether "from" hangs on a verb, so that something lasts from then on; "the tape from May" does not."""
    return bool(before) and grammar.tokens[grammar.tokens[before[0]].head].pos in ("VERB", "AUX")
