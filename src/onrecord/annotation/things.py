"""Mentions of contested things, chained within the article."""

from onrecord.nouns.annotations import Attribution, Thing
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse


def find_things(article: Article, parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[Thing, ...]:
    """Find the mentions of contested things."""
    return ()
