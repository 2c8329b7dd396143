"""Blanking: words taken out of a record so that nothing is left of them, and every offset still holds.

In a text every character of them becomes a block, so that spans elsewhere point where they did. In all other words
of the record (names, labels, titles, reasons) they are sought as words, since those have no span to go by.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec

from onrecord.nouns.article import Article
from onrecord.nouns.record import Event, Phrase, Time
from onrecord.nouns.span import Span, is_within, merged

BLOCK = "█"
SHORTEST = 3  # letters of a name that is sought: shorter ones are words of every language
SHORTEST_PIECE = 12  # characters of blanked words that are sought elsewhere: shorter ones say nothing by themselves
# What is written in a record and not by an article: ids, kinds, days.
NOT_WORDS = frozenset({
    "id", "article", "kind", "format", "part", "mode", "act", "attitude", "basis", "edtf", "earliest", "latest", "type",
    "proposition", "value_of", "speaker", "others", "actor", "about", "statements", "superseded_by", "voice", "touches",
    "lapsed", "start", "end", "by", "same_as", "speaks_for", "item", "language", "version_of", "decided", "existence",
    "when",
    "program", "engine", "model", "to", "anchor",
})  # fmt: skip


class Veil(msgspec.Struct, frozen=True):
    """What is blanked: where in each article, whose names everywhere, and the words that stood there, folded.

    `pieces` are those words and `open` the texts as they can still be read, a line each: what stands there gives
    nothing away. `long` are the pieces that are sought in other words, by how they open.
    """

    spans: dict[str, tuple[Span, ...]]
    names: tuple[str, ...]
    pieces: str
    open: str
    long: dict[str, tuple[str, ...]]


def make_veil(articles: Sequence[Article], spans: dict[str, list[Span]], names: Iterable[str]) -> Veil:
    """Make a veil of the places to be blanked and the names that nowhere may be read, wherever they stand."""
    names = tuple(sorted({name for name in names if len(name) >= SHORTEST}, key=lambda name: (-len(name), name)))
    pieces = {_fold(at.of(article.text)) for article in articles for at in spans.get(article.id, ())} - {""}
    sought = [one for one in (_sought(names), _copies(pieces)) if one]
    covered: dict[str, tuple[Span, ...]] = {}
    for article in articles:
        found = (Span(*match.span()) for one in sought for match in one.finditer(article.text))
        if whole := merged((*spans.get(article.id, ()), *found)):
            covered[article.id] = whole
    read = (_fold(blank(article.text, covered.get(article.id, ()))) for article in articles)
    return Veil(covered, names, "\n".join(sorted(pieces)), "\n".join(read), _by_opening(pieces))


def _by_opening(pieces: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        if len(piece) >= SHORTEST_PIECE:
            found[piece[:SHORTEST_PIECE]].append(piece)
    return {opening: tuple(some) for opening, some in found.items()}


def blank_article(veil: Veil, article: Article) -> Article:
    """Blank the text of an article, and what its page says of itself; an address can name somebody, and goes."""
    spans = veil.spans.get(article.id, ())
    headlines = [part.at for part in article.parts if part.kind == "headline" and part.end > part.start]
    cut = any(at.overlaps(head) for at in spans for head in headlines)
    return msgspec.structs.replace(
        article,
        text=blank(article.text, spans),
        title=None if cut or article.title is None else veiled(veil, article.title),
        author=article.author and veiled(veil, article.author),
        outlet=article.outlet and veiled(veil, article.outlet),
        url=None if spans else article.url,
        credits=tuple(
            msgspec.structs.replace(one, name=veiled(veil, one.name))
            for one in article.credits
            if not is_blanked(veil, article.id, one.at)
        ),
    )


def blank(text: str, spans: Sequence[Span]) -> str:
    """Put blocks in the place of words, and keep the lines.

    >>> blank("The tutor lied.", [Span(4, 9)])
    'The █████ lied.'
    """
    letters = list(text)
    for at in spans:
        letters[at.start : at.end] = (one if one == "\n" else BLOCK for one in at.of(text))
    return "".join(letters)


def is_blanked(veil: Veil, article: str, at: Span) -> bool:
    """Tell whether any of some words are blanked."""
    return any(at.overlaps(one) for one in _near(veil.spans.get(article, ()), at))


def is_all_blanked(veil: Veil, article: str, at: Span) -> bool:
    """Tell whether all of some words are blanked."""
    return is_within(at, veil.spans.get(article, ()))


def veiled(veil: Veil, words: str) -> str:
    """Return words that are written apart from any text, without what is blanked."""
    sought = _sought(veil.names)
    if _gives_away(veil, _fold(words)):
        return BLOCK * max(1, len(words))
    return sought.sub(lambda match: BLOCK * len(match[0]), words) if sought else words


def veil_rows(veil: Veil, rows: tuple[Any, ...]) -> tuple[Any, ...]:
    """Veil every word of some rows that no span points at; words that one does are those of the text, and open."""
    return tuple(_veil(veil, row) for row in rows)


def _veil(veil: Veil, row: Any) -> Any:
    if not isinstance(row, msgspec.Struct) or isinstance(row, Span | Phrase | Time):
        return row
    fields: dict[str, object] = {}
    for name in row.__struct_fields__:
        value = getattr(row, name)
        if not value or isinstance(value, Span):
            continue
        if isinstance(value, msgspec.Struct):
            fields[name] = _veil(veil, value)
        elif isinstance(value, tuple):
            fields[name] = tuple(_word(veil, name, one) if isinstance(one, str) else _veil(veil, one) for one in value)
        elif isinstance(value, str) and not (isinstance(row, Event) and name == "what"):
            fields[name] = _word(veil, name, value)
    changed = {name: value for name, value in fields.items() if value is not getattr(row, name)}
    return msgspec.structs.replace(row, **changed) if changed else row


def _word(veil: Veil, field: str, words: str) -> str | None:
    if field in NOT_WORDS:
        return words
    if field == "because" and _quotes(veil, words):
        return None
    return veiled(veil, words)


def _quotes(veil: Veil, because: str) -> bool:
    """Tell whether a reason quotes some of the words that are blanked."""
    return bool(veil.pieces) and any(_fold(one) in veil.pieces for one in re.findall("“([^”]+)”", because))


def _gives_away(veil: Veil, folded: str) -> bool:
    """Tell whether words are some of those that are blanked and nowhere open, or hold a whole stretch of them."""
    if len(folded) >= SHORTEST_PIECE and folded in veil.pieces and folded not in veil.open:
        return True
    starts = range(len(folded) - SHORTEST_PIECE + 1)
    openings = ((start, veil.long.get(folded[start : start + SHORTEST_PIECE], ())) for start in starts)
    return any(folded.startswith(piece, start) for start, pieces in openings for piece in pieces)


def _copies(pieces: Iterable[str]) -> re.Pattern[str] | None:
    """Find the same words elsewhere, whatever the white space between them."""
    long = sorted((one for one in pieces if len(one) >= SHORTEST_PIECE), key=lambda one: (-len(one), one))
    words = "|".join(r"\s+".join(map(re.escape, one.split())) for one in long)
    return re.compile(words, re.IGNORECASE) if words else None


@cache
def _sought(names: tuple[str, ...]) -> re.Pattern[str] | None:
    words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def _near(spans: Sequence[Span], at: Span) -> Sequence[Span]:
    first = max(0, bisect_left(spans, at.start, key=lambda one: one.start) - 1)
    return spans[first : bisect_left(spans, at.end, key=lambda one: one.start)]
