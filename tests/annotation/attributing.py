"""Who says what in a short text, as words: what the tests of attributions and of their parts ask for.

`links` stand for what a learned engine proposes; without them the rules are alone.
"""

import msgspec

from onrecord.annotation.acts import read_acts
from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.quotes import find_quotes
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Attribution, Reading
from onrecord.nouns.article import PartKind
from onrecord.nouns.parse import Link
from tests import make

Said = tuple[str | None, str, tuple[str, ...]]
Links = tuple[Link, ...] | None


def said(text: str, parser: Parser, kind: PartKind = "paragraph", links: Links = None) -> list[Said]:
    """Return source, cue and content of every attribution in a text; its first part is of the kind given."""
    return [in_words(text, one) for one in attributions_in(text, parser, kind, links)]


def attributions_in(
    text: str, parser: Parser, kind: PartKind = "paragraph", links: Links = None
) -> tuple[Attribution, ...]:
    """Return the attributions of a text."""
    return _found_in(text, parser, kind, links)[0]


def readings_in(text: str, parser: Parser, kind: PartKind = "paragraph", links: Links = None) -> tuple[Reading, ...]:
    """Return how each attribution of a text is meant."""
    return _found_in(text, parser, kind, links)[1]


def _found_in(
    text: str, parser: Parser, kind: PartKind, links: Links
) -> tuple[tuple[Attribution, ...], tuple[Reading, ...]]:
    article = make.article(text, {0: kind})
    parse, quotes = msgspec.structs.replace(parser.parse(article), links=links), find_quotes(article)
    attributions = find_attributions(article, parse, quotes)
    return attributions, read_acts(article, parse, quotes, attributions)


def in_words(text: str, one: Attribution) -> Said:
    """Return source, cue and content of one attribution."""
    cue = " … ".join(span.of(text) for span in one.cue)
    return (one.source.of(text) if one.source else None, cue, tuple(span.of(text) for span in one.content))
