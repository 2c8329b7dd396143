"""Who stands as the source of a cue: its subject, the agent of a passive, or the subject further up the sentence."""

from onrecord.annotation.attribution.cues import cue_words
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.span import Span, trim

RELATIVE = ("who", "which", "that")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")
# From a cue with no subject of its own the search climbs over these relations only.
CLIMBS = ("conj", "xcomp", "advcl", "pcomp", "parataxis", "dep")
CLIMB_LIMIT = 5  # further up, the subject found is more often wrong than right
QUOTING = ("quote", "cite", "report", "record", "describe", "paraphrase", "depict", "show")
INTO_NOUN = ("det", "compound", "amod", "poss", "nummod", "nmod", "predet", "advmod", "quantmod")
DOCUMENTS = ("letter", "email", "e-mail", "tweet", "post", "note", "memo", "release", "petition", "video", "text", "ad")


def source_of(grammar: Grammar, cue: int) -> Span | None:
    """Return the words that name who says, thinks or wants what the cue attributes."""
    head = source_token(grammar, cue)
    return None if head is None else phrase_of(grammar, head, cue)


def source_token(grammar: Grammar, cue: int) -> int | None:
    """Return the token of the source, the antecedent where it is a relative pronoun; None where nobody is named."""
    at = cue
    for _ in range(CLIMB_LIMIT):
        if is_passive(grammar, at):
            return _agent(grammar, at)
        named = _named(grammar, at)
        if named is not None:
            return named
        above = _above(grammar, at)
        if above == at or grammar.tokens[above].pos not in ("VERB", "AUX"):
            return above if above != at else None
        at = above
    return None


def _is_stray_day(grammar: Grammar, token: int) -> bool:
    """Tell a day that the parser has joined to the name after it: On [Monday] Vane denied …"""
    one = grammar.tokens[token]
    is_day = one.name in ("DATE", "TIME") and one.dep in ("compound", "nmod")
    return is_day and token > 0 and grammar.tokens[token - 1].pos == "ADP"


def _named(grammar: Grammar, verb: int) -> int | None:
    """Return the source that a verb has of its own, wherever the parser has put it."""
    subject = _subject(grammar, verb)
    if subject is not None:
        return _antecedent(grammar, subject, verb)
    for find in (_inverted, _lost_subject, quoted_as):
        found = find(grammar, verb)
        if found is not None:
            return found
    return None


def quoted_as(grammar: Grammar, at: int) -> int | None:
    """Return who is quoted *as saying*: not the paper that quotes him."""
    token, verb = grammar.tokens[at], quoting_verb(grammar, at)
    if token.dep != "pcomp" or grammar.word(token.head) != "as" or grammar.tokens[verb].lemma not in QUOTING:
        return None
    for quoted in grammar.kids(verb, "dobj", "nsubjpass"):
        is_pronoun = grammar.word(quoted) in ("who", "whom", "which", "that")
        return grammar.tokens[verb].head if is_pronoun else quoted
    return grammar.tokens[verb].head if grammar.tokens[verb].dep == "acl" else None


def quoting_verb(grammar: Grammar, at: int) -> int:
    """Return the verb over the "as" that a verb hangs on, by itself or by who is quoted: *quoted* him as saying."""
    over = grammar.tokens[grammar.tokens[at].head].head
    return grammar.tokens[over].head if grammar.tokens[over].dep in ("dobj", "nsubjpass") else over


def _above(grammar: Grammar, at: int) -> int:
    """Return the verb that a verb without a subject hangs on, or the noun that it describes; itself for none."""
    token = grammar.tokens[at]
    if token.dep == "acl" and token.tag in ("VBG", "VB"):
        noun = grammar.tokens[token.head]
        is_words = noun.lemma.lower() in cue_words("nouns") or noun.lemma.lower() in DOCUMENTS
        made = noun.dep == "dobj" and _subject(grammar, noun.head) is not None
        return noun.head if is_words and made else token.head  # she issued a statement saying …; a man saying …
    if token.head == at or token.dep not in CLIMBS:
        return at
    head = grammar.tokens[token.head]
    return head.head if head.pos in ("ADP", "SCONJ") else token.head


def is_passive(grammar: Grammar, verb: int) -> bool:
    """Tell whether a verb is passive: said by somebody else than its subject."""
    token = grammar.tokens[verb]
    if grammar.kids(verb, "nsubjpass", "auxpass"):
        return True
    return token.tag == "VBN" and bool(grammar.kids(verb, "agent"))


def phrase_of(grammar: Grammar, head: int, cue: int) -> Span | None:
    """Return the noun phrase around a source token, kept clear of the cue and out of quotations."""
    first, last = grammar.first[head], grammar.last[head]
    if first <= cue <= last:
        first, last = _clear_of(grammar, head, cue)
    for kid in grammar.kids(head, "prep"):
        if kid > head and grammar.last[kid] == last and grammar.tokens[last].name in ("DATE", "TIME"):
            last = kid - 1  # police [on Tuesday] rejected …
    while first < head and _is_stray_day(grammar, first):
        first += 1
    while last > head and grammar.quoted[last] >= 0 and grammar.quoted[head] < 0:
        last -= 1
    while first < head and grammar.quoted[first] >= 0 and grammar.quoted[head] < 0:
        first += 1
    return tidy(grammar.text, grammar.span(first, last))


def _subject(grammar: Grammar, verb: int) -> int | None:
    deps = ("nsubj", "compound") if grammar.tokens[verb].pos == "NOUN" else ("nsubj",)
    found = [k for k in grammar.kids(verb, *deps) if grammar.tokens[k].pos in NOMINAL]
    return found[-1] if found else None


def _inverted(grammar: Grammar, verb: int) -> int | None:
    """Return the name after a cue that a comma opens, as in: If so, said [Ruiz], she will play."""
    at = verb + 1
    if not verb or grammar.word(verb - 1) != "," or at >= len(grammar.tokens) or grammar.tokens[verb].tag == "VBG":
        return None
    while grammar.tokens[at].dep in INTO_NOUN and grammar.tokens[at].head > at:
        at = grammar.tokens[at].head
    token = grammar.tokens[at]
    is_cut = grammar.last[at] + 1 < len(grammar.tokens) and grammar.word(grammar.last[at] + 1) in (",", ".")
    return at if token.pos in ("PROPN", "NOUN") and token.dep.startswith("nsubj") and is_cut else None


def _lost_subject(grammar: Grammar, verb: int) -> int | None:
    """Return a name right before a verb that the parser has hung elsewhere: On Monday [Vane] denied …"""
    at = verb - 1
    while at in grammar.children[verb] and grammar.tokens[at].dep in ("aux", "advmod", "neg"):
        at -= 1
    if at < 0 or grammar.tokens[verb].tag not in ("VBD", "VBZ", "VBP") or grammar.tokens[verb].dep != "ROOT":
        return None
    is_name = grammar.tokens[at].pos == "PROPN" and grammar.tokens[at].name not in ("DATE", "TIME")
    return at if is_name and grammar.sentence[at] == grammar.sentence[verb] else None


def _antecedent(grammar: Grammar, subject: int, verb: int) -> int:
    if grammar.word(subject) in RELATIVE and grammar.tokens[verb].dep == "relcl":
        return grammar.tokens[verb].head
    return subject


def _agent(grammar: Grammar, verb: int) -> int | None:
    for by in grammar.kids(verb, "agent", "prep"):
        if grammar.word(by) == "by":
            for agent in grammar.kids(by, "pobj"):
                return agent
    return None


def _clear_of(grammar: Grammar, head: int, cue: int) -> tuple[int, int]:
    """Cut a phrase down to what stands on its head's side of the cue: the antecedent of a relative clause."""
    if cue > head:
        last = head
        for kid in grammar.children[head]:
            if kid > head and not grammar.first[kid] <= cue <= grammar.last[kid] and grammar.last[kid] < cue:
                last = max(last, grammar.last[kid])
        return grammar.first[head], last
    return head, grammar.last[head]


def possessor_of(grammar: Grammar, noun: int) -> Span | None:
    """Return who a noun belongs to: her claim, the ministry's denial, the claim of the ministry."""
    for owner in grammar.kids(noun, "poss"):
        first, last = grammar.first[owner], grammar.last[owner]
        while last > owner and grammar.tokens[last].tag == "POS":
            last -= 1
        return trim(grammar.text, grammar.span(first, last))
    return None
