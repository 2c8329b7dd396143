"""Questions put to a record, answered as rows: the same answers for the command line, scripts and the page.

Every view is a projection: it picks, joins and orders rows, and concludes nothing.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.dossiers.alternatives import say_alternatives
from onrecord.dossiers.register import Register, make_register, name_of, outlet_of, slice_of, words_of
from onrecord.dossiers.wording import OWN_VOICE
from onrecord.nouns.record import Event, Position, Record, Statement
from onrecord.nouns.stale import stale_statements
from onrecord.nouns.threads import NO_THREADS, Ground, Threads
from onrecord.nouns.views import Contested, Corrected, Dated, Saying, Stance
from onrecord.nouns.when import When, sort_key


def who(record: Record, item_id: str, threads: Threads = NO_THREADS) -> tuple[Stance, ...]:
    """Answer where everybody stands on an item or event, actor by actor in order of their first position."""
    register, stale = make_register(record), stale_statements(record)
    found = [position for position in record.positions if position.about == item_id]
    order = {actor: rank for rank, actor in enumerate(dict.fromkeys(position.actor for position in found))}
    return tuple(
        _stance(register, position, stale, threads.grounds.get(position.id))
        for position in sorted(found, key=lambda one: order[one.actor])
    )


def said(record: Record, actor_id: str) -> tuple[Saying, ...]:
    """Answer with everything somebody said, alone or with others, in the order of the record.

    What is said in the name of a body is listed with the body too, under the name of who says it; what somebody calls
    their own view is not. What holds a value out of force is left out where the same words with the value in force
    stand.
    """
    register, stale = make_register(record), stale_statements(record)
    return tuple(
        _saying(register, statement, actor_id)
        for statement in record.statements
        if statement.id not in stale and actor_id in (statement.speaker, *statement.others, body_of(statement))
    )


def timeline(record: Record) -> tuple[Dated, ...]:
    """Answer what happened, was said and was published when, by earliest day; what is undated comes last.

    Statements are listed where the articles give them a day; happenings always.
    """
    register, after = make_register(record), _told_order(record)
    rows = [
        *(_published(register, article.id, article.published) for article in record.articles),
        *(_told(register, event, after.get(event.id, ())) for event in record.events),
        *(_spoken(register, statement) for statement in record.statements if is_dated(statement.when)),
    ]
    rows = [row for row in rows if row.kind != "published" or is_dated(row.when)]
    return _with_overlaps(sorted(rows, key=lambda row: sort_key(row.when)), after)


def items(record: Record) -> tuple[Contested, ...]:
    """Answer which contested things the record knows."""
    positions = Counter(position.about for position in record.positions)
    return tuple(
        Contested(
            id=item.id,
            kind=item.kind,
            label=item.label,
            existence=item.existence,
            facts=item.facts,
            mentions=len(item.mentions),
            positions=positions[item.id],
        )
        for item in record.items
    )


def corrections(record: Record) -> tuple[Corrected, ...]:
    """Answer what was corrected, in the words of the notices."""
    register = make_register(record)
    return tuple(
        Corrected(
            id=one.id,
            article=one.article,
            outlet=outlet_of(register, one.article),
            kind=one.kind,
            notice=slice_of(register, one.article, one.at),
            old=one.old,
            new=one.new,
            touches=one.touches,
        )
        for one in record.corrections
    )


def exact_words(register: Register, statement: Statement) -> tuple[str, ...]:
    """Return the words of a statement as they stand; for a silence, the words that report it."""
    spans = statement.content_at or statement.cue_at or words_of(statement)
    return tuple(slice_of(register, statement.article, span) for span in spans)


def path_of(register: Register, statement: Statement, speaker: str | None = None) -> tuple[str, ...]:
    """Return the hands that the words came through: outlet first, then the relays, the speaker last."""
    relays = (name_of(register, relay.actor or relay.item) for relay in statement.chain)
    hands = (outlet_of(register, statement.article), *relays, name_of(register, speaker or statement.speaker))
    # Nobody hands words to himself: neighbours of one name are one hand.
    return tuple(hand for hand, before in zip(hands, (None, *hands), strict=False) if hand != before)


def is_dated(when: When | None) -> bool:
    """Tell whether a date is bounded at one end at least."""
    return when is not None and bool(when.earliest or when.latest)


def body_of(statement: Statement) -> str | None:
    """Return in whose name a statement is made, none where it is told as the speaker's own."""
    return None if statement.personal else statement.speaks_for


def _stance(register: Register, position: Position, stale: frozenset[str], ground: Ground | None) -> Stance:
    known = [register.statements[row] for row in position.statements if row in register.statements]
    resting = [one for one in known if one.id not in stale] or known
    return Stance(
        actor=position.actor,
        name=name_of(register, position.actor),
        proposition=position.proposition,
        value=position.value,
        when=position.when,
        words=tuple(words for statement in resting for words in exact_words(register, statement)),
        statements=position.statements,
        superseded_by=position.superseded_by,
        id=position.id,
        outlets=ground.outlets if ground else (),
        origins=ground.origins if ground else (),
        flags=tuple(f"{flag.kind}: {flag.because}" for flag in ground.flags) if ground else (),
        speaks_for=bodies_named(register, resting),
        alternatives=tuple(other for one in resting for other in say_alternatives(register, one)),
    )


def bodies_named(register: Register, resting: Iterable[Statement]) -> str | None:
    """Name the bodies in whose name some statements are made."""
    names = (name_of(register, body) for one in resting if (body := body_of(one)))
    return ", ".join(dict.fromkeys(names)) or None


def _saying(register: Register, statement: Statement, actor: str) -> Saying:
    speaker = actor if actor in (statement.speaker, *statement.others) else statement.speaker
    return Saying(
        statement=statement.id,
        article=statement.article,
        path=path_of(register, statement, speaker),
        act=statement.act,
        mode=statement.mode,
        words=exact_words(register, statement),
        when=statement.when,
        confidence=statement.confidence,
        speaks_for=name_of(register, statement.speaks_for) if statement.speaks_for else None,
        personal=statement.personal,
        granted=tuple(slice_of(register, statement.article, at) for at in statement.granted_at),
        alternatives=say_alternatives(register, statement),
    )


def _published(register: Register, article: str, when: When) -> Dated:
    title = register.articles[article].title or ""
    return Dated("published", article, article, None, title, outlet_of(register, article), when)


def _told_order(record: Record) -> Mapping[str, Sequence[Event]]:
    """Return the events that each event is told to have come after, by its id."""
    events = {event.id: event for event in record.events}
    after: defaultdict[str, list[Event]] = defaultdict(list)
    for link in record.links:
        if link.kind == "follows" and link.start in events and link.end in events:
            after[link.start].append(events[link.end])
    return after


def _told(register: Register, event: Event, after: Sequence[Event]) -> Dated:
    telling = register.statements.get(event.voice or "")
    voice = name_of(register, telling.speaker) if telling else OWN_VOICE
    earlier = tuple(one.what for one in after)
    return Dated("event", event.id, event.article, event.at, event.what, voice, event.when, after=earlier)


def _spoken(register: Register, statement: Statement) -> Dated:
    what = " … ".join(exact_words(register, statement))
    at, voice = next(iter(words_of(statement)), None), name_of(register, statement.speaker)
    return Dated("said", statement.id, statement.article, at, what, voice, statement.when)


def _with_overlaps(rows: list[Dated], after: Mapping[str, Sequence[Event]]) -> tuple[Dated, ...]:
    """Return the rows with the number of following ones whose days overlap and of which no words tell the order."""
    starts, lasts = [sort_key(row.when)[0] for row in rows], [sort_key(row.when)[1] for row in rows]
    dated = sum(is_dated(row.when) for row in rows)
    counts = [
        bisect_right(starts, last, hi=dated) - place - 1 if place < dated else 0 for place, last in enumerate(lasts)
    ]
    ordered = Counter[int]()
    places = {row.id: place for place, row in enumerate(rows) if row.kind == "event"}
    for later, those in after.items():
        for earlier in those:
            one, other = sorted((places[later], places[earlier.id]))
            ordered[one] += other - one <= counts[one]
    return tuple(
        msgspec.structs.replace(row, overlaps=max(0, overlaps - ordered[place]))
        for place, (row, overlaps) in enumerate(zip(rows, counts, strict=True))
    )
