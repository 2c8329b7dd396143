"""The value in force where a notice names only the wrong one: sought in the sentence that the notice speaks of.

The sentence must share more of the notice's matter than any other does, and hold one value of the sort that was
wrong. Where two sentences or two values come into question, it is left open.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.annotation.values import Value, find_values
from onrecord.lexicons import lexicon
from onrecord.nouns.article import Article, PartKind
from onrecord.nouns.span import Span, trim

NEEDED = 2  # words of the matter that the notice and the sentence must share
SHORT = 4  # letters below which a word says nothing of the matter
READ: frozenset[PartKind] = frozenset({"headline", "standfirst", "caption", "subhead", "paragraph"})

_STOP = re.compile(r"(?<=[a-z0-9)’”\"'])[.!?][\"'”’]*\s+(?=[\"'“‘]?[A-Z])|\n")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def find_in_force(article: Article, notice: Span, wrong: Span, notices: Sequence[Span]) -> Span | None:
    """Return where the right value stands in the body of an article; None where that is not certain."""
    text = article.text
    was = next((value for value in find_values(text, notice) if value.at == wrong), None)
    about = matter(text[notice.start : wrong.start] + text[wrong.end : notice.end])
    ranked = sorted(
        ((len(about & matter(at.of(text))), at) for at in _sentences(article, notices)), key=lambda one: -one[0]
    )[:3]
    if was is None or not ranked or ranked[0][0] < NEEDED:
        return None
    told = [(shared, _right(text, at, was)) for shared, at in ranked if shared == ranked[0][0]]
    found = {value.key: value.at for _, values in told for value in values}
    return next(iter(found.values())) if len(found) == 1 else None


def matter(words: str) -> frozenset[str]:
    """Return the words that say what it is about, cut to their stems; what every notice says is left out."""
    known = lexicon("notices")["formal"]["words"]
    found = (word.lower().removesuffix("s") for word in _WORD.findall(words) if len(word) >= SHORT)
    return frozenset(word for word in found if word not in known)


def _right(text: str, at: Span, was: Value) -> list[Value]:
    """Return the values in a sentence that can stand in for the wrong one."""
    return [one for one in find_values(text, at) if one.sort == was.sort and one.key != was.key]


def _sentences(article: Article, notices: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences of the body, notices left out."""
    for part in article.parts:
        if part.kind in READ and not any(part.at.overlaps(notice) for notice in notices):
            start = part.start
            for stop in (*_STOP.finditer(article.text, part.start, part.end), None):
                end = stop.start() if stop else part.end
                at = trim(article.text, Span(start, end)) if start < end else None
                if at:
                    yield at
                start = stop.end() if stop else end
