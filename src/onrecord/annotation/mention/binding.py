"""Whom grammar makes a pronoun mean: the subject of its own clause, of the clause above, or of the one that follows.

"Varga lost his keys", "Olm told Varga he would help", "In her reply, Varga …". These are leanings and not laws, save
for "himself"; salience weighs them beside all else that it knows.
"""

from itertools import islice

from onrecord.annotation.grammar import Grammar

SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = ("ccomp", "advcl", "xcomp", "conj", "acl")
RELATIVES = ("who", "that", "which")
DEEPEST = 8  # heads above a pronoun; deeper ones are misparses
OPENING = ("prep", "advcl")


def own_subject(grammar: Grammar, token: int) -> int | None:
    """Return the subject of the clause that a possessive, an object or "himself" stands in."""
    for above in islice(grammar.ancestors(token), DEEPEST):
        subject = _subject(grammar, above)
        if subject is not None and subject != token and not _holds(grammar, subject, token):
            return subject
        if grammar.tokens[above].dep in ("ccomp", "relcl"):
            return None
    return None


def outer_subject(grammar: Grammar, token: int) -> int | None:
    """Return the subject of the verb above the clause that a pronoun is the subject of: "Olm told Varga he …"."""
    verb = grammar.tokens[token].head
    if grammar.tokens[token].dep not in SUBJECTS or grammar.tokens[verb].dep not in ("ccomp", "advcl"):
        return None
    above = grammar.tokens[verb].head
    subject = _subject(grammar, above)
    return None if subject is None or subject == token else subject


def coming_subject(grammar: Grammar, token: int) -> int | None:
    """Return the subject that follows what a sentence opens with: "In her reply, Varga …", "Asked about it, he …"."""
    for above in islice(grammar.ancestors(token), DEEPEST):
        if grammar.tokens[above].dep in OPENING:
            verb = grammar.tokens[above].head
            subject = _subject(grammar, verb)
            opens = grammar.first[above] <= grammar.bounds(token)[0] + 1
            if opens and subject is not None and token < subject and above < subject:
                return subject
    return None


def _subject(grammar: Grammar, verb: int) -> int | None:
    """Return the subject of a verb; of a relative clause what the clause belongs to."""
    found = next(iter(grammar.kids(verb, *SUBJECTS)), None)
    if found is not None and grammar.word(found) in RELATIVES and grammar.tokens[verb].dep == "relcl":
        return grammar.tokens[verb].head
    if found is None and grammar.tokens[verb].dep == "conj":
        return next(iter(grammar.kids(grammar.tokens[verb].head, *SUBJECTS)), None)
    return found


def _holds(grammar: Grammar, subject: int, token: int) -> bool:
    return grammar.first[subject] <= token <= grammar.last[subject]
