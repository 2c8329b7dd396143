"""Correction notices and the values they name."""

from onrecord.nouns.annotations import Notice
from onrecord.nouns.article import Article


def find_notices(article: Article) -> tuple[Notice, ...]:
    """Find the correction notices of an article."""
    return ()
