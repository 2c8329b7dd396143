"""What the words of a statement take for granted without saying it: presuppositions (Karttunen 1971; Fillmore 1971).

A question of when or why holds what it asks of to be so; so does who regrets a deed, or blames, thanks or criticises
somebody for one. It is kept as the speaker's, and is nobody's statement and no fact.
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.annotation.grammar import Grammar, tidy
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.span import Span

LONGEST = 300  # characters of a question
OPENING = 8  # words after the opener among which one like "would" leaves the question open
ASKING = frozenset({"ask", "question", "wonder", "inquire", "enquire", "demand"})


def find_granted(grammar: Grammar, one: Attribution) -> tuple[Span, ...]:
    """Return the words of an attribution that it takes for granted, in order of the text."""
    found = (*_asked(grammar, one), *_felt(grammar, one), *_judged(grammar, one))
    tidied = (tidy(grammar.text, span) for span in found)
    return tuple(sorted({span for span in tidied if span is not None}))


def _asked(grammar: Grammar, one: Attribution) -> Iterator[Span]:
    """Yield what a question holds to be so: "When did the judges [stop tasting]?", asked why [it was hidden]."""
    for span in one.content:
        for asked in _questions().finditer(grammar.text, span.start, span.end):
            yield Span(*asked.span("asked"))
    if not one.content or ASKING.isdisjoint(_lemmas(grammar, one)):
        return
    told = _indirect().match(grammar.text, one.content[0].start, one.content[0].end)
    if told and _open().isdisjoint(told["asked"].lower().split()[:OPENING]):
        yield Span(*told.span("asked"))


@cache
def _questions() -> re.Pattern[str]:
    """Match a question with its verb before its subject."""
    listed = lexicon("presuppositions")["questions"]
    openers, verbs = ("|".join(map(re.escape, listed[name])) for name in ("openers", "auxiliaries"))
    verbs = verbs.replace("'", "['’]")
    return re.compile(rf"\b(?:{openers}),? (?P<asked>(?:{verbs}) [^?.!\n]{{1,{LONGEST}}})\?", re.IGNORECASE)


@cache
def _indirect() -> re.Pattern[str]:
    """Match a question told in the writer's sentence."""
    openers = "|".join(map(re.escape, lexicon("presuppositions")["questions"]["openers"]))
    return re.compile(rf"(?:{openers}) (?P<asked>[^?.!\n]{{1,{LONGEST}}})", re.IGNORECASE)


@cache
def _open() -> frozenset[str]:
    return frozenset(lexicon("presuppositions")["questions"]["open"])


def _felt(grammar: Grammar, one: Attribution) -> Iterator[Span]:
    """Yield the clause that a feeling is about; what somebody would regret need not come about."""
    if not _has(grammar, one, "emotive") or not _open().isdisjoint(_words(grammar, one)):
        return
    for span in one.content[:1]:
        tokens = grammar.within(span)
        told = tokens and (grammar.word(tokens[0]) == "that" or grammar.tokens[tokens[0]].tag == "VBG")
        if told and _open().isdisjoint(map(grammar.word, tokens[:OPENING])):
            yield span


def _judged(grammar: Grammar, one: Attribution) -> Iterator[Span]:
    """Yield the deed that somebody is judged for: "criticised the board for [hiding the audit]"."""
    if not _has(grammar, one, "judging") or not _open().isdisjoint(_words(grammar, one)):
        return
    for span in one.cue:
        for verb in grammar.within(span):
            preps = (prep for prep in grammar.kids(verb, "prep") if grammar.word(prep) == "for")
            yield from (grammar.reach(deed) for prep in preps for deed in grammar.kids(prep, "pcomp"))


def _has(grammar: Grammar, one: Attribution, kind: str) -> bool:
    return not _listed(kind).isdisjoint(_lemmas(grammar, one))


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(lexicon("presuppositions")[kind]["words"])


def _lemmas(grammar: Grammar, one: Attribution) -> Iterator[str]:
    return (grammar.tokens[token].lemma.lower() for span in one.cue for token in grammar.within(span))


def _words(grammar: Grammar, one: Attribution) -> Iterator[str]:
    return (grammar.word(token) for span in one.cue for token in grammar.within(span))
