"""Bytes to text: a source becomes an article whose parts are typed and cover the text whole."""

from onrecord.reading.article import read

__all__ = ["read"]
