"""For the public: a record without what is alleged of private persons, and without them.

Left out are the statements that `find_allegations` finds, the private persons whom they are about, and all that rests
on either alone. Their words are blanked wherever they stand, in the articles too; what stays keeps its offsets.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from onrecord.findings.decisions.references import drop
from onrecord.findings.guard.blanking import (
    Veil,
    blank_article,
    is_all_blanked,
    is_blanked,
    make_veil,
    veil_rows,
)  # fmt: skip
from onrecord.findings.guard.private import Left, find_allegations
from onrecord.nouns.record import Actor, Item, Phrase, Position, Record, Statement
from onrecord.nouns.span import Span

PRONOUNS = frozenset({
    "he", "she", "they", "it", "him", "her", "them", "his", "hers", "their", "theirs", "its", "himself", "herself",
    "themselves", "who", "whom", "whose", "i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours",
})  # fmt: skip
SURROUNDING = ("addressee", "medium", "occasion", "place")
Row = TypeVar("Row", Actor, Item)


def for_public(record: Record) -> Record:
    """Return a record as it may leave the newsroom; the record itself where nothing has to be left out."""
    left = find_allegations(record)
    if not left.statements:
        return record
    veil = make_veil(record.articles, _spans(record, left), _names(record, left.persons))
    gone = _gone(record, left, veil)
    kept = drop(msgspec.structs.replace(record, positions=()), gone)
    gone |= {one.id for one in record.events} - {one.id for one in kept.events}
    positions = tuple(one for position in record.positions for one in _position(position, gone))
    shown = msgspec.structs.replace(
        kept,
        actors=tuple(_actor(veil, one) for one in kept.actors),
        items=tuple(_item(veil, one) for one in kept.items),
        statements=tuple(_statement(veil, one) for one in kept.statements),
        times=tuple(one for one in kept.times if not is_blanked(veil, one.article, one.at)),
        positions=_standing(positions),
    )
    arrays = ("actors", "items", "statements", "positions", "events", "times", "corrections", "links")
    rows = {name: veil_rows(veil, getattr(shown, name)) for name in arrays}
    articles = tuple(blank_article(veil, one) for one in record.articles)
    return msgspec.structs.replace(shown, articles=articles, **rows)


def _spans(record: Record, left: Left) -> dict[str, list[Span]]:
    """Return the words that are left out, and those by which the persons are called."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for one in record.statements:
        if one.id in left.statements:
            spans[one.article] += (*one.content_at, *one.quoted_at)
    texts = {article.id: article.text for article in record.articles}
    for actor in record.actors:
        for place in actor.mentions if actor.id in left.persons else ():
            if place.at.of(texts[place.article]).lower() not in PRONOUNS:
                spans[place.article].append(place.at)
    return spans


def _names(record: Record, persons: frozenset[str]) -> Iterator[str]:
    """Yield the names of the persons who are left out, and each word of them that nobody else is called by."""
    others = {word for one in record.actors if one.id not in persons for name in (one.name, *one.aliases)
              for word in name.split()}  # fmt: skip
    for one in record.actors:
        for name in (one.name, *one.aliases) if one.id in persons else ():
            words = name.split()
            if len(words) > 1 and all(word[:1].isupper() for word in (words[0], words[-1])):
                yield name
            yield from (word for word in words if word[:1].isupper() and word not in others and word.lower() != "the")


def _gone(record: Record, left: Left, veil: Veil) -> frozenset[str]:
    """Return the rows that cannot stay: what is left out, and what has no words left to rest on."""
    gone = set(left.statements | left.persons)
    for one in record.statements:
        words = one.content_at or one.cue_at
        if words and all(is_all_blanked(veil, one.article, at) for at in words):
            gone.add(one.id)
    gone |= {one.id for one in record.events if is_blanked(veil, one.article, one.at)}
    gone |= {one.id for one in record.links if is_blanked(veil, one.article, one.at)}
    for notice in record.corrections:
        places = (notice.at, *((notice.new_at,) if notice.new_at else ()))
        if any(is_blanked(veil, notice.article, at) for at in places):
            gone.add(notice.id)
    rows: tuple[Actor | Item, ...] = (*record.actors, *record.items)
    for row in rows:
        if row.mentions and all(is_all_blanked(veil, one.article, one.at) for one in row.mentions):
            gone.add(row.id)
    return frozenset(gone)


def _position(position: Position, gone: frozenset[str]) -> Iterator[Position]:
    """Yield a position with the statements that stay; none where none does, or who holds it does not."""
    statements = tuple(one for one in position.statements if one not in gone)
    if statements and position.actor not in gone and position.about not in gone:
        whole = statements == position.statements
        yield position if whole else msgspec.structs.replace(position, statements=statements, text=None, because=None)


def _standing(positions: tuple[Position, ...]) -> tuple[Position, ...]:
    known = {one.id for one in positions}
    return tuple(
        one if one.superseded_by in known else msgspec.structs.replace(one, superseded_by=None) for one in positions
    )


def _without_mentions(veil: Veil, row: Row) -> Row:
    mentions = tuple(one for one in row.mentions if not is_all_blanked(veil, one.article, one.at))
    return msgspec.structs.replace(row, mentions=mentions)


def _actor(veil: Veil, actor: Actor) -> Actor:
    roles = tuple(role for role in actor.roles if not is_blanked(veil, role.article, role.at))
    return msgspec.structs.replace(_without_mentions(veil, actor), roles=roles)


def _item(veil: Veil, item: Item) -> Item:
    facts = tuple(fact for fact in item.facts if not is_blanked(veil, fact.article, fact.at))
    return msgspec.structs.replace(_without_mentions(veil, item), facts=facts)


def _statement(veil: Veil, one: Statement) -> Statement:
    """Take out what surrounds a statement in words that are blanked."""
    lost = {
        name: None
        for name in SURROUNDING
        if isinstance(phrase := getattr(one, name), Phrase) and is_blanked(veil, one.article, phrase.at)
    }
    return msgspec.structs.replace(one, **lost) if lost else one
