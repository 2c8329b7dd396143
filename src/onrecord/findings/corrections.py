"""What was corrected, and which statements and events hold the corrected value.

The value in force is sought in the sentence of the article that speaks of the same matter as the notice; a value that
the notice leaves unnamed in what differs from the version before. What is said or told there is marked as corrected,
so that the value that was wrong leaves every answer and stays auditable.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import msgspec

from onrecord.findings.amendments import BECAUSE, Amendment, find_amendment, matter
from onrecord.findings.sentences import sentence_around
from onrecord.findings.versions import Version, find_versions
from onrecord.nouns.annotations import Notice
from onrecord.nouns.digest import digest
from onrecord.nouns.draft import Draft
from onrecord.nouns.record import Correction, Event, MentionAt, Statement
from onrecord.nouns.span import Span

NEEDED = 1  # words of the notice that the sentence of a value must share, where the value stands more than once
ALIGNED = 50  # notices of one article whose values are sought in it; more than that is a page of corrections
MANY = 200  # places of a value that are compared


class _Values(NamedTuple):
    """The two values of a correction: what they are, where they stand in the articles, and how that is known."""

    old: str | None
    new: str | None
    old_at: tuple[MentionAt, ...] = ()
    new_at: Span | None = None
    because: str | None = None


def establish_corrections(
    drafts: Sequence[Draft], said: tuple[Statement, ...], happened: tuple[Event, ...]
) -> tuple[tuple[Correction, ...], tuple[Statement, ...], tuple[Event, ...]]:
    """Establish the corrections of a story; returns them with the statements and events they mark as corrected."""
    before = {version.later.id: version for version in find_versions([one.article for one in drafts])}
    known = {one.article.id: one for one in drafts}
    rows: defaultdict[str, list[Statement | Event]] = defaultdict(list)
    for statement in said:
        rows[statement.article].append(statement)
    for event in happened:
        rows[event.article].append(event)
    corrections = tuple(
        _correction(one, notice, _values(one, notice, place, before, known), rows)
        for one in drafts
        for place, notice in enumerate(one.notices)
    )
    touched = {id_ for correction in corrections for id_ in correction.touches}
    return (
        corrections,
        tuple(msgspec.structs.replace(s, corrected=True) if s.id in touched else s for s in said),
        tuple(msgspec.structs.replace(e, corrected=True) if e.id in touched else e for e in happened),
    )


def _correction(
    one: Draft, notice: Notice, values: _Values, rows: Mapping[str, Sequence[Statement | Event]]
) -> Correction:
    here = (MentionAt(one.article.id, values.new_at),) if values.new_at else ()
    return Correction(
        id=digest("correction", one.article.id, notice.at),
        article=one.article.id,
        at=notice.at,
        kind=notice.kind,
        old=values.old,
        new=values.new,
        new_at=values.new_at,
        old_at=values.old_at,
        touches=tuple(dict.fromkeys(_touched((*here, *values.old_at), rows))),
        basis="inferred" if values.because else "stated",
        because=values.because,
    )


def _values(
    one: Draft, notice: Notice, place: int, before: Mapping[str, Version], known: Mapping[str, Draft]
) -> _Values:
    """Return the values of a notice, looked up in the article and in the version before it."""
    text = one.article.text
    old, new = (at.of(text) if at else None for at in (notice.old, notice.new))
    if place >= ALIGNED:
        return _Values(old, new)
    version = before.get(one.article.id)
    earlier = known[version.earlier.id] if version else None
    # What the notice does not name was found outside of it, and stands where it was found.
    new_at = notice.new if notice.because else _find(one, notice, new)
    was_at = _find(earlier, notice, old, about=notice.at.of(text)) if earlier else None
    values = _Values(old, new, tuple(_standing(one, _find(one, notice, old))), new_at, notice.because)
    amended = find_amendment(version, notice.at, was_at, new_at) if version and not (old and new) else None
    if version and amended:
        values = _amended(values, version, amended)
        was_at = was_at or amended.old
    return values._replace(old_at=(*values.old_at, *_standing(earlier, was_at))) if earlier else values


def _amended(values: _Values, version: Version, amended: Amendment) -> _Values:
    """Fill in the value that differs between the two versions."""
    return _Values(
        values.old or amended.old.of(version.earlier.text),
        values.new or amended.new.of(version.later.text),
        values.old_at,
        values.new_at or amended.new,
        BECAUSE,
    )


def _standing(one: Draft, at: Span | None) -> Iterator[MentionAt]:
    if at:
        yield MentionAt(one.article.id, at)


def _find(one: Draft, notice: Notice, value: str | None, about: str | None = None) -> Span | None:
    """Return where a value stands in the sentence that is closest in words to the notice, outside every notice."""
    if value is None:
        return None
    text = one.article.text
    wanted = matter(about or notice.at.of(text))
    found = [
        (len(wanted & matter(sentence_around(text, at).of(text))), -at.start, at)
        for at in _occurrences(text, value)
        if not any(at.overlaps(other.at) for other in one.notices)
    ]
    if not found:
        return None
    shared, _, at = max(found)
    return at if shared >= NEEDED else None


def _occurrences(text: str, value: str) -> Iterator[Span]:
    """Yield where a value stands as whole words; "11 minutes" stands in "the 11-minute tape" too."""
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", value.strip()))
    for match in islice(re.finditer(rf"(?<!\w){words.removesuffix('s')}s?(?!\w)", text), MANY):
        yield Span(*match.span())


def _touched(places: Sequence[MentionAt], rows: Mapping[str, Sequence[Statement | Event]]) -> Iterator[str]:
    for place in places:
        for row in rows.get(place.article, ()):
            spans = row.content_at if isinstance(row, Statement) else (row.at,)
            if any(at.overlaps(place.at) for at in spans):
                yield row.id
