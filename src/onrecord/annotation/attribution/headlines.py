"""Attribution as headlines write it: Mayor: Tape is a fake; Firm confirms leak, denies it knew.

Headlines leave out what the parser leans on. A colon gives a speaker only where a name or a noun for
one stands before it, since most colons in headlines give a topic.
"""

import re

from onrecord.annotation.attribution.cues import Sense, senses_of
from onrecord.annotation.attribution.drafts import Draft
from onrecord.annotation.grammar import Grammar
from onrecord.lexicons import lexicon
from onrecord.nouns.article import Article, Part
from onrecord.nouns.span import Span, trim

HEADED = ("headline", "subhead", "standfirst")
SPEAKING = ("PERSON", "ORG", "NORP", "GPE")
LONGEST_SPEAKER = 6  # words before a colon
SHORTEST_CLAIM = 3  # words after it; "Review: Dust" claims nothing
FINITE = ("VBZ", "VBP", "VBD", "MD")
SAID = Sense("assert", "said", "plain")
COLON = re.compile(r":\s+(?=\S)")


def headline_drafts(grammar: Grammar, article: Article) -> list[Draft]:
    """Return what headlines, subheads and standfirsts attribute in their own way."""
    drafts: list[Draft] = []
    for part in article.parts:
        if part.kind in HEADED and article.text[part.start : part.end].strip():
            drafts += _colon(grammar, part) or _listed(grammar, part)
    return drafts


def _colon(grammar: Grammar, part: Part) -> list[Draft]:
    found = COLON.search(grammar.text, part.start, part.end)
    if found is None or found.start() == part.start:
        return []
    source = trim(grammar.text, Span(part.start, found.start()))
    content = trim(grammar.text, Span(found.end(), part.end)) if found.end() < part.end else None
    if source is None or content is None or not _is_speaker(grammar, source) or not _is_claim(grammar, content):
        return []
    colon = Span(found.start(), found.start() + 1)
    return [Draft(-1, (colon,), source, (content,), "headline", SAID)]


def _is_speaker(grammar: Grammar, source: Span) -> bool:
    tokens = grammar.within(source)
    if not 0 < len(tokens) <= LONGEST_SPEAKER:
        return False
    last = grammar.tokens[tokens[-1]]
    words = {grammar.word(tokens[-1]), last.lemma.lower()}
    return last.name in SPEAKING or bool(words & set(lexicon("speakers")["nouns"]))


def _is_claim(grammar: Grammar, content: Span) -> bool:
    tokens = grammar.within(content)
    if len(tokens) < SHORTEST_CLAIM:
        return False
    return grammar.quotes_over(content) != () or any(grammar.tokens[token].tag in FINITE for token in tokens)


def _listed(grammar: Grammar, part: Part) -> list[Draft]:
    """Return what the second verb of a headline attributes to its subject: Firm confirms leak, [denies it knew]."""
    tokens = grammar.within(part.at)
    commas = [token for token in tokens[:-1] if grammar.word(token) == ","]
    if not commas or grammar.word(tokens[-1]) == ".":
        return []
    verb = commas[-1] + 1
    senses = senses_of(grammar.tokens[verb].lemma.lower())
    sense = senses.get("clause") or senses.get("object")
    source = _first_subject(grammar, tokens[0], commas[0])
    if sense is None or source is None or grammar.tokens[verb].tag not in FINITE or verb + 1 > tokens[-1]:
        return []
    content = trim(grammar.text, Span(grammar.tokens[verb + 1].start, grammar.tokens[tokens[-1]].end))
    return [Draft(verb, (grammar.tokens[verb].at,), source, (content,), "headline clause", sense)] if content else []


def _first_subject(grammar: Grammar, first: int, last: int) -> Span | None:
    """Return the words before the first verb of a headline: who does all that follows."""
    for token in range(first + 1, last):
        one = grammar.tokens[token]
        if one.tag in ("VBZ", "VBP", "VBD") and one.dep not in ("compound", "amod"):
            return trim(grammar.text, grammar.span(first, token - 1))
    return None
