"""`python -m benchmarks.passages`: who says what, on invented passages that the rules were not written from.

Attributions are paired one to one by the words of their content (intersection over union of a half or more), or by
their cues where the content is empty. Of the pairs are then counted: a source that shares a word, the same act, the
same attitude, and, for a statement inside another's content, that it was found as nested.

The network was trained on most of them. It is scored on those alone that were held out (`held.json` beside the
passages, a list of their ids), and the rules on the same ones as well as on all.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.engines import load_engines, make_options
from benchmarks.gold import Words, locate
from benchmarks.matching import Range, pair, share, words
from benchmarks.table import lay_out
from onrecord.models.engines import Engine
from onrecord.models.pins import EngineName
from onrecord.nouns.annotations import Annotations
from onrecord.nouns.source import make_source
from onrecord.nouns.span import Span
from onrecord.pipeline import annotate
from onrecord.reading import read

PASSAGES = Path(__file__).parent.parent / "training" / "passages"
HELD = PASSAGES / "held.json"
HALF = 0.5  # share of the words of two contents that must be the same

Scores = dict[str, float]


class Marked(msgspec.Struct, frozen=True):
    """One attribution as a writer marked it."""

    act: str
    attitude: str
    source: Words | str | None = None
    cue: Words | str | None = None
    content: tuple[Words | str, ...] = ()
    inside: int | None = None
    inherits: int | None = None
    general: bool = False


class Passage(msgspec.Struct, frozen=True):
    """An invented passage with every attribution in it marked."""

    id: str
    text: str
    statements: tuple[Marked, ...]
    covers: tuple[str, ...] = ()
    decoys: tuple[Words | str, ...] = msgspec.field(default=(), name="not")


class Found(msgspec.Struct, frozen=True):
    """One attribution, marked or found, as sets of words."""

    source: set[int]
    cue: set[int]
    content: set[int]
    act: str
    attitude: str
    nested: bool


Files = dict[str, tuple[Passage, ...]]


def main(names: tuple[EngineName, ...], *, as_json: bool) -> None:
    """Print the scores of each engine on the passages that it may be scored on, group by group."""
    files = {file.stem: tuple(load_passages(file)) for file in sorted(PASSAGES.glob("*.jsonl"))}
    held = load_held()
    if not held and "learned" in names:
        print(f"learned is not measured: {HELD} does not name what was held out", file=sys.stderr)
    scores: dict[str, Scores] = {}
    for name, engine in load_engines(names).items():
        for group, passages in group_for(name, files, held).items():
            tally = sum((count(one, engine) for one in passages), Counter())
            scores[f"{name}, {group}"] = {"passages": len(passages)} | summarise(tally)
    print(json.dumps(scores) if as_json else lay_out(tuple(_rows(scores))))


def load_held() -> frozenset[str]:
    """Return the ids of the passages that the network has not seen; none where no run has written them down."""
    return frozenset(msgspec.json.decode(HELD.read_bytes(), type=list[str])) if HELD.is_file() else frozenset()


def group_for(engine: EngineName, files: Files, held: frozenset[str]) -> Files:
    """Return the passages that an engine may be scored on, by the name of their group: no empty ones.

    >>> one, two = Passage("a1", "", ()), Passage("a2", "", ())
    >>> list(group_for("rules", {"quotations": (one, two)}, frozenset({"a2"})))
    ['held out', 'quotations', 'all']
    >>> group_for("learned", {"quotations": (one, two)}, frozenset({"a2"})) == {"held out": (two,)}
    True
    """
    everything = tuple(one for passages in files.values() for one in passages)
    groups = {"held out": tuple(one for one in everything if one.id in held)}
    if engine != "learned":
        groups |= {**files, "all": everything}
    return {name: passages for name, passages in groups.items() if passages}


def load_passages(file: Path) -> Iterator[Passage]:
    """Yield the passages of a file."""
    for line in file.read_text("utf-8").splitlines():
        yield msgspec.json.decode(line, type=Passage)


def count(passage: Passage, engine: Engine) -> "Counter[str]":
    """Count what an engine finds in a passage."""
    article = read(make_source(passage.id, "text/plain", passage.text.encode()))
    found = list(_found(passage.text, annotate(article, engine)))
    gold = [_marked(passage.text, one) for one in passage.statements]
    pairs = [(gold[i], found[j]) for i, j in pair(gold, found, _weigh, HALF)]
    tally = Counter({"gold": len(gold), "found": len(found), "pairs": len(pairs)})
    tally["said gold"] = sum(one.attitude == "said" for one in gold)
    tally["said found"] = sum(one.attitude == "said" for one in found)
    tally["nested gold"] = sum(one.nested for one in gold)
    for mark, one in pairs:
        tally["said pairs"] += mark.attitude == one.attitude == "said"
        tally["sources"] += bool(mark.source)
        tally["source"] += bool(mark.source & one.source)
        tally["act"] += mark.act == one.act
        tally["attitude"] += mark.attitude == one.attitude
        tally["nested"] += mark.nested and one.nested
    return tally


def summarise(tally: "Counter[str]") -> Scores:
    """Turn counts into shares."""
    scores: Scores = {}
    for name, prefix in (("attributions", ""), ("said", "said ")):
        pairs, gold, found = (tally[prefix + what] for what in ("pairs", "gold", "found"))
        scores |= {
            f"{name} P": _of(pairs, found),
            f"{name} R": _of(pairs, gold),
            f"{name} F1": _of(2 * pairs, gold + found),
        }
    scores |= {name: _of(tally[name], tally["pairs"]) for name in ("act", "attitude")}
    return scores | {
        "source": _of(tally["source"], tally["sources"]),
        "nested R": _of(tally["nested"], tally["nested gold"]),
    }


def _of(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _marked(text: str, one: Marked) -> Found:
    def at(*refs: Any) -> set[int]:
        return words(text, [place for ref in refs if ref is not None and (place := locate(text, ref))])

    return Found(at(one.source), at(one.cue), at(*one.content), one.act, one.attitude, one.inside is not None)


def _found(text: str, layers: Annotations) -> Iterator[Found]:
    for one, reading in zip(layers.attributions, layers.readings, strict=True):
        sources = (one.source,) if one.source else ()
        source, cue, content = (words(text, map(_range, spans)) for spans in (sources, one.cue, one.content))
        yield Found(source, cue, content, reading.act, reading.attitude, one.inside is not None)


def _range(span: Span) -> Range:
    return span.start, span.end


def _weigh(gold: Found, found: Found) -> float:
    if not gold.content or not found.content:
        return HALF + HALF * share(gold.cue, found.cue) if gold.cue & found.cue else 0.0
    return share(gold.content, found.content) + 0.05 * share(gold.cue, found.cue)


def _rows(scores: dict[str, Scores]) -> Iterator[tuple[str, ...]]:
    yield "", "passages", *summarise(Counter())
    for name, row in scores.items():
        number, *shares = row.values()
        yield name, f"{number:.0f}", *(f"{100 * share:.1f}" for share in shares)


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("--json", action="store_true", help="print the shares as JSON")
    asked = options.parse_args()
    main(tuple(asked.engine), as_json=asked.json)
