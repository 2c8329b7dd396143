"""Nouns that name a claim: "the allegation that …", "these claims", "the reports".

A noun may carry its clause with it, and the words around it may say what becomes of the claim: that it is false, that
there is no truth to it, that it could not be verified.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from onrecord.annotation.claim.clauses import NEAR, Clause, read_clause, stance_of
from onrecord.annotation.grammar import Grammar
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Attribution, Mention
from onrecord.nouns.article import Article
from onrecord.nouns.span import Span

Fate = Literal["refused", "doubted", "none"]

SKIPPED = frozenset({"correction", "credit", "byline", "dateline", "furniture"})
CLAUSAL = ("acl", "relcl", "ccomp")
POINTING = frozenset(
    {"the", "this", "that", "these", "those", "his", "her", "their", "its", "such", "any", "all", "both"}
)
OPENING = frozenset({"that", "saying", "claiming", "alleging", "suggesting", "stating"})
STOPS = frozenset({",", ";", ":", "—", "–", "(", "”", '"'})
BACK = 6  # tokens that the phrase reaches back from its noun
WINDOW = 90  # code points to either side in which the words tell what becomes of the claim
_STOP = re.compile(r"[.;!?\n]")


class Noun(msgspec.Struct, frozen=True):
    """A noun for a claim: its phrase, the clause that it carries, whether it points back, and what becomes of it."""

    at: Span
    head: Span
    clause: Clause | None
    pointing: bool
    fate: Fate


def find_nouns(
    article: Article, grammar: Grammar, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[Noun, ...]:
    """Find the nouns for claims, in order of the text."""
    fates = sorted(_fates(grammar, attributions))
    return tuple(
        _noun(grammar, index, fates, mentions)
        for index, token in enumerate(grammar.tokens)
        if token.pos == "NOUN" and token.lemma.lower() in _nouns() and token.dep not in ("compound", "nmod")
        if article.part_at(token.start).kind not in SKIPPED
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon("claims")["nouns"])


def _noun(grammar: Grammar, index: int, fates: Sequence[tuple[Span, Fate]], mentions: Sequence[Mention]) -> Noun:
    first = _first(grammar, index)
    token = grammar.tokens[index]
    return Noun(
        at=grammar.span(first, index),
        head=token.at,
        clause=_clause(grammar, index, mentions),
        pointing=_points_back(grammar, first, index),
        fate=_fate_by_cue(token.at, fates) or _fate(grammar, index),
    )


def _points_back(grammar: Grammar, first: int, index: int) -> bool:
    """Tell whether the phrase goes back to a claim told before: "the reports", "his allegations"."""
    if grammar.tokens[index].lemma.lower() in lexicon("claims")["clausal"]:
        return False
    return grammar.word(first) in POINTING or any(grammar.tokens[at].dep == "poss" for at in range(first, index))


def _first(grammar: Grammar, index: int) -> int:
    """Return the first token of the phrase that the noun ends."""
    floor = max(grammar.first[index], index - BACK)
    return min((at for at in range(floor, index) if grammar.tokens[at].pos != "PUNCT"), default=index)


def _clause(grammar: Grammar, index: int, mentions: Sequence[Mention]) -> Clause | None:
    """Return the clause that says what is claimed; None for "the claims made by the club"."""
    spans = [(grammar.first[child], grammar.last[child]) for child in grammar.kids(index, *CLAUSAL) if child > index]
    spans = [(first, last) for first, last in spans if first > index and grammar.tokens[first].tag != "VBN"]
    if not spans:
        return _by_words(grammar, index, mentions)
    first, last = max(spans, key=lambda span: (grammar.word(span[0]) == "that", span[1] - span[0]))
    return read_clause(grammar, grammar.span(first, last), mentions)


def _by_words(grammar: Grammar, index: int, mentions: Sequence[Mention]) -> Clause | None:
    """Return the clause after "report saying" up to the next comma, where the parse hangs it on something else."""
    end = grammar.bounds(index)[1]
    if index + 1 > end or grammar.word(index + 1) not in OPENING:
        return None
    stops = (at - 1 for at in range(index + 2, end + 1) if grammar.tokens[at].lemma in STOPS)
    last = next(stops, end)
    return read_clause(grammar, grammar.span(index + 1, last), mentions) if last > index + 1 else None


def _fate(grammar: Grammar, index: int) -> Fate:
    """Return what the words around say becomes of the claim, within its own clause."""
    text, at = grammar.text, grammar.tokens[index]
    end = grammar.tokens[grammar.last[index]].end
    stop = _STOP.search(text, end)
    after = text[end : min(stop.start() if stop else len(text), end + WINDOW)].lower()
    before = _STOP.split(text[max(0, at.start - WINDOW) : at.start])[-1].lower()
    called = _verdict("refused_after").match(after) or _verdict("denied_after").match(after)
    judged = _verdict("called_before").search(before) and _verdict("called_after").match(after)
    if called or judged or any(_verdict(name).search(before) for name in ("refused_before", "unsupported_before")):
        return "refused"
    return "doubted" if _openness().match(after) else "none"


@cache
def _verdict(name: str) -> re.Pattern[str]:
    claims = lexicon("claims")
    return re.compile(claims["verdicts"][name].format(false="|".join(claims["false"])))


@cache
def _openness() -> re.Pattern[str]:
    return re.compile(r"[^,]{0,20}?\b(?:" + "|".join(lexicon("claims")["doubting"]) + r")\b")


def _fates(grammar: Grammar, attributions: Sequence[Attribution]) -> Iterator[tuple[Span, Fate]]:
    """Yield the stretches in which a noun is what a cue refuses or leaves open: up to the first verb of a content."""
    for one in attributions:
        stance = stance_of(" ".join(at.of(grammar.text) for at in one.cue).lower())
        for content in one.content if one.reported and stance != "says" else ():
            verbs = (token for token in grammar.within(content) if grammar.tokens[token].pos in ("VERB", "AUX"))
            end = next((grammar.tokens[token].start for token in verbs), content.end)
            if end > content.start:
                yield Span(content.start, end), "refused" if stance == "refuses" else "doubted"


def _fate_by_cue(head: Span, fates: Sequence[tuple[Span, Fate]]) -> Fate | None:
    last = bisect_left(fates, head.end, key=lambda fate: fate[0].start)
    return next((fate for at, fate in fates[max(0, last - NEAR) : last] if at.holds(head)), None)
