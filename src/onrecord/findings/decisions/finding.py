"""Finding the row that a decision is about in a record that was made again since.

Exact words come first, then words that overlap; what two rows could be is none, since a decision
laid on the wrong row would be worse than one that rests.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.nouns.decision import Anchor, RowKind, Subject
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Actor, Correction, Event, Item, Record, Statement
from onrecord.nouns.span import Span, covered, merged

ALIKE = 0.5  # of the words of both together that must be shared, where no cue is
ALIKE_AT_CUE = 0.2  # of the content, where the words that attribute are the same
LOOKED = 1000  # places of the words that are looked at in a text

Owners = dict[str, dict[Span, str]]  # article → mention → whose


class Finder(msgspec.Struct, frozen=True):
    """Where the rows of a record stand; merges and splits are written into `owners` and `now` as they are made."""

    texts: dict[str, str]
    statements: dict[str, tuple[Statement, ...]]
    rest: dict[RowKind, tuple[Event | Correction, ...]]
    names: dict[RowKind, dict[str, str]]  # id → name
    owners: dict[RowKind, Owners]
    now: dict[str, str] = {}  # id → the one it was merged into


def make_finder(record: Record) -> Finder:
    """Sort the rows of a record by where they stand."""
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in record.statements:
        said[statement.article].append(statement)
    return Finder(
        texts={article.id: article.text for article in record.articles},
        statements={article: tuple(found) for article, found in said.items()},
        rest={"event": record.events, "correction": record.corrections},
        names={
            "actor": {one.id: one.name for one in record.actors},
            "item": {one.id: one.label for one in record.items},
        },
        owners={"actor": _owners(record.actors), "item": _owners(record.items)},
        now={},
    )


def find_row(finder: Finder, subject: Subject) -> str | None:
    """Return the id of the row that a subject is; None where no row, or more than one, could be it."""
    if subject.kind == "statement":
        return _find_statement(finder, subject)
    if subject.kind in finder.owners:
        return _find_owner(finder, subject)
    return _find_at(finder, subject)


def find_places(finder: Finder, subject: Subject) -> Iterator[tuple[str, Span]]:
    """Yield where the words of a subject stand now, as far as they still stand anywhere."""
    for anchor in subject.anchors:
        at = locate(finder.texts.get(anchor.article, ""), anchor)
        if at is not None:
            yield anchor.article, at


def locate(text: str, anchor: Anchor) -> Span | None:
    """Return where the words of an anchor stand: where they stood, else the place nearest to it.

    >>> locate("Now Varga denied it.", Anchor("3f9a", Span(0, 5), "Varga"))
    Span(start=4, end=9)
    """
    if anchor.at.of(text) == anchor.words:
        return anchor.at
    starts = list(_starts(text, anchor.words))
    nearest = min(starts, key=lambda start: abs(start - anchor.at.start), default=None)
    return None if nearest is None else Span(nearest, nearest + len(anchor.words))


def current(finder: Finder, row: str) -> str:
    """Return what a row has been merged into, else the row itself."""
    while row in finder.now:
        row = finder.now[row]
    return row


def id_of_stranger(subject: Subject) -> str:
    """Return the id that somebody has whom no article names and a decision does."""
    return digest("actor", "given", subject.label)


def _starts(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    for _ in range(LOOKED):
        if start < 0:
            return
        yield start
        start = text.find(words, start + 1)


def _owners(rows: Iterable[Actor | Item]) -> Owners:
    owners: Owners = defaultdict(dict)
    for row in rows:
        for one in row.mentions:
            owners[one.article].setdefault(one.at, row.id)
    return owners


def _find_statement(finder: Finder, subject: Subject) -> str | None:
    article = subject.anchors[0].article if subject.anchors else ""
    text = finder.texts.get(article, "")
    cue = _located(text, subject, "cue")
    content = _located(text, subject, "content")
    scores = {one.id: _likeness(one, cue, content) for one in finder.statements.get(article, ())}
    return _only_best(scores)


def _located(text: str, subject: Subject, role: str) -> tuple[Span, ...]:
    return merged(filter(None, (locate(text, anchor) for anchor in subject.anchors if anchor.role == role)))


def _likeness(one: Statement, cue: tuple[Span, ...], content: tuple[Span, ...]) -> float:
    """Return how much of its words a statement shares with others, zero where it is another statement."""
    whole = _shared((*one.cue_at, *one.content_at), (*cue, *content))
    if not cue or not one.cue_at:
        return whole if whole >= ALIKE else 0.0
    if not any(mine.overlaps(other) for mine in one.cue_at for other in cue):
        return 0.0
    apart = bool(content and one.content_at) and _shared(one.content_at, content) < ALIKE_AT_CUE
    return 0.0 if apart else whole


def _shared(some: Iterable[Span], others: Iterable[Span]) -> float:
    """Return the share of the code points of both that both have."""
    some, others = merged(some), merged(others)
    both = sum(covered(span, others) for span in some)
    total = sum(span.end - span.start for span in (*some, *others)) - both
    return both / total if total else 0.0


def _find_owner(finder: Finder, subject: Subject) -> str | None:
    """Return whose most of the mentions are; where all are lost, the only one of that name."""
    names = finder.names[subject.kind]
    stranger = id_of_stranger(subject)
    if stranger in names:
        return stranger
    votes: Counter[str] = Counter()
    for article, at in find_places(finder, subject):
        owners = finder.owners[subject.kind].get(article, {})
        owner = owners.get(at) or _only_best({own: _shared((span,), (at,)) for span, own in owners.items()
                                              if span.overlaps(at)})  # fmt: skip
        if owner is not None:
            votes[current(finder, owner)] += 1
    if votes:
        most = [row for row, n in votes.items() if n == max(votes.values())]
        return _only(most) or _only([row for row in most if names.get(row) == subject.label])
    named = {current(finder, row) for row, name in names.items() if name == subject.label}
    return _only(sorted(named)) if subject.kind == "actor" else None


def _find_at(finder: Finder, subject: Subject) -> str | None:
    places = list(find_places(finder, subject))
    scores = {
        row.id: max((_shared((row.at,), (at,)) for article, at in places if article == row.article), default=0.0)
        for row in finder.rest.get(subject.kind, ())
    }
    return _only_best({row: score for row, score in scores.items() if score >= ALIKE})


def _only_best(scores: dict[str, float]) -> str | None:
    best = max(scores.values(), default=0.0)
    return _only([row for row, score in scores.items() if score == best]) if best else None


def _only(rows: Sequence[str]) -> str | None:
    return rows[0] if len(rows) == 1 else None
