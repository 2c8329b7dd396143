"""To whom, through what, at what, where and when each thing was said, and under what hedge or condition."""

from onrecord.nouns.annotations import Attribution, Circumstance
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time


def find_circumstances(
    article: Article, parse: Parse, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Circumstance, ...]:
    """Find what surrounds each attribution."""
    return ()
