"""The words by which a decision will find its row again, taken from the row as it stands now."""

from collections.abc import Callable, Iterator

from onrecord.nouns.article import Article
from onrecord.nouns.decision import Anchor, AnchorRole, RowKind, Subject
from onrecord.nouns.record import Actor, Correction, Event, Item, MentionAt, Position, Record, Statement
from onrecord.nouns.span import Span

MENTIONS = 12  # of a person or thing that a decision keeps: enough to outvote a few that a re-run gives to another
SHOWN = 80  # characters of the words of a row that name it in the log

Texts = dict[str, Article]


def subject_of(record: Record, row: str) -> Subject | None:
    """Return the row of an id as the words that it rests on; None where the record has no such row."""
    texts = {article.id: article for article in record.articles}
    makers: tuple[tuple[str, Callable[..., Subject]], ...] = (
        ("statements", _statement), ("actors", _actor), ("items", _item), ("events", _event),
        ("corrections", _correction),
    )  # fmt: skip
    for kind, make in makers:
        for one in getattr(record, kind):
            if one.id == row:
                return make(texts, one)
    return next((_position(record, one) for one in record.positions if one.id == row), None)


def mentions_of(record: Record, kind: RowKind, places: tuple[MentionAt, ...], label: str) -> Subject:
    """Return some mentions of a row as the part of it that is split off."""
    texts = {article.id: article for article in record.articles}
    return Subject(kind, label, tuple(_anchor(texts, one.article, one.at, "mention") for one in places))


def _statement(texts: Texts, one: Statement) -> Subject:
    cue = tuple(_anchor(texts, one.article, at, "cue") for at in one.cue_at)
    content = tuple(_anchor(texts, one.article, at, "content") for at in one.content_at)
    return Subject("statement", _label(" … ".join(anchor.words for anchor in content or cue)), cue + content)


def _actor(texts: Texts, one: Actor) -> Subject:
    return Subject("actor", one.name, tuple(_telling(texts, one.mentions, one.name)))


def _item(texts: Texts, one: Item) -> Subject:
    return Subject("item", one.label, tuple(_telling(texts, one.mentions, one.label)))


def _event(texts: Texts, one: Event) -> Subject:
    return Subject("event", _label(one.what), (_anchor(texts, one.article, one.at, "mention"),))


def _correction(texts: Texts, one: Correction) -> Subject:
    anchor = _anchor(texts, one.article, one.at, "mention")
    return Subject("correction", _label(anchor.words), (anchor,))


def _position(record: Record, one: Position) -> Subject:
    parts = tuple(filter(None, (subject_of(record, row) for row in (one.actor, one.about, *one.statements))))
    actor, about, *_ = (*(part.label for part in parts), "", "")
    label = f"{actor} · {one.value} · {one.proposition} · {about}"
    return Subject("position", label, parts=parts, proposition=one.proposition, value=one.value)


def _telling(texts: Texts, places: tuple[MentionAt, ...], name: str) -> Iterator[Anchor]:
    """Yield the mentions that say most: those in the words of the name, then the others, in their order."""
    anchors = [_anchor(texts, one.article, one.at, "mention") for one in places]
    yield from sorted(anchors, key=lambda anchor: anchor.words != name)[:MENTIONS]


def _anchor(texts: Texts, article: str, at: Span, role: AnchorRole) -> Anchor:
    return Anchor(article, at, at.of(texts[article].text), role)


def _label(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"
