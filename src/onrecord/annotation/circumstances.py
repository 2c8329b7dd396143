"""To whom, through what, at what, where and when each thing was said, and under what hedge or condition.

The time of saying is bound to the cue and kept apart from the times inside what is said: taking one for the other
is the error that machines make most.
"""

from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.annotation.provisos import find_conditions, find_hedges
from onrecord.annotation.surroundings import cue_token, find_surroundings
from onrecord.annotation.time.tense import governing_verb
from onrecord.nouns.annotations import Attribution, Circumstance
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time
from onrecord.nouns.span import Span

CALENDAR = ("date", "time")
BETWEEN = frozenset(
    {"", "on", "in", "at", "late", "early", "late on", "early on", ",", "later on", "back in", "earlier"}
)
LONGEST_BETWEEN = 12


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
        time=_time_of_saying(grammar, attribution, cue, [(one, times[one].at) for one in near]),
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
        if at < len(sentences) and sentences[at].at.start <= time.at.start and time.type in CALENDAR:
            found.setdefault(at, []).append(index)
    return found


def _time_of_saying(
    grammar: Grammar, attribution: Attribution, cue: int | None, near: list[tuple[int, Span]]
) -> int | None:
    """Return the date that hangs on the cue; of several the one that stands nearest."""
    if cue is None:
        return None
    outside = [(index, at) for index, at in near if not any(span.overlaps(at) for span in attribution.content)]
    bound = [
        (index, at) for index, at in outside if governing_verb(grammar, at) == cue or _follows(grammar, attribution, at)
    ]
    if not bound:
        return None
    start = grammar.tokens[cue].start
    return min(bound, key=lambda one: abs(one[1].start - start))[0]


def _follows(grammar: Grammar, attribution: Attribution, at: Span) -> bool:
    """Tell whether a date stands right behind the cue or its source: "said on Monday", "said the clerk on Monday"."""
    for cue in (*attribution.cue, *((attribution.source,) if attribution.source else ())):
        between = grammar.text[cue.end : at.start] if cue.end <= at.start <= cue.end + LONGEST_BETWEEN else None
        if between is not None and between.strip().casefold() in BETWEEN:
            return True
    return False
