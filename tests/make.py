"""Nouns for tests, made from short readable text: `make.article("…")`, `make.quote(text, "…")`.

Words stand for spans: `make.at(text, "the tape")` is where they stand. Everything has a default,
so that a test names only what it is about.
"""

from onrecord.nouns.annotations import Annotated, Annotations, Attribution, Mention, Quote, Reading, Thing
from onrecord.nouns.article import Article, Part, PartKind
from onrecord.nouns.digest import digest, sha256
from onrecord.nouns.parse import Link
from onrecord.nouns.record import (
    About,
    Act,
    Actor,
    ActorKind,
    Item,
    ItemKind,
    MadeBy,
    MentionAt,
    Position,
    PositionValue,
    Proposition,
    Record,
    Statement,
)
from onrecord.nouns.source import Given, Source, make_source
from onrecord.nouns.span import Span
from onrecord.nouns.when import UNKNOWN, When

MADE_BY = MadeBy(program="onrecord test", engine="none")


def at(text: str | Article, words: str, nth: int = 0) -> Span:
    """Return where words stand in a text, the nth time (from 0) that they occur."""
    text = text if isinstance(text, str) else text.text
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def spans(text: str | Article, *words: str) -> tuple[Span, ...]:
    """Return where each of several words stands, the first time that it occurs."""
    return tuple(at(text, one) for one in words)


def day(iso: str) -> When:
    """Return a day that the user gave."""
    return When(basis="given", edtf=iso, earliest=iso, latest=iso)


def source(text: str, *, media: str = "text/plain", place: str = "test.txt", given: Given | None = None) -> Source:
    """Return a source that holds a text."""
    return make_source(place, media, text.encode(), given=given)


def article(
    text: str, kinds: dict[int, PartKind] | None = None, *, outlet: str | None = None, published: str | None = None
) -> Article:
    """Return an article whose parts are parted by empty lines: paragraphs, but for those named by their number."""
    parts, start, kinds = [], 0, kinds or {}
    for number, piece in enumerate(text.split("\n\n")):
        end = min(len(text), start + len(piece) + 2)
        if end > start:
            parts.append(Part(kinds.get(number, "paragraph"), start, end))
        start = end
    when = day(published) if published else UNKNOWN
    return Article(id=sha256(text.encode()), text=text, parts=tuple(parts), outlet=outlet, published=when)


def quote(text: str | Article, inner: str, nth: int = 0, **more: bool) -> Quote:
    """Return the quotation of these words, with one mark on either side of them."""
    words = at(text, inner, nth)
    return Quote(at=Span(words.start - 1, words.end + 1), inner=words, **more)


def attribution(
    text: str | Article,
    source: str | None,
    cue: str,
    *content: str,
    inherits: int | None = None,
    inside: int | None = None,
) -> Attribution:
    """Return the attribution of content to a source by a cue."""
    return Attribution(
        cue=spans(text, cue) if cue else (), content=spans(text, *content), source=at(text, source) if source else None,
        rule="made for a test", confidence=0.9, inherits=inherits, inside=inside,
    )  # fmt: skip


def link(text: str | Article, source: str | None, cue: str, *content: str, **more: object) -> Link:
    """Return what a learned engine proposes: a plain assertion in the writer's own words unless told otherwise."""
    plain = {"sure": 0.75, "outer": True, "act": "assert", "attitude": "said"}
    where = spans(text, source) if source else ()
    return Link(cue=at(text, cue), source=where, content=spans(text, *content), **{**plain, **more})


def reading(act: Act = "assert", **more: object) -> Reading:
    """Return how an attribution is meant."""
    return Reading(**{"mode": "indirect", "act": act, "attitude": "said", **more})


def mention(text: str | Article, words: str, chain: int | None = 0, nth: int = 0, **more: object) -> Mention:
    """Return a mention of somebody, by name unless told otherwise."""
    where = at(text, words, nth)
    given = {"head": where, "form": "name", "kind": "person", "name": words, **more}
    return Mention(at=where, chain=chain, **given)


def thing(text: str | Article, words: str, chain: int = 0, kind: ItemKind = "recording", nth: int = 0) -> Thing:
    """Return a mention of a thing."""
    where = at(text, words, nth)
    return Thing(at=where, head=where, kind=kind, chain=chain)


def annotated(one: Article, **layers: object) -> Annotated:
    """Return an article with the layers given, all others empty."""
    return Annotated(one, Annotations(article=one.id, **layers))


def actor(name: str, kind: ActorKind = "person", *mentions: MentionAt) -> Actor:
    """Return an actor known by one name."""
    return Actor(id=digest("actor", kind, name), name=name, kind=kind, mentions=mentions)


def item(label: str, kind: ItemKind = "recording", *mentions: MentionAt) -> Item:
    """Return a contested thing."""
    return Item(id=digest("item", kind, label), kind=kind, label=label, mentions=mentions)


def statement(one: Article, speaker: Actor | None, cue: str, content: str = "", **more: object) -> Statement:
    """Return a statement in an article; `about` may be given as items."""
    about = tuple(About(x.id) if isinstance(x, Item) else x for x in more.pop("about", ()))
    fields = {
        "id": digest("statement", one.id, speaker and speaker.id, cue, content), "article": one.id, "part": "paragraph",
        "mode": "indirect", "act": "assert", "attitude": "said", "confidence": 0.9, "speaker": speaker and speaker.id,
        "cue_at": spans(one, cue), "content_at": spans(one, content) if content else (), "about": about,
    }  # fmt: skip
    return Statement(**{**fields, **more})


def position(
    who: Actor,
    about: Item,
    value: PositionValue,
    *statements: Statement,
    proposition: Proposition = "genuine",
    **more: object,
) -> Position:
    """Return where somebody stands on an item."""
    return Position(
        id=digest("position", who.id, about.id, proposition, value, [one.id for one in statements]), actor=who.id,
        about=about.id, proposition=proposition, value=value, statements=tuple(one.id for one in statements), **more,
    )  # fmt: skip


def record(*articles: Article, **arrays: object) -> Record:
    """Return a record of articles with the arrays given, all others empty."""
    return Record(made_by=MADE_BY, articles=articles, **arrays)
