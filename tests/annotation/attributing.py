"""Who says what in a short text, as words: what the tests of attributions and of their parts ask for."""

from onrecord.annotation.acts import read_acts
from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.quotes import find_quotes
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Attribution, Reading
from onrecord.nouns.article import PartKind
from tests import make

Said = tuple[str | None, str, tuple[str, ...]]


def said(text: str, parser: Parser, kind: PartKind = "paragraph") -> list[Said]:
    """Return source, cue and content of every attribution in a text; its first part is of the kind given."""
    return [in_words(text, one) for one in attributions_in(text, parser, kind)]


def attributions_in(text: str, parser: Parser, kind: PartKind = "paragraph") -> tuple[Attribution, ...]:
    """Return the attributions of a text."""
    article = make.article(text, {0: kind})
    return find_attributions(article, parser.parse(article), find_quotes(article))


def readings_in(text: str, parser: Parser, kind: PartKind = "paragraph") -> tuple[Reading, ...]:
    """Return how each attribution of a text is meant."""
    article = make.article(text, {0: kind})
    parse, quotes = parser.parse(article), find_quotes(article)
    return read_acts(article, parse, quotes, find_attributions(article, parse, quotes))


def in_words(text: str, one: Attribution) -> Said:
    """Return source, cue and content of one attribution."""
    cue = " … ".join(span.of(text) for span in one.cue)
    return (one.source.of(text) if one.source else None, cue, tuple(span.of(text) for span in one.content))
