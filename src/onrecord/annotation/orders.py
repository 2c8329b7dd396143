"""What is told to have come after what: "after the vote", "followed by", "soon after", "a day earlier", "then".

Order in a text is no order in time: only words that say so put one deed after another. A word that points back without
saying to what ("later") is taken to mean the deed told just before, in the same sentence or as the verb of the sentence
before; where that is no deed, it orders nothing.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import msgspec

from onrecord.annotation.deeds import Deed, deed_at
from onrecord.annotation.grammar import SUBJECTS, Grammar
from onrecord.annotation.time.tense import CROWDED, above
from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span

BOUND = ("mark", "prep", "advmod", "prt")  # how "after" and "before" hang on what they order
GROUP = ("aux", "auxpass")
OPENING = 6  # tokens at the start of a sentence in which "soon after" and "after that" stand


class OrderWords(msgspec.Struct, frozen=True):
    """The words of order: 1 for those whose own deed is the later one, -1 for the earlier."""

    binding: dict[str, int]  # "after the vote"
    pointing: dict[str, int]  # "later", "a day earlier"
    follow: frozenset[str]  # "was followed by"
    unless_after: frozenset[str]  # "since then", "until after the vote"
    back: frozenset[str]  # "after that"


class Ordered(msgspec.Struct, frozen=True):
    """Two deeds and the words that put them in order."""

    later: Deed
    earlier: Deed
    at: Span


@cache
def order_words() -> OrderWords:
    """Return the words of order of the lexicon, read once."""
    listed: dict[str, Any] = lexicon("events")["order"]
    return msgspec.convert(listed, OrderWords)


def find_orders(grammar: Grammar) -> Iterator[Ordered]:
    """Yield the pairs of deeds of which the words say the order."""
    for token in range(len(grammar.tokens)):
        word = grammar.word(token)
        if word in order_words().binding:
            found = _bound(grammar, token, order_words().binding[word])
        elif word in order_words().pointing:
            found = _pointed(grammar, token, order_words().pointing[word])
        else:
            found = _followed(grammar, token) if word in order_words().follow else None
        if found is not None and not _is_undone(grammar, token):
            yield found


def _is_undone(grammar: Grammar, token: int) -> bool:
    """Tell whether the word before takes the order away: "since then", "not before the vote"."""
    return token > 0 and grammar.word(token - 1) in order_words().unless_after


def _bound(grammar: Grammar, token: int, way: int) -> Ordered | None:
    """Return what "after" and "before" put in order: a clause, gerund or event, and the verb that it hangs on."""
    if grammar.tokens[token].dep not in BOUND:
        return None
    head = grammar.tokens[token].head
    clause = grammar.tokens[token].dep == "mark" and grammar.tokens[head].dep == "advcl"
    if clause:
        return _order(grammar, (grammar.tokens[head].head, head), token, way)
    other = next(iter(grammar.kids(token, "pobj", "pcomp")), None) or _gerund_behind(grammar, token)
    if other is None or grammar.word(other) in order_words().back:
        opens = token - grammar.bounds(token)[0] < OPENING
        return _pointed(grammar, token, way) if opens and _stands_alone(grammar, token, other) else None
    return _order(grammar, (head, other), token, way)


def _gerund_behind(grammar: Grammar, token: int) -> int | None:
    """Return the gerund right behind "after" that the parse ties to the same verb: "left after losing the vote"."""
    after = token + 1
    if after >= len(grammar.tokens) or grammar.tokens[after].tag != "VBG":
        return None
    return after if grammar.tokens[after].head == grammar.tokens[token].head else None


def _stands_alone(grammar: Grammar, token: int, other: int | None) -> bool:
    """Tell whether "soon after" or "after that" ends with a comma or before the subject, and opens no clause."""
    after = (token if other is None else other) + 1
    return after < len(grammar.tokens) and grammar.word(after) == ","


def _pointed(grammar: Grammar, token: int, way: int) -> Ordered | None:
    """Return what "later" puts in order: its verb, and the deed told just before."""
    verb = next((one for one in above(grammar, token) if grammar.tokens[one].pos == "VERB"), None)
    if verb is None or grammar.sentence[verb] != grammar.sentence[token]:
        return None
    before = _told_before(grammar, verb)
    if before is None or _tense(grammar, before) != _tense(grammar, verb) or _tense(grammar, verb) is None:
        return None
    return _order(grammar, (verb, before), token, way)


def _told_before(grammar: Grammar, verb: int) -> int | None:
    """Return the verb that a verb is joined to, else that of the sentence before in the same paragraph."""
    if grammar.tokens[verb].dep == "conj":
        return grammar.tokens[verb].head
    first, _ = grammar.bounds(verb)
    if grammar.tokens[verb].head != verb or first == 0:
        return None
    start, last = grammar.bounds(first - 1)
    if last - start > CROWDED:
        return None
    apart = grammar.text[grammar.tokens[last].end : grammar.tokens[first].start]
    roots = [one for one in range(start, last + 1) if grammar.tokens[one].head == one]
    return roots[0] if len(roots) == 1 and "\n" not in apart else None


def _tense(grammar: Grammar, verb: int) -> Literal["past", "future"] | None:
    group = (verb, *grammar.kids(verb, *GROUP))
    if any(grammar.tokens[one].tag == "VBD" for one in group):
        return "past"
    return "future" if any(grammar.tokens[one].tag == "MD" for one in group) else None


def _followed(grammar: Grammar, token: int) -> Ordered | None:
    """Return the two events of "the raid was followed by protests" or "protests followed the raid"."""
    agents = [noun for by in grammar.kids(token, "agent", "prep") for noun in grammar.kids(by, "pobj")]
    if agents:
        head = grammar.tokens[token].head if grammar.tokens[token].dep in ("acl", "advcl") else None
        first = next(iter(grammar.kids(token, *SUBJECTS)), head)
        return None if first is None else _order(grammar, (agents[0], first), token, 1)
    objects, subjects = grammar.kids(token, "dobj"), grammar.kids(token, "nsubj")
    return _order(grammar, (subjects[0], objects[0]), token, 1) if objects and subjects else None


def _order(grammar: Grammar, pair: tuple[int, int], token: int, way: int) -> Ordered | None:
    """Return two words as deeds in order; None where one of them tells of none."""
    if pair[0] == pair[1] or any(len(grammar.children[one]) > CROWDED for one in pair):
        return None
    if any("to" in map(grammar.word, grammar.kids(one, "aux")) for one in pair):
        return None  # "decided to shut it before the vote": of a plan nobody says that it came to be
    own, other = (deed_at(grammar, one) for one in pair)
    if own is None or other is None:
        return None
    later, earlier = (own, other) if way > 0 else (other, own)
    return Ordered(later, earlier, grammar.tokens[token].at)
