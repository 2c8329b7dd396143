"""Who the words of a short text are: what the tests of mentions and of their parts ask for."""

from onrecord.annotation.mentions import find_mentions
from onrecord.annotation.quotes import find_quotes
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Mention, Office
from tests import make


def mentions_in(text: str, parser: Parser, *said: tuple[str | None, str, str]) -> tuple[Mention, ...]:
    """Return the mentions of a text in which each `said` gives source, cue and content of an attribution."""
    return _read(text, parser, *said)[0]


def offices_in(text: str, parser: Parser) -> list[tuple[str, str | None, str]]:
    """Return title, body and time of every office in a text."""
    return [(one.title, one.of, one.when) for one in _read(text, parser)[1]]


def who(text: str, parser: Parser, *said: tuple[str | None, str, str]) -> dict[str, str]:
    """Return, for all words that refer to somebody, the first words in the text for the same figure."""
    found = mentions_in(text, parser, *said)
    first: dict[int, str] = {}
    for one in found:
        if one.chain is not None:
            first.setdefault(one.chain, one.at.of(text))
    return {one.at.of(text): "nobody" if one.chain is None else first[one.chain] for one in found}


def _read(
    text: str, parser: Parser, *said: tuple[str | None, str, str]
) -> tuple[tuple[Mention, ...], tuple[Office, ...]]:
    article = make.article(text)
    attributions = tuple(make.attribution(text, source, cue, content) for source, cue, content in said)
    return find_mentions(article, parser.parse(article), find_quotes(article), attributions)
