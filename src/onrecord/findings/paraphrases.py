"""Paraphrases that say more than the words quoted beside them: a threat where the quotation says "might".

Only where both stand together: the writer's own words for it first, the quotation after them in the same sentence.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from onrecord.findings.sentences import sentence_around
from onrecord.lexicons import lexicon
from onrecord.nouns.record import Act, Record, Statement
from onrecord.nouns.span import is_within, merged

STRONG: frozenset[Act] = frozenset({"threaten", "promise", "deny", "confirm", "accuse", "demand"})


def find_paraphrases(record: Record) -> dict[str, str]:
    """Return the statements whose paraphrase is stronger than the words quoted with it, each with the weak word."""
    texts = {article.id: article.text for article in record.articles}
    found = {}
    for one in record.statements:
        weak = _weak_quote(texts[one.article], one) if one.act in STRONG else None
        if weak:
            found[one.id] = weak
    for one, following in pairwise(record.statements):
        if one.act in STRONG and _is_beside(texts, one, following):
            weak = _weaker(texts[one.article], one, following)
            if weak:
                found[one.id] = weak
    return found


def _weak_quote(text: str, one: Statement) -> str | None:
    """Compare the quoted part of a statement with the rest of it."""
    quoted = merged(one.quoted_at)
    plain = [at for at in one.content_at if not is_within(at, quoted)]
    if not plain or not quoted or all(any(at.holds(part) for at in plain) for part in quoted):
        return None
    return _compare(" ".join(at.of(text) for at in plain), " ".join(at.of(text) for at in quoted))


def _is_beside(texts: Mapping[str, str], one: Statement, following: Statement) -> bool:
    """Tell whether a quotation of the same speaker follows in the same sentence."""
    if one.article != following.article or one.speaker != following.speaker or following.mode != "direct":
        return False
    if not one.content_at or not following.content_at or one.mode == "direct" or following.act in STRONG:
        return False
    end, start = one.content_at[-1].end, following.content_at[0].start
    return end <= start and sentence_around(texts[one.article], one.content_at[-1]).end > start


def _weaker(text: str, one: Statement, following: Statement) -> str | None:
    return _compare(*(" ".join(at.of(text) for at in side.content_at) for side in (one, following)))


def _compare(paraphrase: str, quoted: str) -> str | None:
    weak = _weak().search(quoted)
    if weak is None or _weak().search(paraphrase):
        return None
    return f"the paraphrase is stronger than the words quoted with it, which say “{weak.group()}”"


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('flags')['weak'])})\b")
