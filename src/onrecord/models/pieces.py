"""What is read of an article: its parts but the furniture, cut where they are longer than any paragraph."""

import re
from collections.abc import Iterator, Sequence

from onrecord.nouns.article import Article
from onrecord.nouns.span import Span

# Code points read at once. The longest paragraph of a thousand news articles has a third of it.
LONGEST = 10_000
# Possessive, and from the first white space of a run only: else a run of it takes time square in its length.
SENTENCE_END = re.compile(r"[.!?]['\"”’)]*+\s++(?=\S)")
SPACE = re.compile(r"(?<!\s)\s++(?=\S)")
LINE = re.compile(r"[^\r\n]+")
NARROWEST, WIDEST = 30, 100  # columns of text wrapped by hand: an address is narrower, a paragraph on one line wider
EVEN = 0.6  # of the longest line: wrapped lines are about equally long, but for the last


def pieces(article: Article) -> Iterator[Span]:
    """Yield what is read of an article, so that no sentence runs from a caption into a paragraph."""
    for part in article.parts:
        if part.kind != "furniture":
            yield from _cut(article.text, part.at)


def find_paragraphs(article: Article) -> Iterator[int]:
    """Yield where paragraphs begin in what is read: with a part, and with a line in it that was not wrapped by hand."""
    for part in article.parts:
        if part.kind != "furniture":
            yield part.start
            lines = list(LINE.finditer(article.text, part.start, part.end))
            if not _is_wrapped([line.group().strip() for line in lines]):
                yield from (line.start() for line in lines[1:])


def _cut(text: str, at: Span) -> Iterator[Span]:
    """Yield a part in pieces that are short enough: cut at the last sentence end, else at a space, else anywhere."""
    start = at.start
    while at.end - start > LONGEST:
        within = (start + LONGEST // 2, start + LONGEST)
        cuts = [match.end() for mark in (SPACE, SENTENCE_END) for match in mark.finditer(text, *within)]
        end = cuts[-1] if cuts else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, at.end)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines are one paragraph: about equally long, and mostly broken inside a sentence."""
    full = [line for line in lines[:-1] if line]
    if not full:
        return False
    shortest, longest = min(map(len, full)), max(map(len, lines))
    broken = sum(line[-1] not in '.!?:"”’' for line in full)
    return NARROWEST <= longest <= WIDEST and shortest >= EVEN * longest and broken >= len(full) / 2
