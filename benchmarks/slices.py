"""Recall by construction: which share of the gold attributions is found whole, by kind of cue, content and source.

Found whole is the scorer's `full`: of one gold attribution and one found, paired by the words of their contents, cue
and source share a word. Kinds come from the text and from the rules engine's parse of the gold spans, whichever engine
is measured. A listed verb is a form on the scorer's own list of verbs of saying; a noun cue holds a noun and no verb.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any

import msgspec
import numpy as np

from onrecord.nouns.parse import Parse, Token

SEED, DRAWS = 0, 1000  # as the scorer draws
LENGTHS = ((5, "1 to 5"), (15, "6 to 15"), (40, "16 to 40"), (10**9, "over 40"))
LISTED, OTHER, NOUN, UNLISTED = "cue: listed verb", "cue: another verb", "cue: noun", "cue: no listed verb"
ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)

Ranges = list[list[int]]
Relation = dict[str, Any]
Tally = Counter[tuple[str, str]]  # of one article: how many are in the gold, and found, of a kind


class Recall(msgspec.Struct, frozen=True):
    """How many gold attributions of a kind are found, as a share with its 95 % interval."""

    gold: int
    found: int
    share: float
    low: float
    high: float


def count_kinds(scorer: ModuleType, document: dict[str, Any], found: Sequence[Relation], parse: Parse) -> Tally:
    """Count the gold attributions of an article, and those found whole, kind by kind."""
    article = scorer.Article(document["text"])
    gold = [(one, words) for one in document["attributions"] for words in article.by_words([one])]
    pairs = scorer.align([words for _, words in gold], article.by_words(found), scorer.weight_words)
    whole = {id(words) for words, other in pairs if _is_whole(words, other)}
    tally: Tally = Counter()
    for one, words in gold:
        for kind in _kinds(scorer, article, one, words, parse):
            tally[kind, "gold"] += 1
            tally[kind, "found"] += id(words) in whole
    return tally


def summarise(tallies: Sequence[Tally]) -> dict[str, Recall]:
    """Turn the counts of articles into shares with their intervals, articles drawn with replacement."""
    kinds = sorted({kind for tally in tallies for kind, _ in tally}, key=_order)
    counts = {what: np.array([[one[kind, what] for kind in kinds] for one in tallies]) for what in ("gold", "found")}
    draws = np.random.default_rng(SEED).multinomial(len(tallies), [1 / len(tallies)] * len(tallies), size=DRAWS)
    drawn = draws @ counts["gold"]
    shares = np.where(drawn > 0, (draws @ counts["found"]) / np.maximum(drawn, 1), np.nan)
    low, high = np.nanpercentile(shares, [2.5, 97.5], axis=0)
    gold, found = (counts[what].sum(0).tolist() for what in ("gold", "found"))
    rows = zip(gold, found, low.tolist(), high.tolist(), strict=True)
    return {kind: Recall(g, f, f / g, a, b) for kind, (g, f, a, b) in zip(kinds, rows, strict=True)}


def _order(kind: str) -> tuple[str, int, str]:
    """Sort numbers as numbers."""
    number = re.search(r"\d+", kind)
    return kind.split(":")[0], int(number.group()) if number else 0, kind


def _is_whole(gold: Relation, found: Relation) -> bool:
    return bool(gold["cue"] & found["cue"]) and bool(not gold["source"] or gold["source"] & found["source"])


def _kinds(scorer: ModuleType, article: Any, gold: Relation, words: Relation, parse: Parse) -> Iterator[str]:
    yield "all"
    cue = _tokens(parse, gold["cue"])
    text = " ".join(article.text[start:end] for start, end in gold["cue"])
    kind = kind_of_cue(text, [(article.text[one.start : one.end], one.pos) for _, one in cue], scorer.SAYING)
    yield kind
    if kind not in (LISTED, "cue: according to", "cue: mark"):
        yield UNLISTED
    if _is_passive(parse, {at for at, _ in cue}):
        yield "cue: passive"
    length = len(words["cue"])
    yield f"words in cue: {length if length < 3 else '3 or more'}"
    yield from _kinds_of_content(article, words["content"])
    yield f"source: {kind_of_source(_tokens(parse, gold['source']))}"


def kind_of_cue(cue: str, tokens: Sequence[tuple[str, str]], saying: re.Pattern[str]) -> str:
    """Name the kind of a cue from its words and their tags.

    >>> saying = re.compile("claim(s|ed)?")
    >>> kind_of_cue("his claim", [("his", "PRON"), ("claim", "NOUN")], saying)
    'cue: noun'
    >>> kind_of_cue("made the claim", [("made", "VERB"), ("the", "DET"), ("claim", "NOUN")], saying)
    'cue: another verb'
    """
    if ACCORDING.search(cue):
        return "cue: according to"
    if not any(sign.isalnum() for sign in cue):
        return "cue: mark"
    tags = {tag for _, tag in tokens}
    if tags & {"VERB", "AUX"}:
        return LISTED if saying.search(" ".join(word for word, tag in tokens if tag != "NOUN")) else OTHER
    return NOUN if tags & {"NOUN", "PROPN"} else "cue: neither verb nor noun"


def kind_of_source(tokens: Sequence[tuple[int, Token]]) -> str:
    """Name the kind of a source by its head, the first token that hangs on none of the others."""
    within = {at for at, _ in tokens}
    head = next((one.pos for at, one in tokens if one.head not in within or one.head == at), None)
    if head is None:
        return "none"
    return {"PRON": "pronoun", "DET": "pronoun", "PROPN": "name"}.get(head, "common noun")


def _kinds_of_content(article: Any, content: frozenset[int]) -> Iterator[str]:
    yield f"words in content: {next(name for most, name in LENGTHS if len(content) <= most)}"
    if max(content) - min(content) >= len(content):
        yield "content: discontinuous"
    starts = [article.words[word][0] for word in content]
    if sum(any(first <= start < last for start in starts) for first, last in article.sentences) > 1:
        yield "content: several sentences"
    if len({article.text.count("\n", 0, start) for start in starts}) > 1:
        yield "content: several paragraphs"


def _tokens(parse: Parse, ranges: Ranges) -> list[tuple[int, Token]]:
    """Return the numbered tokens that ranges touch."""
    return [
        (at, one)
        for at, one in enumerate(parse.tokens)
        if any(one.start < end and one.end > start for start, end in ranges)
    ]


def _is_passive(parse: Parse, cue: set[int]) -> bool:
    return any(one.head in cue and one.dep in ("auxpass", "nsubjpass") for one in parse.tokens)
