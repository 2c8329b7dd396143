"""Quotation geometry: where quotation marks open and close."""

from onrecord.nouns.annotations import Quote
from onrecord.nouns.article import Article


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Find the quotations of an article."""
    return ()
