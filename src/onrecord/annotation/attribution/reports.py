"""Which drafts report that somebody said or held something, and which only use the words of doing so.

A cue under a modal, after "to", with the writer's own "we" or with nobody as its source reports nothing.
Each test below was kept for its effect on news text: what it drops was right in less than three of ten cases.
"""

import re

from onrecord.annotation.attribution.denials import is_unsaid
from onrecord.annotation.attribution.drafts import Draft
from onrecord.annotation.attribution.sources import is_passive
from onrecord.annotation.grammar import Grammar
from onrecord.lexicons import lexicon

FROM_PARSE = (
    "clause",
    "infinitive",
    "order",
    "object",
    "gerund",
    "predicate",
    "charge",
    "noun",
    "adjective",
    "light verb",
)
NOT_SOURCES = (
    "i", "we", "you", "me", "us", "anyone", "anybody", "nobody", "whoever", "it", "there", "this", "that", "these",
)  # fmt: skip
# Words stand on a thing and nobody says them: the card *bears* the words “on loan”.
BEARING = ("bear", "carry", "wear", "display")
MODALS = ("would", "could", "should", "may", "might", "must", "can", "will", "’ll", "'ll", "shall", "ca", "wo")
# "went on to say", "continued to deny": after these an infinitive is as good as a finite verb.
ASPECTS = (
    "go", "continue", "begin", "start", "use", "proceed", "rush", "hasten", "come", "appear", "seem", "move",
    "rise", "turn",
)  # fmt: skip
POINTERS = (
    "it", "this", "that", "them", "him", "her", "which", "what", "who", "whom", "one", "those", "these", "me",
    "us", "you", "so",
)  # fmt: skip
CONDITIONS = ("if", "unless", "whether")
OWN_VERSION = re.compile(r"\b(?:earlier|previous|original|first) versions?\b", re.IGNORECASE)


def is_report(grammar: Grammar, draft: Draft) -> bool:
    """Tell whether a draft reports an act of saying or holding, or a pointed silence."""
    if is_unsaid(grammar, draft):
        return False
    if draft.head < 0 or (draft.sure is None and draft.rule not in FROM_PARSE):
        return True
    return (
        _has_source(grammar, draft)
        and _is_actual(grammar, draft)
        and _has_matter(grammar, draft)
        and not _asks_anonymity(grammar, draft)
    )


def _has_source(grammar: Grammar, draft: Draft) -> bool:
    """Tell whether words name a source, or a passive says that there is one: it was reported that …"""
    if draft.source is None:
        return is_passive(grammar, draft.head) and draft.rule in ("clause", "order")
    words = draft.source.of(grammar.text)
    quoted = grammar.quoted[draft.head] >= 0
    allowed = () if quoted else ("it",) if draft.sure is None else ("it", "i")
    if words.lower() in NOT_SOURCES and words.lower() not in allowed:
        return False
    return not OWN_VERSION.search(words)


def _is_actual(grammar: Grammar, draft: Draft) -> bool:
    """Tell whether it was said, not that it could be, should be or was not."""
    if draft.rule in ("noun", "adjective"):
        return True
    if _is_supposed(grammar, draft) or _leaves_quotation(grammar, draft):
        return False
    kids = grammar.kids(draft.head, "aux", "neg", "advmod")
    words = {grammar.word(kid) for kid in kids}
    if draft.rule != "infinitive" and words & set(MODALS):
        return False
    if "to" in words and draft.rule != "infinitive":
        token = grammar.tokens[draft.head]
        return token.dep == "xcomp" and grammar.tokens[token.head].lemma in ASPECTS
    negated = bool(words & {"not", "n't", "n’t", "never"})
    said = draft.sense is not None and draft.sense.attitude == "said" and draft.sense.act == "assert"
    return not (negated and said)


def _is_supposed(grammar: Grammar, draft: Draft) -> bool:
    """Tell what is said only under a condition: if the union *disputes* the figure …"""
    is_clause = grammar.tokens[draft.head].dep == "advcl" and draft.sense is not None and draft.sense.attitude == "said"
    return is_clause and any(grammar.word(mark) in CONDITIONS for mark in grammar.kids(draft.head, "mark"))


def _leaves_quotation(grammar: Grammar, draft: Draft) -> bool:
    """Tell a draft whose cue stands inside a quotation and its content outside: the parse has crossed the marks."""
    number = grammar.quoted[draft.head]
    return number >= 0 and any(not grammar.quotes[number].at.holds(span) for span in draft.content)


def _has_matter(grammar: Grammar, draft: Draft) -> bool:
    """Tell whether the content says something: a bare *it* or *which* only does after a denial or a confirmation."""
    token = grammar.tokens[draft.head]
    if token.lemma in BEARING and draft.rule == "object":
        return False
    if (
        draft.rule in ("object", "predicate")
        and token.tag == "VBN"
        and is_passive(grammar, draft.head)
        and draft.source is None
    ):
        return False
    if draft.rule == "object" and (token.dep in ("amod", "compound") or (token.tag == "VBN" and token.dep == "acl")):
        return False
    if not draft.content:
        return True
    bare = len(draft.content) == 1 and draft.content[0].of(grammar.text).lower() in POINTERS
    return not bare or (draft.sense is not None and draft.sense.act in ("deny", "confirm"))


def _asks_anonymity(grammar: Grammar, draft: Draft) -> bool:
    words = draft.content[0].of(grammar.text)[:60].lower() if draft.content else ""
    return (draft.rule == "order" or draft.sure is not None) and any(
        re.match(form, words) for form in lexicon("silences")["anonymity"]
    )
