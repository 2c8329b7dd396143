"""The sentence that words stand in, found from the words outwards: a long article costs no more than a short one."""

import re

from onrecord.nouns.span import Span

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
