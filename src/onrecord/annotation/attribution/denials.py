"""What nobody is told to have said: nobody as the source, a question, a thing unsaid, a case that did not come about.

The words of saying are there, and taking them for an utterance would put words into a mouth that never spoke them.
What a source pointedly does not say is another matter: those formulas are read by the rules of silence.
"""

import re

from onrecord.annotation.attribution.drafts import Draft
from onrecord.annotation.grammar import Grammar

# "No 10", "no fewer than ten" and "none other than Vane" are somebody; so are "a few officials", which open otherwise.
NOBODY = re.compile(
    r"(?:neither|nor|nobody|no[ -]?one|none|no(?!\.?\s*\d| (?:fewer|less) than)|few|who|"
    r"(?:hardly|scarcely|barely|almost|virtually) (?:any|no|none)\w*|"
    r"not (?:an?|one|all|every|everyone|everybody|many|any|anyone|anybody))\b(?! other than\b)"
)
BEFORE_NOBODY = ("neither", "nor", "hardly", "scarcely", "barely")
SILENCES = ("neither", "decline", "silent", "no-reply")
STOPPING = ("without", "of", "from", "against", "than")  # stopped short of saying, left without saying
AVOIDING = ("avoid", "consider", "contemplate", "deny", "resist", "risk", "evade", "imagine")
NEGATIONS = ("not", "n't", "n’t", "never", "nor", "hardly", "scarcely", "barely")
TURNED = ("deny", "confirm")  # what it is not to do these, the act says: who did not deny took neither side
ACTUAL = ("only", "until")  # only on Friday did Vane admit …: turned round, and said all the same
ASKED = ("ask", "question", "press", "quiz", "challenge", "tell", "inform", "remind", "urge", "warn", "advise")
THOUGHT = ("say", "believe", "think", "report", "rumour", "rumor", "understand", "know", "allege")
HELPERS = ("had", "did", "has", "have", "does", "do")
REACH = 12  # words before an auxiliary in which only or until turns it round
CLIMB = 3  # verbs joined by *and* under one question


def is_unsaid(grammar: Grammar, draft: Draft) -> bool:
    """Tell whether the words of a draft leave open, or deny, that anybody said this."""
    if names_nobody(grammar, draft):
        return True
    if draft.head < 0 or draft.rule in SILENCES:
        return False
    tests = (_is_embedded_question, _is_inverted, _is_stopped, _is_negated, _is_addressed, _is_said_of)
    return any(test(grammar, draft) for test in tests)


def names_nobody(grammar: Grammar, draft: Draft) -> bool:
    """Tell a source such as *nobody at the port*, *neither Vane nor the mayor*, *few officials*."""
    if draft.source is None:
        return False
    words = draft.source.of(grammar.text)
    at = grammar.within(draft.source)
    before = grammar.word(at[0] - 1) if at and at[0] else ""
    return words != "WHO" and (before in BEFORE_NOBODY or NOBODY.match(words.lower()) is not None)


def _is_embedded_question(grammar: Grammar, draft: Draft) -> bool:
    """Tell what is only asked: it is unclear whether Vane *told* police …"""
    verb = draft.head
    for _ in range(CLIMB):
        marks = {grammar.word(mark) for mark in grammar.kids(verb, "mark")}
        if "whether" in marks or ("if" in marks and grammar.tokens[verb].dep in ("ccomp", "csubj", "csubjpass")):
            return True
        if grammar.tokens[verb].dep != "conj":
            break
        verb = grammar.tokens[verb].head
    return False


def _is_inverted(grammar: Grammar, draft: Draft) -> bool:
    """Tell an auxiliary before its subject: did Vane *say* …? Had Vane *admitted* it, …; nor did she *claim* …"""
    helper = _helper_before(grammar, draft)
    if helper is None:
        return False
    first, _ = grammar.bounds(helper)
    return not any(grammar.word(at) in ACTUAL for at in range(max(first, helper - REACH), helper))


def _helper_before(grammar: Grammar, draft: Draft) -> int | None:
    """Return the auxiliary that stands right before the source, or before the subject of the verb."""
    named = grammar.within(draft.source) if draft.source else range(0)
    if (
        named
        and 0 < named[0] < draft.head
        and grammar.word(named[0] - 1) in HELPERS
        and _is_finite(grammar, draft.head)
    ):
        return named[0] - 1
    subjects, helpers = grammar.kids(draft.head, "nsubj"), grammar.kids(draft.head, "aux")
    return helpers[0] if subjects and helpers and helpers[0] < subjects[0] < draft.head else None


def _is_finite(grammar: Grammar, verb: int) -> bool:
    """Tell *had Vane admitted* from *had Vane telling them*, where having is a verb of its own."""
    return grammar.tokens[verb].tag != "VBG"


def _is_stopped(grammar: Grammar, draft: Draft) -> bool:
    """Tell what somebody kept from: stopped short of *saying*, left without *saying*, avoided *saying*."""
    token = grammar.tokens[draft.head]
    head = grammar.tokens[token.head]
    if token.tag != "VBG":
        return False
    return (token.dep == "pcomp" and grammar.word(token.head) in STOPPING) or (
        token.dep == "xcomp" and head.lemma.lower() in AVOIDING
    )


def _is_negated(grammar: Grammar, draft: Draft) -> bool:
    """Tell what was not said; the verb above counts for one that goes on from it: never went on to *say* …"""
    if draft.sense is None or draft.sense.attitude != "said" or draft.rule in ("noun", "adjective"):
        return False
    token = grammar.tokens[draft.head]
    own = _has_negation(grammar, draft.head)
    above = token.dep == "xcomp" and _has_negation(grammar, token.head)
    return above or (own and draft.sense.act not in TURNED)


def _has_negation(grammar: Grammar, verb: int) -> bool:
    return any(grammar.word(kid) in NEGATIONS for kid in grammar.kids(verb, "neg", "advmod", "preconj"))


def _is_addressed(grammar: Grammar, draft: Draft) -> bool:
    """Tell who was asked from who asked: *asked* whether it was real, Vane said …"""
    token = grammar.tokens[draft.head]
    if token.lemma.lower() not in ASKED or draft.source is None:
        return False
    if draft.source.end == grammar.tokens[draft.head - 1].start and "," not in draft.source.of(grammar.text):
        return grammar.word(draft.head - 1) == ","  # Vane, asked whether …
    if token.end <= draft.content[0].start < draft.source.start and not grammar.kids(draft.head, "agent"):
        return True
    if token.tag != "VBN" or token.dep in ("ROOT", "conj", "relcl"):
        return False
    return not grammar.kids(draft.head, "nsubj", "nsubjpass", "aux", "agent")


def _is_said_of(grammar: Grammar, draft: Draft) -> bool:
    """Tell a thing of which something is said: a tape *said* to show the vote was …"""
    after = draft.head + 2
    if after >= len(grammar.tokens) or grammar.tokens[draft.head].lemma.lower() not in THOUGHT:
        return False
    to = grammar.tokens[after - 1]
    is_infinitive = grammar.word(after - 1) == "to" and grammar.tokens[after].tag == "VB"
    if not is_infinitive or draft.source is None:
        return False
    return draft.rule == "clause" or not any(span.holds(to.at) for span in draft.content)
