"""The links of a window: every cue with its source and content, what they are worth together, its act and attitude.

Words are looked at as a cue from a low score on: whether they are one shows as well in what they would attribute.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from onrecord.models.network.sessions import Network, Numbers, Roles, Sight
from onrecord.models.network.spans import CONTENT, EVEN, SOURCE, CueAt, Range, best_paths, find_cues, runs
from onrecord.models.network.words import MARKS, OUTSIDE, Words
from onrecord.models.network.worth import Table, Window, see_signs, weigh
from onrecord.nouns.record import Act

KINDS = {"outer": slice(0, 3), "other": slice(3, 6)}  # of cues, with the columns of their scores


class Linked(msgspec.Struct, frozen=True):
    """A cue with its source and content, as ranges of words, and what the network makes of it."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    sure: float
    outer: bool  # of the kind that corpora mark: spoken aloud by somebody, not inside another's words
    act: Act
    held: bool
    stand: float  # how likely the source takes a stand on a contested thing
    signs: tuple[float, ...]  # what its worth was read off


class _Found(NamedTuple):
    """The cues of one kind, what the second graph says of them, and the best labels of the words near each."""

    kind: str
    cues: Sequence[CueAt]
    roles: Roles
    paths: Numbers


def find_links(network: Network, sight: Sight, words: Words, part: slice, own: slice) -> Iterator[Linked]:
    """Yield the links of a window, which is a part of some words, whose cues begin among its own words.

    Outer cues go before others, no word is in two cues, and every link is worth what the network asks of its kind.
    """
    window = Window(np.isin(words.case[part], MARKS), words.quoted[part] != OUTSIDE)
    taken: set[int] = set()
    for found in _find(network, sight, words.paragraph[part], own):
        signs = see_signs(found.cues, found.roles, found.paths, window)
        least = network.names.least[found.kind]
        for at, sure in enumerate(weigh(signs, network.names.worth[found.kind])):
            cue = range(found.cues[at].first, found.cues[at].last)
            if sure >= least and taken.isdisjoint(cue):
                taken.update(cue)
                yield _link(network, found, at, part.start, (sure, signs[at]))


def _find(network: Network, sight: Sight, paragraph: Numbers, own: slice) -> Iterator[_Found]:
    """Yield the cues of each kind with their roles; all are scored at once."""
    cues = {
        kind: list(_own(find_cues(sight.cues[:, columns], network.names.looked_from), own))
        for kind, columns in KINDS.items()
    }
    every = [cue for kind in KINDS for cue in cues[kind]]
    if not every:
        return
    first = np.array([cue.first for cue in every], np.int64)  # said, since some machines would choose others
    last = np.array([cue.last for cue in every], np.int64)
    roles = network.link(sight.words, first, last, paragraph)
    paths = best_paths(roles.scores, network.moves, network.starts)
    start = 0
    for kind in KINDS:
        part = slice(start, start + len(cues[kind]))
        start = part.stop
        if cues[kind]:
            own_roles = Roles(
                roles.begin[part], roles.scores[part], roles.acts[part], roles.held[part], roles.stands[part]
            )
            yield _Found(kind, cues[kind], own_roles, paths[part])


def _own(cues: Iterable[CueAt], own: slice) -> Iterator[CueAt]:
    """Yield the cues that begin among a window's own words, up to the last of these."""
    for cue in cues:
        if own.start <= cue.first < own.stop:
            yield CueAt(cue.first, min(cue.last, own.stop), cue.sure)


def _link(network: Network, found: _Found, at: int, offset: int, worth: tuple[float, Table]) -> Linked:
    sure, signs = worth
    cue, path, near = found.cues[at], found.paths[at], int(found.roles.begin[at]) + offset
    return Linked(
        cue=(cue.first + offset, cue.last + offset),
        source=tuple((first + near, last + near) for first, last in runs(path, SOURCE)),
        content=tuple((first + near, last + near) for first, last in runs(path, CONTENT)),
        sure=sure,
        outer=found.kind == "outer",
        act=network.names.acts[int(found.roles.acts[at])],
        held=bool(found.roles.held[at] > EVEN),
        stand=float(found.roles.stands[at]),
        signs=tuple(signs.tolist()),
    )
