"""What a source pointedly did not say: declined, stayed silent, gave no reply, took neither side.

These follow formulas, so the words are matched and the parse gives only the subject. Silence has no content; who
takes neither side takes it on something, so that one keeps the clause or the object.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.annotation.attribution.clauses import clause_content
from onrecord.annotation.attribution.drafts import Draft, pieces
from onrecord.annotation.attribution.sources import source_of
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span

APPROACHES = (
    "message", "call", "email", "e-mail", "request", "question", "letter", "text", "inquiry", "enquiry", "approach",
)  # fmt: skip
SEEKING = ("reach", "contact")
ACTS = ("neither", "decline", "silent", "no-reply")


def silence_drafts(grammar: Grammar, paragraphs: Iterable[tuple[int, int]]) -> list[Draft]:
    """Return a draft for every formula of not saying, quoted words left alone."""
    drafts: list[Draft] = []
    for start, end in paragraphs:
        covered = start
        for at, act in sorted(_matches(grammar.text, start, end), key=lambda found: (found[0].start, -found[0].end)):
            if at.start >= covered:
                drafts += _drafts(grammar, at, act)
                covered = at.end
    return drafts


def _matches(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    for act in ACTS:
        for found in _pattern(act).finditer(text, start, end):
            yield Span(*found.span()), act


def _drafts(grammar: Grammar, at: Span, act: str) -> list[Draft]:
    tokens = grammar.within(at)
    verbs = [token for token in tokens if grammar.tokens[token].pos in ("VERB", "AUX", "ADJ")]
    if not verbs or grammar.quoted[verbs[0]] >= 0:
        return []
    main = next((verb for verb in verbs if grammar.kids(verb, "nsubj", "nsubjpass")), verbs[0])
    content = _content(grammar, verbs) if act == "neither" else ()
    source = (act == "no-reply" and _sought(grammar, verbs)) or _source(grammar, main, act)
    return [Draft(main, (at,), source, content, act)]


def _sought(grammar: Grammar, verbs: Iterable[int]) -> Span | None:
    """Return who could not be reached where the words say so of the reporter: it was not possible to reach [her]."""
    objects = (kid for verb in verbs if grammar.tokens[verb].lemma in SEEKING for kid in grammar.kids(verb, "dobj"))
    return next((grammar.reach(kid) for kid in objects), None)


def _source(grammar: Grammar, verb: int, act: str) -> Span | None:
    """Return who did not say it: also of a passive (would not be drawn), but for *could not be verified*."""
    subjects = grammar.kids(verb, "nsubj", "nsubjpass")
    if act == "no-reply" and subjects and grammar.tokens[subjects[-1]].lemma.lower() in APPROACHES:
        return _approached(grammar, subjects[-1])
    if act != "neither" and grammar.kids(verb, "nsubjpass"):
        return tidy(grammar.text, grammar.reach(subjects[-1]))
    return source_of(grammar, verb)


def _approached(grammar: Grammar, subject: int) -> Span | None:
    """Return whom the messages or calls went to that were not answered."""
    for to in grammar.kids(subject, "prep"):
        if grammar.word(to) in ("to", "with", "for"):
            return next((grammar.reach(k) for k in grammar.kids(to, "pobj")), None)
    return None


def _content(grammar: Grammar, verbs: list[int]) -> tuple[Span, ...]:
    for verb in reversed(verbs):
        found = clause_content(grammar, verb) or [grammar.reach(k) for k in grammar.kids(verb, "dobj") if k > verb]
        if found:
            return pieces(grammar, found)
    return ()


@cache
def _pattern(act: str) -> re.Pattern[str]:
    words = lexicon("silences")
    forms = (form.replace("{not}", words["not"]).replace("{much}", words["much"]) for form in words[act])
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b", re.IGNORECASE)
