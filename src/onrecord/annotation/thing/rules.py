"""Phrases that speak of no thing in particular: "a sheet is valid only if …", "an offence to publish a recording".

A rule is about every thing of its kind, and what somebody set out to make ("to shoot a video") may never have been
made; taken for one of them, such words would draw to themselves what is said of the real one.
"""

from onrecord.annotation.grammar import SUBJECTS, Grammar

BINDING = frozenset({"must", "may", "can", "cannot", "shall", "should"})
PROVISOS = frozenset({"if", "unless", "once", "without", "until", "when", "where"})
# What the law or a rule says of doing something.
NORMS = frozenset(
    {
        "offence", "offense", "crime", "criminal", "illegal", "unlawful", "legal", "lawful", "wrong", "forbidden",
        "permissible", "punishable", "misdemeanor", "misdemeanour", "felony", "contempt", "breach", "right", "prohibit",
        "forbid", "ban", "permit", "allow",
    }
)  # fmt: skip
MAKING = frozenset({"write", "make", "record", "film", "draft", "shoot", "forge", "fabricate", "produce", "stage"})
NEAR = 4  # heads between a phrase and the word of law that it hangs on


def is_of_rule(grammar: Grammar, index: int) -> bool:
    """Tell whether the noun, with "a" before it, stands in a rule and means any thing of its kind."""
    token = grammar.tokens[index]
    if token.dep in SUBJECTS:
        return _is_ruled(grammar, token.head)
    return token.dep in ("dobj", "pobj") and _is_in_norm(grammar, index)


def is_to_be_made(grammar: Grammar, index: int) -> bool:
    """Tell whether the noun, with "a" before it, is what somebody means to make: "about to shoot a prank video"."""
    token = grammar.tokens[index]
    verb = grammar.tokens[token.head]
    if token.dep != "dobj" or verb.tag != "VB" or verb.lemma.lower() not in MAKING:
        return False
    return not any(grammar.tokens[child].lemma.lower() == "do" for child in grammar.kids(token.head, "aux"))


def _is_ruled(grammar: Grammar, verb: int) -> bool:
    """Tell whether the clause binds: "is valid only if …", "must be signed before …"."""
    parts = {grammar.word(child) for child in grammar.kids(verb, "aux", "auxpass")}
    if parts & BINDING and _is_bound(grammar, verb):
        return True
    return grammar.tokens[verb].tag == "VBZ" and _is_bound(grammar, verb)


def _is_bound(grammar: Grammar, verb: int) -> bool:
    end = grammar.bounds(verb)[1]
    return any(grammar.word(place) in PROVISOS for place in range(verb + 1, end + 1))


def _is_in_norm(grammar: Grammar, index: int) -> bool:
    """Tell whether the noun hangs on a deed of which a rule speaks: "an offence to publish a private message"."""
    above = [at for _, at in zip(range(NEAR), grammar.ancestors(index), strict=False)]
    deeds = [at for at in above if grammar.tokens[at].tag in ("VB", "VBG")]
    if not deeds:
        return False
    words = {grammar.tokens[at].lemma.lower() for at in above}
    words |= {
        grammar.tokens[child].lemma.lower()
        for at in above
        for child in grammar.kids(at, "acomp", "attr", "oprd", "ccomp", "dobj")
    }
    return not NORMS.isdisjoint(words)
