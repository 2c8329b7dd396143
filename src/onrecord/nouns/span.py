"""The span: the one way onrecord points at words.

Offsets are Unicode code points of the untouched `Article.text`, half open, so
`text[span.start:span.end]` is exactly what the article says. A span is written
in JSON as `[start, end]`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False, order=True, array_like=True):
    """A half-open range of code points in `Article.text`.

    >>> Span(0, 5).of("Mayor denies it")
    'Mayor'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what cannot be sliced."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the words the span stands for."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end


def trim(text: str, span: Span, marks: str = "") -> Span | None:
    """Shrink a span past white space and the given marks at both ends; None when nothing is left.

    >>> trim("“Yes,” she said", Span(0, 6), "“”")
    Span(start=1, end=5)
    """
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return Span(start, end) if start < end else None


def covered(span: Span, by: Iterable[Span]) -> int:
    """Count the code points of `span` that lie inside one of the others (which must not overlap)."""
    return sum(max(0, min(span.end, b.end) - max(span.start, b.start)) for b in by)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that overlap or touch made into one.

    >>> merged([Span(4, 6), Span(0, 2), Span(1, 3)])
    (Span(start=0, end=3), Span(start=4, end=6))
    """
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start <= whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return tuple(whole)


def is_within(span: Span, whole: Sequence[Span]) -> bool:
    """Tell whether a span lies inside one of the merged ones, in logarithmic time."""
    place = bisect_right(whole, span.start, key=lambda one: one.start) - 1
    return place >= 0 and whole[place].holds(span)


def outside(span: Span, others: Iterable[Span]) -> tuple[Span, ...]:
    """Return the pieces of a span that lie in none of the others.

    >>> outside(Span(0, 9), [Span(2, 4), Span(8, 12)])
    (Span(start=0, end=2), Span(start=4, end=8))
    """
    pieces, start = [], span.start
    for other in merged(others):
        if start < min(other.start, span.end):
            pieces.append(Span(start, min(other.start, span.end)))
        start = max(start, other.end)
    return (*pieces, Span(start, span.end)) if start < span.end else tuple(pieces)
