"""Echoes: statements that repeat one made before: a headline its lead, a later version the earlier, an outlet its wire copy."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.findings.actors import Cast
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.article import PartKind
from onrecord.nouns.record import Statement

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
# Words that two sentences share for being English.
EMPTY = frozenset(
    "a an and are as at be been but by for from had has have he her his i in is it its not of on or our she that the their "
    "them they this to was we were will with would you your".split()
)
ABOVE: frozenset[PartKind] = frozenset({"headline", "standfirst", "caption", "subhead"})
SHARED = 0.5
SHORTEST_COPY = 4  # words: shorter ones ("it is not true") are said twice without being copied


def mark_echoes(story: Iterable[Annotated], said: Sequence[Statement], cast: Cast) -> tuple[Statement, ...]:
    """Point every statement that repeats an earlier or fuller one at that one."""
    texts = {one.article.id: one.article.text for one in story}
    words = [_words(texts[one.article], one) for one in said]
    names = {actor.id: actor.name.casefold() for actor in cast.actors}
    first: dict[tuple[str, tuple[str, ...]], str] = {}
    marked = []
    for one, found in zip(said, words, strict=True):
        echo = _body_of(one, set(found) - EMPTY, said, words) if one.part in ABOVE else None
        key = (names.get(one.speaker or "", ""), found)
        if echo is None and len(found) >= SHORTEST_COPY and key[0]:
            echo = first.setdefault(key, one.id)
        marked.append(msgspec.structs.replace(one, same_as=echo) if echo not in (None, one.id) else one)
    return tuple(marked)


def _words(text: str, one: Statement) -> tuple[str, ...]:
    return tuple(word.casefold() for span in one.content_at for word in WORD.findall(span.of(text)))


def _body_of(
    one: Statement, wanted: set[str], said: Sequence[Statement], words: Sequence[tuple[str, ...]]
) -> str | None:
    """Return the statement in the text below that says the same: same speaker, at least half of the words that tell."""
    if not wanted or one.speaker is None:
        return None
    best, most = None, SHARED * len(wanted)
    for other, found in zip(said, words, strict=True):
        shared = len(wanted & set(found))
        if other.article == one.article and other.part not in ABOVE and other.speaker == one.speaker and shared >= most:
            best, most = other.id, shared + 0.5
    return best
