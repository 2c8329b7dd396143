"""Sentences by their full stops: the one that words stand in, found from the words outwards, and all of an article."""

import re
from bisect import bisect_right
from functools import lru_cache

from onrecord.nouns.article import Article
from onrecord.nouns.span import Span, trim

REACH = 600  # code points to either side in which the end of a sentence is sought
KEPT = 32  # texts whose sentences are kept at hand: they are asked for one article after another

_STOP = re.compile(r"(?<=[a-z0-9)’”\"'])[.!?][\"'”’]*\s+(?=[\"'“‘]?[A-Z])|\n")


def sentence_around(text: str, at: Span) -> Span:
    """Return the sentence around a span, by its full stops.

    >>> sentence_around("He left. She saw the tape. It ended.", Span(9, 12))
    Span(start=9, end=25)
    """
    starts, ends = _stops(text)
    before, after = bisect_right(ends, at.start) - 1, bisect_right(ends, at.end)
    start = max(0, at.start - REACH, ends[before] if before >= 0 else 0)
    end = min(len(text), at.end + REACH, starts[after] if after < len(starts) else len(text))
    return Span(min(start, at.start), max(end, at.end))


@lru_cache(KEPT)
def _stops(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the sentences of a text end, and where the next ones begin."""
    stops = [stop.span() for stop in _STOP.finditer(text)]
    return tuple(start for start, _ in stops), tuple(end for _, end in stops)


def sentences_in(article: Article) -> tuple[Span, ...]:
    """Return the sentences of an article in order, what the page says about itself left out."""
    found = []
    for part in article.parts:
        start = part.start
        ends = [(stop.start(), stop.end()) for stop in _STOP.finditer(article.text, part.start, part.end)]
        for end, following in (*ends, (part.end, part.end)):
            at = trim(article.text, Span(start, end), ".!?") if start < end and part.kind != "furniture" else None
            if at:
                found.append(at)
            start = following
    return tuple(found)
