"""What changed between two versions of an article, statement by statement, and whether a notice said so.

Swapping the two versions mirrors the changes: what was added is removed, what was hedged is unhedged. An edit that no
notice owns up to is shown as such, without a word on why it was made.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from onrecord.findings.amendments import matter
from onrecord.findings.pairing import pair_statements
from onrecord.findings.rewording import reworded, told_anew
from onrecord.findings.versions import Version, find_versions
from onrecord.nouns.record import Correction, Record, Statement
from onrecord.nouns.threads import Change, ChangeKind, Told

SHARED = 2  # words that a notice without values shares with what it speaks of
Both = tuple[Statement, Statement]


def find_changes(record: Record) -> tuple[Change, ...]:
    """Return what changed between the versions of each article of a record, in order."""
    names = {row.id: row.name for row in record.actors} | {item.id: item.label for item in record.items}
    return tuple(
        _owned(change, version, record.corrections)
        for version in find_versions(record.articles)
        for change in compare(version, _of(record, version.earlier.id), _of(record, version.later.id), names)
    )


def compare(
    version: Version, was: Sequence[Statement], now: Sequence[Statement], names: Mapping[str, str]
) -> tuple[Change, ...]:
    """Return what differs between the statements, and then the article's own words, of two versions."""
    pairs = pair_statements(version, was, now, names)
    left, right = {earlier.id for earlier, _ in pairs}, {later.id for _, later in pairs}
    return (
        *(change for pair in pairs for change in _differences(version, pair, names)),
        *told_anew(version, was, now),
        *(_alone(version, "removed", one) for one in was if one.id not in left),
        *(_alone(version, "added", one) for one in now if one.id not in right),
    )


def _of(record: Record, article: str) -> tuple[Statement, ...]:
    return tuple(one for one in record.statements if one.article == article and one.part != "correction")


def _owned(change: Change, version: Version, corrections: Sequence[Correction]) -> Change:
    """Name the notice of the later version that owns up to a change."""
    new = (one for one in corrections if one.article == version.later.id)
    for notice in new:
        words = notice.at.of(version.later.text)
        if words not in version.earlier.text and _speaks_of(notice, words, change):
            return replace(change, notice=notice.id, notice_kind=notice.kind)
    return change


def _speaks_of(notice: Correction, words: str, change: Change) -> bool:
    """Tell whether a notice gives the values that changed, or what changed stands in the sentence that it speaks of."""
    values = [value.casefold() for value in (notice.old, notice.new) if value]
    changed = [value.casefold() for value in (change.old, change.new) if value]
    if values:
        return any(_same(value, other) for value in values for other in changed)
    told = {word for side in (change.was, change.now) if side for word in matter(side.text)}
    return len(told & matter(words)) >= SHARED


def _same(value: str, other: str) -> bool:
    """Tell whether one value is the other or stands in it: "17 minutes" in "a 17-minute", and "17" in "17 minutes"."""
    one, words = (" ".join(re.split(r"[\s-]+", side)).removesuffix("s") for side in (value, other))
    return re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words) is not None or one.startswith(f"{words} ")


def _alone(version: Version, kind: ChangeKind, one: Statement) -> Change:
    told, bare = tell(version, one), Change(kind, version.earlier.id, version.later.id, None, None)
    return replace(bare, was=told, old=told.text) if kind == "removed" else replace(bare, now=told, new=told.text)


def _differences(version: Version, pair: Both, names: Mapping[str, str]) -> Iterator[Change]:
    was, now = pair
    told = Change("words", version.earlier.id, version.later.id, tell(version, was), tell(version, now))
    speakers = [names.get(one.speaker or "", "") for one in pair]
    if all(speakers) and speakers[0].casefold() != speakers[1].casefold():
        yield replace(told, kind="re-attributed", old=speakers[0], new=speakers[1])
    if was.act != now.act:
        yield replace(told, kind="act", old=was.act, new=now.act)
    if (was.mode in ("direct", "mixed")) != (now.mode in ("direct", "mixed")):
        yield replace(told, kind="quoted", old=was.mode, new=now.mode)
    yield from _surroundings(version, pair, told, names)
    yield from reworded(version, pair, told)


def _surroundings(version: Version, pair: Both, told: Change, names: Mapping[str, str]) -> Iterator[Change]:
    """Yield what changed in the relays, the hedges and the conditions of a statement."""
    was, now = pair
    hands = [tuple(names.get(relay.actor or relay.item or "", "") for relay in one.chain) for one in pair]
    if hands[0] != hands[1]:
        yield replace(told, kind="relay", old=_joined(hands[0]), new=_joined(hands[1]))
    before = {hedge.at.of(version.earlier.text).casefold(): None for hedge in was.hedges}
    after = {hedge.at.of(version.later.text).casefold(): None for hedge in now.hedges}
    for word in before:
        if word not in after:
            yield replace(told, kind="unhedged", old=word)
    for word in after:
        if word not in before:
            yield replace(told, kind="hedged", new=word)
    stood = [one.at.of(version.earlier.text) for one in was.conditions]
    stands = [one.at.of(version.later.text) for one in now.conditions]
    if [" ".join(one.casefold().split()) for one in stood] != [" ".join(one.casefold().split()) for one in stands]:
        yield replace(told, kind="condition", old=_joined(stood), new=_joined(stands))


def _joined(words: Sequence[str]) -> str | None:
    return "; ".join(filter(None, words)) or None


def tell(version: Version, one: Statement) -> Told:
    """Return a statement as words of its version: what is said, or for a silence what reports it."""
    text = version.earlier.text if one.article == version.earlier.id else version.later.text
    at = min(one.content_at or one.cue_at)
    words = " … ".join(span.of(text) for span in one.content_at or one.cue_at)
    return Told(one.article, at, words, one.id)
