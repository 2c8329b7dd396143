"""Dated happenings and the voice that tells them."""

from onrecord.nouns.annotations import Attribution, Happening
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time


def find_happenings(
    article: Article, parse: Parse, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Happening, ...]:
    """Find the dated happenings of an article."""
    return ()
