"""`python -m benchmarks.times [--errors]`: expressions of time and bounds on publication, on news dated by hand.

The sets are English Wikinews (MEANTIME and the development part of TimeSET), not part of this project: they are looked
for in the shared folder (`benchmarks.beside`); without it the run says so and passes. For the bounds the date line is
taken out of the text, so that nothing but the wording can tell the day. The engines differ in their parse only.

"Excludes the true day" counts the dates whose bounds in the record do not touch the days of the gold value. Every one
that is left was read; the gold value is another than the words and the calendar give:

    kind of gold value                                          meantime   timeset-dev
    "this week", "the weekend": the number of the week after           4             0
    the day of the article for a weekday or day before it              3             1
    another day, month or year than the one that is named              2             2
    ours to mend                                                       0             0
    of dates that are matched                                        232            45
"""

import sys
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import msgspec

from benchmarks.beside import load_scorer, read_lines, say_missing, shared
from benchmarks.engines import load_engines, make_options
from benchmarks.table import lay_out
from onrecord.annotation.times import date_article, find_published, see_times
from onrecord.models.engines import Engine
from onrecord.models.pins import EngineName
from onrecord.nouns.article import Article
from onrecord.nouns.sighting import Sighting
from onrecord.nouns.source import Given, make_source
from onrecord.reading import read

SETS = {name: f"data/time/{name}.jsonl.gz" for name in ("meantime", "timeset-dev")}
SCORER = "evaluation/time.py"
FIGURES = ("strict F1", "relaxed F1", "type F1", "value F1", "interval F1")
EXCLUDED = "excludes the true day"  # by the bounds of the record, which may hold more days than the value names
BOUNDS = ("holds the true day", "bounded below", "bounded above", "bounded on both sides")
WIDTH = "median width, days"  # of those that are bounded on both sides

Document = dict[str, Any]


def main(names: tuple[EngineName, ...], *, errors: bool) -> int:
    """Print the scores, and on request every expression that was missed, found too much or given another value."""
    folder = shared(*SETS.values(), SCORER)
    if folder is None:
        print(say_missing("times are", *SETS.values(), SCORER))
        return 0
    scorer, engines = load_scorer(folder / SCORER), load_engines(names)
    rows: list[tuple[str, ...]] = [("set", *FIGURES, EXCLUDED, "words/s", *BOUNDS, WIDTH)]
    for name, path in SETS.items():
        documents = list(read_lines(folder / path))
        for engine_name, engine in engines.items():
            figures = _score(scorer, engine, documents, errors=errors)
            rows.append((f"{name}, {engine_name}", *figures, *_score_bounds(scorer, engine, documents)))
    print(lay_out(tuple(zip(*rows, strict=True))))
    return 0


def _score(scorer: ModuleType, engine: Engine, documents: list[Document], *, errors: bool) -> Iterator[str]:
    """Yield the figures for expressions, the true date of publication being given, and the speed after the parse."""
    found: list[tuple[str, ...]] | None = [] if errors else None
    counts, bounded, words, seconds = [], [], 0, 0.0
    for document in documents:
        article = _article(document["text"], document["published"])
        parse = engine.parse(article)
        start = time.process_time()
        seen = see_times(article, parse)
        times, _ = date_article(article, seen)
        seconds += time.process_time() - start
        words += len(article.text.split())
        rows = [
            {"start": one.at.start, "end": one.at.end, "type": one.type.upper(), "value": one.value} for one in times
        ]
        counts.append(scorer.count(document, rows, errors=found))
        bounded.append(scorer.count(document, list(_with_bounds(article, seen, rows))))
    for row in found or ():
        print(*row, sep="\t")
    figures = scorer.figures(counts)
    yield from (f"{100 * figures[name]:.1f}" for name in FIGURES)
    yield f"{100 * scorer.figures(bounded)['interval wrong']:.1f}"
    yield f"{words / seconds:,.0f}"


def _with_bounds(article: Article, seen: tuple[Sighting, ...], rows: list[Document]) -> Iterator[Document]:
    """Yield the rows with the bounds of the words alone: "before 3 May" excludes that day, and is to name it."""
    free = tuple(msgspec.structs.replace(one, limit=None, joined=None) for one in seen)
    for row, one in zip(rows, date_article(article, free)[0], strict=True):
        when = one.when
        yield row if when is None else {**row, "earliest": when.earliest, "latest": when.latest}


def _score_bounds(scorer: ModuleType, engine: Engine, documents: list[Document]) -> Iterator[str]:
    """Yield the figures for the day of publication, worked out from the text without its date line."""
    rows = []
    for document in documents:
        first, last = document["dateline"] or (0, 0)
        article = _article(document["text"][:first] + document["text"][last:], None)
        when = find_published(article, engine.parse(article))
        rows.append(scorer.bound(document, {"earliest": when.earliest, "latest": when.latest}))
    figures = scorer.bound_figures(rows)
    yield from (f"{100 * figures[name]:.1f}" for name in BOUNDS)
    yield "–" if figures[WIDTH] is None else f"{figures[WIDTH]:,.0f}"


def _article(text: str, published: str | None) -> Article:
    given = Given(published=published)
    return read(make_source("time.txt", "text/plain", text.encode(), given=given))


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("--errors", action="store_true", help="print every expression that is wrong")
    asked = options.parse_args()
    sys.exit(main(tuple(asked.engine), errors=asked.errors))
