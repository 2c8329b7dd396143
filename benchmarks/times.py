"""`python -m benchmarks.times [--errors]`: expressions of time and bounds on publication, on news dated by hand.

The sets are English Wikinews (MEANTIME and the development part of TimeSET), not part of this project: they are looked
for in the folder that ONRECORD_SHARED names, or in `shared` beside the repository; without it the run says so and
passes. For the bounds the date line is taken out of the text, so that nothing but the wording can tell the day.
"""

import gzip
import json
import os
import sys
import time
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.table import lay_out
from onrecord.annotation.times import find_published, find_times
from onrecord.models.parser import Parser, load_parser
from onrecord.nouns.article import Article
from onrecord.nouns.source import Given, make_source
from onrecord.reading import read

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SETS = ("meantime", "timeset-dev")
SCORER = Path("evaluation/time.py")
FIGURES = ("strict F1", "relaxed F1", "type F1", "value F1", "interval F1", "interval wrong")
BOUNDS = ("holds the true day", "bounded below", "bounded above", "bounded on both sides")

Document = dict[str, Any]


def main(*, errors: bool) -> int:
    """Print the scores, and on request every expression that was missed, found too much or given another value."""
    paths = {name: SHARED / "data/time" / f"{name}.jsonl.gz" for name in SETS}
    missing = [str(path) for path in (*paths.values(), SHARED / SCORER) if not path.is_file()]
    if missing:
        print(f"times are not scored: {', '.join(missing)} not found (set ONRECORD_SHARED)")
        return 0
    scorer, parser = _load(SHARED / SCORER), load_parser()
    rows: list[tuple[str, ...]] = [("set", *FIGURES, "words/s", *BOUNDS)]
    for name, path in paths.items():
        documents = list(_read(path))
        rows.append(
            (name, *_score(scorer, parser, documents, errors=errors), *_score_bounds(scorer, parser, documents))
        )
    print(lay_out(tuple(zip(*rows, strict=True))))
    return 0


def _score(scorer: ModuleType, parser: Parser, documents: list[Document], *, errors: bool) -> Iterator[str]:
    """Yield the figures for expressions, the true date of publication being given, and the speed after the parse."""
    found: list[tuple[str, ...]] | None = [] if errors else None
    counts, words, seconds = [], 0, 0.0
    for document in documents:
        article = _article(document["text"], document["published"])
        parse = parser.parse(article)
        start = time.perf_counter()
        times = find_times(article, parse)
        seconds += time.perf_counter() - start
        words += len(article.text.split())
        rows = [
            {"start": one.at.start, "end": one.at.end, "type": one.type.upper(), "value": one.value} for one in times
        ]
        counts.append(scorer.count(document, rows, errors=found))
    for row in found or ():
        print(*row, sep="\t")
    figures = scorer.figures(counts)
    yield from (f"{100 * figures[name]:.1f}" for name in FIGURES)
    yield f"{words / seconds:,.0f}"


def _score_bounds(scorer: ModuleType, parser: Parser, documents: list[Document]) -> Iterator[str]:
    """Yield the figures for the day of publication, worked out from the text without its date line."""
    rows = []
    for document in documents:
        first, last = document["dateline"] or (0, 0)
        article = _article(document["text"][:first] + document["text"][last:], None)
        when = find_published(article, parser.parse(article))
        rows.append(scorer.bound(document, {"earliest": when.earliest, "latest": when.latest}))
    figures = scorer.bound_figures(rows)
    yield from (f"{100 * figures[name]:.1f}" for name in BOUNDS)


def _article(text: str, published: str | None) -> Article:
    given = Given(published=published)
    return read(make_source("time.txt", "text/plain", text.encode(), given=given))


def _read(path: Path) -> Iterator[Document]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _load(path: Path) -> ModuleType:
    """Load the scorer under a name of its own: its file is named like a module of the standard library."""
    spec = spec_from_file_location("time_scorer", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer in {path}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(errors="--errors" in sys.argv[1:]))
