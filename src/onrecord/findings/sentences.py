"""Sentences by their full stops: the one that words stand in, found from the words outwards, and all of an article."""

import re

from onrecord.nouns.article import Article
from onrecord.nouns.span import Span, trim

REACH = 600  # code points to either side in which the end of a sentence is sought

_STOP = re.compile(r"(?<=[a-z0-9)’”\"'])[.!?][\"'”’]*\s+(?=[\"'“‘]?[A-Z])|\n")


def sentence_around(text: str, at: Span) -> Span:
    """Return the sentence around a span, by its full stops.

    >>> sentence_around("He left. She saw the tape. It ended.", Span(9, 12))
    Span(start=9, end=25)
    """
    first, last = max(0, at.start - REACH), min(len(text), at.end + REACH)
    start = max((stop.end() for stop in _STOP.finditer(text, first, at.start + 1)), default=first)
    end = next((stop.start() for stop in _STOP.finditer(text, at.end, last)), last)
    return Span(min(start, at.start), max(end, at.end))


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
