"""What was corrected, and which statements and events hold the corrected value.

The value in force is sought in the sentence of the article that speaks of the same matter as the notice; what
is said or told there is marked as corrected, so that the value that was wrong leaves every answer and stays auditable.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import msgspec

from onrecord.findings.sentences import sentence_around
from onrecord.nouns.annotations import Annotated, Notice
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Correction, Event, Statement
from onrecord.nouns.span import Span

NEEDED = 1  # words of the notice that the sentence of a value must share, where the value stands more than once
ALIGNED = 50  # notices of one article whose values are sought in it; more than that is a page of corrections
MANY = 200  # places of a value that are compared
SHORT = 4  # letters below which a word says nothing of the matter

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class _Place(NamedTuple):
    """Where a value stands in an article."""

    article: str
    at: Span


def establish_corrections(
    story: tuple[Annotated, ...], said: tuple[Statement, ...], happened: tuple[Event, ...]
) -> tuple[tuple[Correction, ...], tuple[Statement, ...], tuple[Event, ...]]:
    """Establish the corrections of a story; returns them with the statements and events they mark as corrected."""
    rows: defaultdict[str, list[Statement | Event]] = defaultdict(list)
    for statement in said:
        rows[statement.article].append(statement)
    for event in happened:
        rows[event.article].append(event)
    corrections = tuple(
        _correction(story, one, place, rows) for one in story for place in range(len(one.annotations.notices))
    )
    touched = {id_ for correction in corrections for id_ in correction.touches}
    return (
        corrections,
        tuple(msgspec.structs.replace(s, corrected=True) if s.id in touched else s for s in said),
        tuple(msgspec.structs.replace(e, corrected=True) if e.id in touched else e for e in happened),
    )


def _correction(
    story: Sequence[Annotated], one: Annotated, place: int, rows: Mapping[str, Sequence[Statement | Event]]
) -> Correction:
    text, notice = one.article.text, one.annotations.notices[place]
    old = notice.old.of(text) if notice.old else None
    new = _place(one, notice, notice.new.of(text)) if notice.new and place < ALIGNED else None
    olds = _old_places(story, one, notice, old) if place < ALIGNED else ()
    places = [found for found in (new, *olds) if found]
    return Correction(
        id=digest("correction", one.article.id, notice.at),
        article=one.article.id,
        at=notice.at,
        kind=notice.kind,
        old=old,
        new=notice.new.of(text) if notice.new else None,
        new_at=new.at if new else None,
        touches=tuple(dict.fromkeys(_touched(places, rows))),
    )


def _old_places(story: Sequence[Annotated], one: Annotated, notice: Notice, old: str | None) -> Iterator[_Place | None]:
    """Yield where the wrong value still stands: in this article, and in the version that this one replaces."""
    if old is None:
        return
    for other in story:
        if other is one or other.article.id == one.article.version_of:
            yield _place(other, notice, old, matter=notice.at.of(one.article.text))


def _place(one: Annotated, notice: Notice, value: str, *, matter: str | None = None) -> _Place | None:
    """Return where a value stands in the sentence that is closest in words to the notice, outside every notice."""
    text = one.article.text
    about = _matter(matter or notice.at.of(text))
    found = [
        (len(about & _matter(sentence_around(text, at).of(text))), -at.start, at)
        for at in _occurrences(text, value)
        if not any(at.overlaps(other.at) for other in one.annotations.notices)
    ]
    if not found:
        return None
    shared, _, at = max(found)
    return _Place(one.article.id, at) if shared >= NEEDED else None


def _occurrences(text: str, value: str) -> Iterator[Span]:
    """Yield where a value stands as whole words; "11 minutes" stands in "the 11-minute tape" too."""
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", value.strip()))
    for match in islice(re.finditer(rf"(?<!\w){words.removesuffix('s')}s?(?!\w)", text), MANY):
        yield Span(*match.span())


def _matter(words: str) -> set[str]:
    """Return the words that say what it is about, cut to their stems."""
    return {word.lower().removesuffix("s") for word in _WORD.findall(words) if len(word) >= SHORT}


def _touched(places: Sequence[_Place], rows: Mapping[str, Sequence[Statement | Event]]) -> Iterator[str]:
    for place in places:
        for row in rows.get(place.article, ()):
            spans = row.content_at if isinstance(row, Statement) else (row.at,)
            if any(at.overlaps(place.at) for at in spans):
                yield row.id
