"""What is told to have come after what: "a day later", "then", "followed by".

Order in a text is no order in time. Only words that say so put one event after another; a list after "soon after" puts
each after the first and none after its neighbour.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from onrecord.nouns.annotations import Annotated, Happening
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Event, Link
from onrecord.nouns.span import Span

FARTHEST = 200  # code points between two events of which the words between say the order

# Between two events: the second came later.
_THEN = re.compile(
    r"(?<!since )(?<!by )(?<!until )(?<!from )(?<!just )(?<!even )\bthen\b(?!-)(?= \w+(?:ed|t|n|d|k|w|ew)\b)"
    r"|\b(?:was|were|and|is) (?:\w+ly )?followed by\b|\bafter which\b|\b(?:afterwards|subsequently|thereafter)\b",
    re.IGNORECASE,
)
_UNPAIRED = re.compile(r"\brespectively\b", re.IGNORECASE)


class _Told(msgspec.Struct, frozen=True):
    """Two events, the later first, with the words that put them in order."""

    later: Event
    earlier: Event
    at: Span


def sequences(one: Annotated, happened: Iterable[Event]) -> Iterator[Link]:
    """Yield a link from each event to the one that the words say it followed."""
    events = {event.at: event for event in happened if event.article == one.article.id}
    for told in {(pair.later.id, pair.earlier.id): pair for pair in _told(one, events)}.values():
        id_ = digest("link", "follows", told.later.id, told.earlier.id, None)
        yield Link(id_, "follows", told.later.id, told.earlier.id, one.article.id, told.at)


def _told(one: Annotated, events: dict[Span, Event]) -> Iterator[_Told]:
    yield from _by_date(one, events)
    yield from _by_words(one, events)


def _by_date(one: Annotated, events: dict[Span, Event]) -> Iterator[_Told]:
    """Yield the events whose date is counted from that of another: a day later, three weeks earlier."""
    times = one.annotations.times
    dated: dict[int, list[Happening]] = {}
    for happening in one.annotations.happenings:
        if happening.time is not None and happening.at in events:
            dated.setdefault(happening.time, []).append(happening)
    for time, those in dated.items():
        when = times[time].when
        way = _way(when.relative.days, when.relative.earliest, when.relative.latest) if when and when.relative else 0
        to = when.relative.to if when and when.relative and way else ""
        for other in dated.get(int(to), ()) if to.isdecimal() else ():
            for this in those:
                here, there = events[this.at], events[other.at]
                if here.id != there.id and here.voice == there.voice:
                    later, earlier = (here, there) if way > 0 else (there, here)
                    yield _Told(later, earlier, times[time].at)


def _way(days: int | None, earliest: int | None, latest: int | None) -> int:
    """Return whether a distance leads forward, back, or nowhere that is known."""
    if days is not None:
        return (days > 0) - (days < 0)
    return 1 if earliest is not None and earliest > 0 else -1 if latest is not None and latest < 0 else 0


def _by_words(one: Annotated, events: dict[Span, Event]) -> Iterator[_Told]:
    """Yield neighbours between which the words say that the second came then."""
    text = one.article.text
    for before, after in pairwise(sorted(events.values(), key=lambda event: event.at)):
        start, end = before.at.end, after.at.end
        if before.voice != after.voice or not start < after.at.start or after.at.start - start > FARTHEST:
            continue
        words = text[start:end]
        found = _THEN.search(words)
        if found and "\n" not in words and not _UNPAIRED.search(words):
            yield _Told(after, before, Span(start + found.start(), start + found.end()))
