"""The words that changed between two versions: a number, a date, a name, the cue, or more than that.

Values are told apart from other words, since a number that changed is a correction or should be one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from onrecord.findings.versions import Edit, Version, find_edits, match_sentences
from onrecord.lexicons import lexicon
from onrecord.nouns.record import Statement
from onrecord.nouns.span import Span, is_within, merged
from onrecord.nouns.threads import Change, ChangeKind, Told

_DATE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?:19|20)\d\d)\b"
)
_NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")


def reworded(version: Version, pair: tuple[Statement, Statement], told: Change) -> Iterator[Change]:
    """Yield what changed in the content of a statement, values one by one, and in a cue whose act stayed the same."""
    was, now = pair
    cues = [
        " … ".join(at.of(text) for at in one.cue_at)
        for text, one in ((version.earlier.text, was), (version.later.text, now))
    ]
    if was.act == now.act and cues[0].casefold() != cues[1].casefold() and all(cues):
        yield replace(told, kind="cue", old=cues[0], new=cues[1])
    edits = [edit for edit in _edits(version, pair) if not _is_hedge(edit, pair)]
    values = [(kind, edit) for edit in edits if (kind := value_kind(version, edit))]
    for kind, edit in values:
        yield _valued(version, kind, edit, told)
    if len(values) < len(edits) and told.was and told.now and told.was.text != told.now.text:
        yield replace(told, kind="words", old=told.was.text, new=told.now.text)


def told_anew(version: Version, was: Sequence[Statement], now: Sequence[Statement]) -> Iterator[Change]:
    """Yield the values that changed in the article's own words, outside of what anybody is reported to say."""
    said, says = merged(_spans(was)), merged(_spans(now))
    for stood, stands in match_sentences(version.earlier, version.later):
        for edit in find_edits(version.earlier.text, stood, version.later.text, stands):
            kind = value_kind(version, edit)
            if not kind or not edit.old or not edit.new or is_within(edit.old, said) or is_within(edit.new, says):
                continue
            sides = (
                Told(version.earlier.id, stood, stood.of(version.earlier.text)),
                Told(version.later.id, stands, stands.of(version.later.text)),
            )
            yield _valued(version, kind, edit, Change(kind, version.earlier.id, version.later.id, *sides))


def value_kind(version: Version, edit: Edit) -> ChangeKind | None:
    """Tell whether an edit puts one value in the place of another of its sort, and of which sort."""
    if not edit.old or not edit.new:
        return None
    sides = (edit.old.of(version.earlier.text), edit.new.of(version.later.text))
    if all(_DATE.search(side) for side in sides):
        return "date"
    if all(_has_number(side) for side in sides):
        return "number"
    return "name" if all(_NAME.fullmatch(side) for side in sides) else None


def _spans(said: Iterable[Statement]) -> Iterator[Span]:
    """Yield the words that make the statements, those for their speakers included."""
    for one in said:
        yield from (*one.content_at, *one.cue_at, *((one.source_at,) if one.source_at else ()))


def _valued(version: Version, kind: ChangeKind, edit: Edit, told: Change) -> Change:
    old, new = edit.old and edit.old.of(version.earlier.text), edit.new and edit.new.of(version.later.text)
    return replace(told, kind=kind, old=old, new=new)


def _edits(version: Version, pair: tuple[Statement, Statement]) -> tuple[Edit, ...]:
    was, now = (one.content_at for one in pair)
    if not was or not now:
        return ()
    return find_edits(version.earlier.text, _over(was), version.later.text, _over(now))


def _is_hedge(edit: Edit, pair: tuple[Statement, Statement]) -> bool:
    """Tell an edit that only puts a hedge in or takes one out, which is a change of its own."""
    hedges = [{hedge.at for hedge in one.hedges} for one in pair]
    return (edit.old is None or edit.old in hedges[0]) and (edit.new is None or edit.new in hedges[1])


def _over(spans: Sequence[Span]) -> Span:
    return Span(min(spans).start, max(span.end for span in spans))


def _has_number(words: str) -> bool:
    return any(c.isdigit() for c in words) or any(word in _numbers() for word in words.lower().split())


@cache
def _numbers() -> frozenset[str]:
    return frozenset(lexicon("items")["numbers"]) - {"a", "an"}
