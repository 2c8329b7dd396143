"""Which phrases give a thing another name: "a PDF that purports to be an interim order", "the sheet, a letter to Nora".

From there on the thing goes by that name as well, though nobody else may vouch for it: that is the point of "purports".
"""

from functools import cache

from onrecord.annotation.grammar import Grammar
from onrecord.lexicons import lexicon

POINTERS = frozenset({"it", "this", "that", "they", "these", "those"})
UP = 3  # verbs between a name and the one whose subject it is said of


@cache
def _passing() -> frozenset[str]:
    """Return the verbs that say what a thing is, or is taken for, with "as" or "to be" after them."""
    return frozenset(lexicon("items")["passing"]["verbs"])


def alias_of(grammar: Grammar, index: int, heads: set[int]) -> int | None:
    """Return the head of the phrase to which a noun gives another name; None where it names a thing by itself."""
    token = grammar.tokens[index]
    if token.dep == "appos":
        return token.head if token.head in heads and token.head < index else None
    verb = _verb_over(grammar, index)
    subject = _subject(grammar, verb) if verb is not None else None
    return subject if subject in heads and subject != index else None


def is_mere_predicate(grammar: Grammar, index: int, heads: set[int]) -> bool:
    """Tell whether the words say what another thing is, or is not: "the scan is the only genuine sheet"."""
    if grammar.tokens[index].dep != "attr":
        return False
    verb = grammar.tokens[index].head
    pronouns = (child for child in grammar.kids(verb, "nsubj") if grammar.tokens[child].pos == "PRON")
    if grammar.kids(verb, "csubj") or any(grammar.word(child) in POINTERS for child in pronouns):
        return True  # "what has been put online is a working paper", "if it is an order"
    subject = _subject(grammar, verb)
    if subject not in heads or subject == index:
        return False
    return bool(grammar.kids(verb, "neg")) or grammar.word(grammar.first[index]) not in ("a", "an")


def _verb_over(grammar: Grammar, index: int) -> int | None:
    """Return the verb by which a noun is said of a subject: "is a …", "described as a …", "billed as a …"."""
    token = grammar.tokens[index]
    if token.dep in ("attr", "oprd"):
        return token.head
    if token.dep != "pobj" or grammar.word(token.head) != "as":
        return None
    verb = grammar.tokens[token.head].head
    return verb if grammar.tokens[verb].lemma.lower() in _passing() else None


def _subject(grammar: Grammar, verb: int) -> int | None:
    """Return the noun of which a verb speaks, over "purports to be" and "is said to be"."""
    for _ in range(UP):
        token = grammar.tokens[verb]
        subjects = grammar.kids(verb, "nsubjpass", "nsubj")
        if subjects and grammar.tokens[subjects[0]].tag not in ("WDT", "WP"):
            return subjects[0]
        if token.dep in ("relcl", "acl"):
            return token.head
        above = grammar.tokens[token.head].lemma.lower()
        if token.dep not in ("xcomp", "ccomp") or above not in _passing():
            return None
        verb = token.head
    return None
