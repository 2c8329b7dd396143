"""When each thing was said: the date that is bound to the words of saying and not to what is said."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.annotation.circumstance.surroundings import cue_token
from onrecord.annotation.grammar import Grammar
from onrecord.annotation.time.tense import governing_verb
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.record import Time
from onrecord.nouns.span import Span

BETWEEN = frozenset(
    {"", "on", "in", "at", "late", "early", "late on", "early on", ",", "later on", "back in", "earlier"}
)
LONGEST_BETWEEN = 12
JOINTS = frozenset({",", ", on", "on", ", in", "("})
# "Asked on Monday, she said": the verb before the words of saying that shares their time.
SHARING = frozenset(
    {"ask", "question", "speak", "address", "respond", "reply", "write", "talk", "appear", "quiz", "press"}
)
FARTHEST = 4


class Dates(msgspec.Struct, frozen=True):
    """The dates of an article that can date a saying: index, sentence and place, in order of the text.

    `by_verb` and `by_head` hold their positions by the verb that governs them, and by the head of that verb.
    """

    listed: tuple[tuple[int, int, Span], ...]
    by_verb: Mapping[int, list[int]]
    by_head: Mapping[int, list[int]]


def index_dates(grammar: Grammar, listed: Iterable[tuple[int, int, Span]]) -> Dates:
    """Index dates by what they hang on, so that no cue has to read all those of its sentence."""
    dates = Dates(tuple(listed), defaultdict(list), defaultdict(list))
    for place, (_, _, at) in enumerate(dates.listed):
        verb = governing_verb(grammar, at)
        if verb is not None:
            dates.by_verb[verb].append(place)
            dates.by_head[grammar.tokens[verb].head].append(place)
    return dates


def find_moment(grammar: Grammar, attribution: Attribution, dates: Dates, medium: int | None) -> int | None:
    """Return the index of the date that hangs on the cue; of several the one that stands nearest.

    `medium` is the noun of what the words went through.
    """
    cue = cue_token(grammar, attribution)
    if cue is None:
        return None
    near = (dates.listed[place] for place in sorted(set(_near(grammar, attribution, dates, (cue, medium)))))
    bound = [
        (index, at)
        for index, sentence, at in near
        if sentence == grammar.sentence[cue] and _dates(grammar, attribution, at, (cue, medium))
    ]
    start = grammar.tokens[cue].start
    return min(bound, key=lambda one: abs(one[1].start - start))[0] if bound else None


def follows_cue(grammar: Grammar, attribution: Attribution, at: Span) -> bool:
    """Tell whether a date stands right behind the cue or its source: "said on Monday it would ask" dates the saying."""
    return any(
        one.end <= at.start <= one.end + LONGEST_BETWEEN
        and grammar.text[one.end : at.start].strip().casefold() in BETWEEN
        and (one in attribution.cue or _is_behind_cue(attribution, one))
        for one in _words(attribution)
    )


def leading_date(text: str, times: tuple[Time, ...], index: int) -> int:
    """Return the date that begins a run of them: in "next month, on 7 October" the second says the first again."""
    for _ in range(FARTHEST):
        joint = text[times[index - 1].at.end : times[index].at.start].strip() if index else None
        if joint is None or len(joint) > LONGEST_BETWEEN or joint.casefold() not in JOINTS:
            break
        index -= 1
    return index


def _near(grammar: Grammar, attribution: Attribution, dates: Dates, bearers: tuple[int, int | None]) -> Iterator[int]:
    """Yield the places of the dates that can be bound to a cue: right behind its words, or hanging on a bearer."""
    for one in _words(attribution):
        first = bisect_left(dates.listed, one.end, key=_start)
        yield from range(first, bisect_right(dates.listed, one.end + LONGEST_BETWEEN, key=_start))
    cue, medium = bearers
    for verb in (cue, *_first_of_row(grammar, cue)):
        yield from dates.by_verb.get(verb, ())
    for head in (cue, medium):
        yield from () if head is None else dates.by_head.get(head, ())


def _words(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.cue, *((attribution.source,) if attribution.source else ()))


def _start(date: tuple[int, int, Span]) -> int:
    return date[2].start


def _dates(grammar: Grammar, attribution: Attribution, at: Span, bearers: tuple[int, int | None]) -> bool:
    """Tell whether a date is that of the saying: right behind its words, or bound to them and not in what is said."""
    if follows_cue(grammar, attribution, at):
        return True
    return not any(span.overlaps(at) for span in attribution.content) and _is_bound(grammar, *bearers, at)


def _is_behind_cue(attribution: Attribution, source: Span) -> bool:
    """Tell whether the source stands behind its cue: "said the clerk on Monday"."""
    return bool(attribution.cue) and attribution.cue[-1].end <= source.start


def _is_bound(grammar: Grammar, cue: int, medium: int | None, at: Span) -> bool:
    verb = governing_verb(grammar, at)
    if verb is None or verb == cue:
        return verb is not None
    one = grammar.tokens[verb]
    if one.head == cue and one.dep == "advcl":
        return one.lemma.lower() in SHARING or any(
            grammar.word(word) == "when" for word in grammar.kids(verb, "advmod")
        )
    if one.dep == "acl" and one.head == medium:
        return True  # "said in a video posted on Friday"
    return verb in _first_of_row(grammar, cue) and at.end <= one.start


def _first_of_row(grammar: Grammar, cue: int) -> set[int]:
    """Return the verbs that a cue follows in a row: a date before the first is shared ("on Monday met and said")."""
    row: set[int] = set()
    while grammar.tokens[cue].dep == "conj" and len(row) < FARTHEST:
        cue = grammar.tokens[cue].head
        row.add(cue)
    return row
