"""Score a record against the gold of its case: what was found, what was got right about it, what must never be said.

Counts go into one `Tally`, so that cases add up; `summarise` turns it into measures. A measure with
`tp`, `gold` and `found` is precision, recall and F1; one with `right` and `n` is a share.
"""

from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec import UNSET, UnsetType

from benchmarks.gold import Gold, Never, PositionGold, StatementGold, find, locate
from benchmarks.matching import Range, Sight, fold, pair, share, words
from onrecord.nouns.record import Phrase, Position, Record, Statement
from onrecord.nouns.span import Span
from onrecord.nouns.when import When

FOUND = ("statements", "items", "positions", "positions-any-proposition")
RIGHT = (
    "speaker", "mode", "act", "addressee", "medium", "when", "chain", "conditions", "about",
    "published", "events", "dates-wrong", "corrections", "never",
)  # fmt: skip
# These values say nothing about which proposition.
NO_PROPOSITION = frozenset({"silent", "declines", "no-reply", "general"})

Tally = Counter[str]
Answers = dict[str, set[str]]
Bounds = tuple[str | None, str | None]


class Said(msgspec.Struct, frozen=True):
    """A statement by one of its speakers, with the words of its content and cue; gold or printed."""

    article: int
    speaker: str | None
    content: set[int]
    cue: set[int]
    attitude: str


def score(gold: Gold, record: Record) -> Tally:
    """Count what a record gets right of a gold one."""
    sight = Sight(gold, record, {article.id: number for number, article in enumerate(record.articles)})
    paired, answers = sight.answers()
    tally: Tally = Counter()
    tally.update({"items/tp": paired, "items/gold": len(gold.items), "items/found": len(record.items)})
    _count_statements(sight, answers, tally)
    _count_positions(sight, answers, tally)
    _count_dates(sight, tally)
    _count_corrections(sight, tally)
    for never in gold.never:
        _count("never", _is_said(sight, answers, never), tally)
    return tally


def summarise(tally: Tally) -> dict[str, dict[str, float | int | None]]:
    """Turn counts into measures: precision, recall and F1, or a share and of how many."""
    measures: dict[str, dict[str, float | int | None]] = {}
    for name in FOUND:
        right, gold, found = (tally[f"{name}/{kind}"] for kind in ("tp", "gold", "found"))
        # A statement printed as held that was said counts as right and not as found: hence no more than 1.
        precision, recall = min(1.0, right / found) if found else 0.0, right / gold if gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        measures[name] = {"precision": precision, "recall": recall, "f1": f1, "gold": gold, "found": found}
    for name in RIGHT:
        n = tally[f"{name}/n"]
        measures[name] = {"share": tally[f"{name}/right"] / n if n else None, "n": n}
    return measures


def _count(name: str, right: object, tally: Tally) -> None:
    tally[f"{name}/n"] += 1
    tally[f"{name}/right"] += bool(right)


def _count_statements(sight: Sight, answers: Answers, tally: Tally) -> None:
    gold = [_said_in_gold(sight, one) for one in sight.gold.statements]
    printed = list(_said_in_record(sight))
    pairs = pair(gold, [one for one, _ in printed], lambda g, p: _weigh(sight, g, p), 0.5)
    said = {i for i, one in enumerate(gold) if one.attitude == "said"}
    hits = [(i, j) for i, j in pairs if i in said]
    held = {j for i, j in pairs if i not in said}
    found = sum(one.attitude == "said" and j not in held for j, (one, _) in enumerate(printed))
    tally["statements/gold"] += len(said)
    tally["statements/tp"] += len(hits)
    tally["statements/found"] += len(hits) if sight.gold.partial else found
    for i, j in hits:
        _count("speaker", sight.same_actor(gold[i].speaker, printed[j][0].speaker), tally)
        _count_details(sight.gold.statements[i], printed[j][1], answers, tally)


def _said_in_gold(sight: Sight, one: StatementGold) -> Said:
    text = sight.text(one.article)
    content = [at for at in (locate(text, part) for part in one.content) if at]
    cue = locate(text, one.cue) if one.cue else None
    return Said(one.article, one.speaker, words(text, content), words(text, [cue] if cue else ()), one.attitude)


def _said_in_record(sight: Sight) -> Iterator[tuple[Said, Statement]]:
    """Yield every statement once for each of its speakers."""
    for one in sight.record.statements:
        number = sight.index[one.article]
        text = sight.text(number)
        content, cue = words(text, _ranges(one.content_at)), words(text, _ranges(one.cue_at))
        for speaker in (one.speaker, *one.others):
            yield Said(number, speaker, content, cue, one.attitude), one


def _ranges(spans: tuple[Span, ...]) -> list[Range]:
    return [(span.start, span.end) for span in spans]


def _weigh(sight: Sight, gold: Said, found: Said) -> float:
    if gold.article != found.article:
        return 0.0
    if not gold.content:
        return 0.5 + 0.5 * share(gold.cue, found.cue) if gold.cue & found.cue else 0.0
    same = sight.same_actor(gold.speaker, found.speaker)
    return share(gold.content, found.content) + 0.05 * share(gold.cue, found.cue) + 0.01 * same


def _count_details(gold: StatementGold, found: Statement, answers: Answers, tally: Tally) -> None:
    """Compare what a gold statement says about itself; what it leaves out is not compared."""
    if gold.when:
        _count("when", _bounds(found.when) == gold.when, tally)
    for name, right in _compare(gold, found, answers).items():
        if getattr(gold, name) is not UNSET:
            _count(name, right, tally)


def _compare(gold: StatementGold, found: Statement, answers: Answers) -> dict[str, bool]:
    about = {one.id for one in found.about}
    return {
        "mode": gold.mode == found.mode,
        "act": gold.act == found.act,
        "addressee": _same_words(gold.addressee, found.addressee),
        "medium": _same_words(gold.medium, found.medium),
        "chain": len(found.chain) == len(gold.chain or ()),
        "conditions": sorted(one.kind for one in found.conditions) == sorted(gold.conditions or ()),
        "about": all(about & answers[one] for one in gold.about) if gold.about else not about,
    }


def _same_words(gold: str | UnsetType | None, found: Phrase | None) -> bool:
    want, have = fold(gold or None), fold(found.text if found else None)
    return (not want and not have) or bool(want and have and (want in have or have in want))


def _bounds(when: When | None) -> Bounds:
    return (when.earliest, when.latest) if when else (None, None)


def _count_positions(sight: Sight, answers: Answers, tally: Tally) -> None:
    gold, found = sight.gold.positions, sight.record.positions
    free = {i for i, one in enumerate(gold) if one.optional}
    for name, exact in (("positions", True), ("positions-any-proposition", False)):
        pairs = pair(gold, found, lambda g, p, exact=exact: float(_same_stand(sight, answers, g, p, exact)), 1.0)  # type: ignore[misc]
        tally[f"{name}/tp"] += sum(i not in free for i, _ in pairs)
        tally[f"{name}/gold"] += len(gold) - len(free)
        tally[f"{name}/found"] += len(found) - sum(i in free for i, _ in pairs)


def _same_stand(sight: Sight, answers: Answers, gold: PositionGold, found: Position, exact: bool) -> bool:  # noqa: FBT001
    return (
        found.about in answers[gold.about]
        and found.value == gold.value
        and (not exact or gold.value in NO_PROPOSITION or found.proposition == gold.proposition)
        and sight.same_actor(gold.actor, found.actor)
    )


def _count_dates(sight: Sight, tally: Tally) -> None:
    for one in sight.gold.published:
        found = _bounds(sight.record.articles[one.article].published)
        _count_date("published", (one.earliest, one.latest), found, tally)
    events = sight.events()
    for event in sight.gold.events:
        if not event.when:
            continue
        text = sight.text(event.article)
        at = locate(text, event.text)
        its = {(event.article, word) for word in words(text, [at] if at else ())}
        overlaps = [len(its & places) for _, places in events]
        best = overlaps.index(max(overlaps)) if any(overlaps) else None
        when = None if best is None else sight.record.events[best].when
        _count_date("events", event.when, _bounds(when), tally)


def _count_date(name: str, gold: Bounds, found: Bounds, tally: Tally) -> None:
    """Count a date as right when its bounds are, and as wrong when they exclude the true day."""
    _count(name, gold == found, tally)
    before = found[1] and gold[0] and found[1] < gold[0]
    after = found[0] and gold[1] and found[0] > gold[1]
    _count("dates-wrong", before or after, tally)


def _count_corrections(sight: Sight, tally: Tally) -> None:
    for gold in sight.gold.corrections:
        right = any(
            sight.index[found.article] == gold.article
            and fold(gold.old) in fold(found.old)
            and (not gold.new or fold(gold.new) in fold(found.new))
            for found in sight.record.corrections
        )
        _count("corrections", right, tally)


def _is_said(sight: Sight, answers: Answers, never: Never) -> bool:
    """Tell whether the record holds what it must never hold."""
    if never.position:
        return any(_stands(sight, answers, never.position, one) for one in sight.record.positions)
    if never.same_item:
        return _is_merged(sight, never.same_item)
    if never.statement_from:
        return any(True for _ in _said_from(sight, never.statement_from))
    return any(sight.same_actor(never.speaker, one.speaker) for one in _said_from(sight, never.content))


def _stands(sight: Sight, answers: Answers, gold: PositionGold, found: Position) -> bool:
    return (
        found.about in answers[gold.about]
        and gold.value in (None, found.value)
        and gold.proposition in (None, found.proposition)
        and sight.same_actor(gold.actor, found.actor)
    )


def _is_merged(sight: Sight, items: tuple[str, ...]) -> bool:
    gold = dict(sight.gold_items())
    answers = [{one for one, its in sight.items() if len(its & gold[i]) >= 0.5 * len(gold[i])} for i in items]
    return bool(set.intersection(*answers))


def _said_from(sight: Sight, content: str) -> Iterator[Said]:
    """Yield the statements whose content shares a word with these words, in any article."""
    for one, _ in _said_in_record(sight):
        text = sight.text(one.article)
        at = find(text, content)
        if at and one.content & words(text, [at]):
            yield one
