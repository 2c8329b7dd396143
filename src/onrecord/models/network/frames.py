"""The words that are read for a question about a text, each marked with what it is to the question.

The encoder reads a text once and knows of no question. What is asked afterwards - does this statement take a stand on
that thing? - is read off its word vectors of the middle layer by two more layers: the source, the cue and the content
of the statement, the thing and other things are marked in them. Questions are read one by one: no answer depends on
what is asked beside it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from onrecord.models.network.sessions import Graph, Scores
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import ItemKind
from onrecord.nouns.span import Span
from onrecord.nouns.stance import Question

KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
WIDTH = 384
BEFORE, AFTER, MOST = 24, 8, 100  # words read before a statement, after it, and of both at most
NEAR = 70  # words from the cue within which what is said is read
NAMING = 10  # words of the first mention of the thing, which are read first
CONTEXT, SOURCE, CUE, CONTENT, NAMED = range(5)  # what a word is to the statement
NOTHING, THING, OTHER, FIRST = range(4)  # and to the things


class Frame(NamedTuple):
    """The words that are read for a question, by number, and what each is to the statement and to the things."""

    words: list[int]
    roles: list[int]
    marks: list[int]


def read_question(graph: Graph, parse: Parse, question: Question) -> Scores | None:
    """Return what a graph answers; None where it has no words to read, or they were not kept."""
    vectors = np.frombuffer(parse.vectors, np.float16).reshape(-1, WIDTH)
    frame = frame_question(parse.tree.starts, question)
    if frame is None or max(frame.words) >= len(vectors):
        return None
    marks: list[npt.NDArray[np.int64]] = [np.array(one, np.int64) for one in (frame.roles, frame.marks)]
    kind = np.array(KINDS.index(question.kind), np.int64)
    return graph(words=vectors[frame.words].astype(np.float32), roles=marks[0], marks=marks[1], kind=kind)


def frame_question(starts: Sequence[int], question: Question) -> Frame | None:
    """Return what is read for a question, where words begin at `starts`; None where it has no cue or no thing."""
    cue, source, content, things, others = (
        _words(starts, spans)
        for spans in (question.cue, question.source, question.content, question.things, question.others)
    )
    naming = sorted(_words(starts, question.things[:1]))[:NAMING]
    if not cue or not naming:
        return None
    near = [word for word in cue | source | content if abs(word - min(cue)) < NEAR]
    first, last = max(0, min(near) - BEFORE), min(len(starts), max(near) + 1 + AFTER)
    if last - first > MOST:
        last = min(last, max(first + MOST, max(cue) + NAMING))
        first = max(first, last - MOST)
    words = range(first, last)
    of = {**dict.fromkeys(content, CONTENT), **dict.fromkeys(source, SOURCE), **dict.fromkeys(cue, CUE)}
    by = {**dict.fromkeys(others, OTHER), **dict.fromkeys(things, THING)}
    return Frame(
        [*naming, *words],
        [*(NAMED for _ in naming), *(of.get(word, CONTEXT) for word in words)],
        [*(FIRST for _ in naming), *(by.get(word, NOTHING) for word in words)],
    )


def _words(starts: Sequence[int], spans: Iterable[Span]) -> set[int]:
    """Return the numbers of the words that begin in spans."""
    return {word for at in spans for word in range(bisect_left(starts, at.start), bisect_left(starts, at.end))}
