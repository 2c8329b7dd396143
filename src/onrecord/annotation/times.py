"""Expressions of time and what they come to."""

from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time


def find_times(article: Article, parse: Parse) -> tuple[Time, ...]:
    """Find the expressions of time in an article."""
    return ()
