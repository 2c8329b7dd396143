"""The events of an article: what is said to have happened or to be about to, when, and in whose voice.

An event told in a statement keeps that statement as its voice: it happened as far as that speaker says, and no further.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date

import msgspec

from onrecord.findings.actors import Cast, actor_at
from onrecord.findings.sequences import bound_by_order, heads_in_order
from onrecord.findings.tellings import statement_id
from onrecord.nouns.annotations import Annotated, Happening
from onrecord.nouns.days import ANY_DAY, Days, days_of, make_when
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Act, Event, Participant, Statement
from onrecord.nouns.when import When

# Acts that vouch for nothing, and the words of a last day.
UNTOLD: frozenset[Act] = frozenset({"deny", "neither", "decline", "silent", "no-reply", "ask"})
DEADLINES = ("by", "before", "until")
EVER = 10_000_000  # days: wider than any stretch with two ends
NEVER = EVER + 1  # wider still: no bound at all


def events_in(one: Annotated, cast: Cast, said: Iterable[Statement]) -> tuple[Event, ...]:
    """Return the events of an article, in order of its text, each bounded by those that it is told to follow."""
    return bound_by_order(one, tuple(_events(one, cast, {statement.id: statement for statement in said})))


def _events(one: Annotated, cast: Cast, telling: Mapping[str, Statement]) -> Iterator[Event]:
    """Yield the happenings of an article as events, but for those that their only teller denies or leaves open."""
    voices = _voices(one, telling)
    for happening in _most_exact(one):
        voice = None if happening.voice is None else voices[happening.voice]
        if voice is None or not happening.told or telling[voice].act not in UNTOLD:
            yield _event(one, happening, cast, telling.get(voice or ""))


def _most_exact(one: Annotated) -> Iterator[Happening]:
    """Yield the happenings of an article in order of its text, each with the most exact of its dates.

    What has no date that bounds it is one only where the words put it before or after another.
    """
    best: dict[object, Happening] = {}
    ordered = {head for happening in one.annotations.happenings for head in heads_in_order(happening)}
    for happening in one.annotations.happenings:
        key, width = happening.head or happening.at, _width(one, happening)
        wanted = width < NEVER or happening.head in ordered
        if wanted and (key not in best or width < _width(one, best[key])):
            best[key] = happening
    yield from sorted({happening.at: happening for happening in best.values()}.values(), key=lambda one: one.at)


def _width(one: Annotated, happening: Happening) -> int:
    """Return how many days a date leaves open, an open end counting as ever; more than ever for one without bounds."""
    when = None if happening.time is None else one.annotations.times[happening.time].when
    days = days_of(when) if when else ANY_DAY
    if days.first and days.last:
        return (days.last - days.first).days
    return EVER if days.first or days.last else NEVER


def _voices(one: Annotated, ids: Container[str]) -> list[str | None]:
    """Return the statement of each attribution; what only carries another's words has the one that it carries."""
    attributions = one.annotations.attributions
    made = [statement_id(one, attribution) for attribution in attributions]
    own = [id_ if id_ in ids else None for id_ in made]
    voices = [*own]
    for attribution, voice in zip(attributions, own, strict=True):
        if attribution.inside is not None and voices[attribution.inside] is None:
            voices[attribution.inside] = voice
    return voices


def _event(one: Annotated, happening: Happening, cast: Cast, telling: Statement | None) -> Event:
    text, time = one.article.text, happening.time
    return Event(
        id=digest("event", one.article.id, happening.at),
        article=one.article.id,
        at=happening.at,
        what=" … ".join(words.of(text) for words in happening.words or (happening.at,)),
        participants=tuple(_participants(one, happening, cast)),
        where=happening.where.of(text) if happening.where else None,
        when=None if time is None else _when(one, time, telling),
        voice=telling.id if telling else None,
        hedges=happening.hedges,
    )


def _when(one: Annotated, time: int, telling: Statement | None) -> When | None:
    """Return when something happened; what is to happen by a day comes no sooner than it is announced."""
    when, seen = one.annotations.times[time].when, one.annotations.seen[time : time + 1]
    ahead = bool(seen) and seen[0].direction == "future" and seen[0].limit in DEADLINES
    if when is None or not ahead or when.earliest or not when.latest:
        return when
    said = _announced(one, telling, firm=seen[0].firm)
    if said is None or not said.earliest or said.earliest > when.latest:
        return when
    days = Days(date.fromisoformat(said.earliest), date.fromisoformat(when.latest))
    bounded = make_when(days, basis=when.basis, because=f"{when.because}; not before it was announced")
    return msgspec.structs.replace(bounded, at=when.at, relative=when.relative)


def _announced(one: Annotated, telling: Statement | None, *, firm: bool) -> When | None:
    """Return when something still lay ahead: when it was said, else on the day of a report that says "will" itself.

    The words of a quotation may be older than the report, and "was to open" looks ahead from some earlier day.
    """
    if telling and telling.when:
        return telling.when
    quoted = telling is not None and telling.mode in ("direct", "mixed")
    return one.article.published if firm and not quoted else None


def _participants(one: Annotated, happening: Happening, cast: Cast) -> Iterator[Participant]:
    for part, at in (("doer", happening.doer), ("undergoer", happening.undergoer)):
        actor = None if at is None else actor_at(cast, one, at)
        if actor is not None:
            yield Participant(actor, part)
