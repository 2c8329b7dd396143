"""`python -m benchmarks.attribution`: who says what, scored on PolNeAR's development articles where they are at hand.

PolNeAR is not free and not part of this project. It is looked for in the folder that ONRECORD_SHARED names, or in
`shared` beside the repository; without it the run says so and passes. Texts go through the real reader, which leaves
them as they are. Three habits of the corpus are followed when relations are written out: only outermost attributions
are marked, every attribution has a cue, and a relative pronoun is the source where onrecord gives its antecedent.
"""

import gzip
import json
import os
import re
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.table import lay_out
from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.quotes import find_quotes
from onrecord.models.parser import load_parser
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.source import make_source
from onrecord.nouns.span import Span
from onrecord.reading import read

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parents[2] / "shared"))
GOLD = Path("data/polnear/dev.jsonl.gz")
SCORER = Path("evaluation/attribution.py")
MEASURES = ("full", "strict", "half", "exact")
SLICES = ("all", "direct", "mixed", "indirect", "said")
# F1 on the same articles with the same scorer, measured when the engine was planned: full over all, direct, mixed,
# indirect and said, then strict and rel_50 over all. "Trained" is on this corpus; the others are as they install.
REFERENCE = (
    ("one annotator against another", 74.5, 96.2, 84.9, 69.6, 89.4, 71.6, 71.5),
    ("BBC Citron, trained", 60.5, 83.4, 64.5, 53.1, 73.0, 50.2, 52.3),
    ("Gender Gap Tracker, as installed", 43.9, 50.6, 60.1, 38.2, 62.3, 39.4, 40.4),
    ("60 lines of regular expressions", 41.1, 60.7, 43.5, 31.9, 55.0, 36.3, 33.0),
)
RELATIVE = re.compile(r",?\s+(who|which|that)\b")

Relation = dict[str, list[list[int]]]
Scores = dict[str, dict[str, dict[str, float]]]


def main(*, as_json: bool) -> int:
    """Print the scores as a table, or as JSON; say in one line why there are none."""
    missing = [str(path) for path in (GOLD, SCORER) if not (SHARED / path).is_file()]
    if missing:
        print(f"attribution is not scored: {', '.join(missing)} not found in {SHARED} (set ONRECORD_SHARED)")
        return 0
    scores = score()
    print(json.dumps(scores) if as_json else f"{lay_out(tuple(_slices(scores)))}\n\n{lay_out(tuple(_beside(scores)))}")
    return 0


def score() -> Scores:
    """Score the shipped engine: slice, measure and p, r, f1 as fractions; empty where the corpus is not at hand."""
    if not (SHARED / GOLD).is_file() or not (SHARED / SCORER).is_file():
        return {}
    with gzip.open(SHARED / GOLD, "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    found = {document["id"]: list(_relations(document)) for document in gold}
    scores: Scores = _scorer().score(gold, found, boot=0)
    return scores


def _scorer() -> ModuleType:
    spec = spec_from_file_location("polnear_scorer", SHARED / SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"{SHARED / SCORER} cannot be loaded as a module")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _relations(document: dict[str, Any]) -> Iterator[Relation]:
    article = read(make_source(document["id"], "text/plain", document["text"].encode()))
    if article.text != document["text"]:
        raise ValueError(f"the reader changed the text of {document['id']}: offsets cannot be compared")
    parse = load_parser().parse(article)
    for one in find_attributions(article, parse, find_quotes(article)):
        if one.inside is None and one.cue:
            yield _relation(article.text, one)


def _relation(text: str, one: Attribution) -> Relation:
    source = _as_marked(text, one)
    return {
        "source": [[source.start, source.end]] if source else [],
        "cue": [[span.start, span.end] for span in one.cue],
        "content": [[span.start, span.end] for span in one.content],
    }


def _as_marked(text: str, one: Attribution) -> Span | None:
    """Return the source as the corpus marks it: the relative pronoun between an antecedent and its cue."""
    found = RELATIVE.match(text, one.source.end) if one.source else None
    if found and 0 <= one.cue[0].start - found.end() <= 1:
        return Span(*found.span(1))
    return one.source


def _slices(scores: Scores) -> Iterator[tuple[str, ...]]:
    yield "PolNeAR dev (P / R / F1)", "gold", "found", *MEASURES
    for part in SLICES:
        row = scores[part]
        shown = (f"{100 * row[m]['p']:.1f} / {100 * row[m]['r']:.1f} / {100 * row[m]['f1']:.1f}" for m in MEASURES)
        yield part, f"{row['full']['gold']:.0f}", f"{row['full']['predicted']:.0f}", *shown


def _beside(scores: Scores) -> Iterator[tuple[str, ...]]:
    yield "F1", *(f"full, {part}" for part in SLICES), "strict", "rel_50"
    ours = [scores[part]["full"]["f1"] for part in SLICES] + [scores["all"][m]["f1"] for m in ("strict", "rel_50")]
    yield "onrecord, rules", *(f"{100 * value:.1f}" for value in ours)
    for name, *values in REFERENCE:
        yield name, *(f"{value:.1f}" for value in values)


if __name__ == "__main__":
    sys.exit(main(as_json="--json" in sys.argv[1:]))
