"""To whom, through what, at what, where and when each thing was said, and under what hedge or condition.

The time of saying is bound to the cue and kept apart from the times inside what is said: taking one for the other
is the error that machines make most.
"""

from collections.abc import Iterator

from onrecord.annotation.circumstance.moments import Dates, find_moment, index_dates, leading_date
from onrecord.annotation.circumstance.provisos import Provisos, find_conditions, find_hedges, index_provisos
from onrecord.annotation.circumstance.surroundings import find_surroundings
from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.nouns.annotations import Attribution, Circumstance
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time
from onrecord.nouns.span import Span

CALENDAR = ("date", "time")


def find_circumstances(
    article: Article, parse: Parse, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Circumstance, ...]:
    """Find what surrounds each attribution; the result runs parallel to the attributions."""
    grammar = index_parse(article, parse, ())
    dates, provisos = index_dates(grammar, _dated(grammar, times)), index_provisos(grammar)
    return tuple(_surround(grammar, attribution, dates, provisos) for attribution in attributions)


def _surround(grammar: Grammar, attribution: Attribution, dates: Dates, provisos: Provisos) -> Circumstance:
    around = find_surroundings(grammar, attribution)
    source = () if attribution.source is None else (attribution.source,)
    return Circumstance(
        addressee=around.addressee,
        medium=around.medium,
        occasion=around.occasion,
        place=around.place,
        time=find_moment(grammar, attribution, dates, around.medium_noun),
        hedges=find_hedges(grammar, provisos, (*attribution.content, *source)),
        conditions=find_conditions(grammar, provisos, attribution),
    )


def _dated(grammar: Grammar, times: tuple[Time, ...]) -> Iterator[tuple[int, int, Span]]:
    """Yield the dates that stand in a sentence, each with its index, its sentence and its place."""
    sentences, at = grammar.parse.sentences, 0
    for index, time in enumerate(times):
        while at < len(sentences) and sentences[at].at.end <= time.at.start:
            at += 1
        inside = at < len(sentences) and sentences[at].at.start <= time.at.start
        if inside and time.type in CALENDAR and leading_date(grammar.text, times, index) == index:
            yield index, at, time.at
