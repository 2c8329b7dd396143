"""Bytes to text: a source becomes an article whose parts are typed and cover the text whole."""

from onrecord.errors import SourceError
from onrecord.nouns.article import Article
from onrecord.nouns.source import Source
from onrecord.reading.decoding import decode
from onrecord.reading.names import find_credits
from onrecord.reading.text import type_text

__all__ = ["read"]


def read(source: Source) -> Article:
    """Read a source into an article; raises SourceError when it holds no text."""
    text = decode(source.body, source.charset)
    if not text.strip():
        raise SourceError("holds no text: save the page again")
    parts = type_text(text)
    return Article(id=source.id, text=text, parts=parts, credits=find_credits(text, parts))
