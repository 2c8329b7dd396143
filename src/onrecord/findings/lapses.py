"""Which statements of an article its later version tells no more, or tells otherwise: their positions lose standing.

A silent edit from "denied" to "declined to discuss" is no second opinion beside the first. What the later version has
left out stands no longer, and is kept with its date.
"""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.findings.pairing import pair_statements
from onrecord.findings.versions import Version, find_versions, words_of
from onrecord.nouns.article import Article
from onrecord.nouns.record import Statement

LEAST = 0.5  # share of what an article told that the next must tell: one with less is another article


def find_lapses(articles: Sequence[Article], said: Sequence[Statement], names: Mapping[str, str]) -> dict[str, str]:
    """Return the statements that no longer stand, by id, each with the later version that dropped or changed it."""
    versions = find_versions(articles)
    if not versions:
        return {}
    told: dict[str, list[Statement]] = {}
    for one in said:
        told.setdefault(one.article, []).append(one)
    return {id_: version.later.id for version in versions for id_ in _lapsed(version, told, names)}


def _lapsed(version: Version, told: Mapping[str, Sequence[Statement]], names: Mapping[str, str]) -> Iterator[str]:
    was, now = told.get(version.earlier.id, ()), told.get(version.later.id, ())
    became = {earlier.id: later for earlier, later in pair_statements(version, was, now, names)}
    is_version = len(became) >= LEAST * len(was)
    for one in was:
        later = became.get(one.id)
        if is_version if later is None else _differs(version, one, later):
            yield one.id


def _differs(version: Version, one: Statement, later: Statement) -> bool:
    if (one.act, one.speaker) != (later.act, later.speaker):
        return True
    was = words_of(" ".join(at.of(version.earlier.text) for at in one.content_at))
    return was != words_of(" ".join(at.of(version.later.text) for at in later.content_at))
