"""Who says what: source, cue and content of every attribution."""

from onrecord.nouns.annotations import Attribution, Quote
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse


def find_attributions(article: Article, parse: Parse, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
    """Find the attributions of an article."""
    return ()
