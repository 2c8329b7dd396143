"""Expressions of time and what they come to: explicit dates, relative ones by their anchor, lengths kept apart.

The grammar is ours and its English is data (`lexicons/time-en.toml`). A date is as exact as the words and the
day of publication allow; where that day is itself only bounded, relative dates keep those bounds.
"""

import msgspec

from onrecord.annotation.grammar import index_parse
from onrecord.annotation.time.forms import rules_of
from onrecord.annotation.time.published import bound_published
from onrecord.annotation.time.resolve import resolve
from onrecord.annotation.time.sightings import Sighting, sight
from onrecord.annotation.time.tense import pointers
from onrecord.nouns.article import Article
from onrecord.nouns.days import Days, days_of
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time
from onrecord.nouns.when import When

LANGUAGE = "en"


def find_times(article: Article, parse: Parse) -> tuple[Time, ...]:
    """Find the expressions of time in an article; called again with another `published`, it dates them anew."""
    return date_article(article, parse)[0]


def find_published(article: Article, parse: Parse) -> When:
    """Return when an article was published: as it is known, else in the bounds that its own words set."""
    return date_article(article, parse)[1]


def date_article(article: Article, parse: Parse) -> tuple[tuple[Time, ...], When]:
    """Return the expressions of time in an article, and when it was published, from one look at its words."""
    grammar = index_parse(article, parse, ())
    seen = tuple(sight(article, grammar, rules_of(LANGUAGE), pointers(LANGUAGE)))
    published = _published(article, seen)
    return tuple(_resolve_all(article, seen, days_of(published))), published


def _published(article: Article, seen: tuple[Sighting, ...]) -> When:
    known = article.published
    if known.earliest and known.latest:
        return known
    return bound_published(article, seen, tuple(_resolve_all(article, seen, Days())))


def _resolve_all(article: Article, seen: tuple[Sighting, ...], published: Days) -> list[Time]:
    times: list[Time] = []
    for sighting in seen:
        time = resolve(sighting, article.text, published, times)
        times.append(msgspec.structs.replace(time, article=article.id))
    return times
