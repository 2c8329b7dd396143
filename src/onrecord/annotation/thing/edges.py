"""Where the name of a thing begins and ends.

By the words themselves, from the noun back to its article and on over "of …" and "from …": in headlines and lists
the parser hangs such words on the wrong noun too often.
"""

from functools import cache

from onrecord.annotation.grammar import Grammar
from onrecord.lexicons import lexicon
from onrecord.nouns.parse import Token

REACH = 10  # words that a name may reach back from its noun
TAIL = 8  # words that "of …" or "from …" may add to it
TAIL_PREPOSITIONS = frozenset({"of", "from", "between"})
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PART"})  # what stands between the article and the noun
ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})  # by the tag, where the part of speech says otherwise: "no such annex"
OPENING = frozenset({"DT", "PDT", "PRP$", "WP$"})
BOTH = frozenset({"both", "either", "neither"})
GETTING = frozenset({"obtain", "get", "receive", "buy", "acquire", "remove", "delete", "take"})
MARKS = frozenset({"“", "‘", '"', "'", "``"})
HYPHENS = frozenset({"-", "–", "‐"})


@cache
def _measures() -> frozenset[str]:
    return frozenset(lexicon("items")["parts"]["measures"])


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(lexicon("items")["contest"]["modifiers"])


def first_of(grammar: Grammar, index: int) -> int:
    """Return the first token of the name that a noun heads, the measure before it included."""
    first = _back(grammar, index)
    before = _before_of(grammar, first)
    return _back(grammar, before) if before is not None else first


def last_of(grammar: Grammar, index: int) -> int:
    """Return the last token: the noun's, or that of the "of" or "from" phrase right after it."""
    named = _one_after(grammar, index)
    if named is not None:
        return named
    last = index
    reach = 0 if _is_got_from(grammar, index) else TAIL
    for place in range(index + 1, min(index + 1 + reach, len(grammar.tokens))):
        token = grammar.tokens[place]
        if grammar.word(place) in TAIL_PREPOSITIONS and place in (index + 1, last + 1):
            continue
        if token.pos not in INSIDE | {"DET", "PRON"} and token.lemma not in HYPHENS:
            break
        if place == index + 1 or (token.pos == "PRON" and token.tag != "PRP$"):
            break
        if token.pos in ("NOUN", "PROPN", "NUM"):
            last = place
    return last


def _is_got_from(grammar: Grammar, index: int) -> bool:
    """Tell whether "from" belongs to the getting and not to the name: "obtained the picture from a reader"."""
    following = index + 1 < len(grammar.tokens) and grammar.word(index + 1) == "from"
    token = grammar.tokens[index]
    return following and token.dep == "dobj" and grammar.tokens[token.head].lemma.lower() in GETTING


def _one_after(grammar: Grammar, index: int) -> int | None:
    """Return the end of "the one from the canteen" in "the other recording, the one from the canteen"."""
    words = [grammar.word(place) for place in range(index + 1, min(index + 7, len(grammar.tokens)))]
    if (
        words[:3] != [",", "the", "one"]
        or len(words) < 6
        or words[3] not in TAIL_PREPOSITIONS | {"in", "about", "with"}
    ):
        return None
    place = index + 5 if words[4] not in ("the", "a", "an", "his", "her", "their", "its") else index + 6
    return place if grammar.tokens[place].pos in ("NOUN", "PROPN") else None


def is_part(grammar: Grammar, index: int) -> bool:
    """Tell whether the noun is a part of what follows: "17 pages of the log", "the page above the signature"."""
    return index + 1 < len(grammar.tokens) and grammar.word(index + 1) in ("of", "above", "below")


def _before_of(grammar: Grammar, first: int) -> int | None:
    """Return the measure before "of": "minutes" in "11 minutes of video", "set" in "the second set of minutes"."""
    if first < 2 or grammar.word(first - 1) != "of":
        return None
    measure = grammar.tokens[first - 2]
    return first - 2 if measure.lemma.lower() in _measures() or grammar.word(first - 2) in _measures() else None


def _back(grammar: Grammar, index: int) -> int:
    """Return the first token of the noun phrase: its article or owner, else the first word that belongs to it."""
    first = index
    for place in range(index - 1, max(-1, index - 1 - REACH), -1):
        token = grammar.tokens[place]
        if "\n" in grammar.text[token.end : grammar.tokens[place + 1].start]:
            break
        if token.tag in OPENING or grammar.word(place) in BOTH:
            return place
        if not _is_inside(grammar, place, index):
            break
        if token.pos not in ("PUNCT", "PART"):
            first = place
    return first


def _is_bound(token: Token, before: Token) -> bool:
    """Tell whether what looks like a verb can only belong to a name: "a heart-warming video", "the signed minutes"."""
    if before.lemma in HYPHENS:
        return token.tag in ("VBN", "VBG")
    return token.pos == "VERB" and before.tag in OPENING | {"POS"}


def _opens(before: Token) -> bool:
    """Tell whether a quotation mark stands inside a name: after the article in "the “interim order”"."""
    return before.tag in OPENING or before.pos == "ADJ"


def _is_inside(grammar: Grammar, place: int, index: int) -> bool:
    token = grammar.tokens[place]
    if token.lemma in HYPHENS or (place > 0 and grammar.word(place) in MARKS and _opens(grammar.tokens[place - 1])):
        return True
    if token.lemma == ",":
        return place > 0 and grammar.tokens[place - 1].pos == "ADJ" and grammar.tokens[place + 1].pos == "ADJ"
    if grammar.word(place) in _modifiers() or (place > 0 and _is_bound(token, grammar.tokens[place - 1])):
        return True
    if token.tag in ("VBN", "VBG", "RB"):
        return token.head <= index and token.dep in ("amod", "compound", "advmod", "nmod")
    return (token.pos in INSIDE or token.tag in ADJECTIVES) and token.lemma != "to"
