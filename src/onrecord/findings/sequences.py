"""What is told to have come after what: "a day later", "then", "followed by", "after the vote".

Order in a text is no order in time. Only words that say so put one event after another; a list after "soon after" puts
each after the first and none after its neighbour. What has no date of its own is bounded by those that it stands
between: it came no sooner than what it came after began, and no later than what it came before was over.
"""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.nouns.annotations import Annotated, Happening
from onrecord.nouns.days import Days, days_of, make_when
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Event, Link
from onrecord.nouns.span import Span
from onrecord.nouns.when import Relative


class _Told(msgspec.Struct, frozen=True):
    """Two events, the later first, with the words that put them in order."""

    later: Event
    earlier: Event
    at: Span


def sequences(one: Annotated, happened: Iterable[Event]) -> Iterator[Link]:
    """Yield a link from each event to the one that the words say it followed."""
    for told in _told(one, happened):
        id_ = digest("link", "follows", told.later.id, told.earlier.id, None)
        yield Link(id_, "follows", told.later.id, told.earlier.id, one.article.id, told.at)


def heads_in_order(happening: Happening) -> Iterator[Span | None]:
    """Yield the heads of what a happening came after, and its own if it came after any."""
    yield from (earlier.head for earlier in happening.after)
    yield from (happening.head,) if happening.after else ()


def bound_by_order(one: Annotated, happened: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return events, those without a date in the bounds that their order sets."""
    pairs = tuple(_told(one, happened))
    return tuple(event if _is_bounded(event) else _between(event, pairs) for event in happened)


def _is_bounded(event: Event) -> bool:
    return event.when is not None and bool(event.when.earliest or event.when.latest)


def _between(event: Event, pairs: tuple[_Told, ...]) -> Event:
    """Return an event bounded by those that it came after and before, as far as these have bounds."""
    lows = [(first, pair) for pair in pairs if pair.later.id == event.id and (first := _days(pair.earlier).first)]
    highs = [(last, pair) for pair in pairs if pair.earlier.id == event.id and (last := _days(pair.later).last)]
    low, high = max(lows, key=lambda one: one[0], default=None), min(highs, key=lambda one: one[0], default=None)
    if low is None and high is None:
        return event
    if low is not None and high is not None and low[0] > high[0]:
        return event
    reasons = [f"told as after “{low[1].earlier.what}”"] if low else []
    reasons += [f"told as before “{high[1].later.what}”"] if high else []
    when = make_when(
        Days(low[0] if low else None, high[0] if high else None), basis="inferred", because="; ".join(reasons)
    )
    to, at = (low[1].earlier.id, low[1].at) if low else (high[1].later.id, high[1].at) if high else ("", event.at)
    return msgspec.structs.replace(event, when=msgspec.structs.replace(when, at=at, relative=Relative(to)))


def _days(event: Event) -> Days:
    return days_of(event.when) if event.when else Days()


def _told(one: Annotated, happened: Iterable[Event]) -> Iterator[_Told]:
    """Yield each pair of events of the article that the words put in order, once; none that they order both ways."""
    events = {event.at: event for event in happened if event.article == one.article.id}
    found = {(pair.later.id, pair.earlier.id): pair for pair in (*_by_date(one, events), *_by_words(one, events))}
    yield from (pair for (later, earlier), pair in found.items() if (earlier, later) not in found)


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
    """Yield the events that words like "after" and "then" put in order."""
    happenings = [happening for happening in one.annotations.happenings if happening.at in events]
    by_head = {happening.head: events[happening.at] for happening in happenings}
    for happening in happenings:
        for earlier in happening.after:
            here, there = events[happening.at], by_head.get(earlier.head)
            if there is not None and there.id != here.id and there.voice == here.voice:
                yield _Told(here, there, earlier.at)
