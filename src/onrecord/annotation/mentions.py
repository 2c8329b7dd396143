"""Who is mentioned: names, descriptions and pronouns, chained within the article."""

from onrecord.nouns.annotations import Attribution, Mention, Office, Quote
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse


def find_mentions(
    article: Article, parse: Parse, quotes: tuple[Quote, ...], attributions: tuple[Attribution, ...]
) -> tuple[tuple[Mention, ...], tuple[Office, ...]]:
    """Find the mentions of an article and the offices they are given."""
    return (), ()
