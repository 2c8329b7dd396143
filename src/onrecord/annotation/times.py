"""Expressions of time and what they come to: explicit dates, relative ones by their anchor, lengths kept apart.

The grammar is ours and a language is data (`lexicons/time-en.toml`; another is a file beside it). A date is as exact
as the words and the day of publication allow; where that day is itself only bounded, relative dates keep those bounds.
Looking at the words and dating them are two steps: the first needs a parse, the second only what the first has seen, so
that a day of publication that becomes known later dates an article anew without reading it again.
"""

import msgspec

from onrecord.annotation.grammar import index_parse
from onrecord.annotation.time.forms import Rules, rules_of
from onrecord.annotation.time.published import bound_published
from onrecord.annotation.time.resolve import resolve_all
from onrecord.annotation.time.sightings import sight
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.article import Article
from onrecord.nouns.days import Days, days_of
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time
from onrecord.nouns.sighting import Sighting
from onrecord.nouns.when import When


def see_times(article: Article, parse: Parse, rules: Rules | None = None) -> tuple[Sighting, ...]:
    """Find the expressions of time in an article, whatever days they come to, by the rules of its language."""
    return tuple(sight(article, index_parse(article, parse, ()), rules or rules_of(article.language)))


def date_article(
    article: Article, seen: tuple[Sighting, ...], rules: Rules | None = None
) -> tuple[tuple[Time, ...], When]:
    """Return what was seen as dated expressions, and when the article was published."""
    published = _published(article, seen, rules or rules_of(article.language))
    return resolve_all(article, seen, days_of(published)), published


def find_times(article: Article, parse: Parse) -> tuple[Time, ...]:
    """Find the expressions of time in an article and date them."""
    return date_article(article, see_times(article, parse))[0]


def find_published(article: Article, parse: Parse) -> When:
    """Return when an article was published: as it is known, else in the bounds that its own words set."""
    return date_article(article, see_times(article, parse))[1]


def redate(one: Annotated) -> Annotated:
    """Date an annotated article anew, after its day of publication has become known; nothing is read again.

    What comes out is what annotating the article as it is now would give: no other layer rests on a day.
    """
    times, published = date_article(one.article, one.annotations.seen)
    return Annotated(one.article, msgspec.structs.replace(one.annotations, times=times, published=published))


def _published(article: Article, seen: tuple[Sighting, ...], rules: Rules) -> When:
    known = article.published
    if known.earliest and known.latest:
        return known
    return bound_published(article, seen, resolve_all(article, seen, Days()), rules.labels)
