"""Which words hold a value that a correction took out of force: they leave answers and search, never the record."""

from collections import defaultdict

from onrecord.nouns.record import Record, Statement
from onrecord.nouns.span import Span


def stale_statements(record: Record) -> frozenset[str]:
    """Return the statements that hold a wrong value where another one holds the value in force."""
    known = {one.id: one for one in record.statements}
    stale: set[str] = set()
    for correction in record.corrections:
        wrong: defaultdict[str, list[Span]] = defaultdict(list)
        for place in correction.old_at:
            wrong[place.article].append(place.at)
        touched = {row for row in correction.touches if row in known}
        holding = {row for row in touched if _holds(known[row], wrong[known[row].article])}
        stale |= holding if touched - holding else set()
    return frozenset(stale)


def stale_parts(record: Record) -> dict[str, tuple[Span, ...]]:
    """Return where a wrong value still stands in the version that a corrected article replaces, by article."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for correction in record.corrections:
        for place in correction.old_at:
            if place.article != correction.article:
                found[place.article].append(place.at)
    return {article: tuple(spans) for article, spans in found.items()}


def _holds(one: Statement, wrong: list[Span]) -> bool:
    return any(at.overlaps(value) for at in one.content_at for value in wrong)
