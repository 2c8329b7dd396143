"""Which row somebody means who decides: by id among all rows, else by name, else by some of its words."""

from collections.abc import Mapping, Sequence

from onrecord.errors import QueryError
from onrecord.nouns.choice import SHORTEST_ID, choose, fitting
from onrecord.nouns.record import Record, Statement

PEOPLE_AND_THINGS = ("actor", "item")
# Names are meant before words: "Varga" is a person, and not every statement that names her.
IN_ORDER = (PEOPLE_AND_THINGS, ("event", "correction"), ("statement", "position"))
HOW = "type the beginning of its id (onrecord said NAME --ids), its name, or some of its words"
SHOWN = 60  # characters of the words of a row in a question

Names = dict[str, list[str]]


def name_row(records: Sequence[Record], typed: str, *kinds: str, extra: Names | None = None) -> tuple[str, Record]:
    """Return the id of the row that is meant, and the first of the records that has it.

    `kinds` are those that it can be of, all where none is named; `extra` are other ids by their names. Raises
    QueryError where it could be several, or none.
    """
    named = [(record, _names(record, kinds)) for record in records]
    for record, groups in named:
        whole: Names = {id_: called for names in (*groups, extra or {}) for id_, called in names.items()}
        if len(typed) >= SHORTEST_ID and any(id_.startswith(typed.lower()) for id_ in whole):
            return choose("row", typed, whole), record
        for names in (extra or {}, *groups):
            if fitting(typed, names):
                return choose("row", typed, names), record
    kind = " or ".join(kinds).replace("actor", "person") or "row"
    raise QueryError(f"no {kind} is called {typed!r}: {HOW}")


def _names(record: Record, kinds: tuple[str, ...]) -> list[Names]:
    """Return the rows that can be meant by their names, in groups."""
    makers = {
        "actor": _actors, "item": _items, "event": _events, "correction": _corrections, "statement": _statements,
        "position": _positions,
    }  # fmt: skip
    return [
        {id_: called for kind in group if not kinds or kind in kinds for id_, called in makers[kind](record).items()}
        for group in IN_ORDER
    ]


def _actors(record: Record) -> Names:
    return {one.id: [one.name, *one.aliases] for one in record.actors}


def _items(record: Record) -> Names:
    texts = _texts(record)
    return {
        one.id: [one.label, one.kind, *(place.at.of(texts[place.article]) for place in one.mentions)]
        for one in record.items
    }


def _events(record: Record) -> Names:
    return {one.id: [one.what] for one in record.events}


def _corrections(record: Record) -> Names:
    texts = _texts(record)
    return {one.id: [one.at.of(texts[one.article])] for one in record.corrections}


def _statements(record: Record) -> Names:
    texts, names = _texts(record), {one.id: one.name for one in record.actors}
    return {one.id: _words(texts[one.article], one, names) for one in record.statements}


def _words(text: str, one: Statement, names: Mapping[str, str]) -> list[str]:
    words = " … ".join(" ".join(at.of(text).split()) for at in one.content_at or one.cue_at)
    return [
        f"{words[:SHOWN]} …" if len(words) > SHOWN else words,
        words,
        f"{names.get(one.speaker or '', '')}: {words}",
    ]


def _positions(record: Record) -> Names:
    names = {one.id: one.name for one in record.actors} | {one.id: one.label for one in record.items}
    return {
        one.id: [f"{names.get(one.actor, '')} {one.value} {one.proposition} {names.get(one.about, '')}"]
        for one in record.positions
    }


def _texts(record: Record) -> dict[str, str]:
    return {article.id: article.text for article in record.articles}
