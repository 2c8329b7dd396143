"""In whose voice a stretch of an article speaks: the article's own, or that of somebody whose words it tells."""

from bisect import bisect_right

import msgspec

from onrecord.findings.sources import mention_at
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.article import Article
from onrecord.nouns.span import Span

DATELINE = 400  # code points from the top in which a dateline stands


class Voices(msgspec.Struct, frozen=True):
    """The stretches of an article that somebody says, by their start, each with the chain of whom, if that is known."""

    spans: tuple[Span, ...]
    chains: tuple[int | None, ...]


def voices_in(one: Annotated) -> Voices:
    """Return who says what in an article: of nested contents the outermost, whose speaker the article relays."""
    told: list[tuple[Span, int | None]] = []
    end = 0
    for span, source in sorted(_contents(one), key=lambda pair: (pair[0].start, -pair[0].end)):
        if span.start >= end:
            mention = mention_at(one, source) if source else None
            told.append((span, None if mention is None else mention.chain))
            end = span.end
    return Voices(tuple(span for span, _ in told), tuple(chain for _, chain in told))


def voice_of(voices: Voices, at: Span) -> tuple[bool, int | None]:
    """Return whether the voice of a span is known and the chain that it is of, null for the article's own."""
    place = bisect_right(voices.spans, at.start, key=lambda span: span.start) - 1
    if place < 0 or not voices.spans[place].overlaps(at):
        return True, None
    return voices.chains[place] is not None, voices.chains[place]


def _contents(one: Annotated) -> list[tuple[Span, Span | None]]:
    return [(span, found.source) for found in one.annotations.attributions for span in found.content]


def is_outlet(article: Article, name: str | None) -> bool:
    """Tell whether a name is that of the outlet itself, as it is given or stands in the dateline: (Brava) -"""
    words = (name or "").casefold().removeprefix("the ")
    if not words:
        return False
    outlet = (article.outlet or "").casefold().removeprefix("the ")
    dateline = article.text[:DATELINE].casefold()
    return words == outlet or outlet.endswith(f" {words}") or f"({words})" in dateline
