"""`python -m benchmarks.attribution`: who says what, scored on PolNeAR's development articles where they are at hand.

PolNeAR is not free and not part of this project. It is looked for in the shared folder (`benchmarks.beside`); without
it the run says so and passes. Texts go through the real reader, which leaves them as they are. Four habits of the
corpus are followed when relations are written out: only outermost attributions are marked, every attribution has a cue,
a relative pronoun is the source where onrecord gives its antecedent, and quotation marks belong to what they enclose.
"""

import re
import sys
from collections.abc import Iterator
from typing import Any

import msgspec

from benchmarks.beside import load_scorer, read_lines, say_missing, shared
from benchmarks.engines import load_engines, make_options
from benchmarks.peers import PEERS
from benchmarks.slices import NOUN, OTHER, UNLISTED, Recall, Tally, count_kinds, summarise
from benchmarks.table import lay_out
from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.quotes import find_quotes
from onrecord.models.engines import load_engine
from onrecord.models.pins import EngineName
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.source import make_source
from onrecord.nouns.span import Span
from onrecord.reading import read

GOLD = "data/polnear/dev.jsonl.gz"
SCORER = "evaluation/attribution.py"
MEASURES = ("full", "strict", "half", "exact")
SLICES = ("all", "direct", "mixed", "indirect", "said")
# Row of the table beside the peers: slice and measure of the scorer, all F1.
FIGURES = {
    **{name: ("all", name) for name in ("full", "strict", "rel_50", "rel_exact")},
    **{f"{part}, full": (part, "full") for part in ("direct", "mixed", "indirect", "said")},
    "said, strict": ("said", "strict"),
    **{f"{role} spans": ("all", f"span_{role}") for role in ("source", "cue", "content")},
}
OPENING, CLOSING = "\"“'‘", "\"”'’,.!?"
RELATIVE = re.compile(r",?\s+(who|which|that)\b")

Relation = dict[str, list[list[int]]]


class Scores(msgspec.Struct, frozen=True):
    """What the scorer says of an engine (slice, measure, and p, r, f1, low, high as fractions); its recall by kind."""

    measured: dict[str, dict[str, dict[str, float]]]
    recall: dict[str, Recall]


def main(names: tuple[EngineName, ...], *, as_json: bool) -> int:
    """Print the scores as tables, or as JSON; say in one line why there are none."""
    if shared(GOLD, SCORER) is None:
        print(say_missing("attributions are", GOLD, SCORER))
        return 0
    scores = score(names)
    if not scores:
        return 2  # why has been said
    if as_json:
        print(msgspec.json.encode(scores).decode())
        return 0
    for name, one in scores.items():
        print(f"{lay_out(tuple(_slices(name, one)))}\n")
    for rows in (_beside(scores), _recall(scores)):
        print(f"{lay_out(tuple(rows))}\n")
    return 0


def score(names: tuple[EngineName, ...]) -> dict[EngineName, Scores]:
    """Score engines; empty where the corpus is not at hand."""
    folder = shared(GOLD, SCORER)
    if folder is None:
        return {}
    scorer, gold = load_scorer(folder / SCORER), list(read_lines(folder / GOLD))
    engines, rules = load_engines(names), load_engine("rules")
    found: dict[EngineName, dict[str, list[Relation]]] = {name: {} for name in engines}
    kinds: dict[EngineName, list[Tally]] = {name: [] for name in engines}
    for document in gold:
        article = _article(document)
        plain = rules.parse(article)
        for name, engine in engines.items():
            relations = list(_relations(article, plain if engine is rules else engine.parse(article)))
            found[name][document["id"]] = relations
            kinds[name].append(count_kinds(scorer, document, relations, plain))
    return {name: Scores(scorer.score(gold, found[name]), summarise(kinds[name])) for name in engines}


def _article(document: dict[str, Any]) -> Article:
    article = read(make_source(document["id"], "text/plain", document["text"].encode()))
    if article.text != document["text"]:
        raise ValueError(f"the reader changed the text of {document['id']}: offsets cannot be compared")
    return article


def _relations(article: Article, parse: Parse) -> Iterator[Relation]:
    for one in find_attributions(article, parse, find_quotes(article)):
        if one.inside is None and one.cue:
            yield _relation(article.text, one)


def _relation(text: str, one: Attribution) -> Relation:
    source = _as_marked(text, one)
    return {
        "source": [[source.start, source.end]] if source else [],
        "cue": [[span.start, span.end] for span in one.cue],
        "content": [_with_marks(text, span) for span in one.content],
    }


def _with_marks(text: str, span: Span) -> list[int]:
    """Return a piece of content as the corpus marks it: with the quotation marks around it and what stands in them."""
    start, end = span.start, span.end
    while start and text[start - 1] in OPENING:
        start -= 1
    while end < len(text) and text[end] in CLOSING:
        end += 1
    return [start, end]


def _as_marked(text: str, one: Attribution) -> Span | None:
    """Return the source as the corpus marks it: the relative pronoun between an antecedent and its cue."""
    found = RELATIVE.match(text, one.source.end) if one.source else None
    if found and 0 <= one.cue[0].start - found.end() <= 1:
        return Span(*found.span(1))
    return one.source


def _slices(name: str, scores: Scores) -> Iterator[tuple[str, ...]]:
    yield f"{name} (P / R / F1)", "gold", "found", *MEASURES
    for part in SLICES:
        row = scores.measured[part]
        shown = (f"{100 * row[m]['p']:.1f} / {100 * row[m]['r']:.1f} / {100 * row[m]['f1']:.1f}" for m in MEASURES)
        yield part, f"{row['full']['gold']:.0f}", f"{row['full']['predicted']:.0f}", *shown


def _beside(scores: dict[EngineName, Scores]) -> Iterator[tuple[str, ...]]:
    yield "F1 or recall [95 %]", *scores, *PEERS
    for label, (part, measure) in FIGURES.items():
        rows = (one.measured[part][measure] for one in scores.values())
        yield label, *(_percent(row["f1"], row["low"], row["high"]) for row in rows), *_peers(label)
    for kind in (UNLISTED, OTHER, NOUN):
        label = f"recall, {kind}"
        yield label, *(_share(one.recall.get(kind)) for one in scores.values()), *_peers(label)


def _peers(label: str) -> Iterator[str]:
    for figures in PEERS.values():
        figure = figures.get(label)
        yield "–" if figure is None else str(figure)


def _recall(scores: dict[EngineName, Scores]) -> Iterator[tuple[str, ...]]:
    yield "recall (full) [95 %]", "gold", *scores
    everything = next(iter(scores.values())).recall
    for kind, one in everything.items():
        yield kind, str(one.gold), *(_share(other.recall[kind]) for other in scores.values())


def _share(one: Recall | None) -> str:
    return _percent(one.share, one.low, one.high) if one else "–"


def _percent(figure: float, low: float, high: float) -> str:
    return f"{100 * figure:.1f} [{100 * low:.1f}, {100 * high:.1f}]"


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("--json", action="store_true", help="print every figure as JSON")
    asked = options.parse_args()
    sys.exit(main(tuple(asked.engine), as_json=asked.json))
