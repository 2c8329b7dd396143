"""To whom, through what, at what, where and when each thing was said, and under what hedge or condition.

The time of saying is bound to the cue and kept apart from the times inside what is said: taking one for the other
is the error that machines make most.
"""

from onrecord.annotation.circumstance.moments import find_moment, leading_date
from onrecord.annotation.circumstance.provisos import find_conditions, find_hedges
from onrecord.annotation.circumstance.surroundings import cue_token, find_surroundings
from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.nouns.annotations import Attribution, Circumstance
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time

CALENDAR = ("date", "time")


def find_circumstances(
    article: Article, parse: Parse, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Circumstance, ...]:
    """Find what surrounds each attribution; the result runs parallel to the attributions."""
    grammar = index_parse(article, parse, ())
    dated = _by_sentence(grammar, times)
    return tuple(_surround(grammar, attribution, times, dated) for attribution in attributions)


def _surround(
    grammar: Grammar, attribution: Attribution, times: tuple[Time, ...], dated: dict[int, list[int]]
) -> Circumstance:
    around = find_surroundings(grammar, attribution)
    cue = cue_token(grammar, attribution)
    near = [] if cue is None else dated.get(grammar.sentence[cue], [])
    source = () if attribution.source is None else (attribution.source,)
    return Circumstance(
        addressee=around.addressee,
        medium=around.medium,
        occasion=around.occasion,
        place=around.place,
        time=find_moment(grammar, attribution, [(one, times[one].at) for one in near], around.medium_noun),
        hedges=find_hedges(grammar, (*attribution.content, *source)),
        conditions=find_conditions(grammar, attribution),
    )


def _by_sentence(grammar: Grammar, times: tuple[Time, ...]) -> dict[int, list[int]]:
    """Return the indices of the dates of each sentence."""
    found: dict[int, list[int]] = {}
    sentences, at = grammar.parse.sentences, 0
    for index, time in enumerate(times):
        while at < len(sentences) and sentences[at].at.end <= time.at.start:
            at += 1
        inside = at < len(sentences) and sentences[at].at.start <= time.at.start
        if inside and time.type in CALENDAR and leading_date(grammar.text, times, index) == index:
            found.setdefault(at, []).append(index)
    return found
