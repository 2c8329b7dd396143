"""How each attribution is meant: mode, act and attitude."""

from onrecord.nouns.annotations import Attribution, Quote, Reading
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse


def read_acts(
    article: Article, parse: Parse, quotes: tuple[Quote, ...], attributions: tuple[Attribution, ...]
) -> tuple[Reading, ...]:
    """Read the act of each attribution."""
    return ()
