"""Which statement of a version is which of the other: by words and speaker, and else by the place between others."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.findings.alignment import Words, align, likeness
from onrecord.findings.versions import Version, words_of
from onrecord.nouns.record import Statement

BARE = ("decline", "silent", "no-reply", "neither")
STANDS = ("assert", "confirm", "deny", *BARE)
NEAR = 0.2  # share of words that two statements of one speaker in the same gap must have in common


def pair_statements(
    version: Version, was: Sequence[Statement], now: Sequence[Statement], names: Mapping[str, str]
) -> tuple[tuple[Statement, Statement], ...]:
    """Return the statements that stand in both versions, each with what it became, in order of the earlier."""
    left = [_features(version.earlier.text, one, names) for one in was]
    right = [_features(version.later.text, one, names) for one in now]
    pairs = align(left, right)
    found = [*pairs, *_in_gaps(pairs, (was, now), (left, right))]
    return tuple((was[i], now[j]) for i, j in sorted(found))


def _features(text: str, one: Statement, names: Mapping[str, str]) -> Words:
    """Return the words of a statement, and its speaker as one more."""
    words = words_of(" ".join(span.of(text) for span in one.content_at or one.cue_at))
    return words | {f"speaker {names.get(one.speaker, one.speaker).casefold()}"} if one.speaker else words


def _in_gaps(
    pairs: Sequence[tuple[int, int]],
    said: tuple[Sequence[Statement], Sequence[Statement]],
    words: tuple[Sequence[Words], Sequence[Words]],
) -> list[tuple[int, int]]:
    """Pair what one speaker says in one version with the one thing they say, or refuse to say, there in the other."""
    lefts = _gaps([i for i, _ in pairs], pairs, said[0])
    rights = _gaps([j for _, j in pairs], pairs, said[1])
    return [
        (i, j)
        for gap, (i, *more) in lefts.items()
        if not more
        for j, *others in [rights.get(gap, [-1])]
        if j >= 0 and not others and (_is_refusal(said[0][i], said[1][j]) or likeness(words[0][i], words[1][j]) >= NEAR)
    ]


def _is_refusal(one: Statement, other: Statement) -> bool:
    """Tell whether one of them refuses or is silent, without words that could be alike, on what the other is about."""
    about = {row.id for row in one.about} & {row.id for row in other.about}
    acts = {one.act, other.act}
    return bool(about) and acts.issubset(STANDS) and not acts.isdisjoint(BARE)


def _gaps(
    taken: Sequence[int], pairs: Sequence[tuple[int, int]], said: Sequence[Statement]
) -> dict[tuple[tuple[int, int] | None, str], list[int]]:
    """Return the statements in no pair, by the pair before them and their speaker."""
    by_place = sorted(zip(taken, pairs, strict=True))
    places = [place for place, _ in by_place]
    found: defaultdict[tuple[tuple[int, int] | None, str], list[int]] = defaultdict(list)
    known = set(taken)
    for place, one in enumerate(said):
        if place not in known and one.speaker:
            before = bisect_left(places, place) - 1
            found[by_place[before][1] if before >= 0 else None, one.speaker].append(place)
    return found
