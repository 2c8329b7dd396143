"""Bytes to text: a source becomes an article whose parts are typed and cover the text whole."""

from onrecord.nouns.article import Article, Part
from onrecord.nouns.source import Source


def read(source: Source) -> Article:
    """Read a source into an article; raises SourceError when it holds no text."""
    text = source.body.decode("utf-8")
    return Article(id=source.id, text=text, parts=(Part("paragraph", 0, len(text)),))
