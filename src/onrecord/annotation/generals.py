"""Statements about a whole class of things: "any such tapes", "faked audio", that name no single one."""

from onrecord.annotation.grammar import Grammar
from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span

CLASS_WORDS = ("any", "such", "every", "anyone", "anybody", "whoever", "nobody", "no", "all")
POINTING = (
    "the", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "a", "an",
    "another", "one", "two",
)  # fmt: skip
OPENS = 8  # words: the class is named at the beginning of what is said, or it is a matter by the way


def is_general(grammar: Grammar, content: tuple[Span, ...], *, headed: bool) -> bool:
    """Tell whether what is said speaks of a kind of thing and points at none; `headed` says that it is a headline."""
    tokens = [token for span in content for token in grammar.within(span)]
    nouns = [token for token in tokens if _is_thing(grammar, token)]
    if not nouns or any(_is_pointed_at(grammar, noun) for noun in nouns):
        return False
    words = [grammar.word(token) for token in tokens[:OPENS]]
    opening = set(tokens[:OPENS])
    if any(word in CLASS_WORDS for word in words):
        return True
    return not headed and any(_is_bare_subject(grammar, noun) for noun in nouns if noun in opening)


def _is_thing(grammar: Grammar, token: int) -> bool:
    one = grammar.tokens[token]
    return one.pos == "NOUN" and one.dep != "compound" and one.lemma.lower() in lexicon("acts")["class_nouns"]


def _is_pointed_at(grammar: Grammar, noun: int) -> bool:
    if grammar.kids(noun, "poss", "nummod"):
        return True
    return any(grammar.word(det) in POINTING for det in grammar.kids(noun, "det", "predet"))


def _is_bare_subject(grammar: Grammar, noun: int) -> bool:
    """Tell a class from one thing whose article is left out, as headlines do: only what needs no article is a class."""
    one = grammar.tokens[noun]
    if one.dep not in ("nsubj", "nsubjpass") or grammar.kids(noun, "det", "poss", "nummod"):
        return False
    return one.tag == "NNS" or one.lemma.lower() in lexicon("acts")["mass_nouns"]
