"""`python -m benchmarks.stances`: contested things, and where each statement stands on them, in stories held out.

The stories of `training/marked` are texts in which every mention of a thing and every statement is marked. The network
has learned from most of them; what is measured are those alone that were held out (`training/passages/held.json`).

Things are paired one to one by the words of their mentions (a fifth of gold's or more), statements by the words of
their content, or of their cue. A stand counts where statement, thing, proposition and value are right; who speaks is
not looked at. Refusals, silence and what is said in general are on no proposition in particular.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.engines import load_engines, make_options
from benchmarks.matching import Range, pair, share, words
from benchmarks.passages import load_held
from benchmarks.table import lay_out
from onrecord.models.engines import Engine
from onrecord.models.pins import EngineName, say_made_by
from onrecord.nouns.record import Record
from onrecord.nouns.source import make_source
from onrecord.nouns.span import Span
from onrecord.pipeline import annotate_source, establish
from training.stories import Story, load_stories

STORIES = Path(__file__).parent.parent / "training" / "marked"
FIFTH, HALF = 0.2, 0.5
UNPLACED = frozenset({"declines", "silent", "no-reply", "general"})  # values that are on no proposition in particular
Score = dict[str, dict[str, float]]
MEASURES = ("things", "statements", "stands", "stands, any proposition")


class _Words(NamedTuple):
    """A statement by the words of its content and of its cue."""

    content: set[int]
    cue: set[int]


def main(names: tuple[EngineName, ...], *, as_json: bool) -> None:
    """Print precision, recall and F1 of every engine."""
    stories = tuple(held_stories())
    scores = {
        name: summarise(sum((count(one, e) for one in stories), Counter())) for name, e in load_engines(names).items()
    }
    print(json.dumps(scores) if as_json else lay_out(tuple(_rows(scores))))


def held_stories() -> Iterator[Story]:
    """Yield the stories that the network has not seen and in which everything is marked."""
    held = load_held()
    for file in sorted(STORIES.glob("*.txt")):
        yield from (one for one in load_stories(file) if one.id in held and not one.partial)


def count(story: Story, engine: Engine) -> "Counter[str]":
    """Count what an engine finds in a story."""
    source = make_source(story.id, "text/plain", story.text.encode())
    record = establish([annotate_source(source, engine)], say_made_by())
    text = record.articles[0].text
    things = _things(story, record)
    said = [_Words(words(text, one.content), words(text, one.cue)) for one in story.statements]
    found = [_Words(words(text, _at(one.content_at)), words(text, _at(one.cue_at))) for one in record.statements]
    places = {record.statements[j].id: i for i, j in pair(said, found, _weigh, HALF)}
    gold = {
        (number, stand.item, stand.proposition, stand.value)
        for number, one in enumerate(story.statements)
        for stand in one.stands
        if story.things[stand.item].contested
    }
    ours = {
        (places.get(statement, statement), things.get(one.about, one.about), one.proposition, one.value)
        for one in record.positions
        for statement in one.statements
    }
    tally = Counter({"things gold": sum(one.contested for one in story.things.values())})
    tally |= Counter({"things found": len(record.items), "things right": len(things)})
    tally |= {"statements gold": len(said), "statements found": len(found), "statements right": len(places)}
    for name, keep in (("stands", True), ("stands, any proposition", False)):
        left, right = ({_told(one, exact=keep) for one in some} for some in (gold, ours))
        tally |= {f"{name} gold": len(left), f"{name} found": len(right), f"{name} right": len(left & right)}
    return tally


def _things(story: Story, record: Record) -> dict[str, int]:
    """Return which contested thing of the story each item of the record is."""
    text = record.articles[0].text
    numbers = [number for number, one in story.things.items() if one.contested]
    gold = [words(text, story.things[number].mentions) for number in numbers]
    found = [words(text, _at(tuple(one.at for one in item.mentions))) for item in record.items]
    pairs = pair(gold, found, lambda left, right: len(left & right) / max(1, len(left)), FIFTH)
    return {record.items[j].id: numbers[i] for i, j in pairs}


def _told(one: tuple[object, object, str, str], *, exact: bool) -> tuple[object, ...]:
    statement, item, proposition, value = one
    return (statement, item, proposition if exact and value not in UNPLACED else "", value)


def _weigh(gold: _Words, found: _Words) -> float:
    if not gold.content or not found.content:
        return HALF + HALF * share(gold.cue, found.cue) if gold.cue & found.cue else 0.0
    return share(gold.content, found.content) + 0.05 * share(gold.cue, found.cue)


def _at(spans: tuple[Span, ...]) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans)


def summarise(tally: "Counter[str]") -> Score:
    """Turn counts into precision, recall and F1."""
    return {name: _shares(*(tally[f"{name} {what}"] for what in ("right", "found", "gold"))) for name in MEASURES}


def _shares(right: int, found: int, gold: int) -> dict[str, float]:
    return {
        "precision": right / max(1, found), "recall": right / max(1, gold), "f1": 2 * right / max(1, found + gold),
        "gold": gold,
    }  # fmt: skip


def _rows(scores: Mapping[EngineName, Score]) -> Iterator[tuple[str, ...]]:
    yield "P / R / F1", "n", *scores
    for name in MEASURES:
        cells = [scores[engine][name] for engine in scores]
        shown = (" / ".join(f"{100 * cell[key]:.1f}" for key in ("precision", "recall", "f1")) for cell in cells)
        yield name, f"{cells[0]['gold']:.0f}", *shown


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("--json", action="store_true", help="print the shares as JSON")
    asked = options.parse_args()
    main(tuple(asked.engine), as_json=asked.json)
