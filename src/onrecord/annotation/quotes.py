"""Quotation geometry: where quotation marks open and close, and which of them hold speech.

Geometry alone finds nearly every quoted word; who speaks is for the attributions to say.
"""

import re
from collections.abc import Iterator

from onrecord.annotation.marks import Pair, pair_marks
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Quote
from onrecord.nouns.article import Article, PartKind
from onrecord.nouns.span import Span, trim

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
LONGEST_LABEL = 6  # words: a title or a scare quote longer than this is rare, speech is not
ENDS_SENTENCE = ".?!…"


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Find the quotations of an article, outer ones before those they hold, none in furniture."""
    quotes: list[Quote] = []
    left_open = False
    for start, end in paragraphs(article):
        pairs = pair_marks(article.text, start, end)
        first = _first_word(article.text, start, end)
        found = [_quote(article.text, pair, continues=left_open and pair.start == first) for pair in pairs]
        quotes += [one for one in found if one is not None]
        if article.text[start:end].strip():
            left_open = bool(pairs) and any(p.close == p.end == end and p.depth == 0 for p in pairs)
    return tuple(quotes)


def paragraphs(article: Article, leaving_out: tuple[PartKind, ...] = ("furniture",)) -> Iterator[tuple[int, int]]:
    """Yield start and end of every paragraph that is read: parts, cut where a blank line stands in one."""
    for part in article.parts:
        if part.kind in leaving_out:
            continue
        start = part.start
        for gap in BLANK_LINE.finditer(article.text, part.start, part.end):
            yield start, gap.start()
            start = gap.end()
        if start < part.end:
            yield start, part.end


def _first_word(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _quote(text: str, pair: Pair, *, continues: bool) -> Quote | None:
    inner = trim(text, Span(pair.inner, pair.close))
    if inner is None:
        return None
    end = pair.end if pair.end > pair.close else inner.end
    return Quote(
        at=Span(pair.start, end),
        inner=inner,
        speech=continues or _is_speech(text, Span(pair.start, end), inner),
        closed=pair.end > pair.close,
        continues=continues,
    )


def _is_speech(text: str, at: Span, inner: Span) -> bool:
    """Tell speech from a title, a name or a scare quote: short, without a sentence, in place of a noun."""
    words = WORD.findall(inner.of(text))
    if not words:
        return False
    if len(words) > LONGEST_LABEL or inner.of(text)[-1] in ENDS_SENTENCE:
        return True
    naming = lexicon("quoting")
    before = WORD.findall(text[max(0, at.start - 40) : at.start].lower())[-1:]
    near = text[at.start - 2 : at.start].strip()
    if not before or near in {":", ","} or inner.of(text)[-1] == ",":
        return bool(near) or inner.of(text)[-1] == "," or not _is_title(words)
    if before[0] in naming["naming"]:
        return False
    return not (before[0] in naming["determiners"] or _is_title(words))


def _is_title(words: list[str]) -> bool:
    return (
        len(words) > 1
        and all(word[0].isupper() or word[0].isdigit() or len(word) < 4 for word in words)
        and words[-1][0].isupper()
    )
