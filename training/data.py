"""What the network learns from: three corpora, as texts with attributions in code points.

PolNeAR's training articles have no licence (see the card); the passages written for this project and the documents of
GUM are free. Where a corpus does not mark something (PolNeAR: statements inside statements, silences, acts) it teaches
nothing about it. What is held back is never learned from: thresholds are set on it.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.beside import shared
from benchmarks.gold import Words, locate
from benchmarks.passages import Marked, Passage, load_held, load_passages
from training.stories import Stand, Story, Thing, load_stories

PASSAGES = Path(__file__).parent / "passages"
STORIES = Path(__file__).parent / "marked"
ARTICLES_SEED, HELD_ARTICLES = 7, 40
UNMARKED = -1
Place = tuple[int, int]


class Said(NamedTuple):
    """One attribution; `other` where corpora leave its kind unmarked, `act` "" and `held` -1 where this one does."""

    cue: tuple[Place, ...]
    source: tuple[Place, ...]
    content: tuple[Place, ...]
    other: bool = False
    act: str = ""
    held: int = UNMARKED
    stands: tuple[Stand, ...] | None = None  # None where positions are not marked


class Told(NamedTuple):
    """A text with its attributions. `complete` says that all are marked, nested ones and silences too.

    `clauses` says that a cue comes with its source, as one clause that is still to be taken apart; `partial` that
    other statements and things than the marked ones may stand in it.
    """

    id: str
    text: str
    said: tuple[Said, ...]
    complete: bool = False
    clauses: bool = False
    partial: bool = False
    things: tuple[Thing, ...] | None = None


class Choice(NamedTuple):
    """What is learned from, and what is held back."""

    learned: list[Told]
    held: list[Told]


def choose_texts(*, free: bool) -> Choice:
    """Return all there is to learn from, or only what is free; raises FileNotFoundError where a corpus is missing."""
    written, articles = [*_written(), *_stories()], [] if free else list(_polnear("train"))
    Random(ARTICLES_SEED).shuffle(articles)  # noqa: S311 - for shuffling, not for secrets
    apart = load_held()
    learned = [one for one in written if one.id not in apart] + (list(_gum()) if free else articles[HELD_ARTICLES:])
    return Choice(learned, [one for one in written if one.id in apart] + articles[:HELD_ARTICLES])


def _polnear(part: str) -> Iterator[Told]:
    """Yield articles of PolNeAR; only their outermost attributions are marked."""
    for one in _lines(f"polnear/{part}.jsonl.gz"):
        said = (Said(*(_places(relation[role]) for role in Said._fields[:3])) for relation in one["attributions"])
        yield Told(one["id"], one["text"], tuple(said))


def _gum() -> Iterator[Told]:
    """Yield documents of GUM: attribution clauses and what they vouch for."""
    for one in _lines("gum/train.jsonl.gz"):
        vouched = [clause for clause in one["attributions"] if clause["polarity"] == "positive"]
        said = tuple(Said(_places(clause["clause"]), (), _places(clause["content"])) for clause in vouched)
        yield Told(one["id"], one["text"], said, clauses=True)


def _written() -> Iterator[Told]:
    """Yield the passages written for this project; everything in them is marked."""
    for file in sorted(PASSAGES.glob("*.jsonl")):
        for one in load_passages(file):
            said = (_statement(one, marked) for marked in one.statements if marked.cue)
            yield Told(one.id, one.text, tuple(said), complete=True)


def _stories() -> Iterator[Told]:
    """Yield the stories written for this project, in which things and positions are marked as well."""
    for file in sorted(STORIES.glob("*.txt")):
        for one in load_stories(file):
            said = tuple(_of_story(one, number) for number in range(len(one.statements)))
            things = tuple(one.things.values())
            yield Told(one.id, one.text, said, complete=not one.partial, partial=one.partial, things=things)


def _of_story(story: Story, number: int) -> Said:
    """Return a statement of a story; one whose cue stands in the content of another is told by that one."""
    one = story.statements[number]
    inside = any(
        start <= one.cue[0][0] and one.cue[-1][1] <= end
        for other in story.statements
        if other is not one
        for start, end in other.content
    )
    return Said(
        cue=one.cue,
        source=one.source,
        content=one.content,
        other=inside or not one.content,
        act=one.act,
        held=UNMARKED if story.partial else int(one.held),
        stands=one.stands,
    )


def _statement(passage: Passage, marked: Marked) -> Said:
    def place(words: Words | str | None) -> tuple[Place, ...]:
        found = locate(passage.text, words) if words else None
        return (found,) if found else ()

    return Said(
        cue=place(marked.cue),
        source=place(marked.source),
        content=tuple(found for words in marked.content for found in place(words)),
        other=marked.inside is not None or not marked.content,
        act=marked.act,
        held=int(marked.attitude == "held"),
    )


def _lines(name: str) -> Iterator[Any]:
    folder = shared(f"data/{name}")
    if folder is None:
        raise FileNotFoundError(f"data/{name} is not at hand: set ONRECORD_SHARED")
    with gzip.open(folder / "data" / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _places(spans: list[list[int]]) -> tuple[Place, ...]:
    return tuple((start, end) for start, end in spans)
