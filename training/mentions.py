"""`python -m training.mentions [OUT]`: learn who and what pronouns, descriptions and names take up.

Learns on the Georgetown University Multilayer corpus as both engines parse it, prints what five-fold cross-validation
over its documents gives at a row of thresholds, and writes the weights to OUT (a TOML file beside the lexicons). Read
from top to bottom. The model is a mention ranker with a null antecedent: a log-linear choice among the candidates,
trained so that any right one counts (Denis and Baldridge 2008; Durrett and Klein 2013). Run from the repository's root.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.beside import load_scorer, read_lines, say_missing, shared
from benchmarks.coref import SCHEME, SCORER, SETS, Document, Range, Stretch, label_turns, unlabel
from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.chains import join
from onrecord.annotation.grammar import index_parse
from onrecord.annotation.mention.chains import chain
from onrecord.annotation.mention.nominals import find_nominals
from onrecord.annotation.mention.pairs import View
from onrecord.annotation.mention.ranking import Choice, rank, weigh
from onrecord.annotation.mention.salience import Stage
from onrecord.annotation.mention.staging import set_stage
from onrecord.annotation.mention.views import view_nominals
from onrecord.annotation.quotes import find_quotes
from onrecord.models.engines import Engine, load_engine
from onrecord.models.pins import EngineName
from onrecord.nouns.digest import sha256
from onrecord.nouns.source import Given, make_source
from onrecord.reading import read

FOLDS = 5
ENGINES: tuple[EngineName, ...] = ("learned", "rules")
RARE = 6  # features met fewer times than this are left out
PENALTY = 2.0  # the weight of the square of all weights
STEPS = 120
SMALL = 0.02  # weights nearer to nothing than this are not written
THRESHOLDS = (-2.0, -1.5, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 9.0)

Weights = dict[str, float]


class Text(msgspec.Struct, frozen=True):
    """A document as one engine reads it, with what its nominals are in truth: an entity or None."""

    document: Document
    stretches: tuple[Stretch, ...]
    stage: Stage
    views: tuple[View, ...]
    truth: tuple[int | None, ...]


class Choices(msgspec.Struct, frozen=True):
    """All choices to learn from: the features of each candidate, where each choice begins, which rows are right."""

    rows: Any
    starts: Any
    right: Any


def main(out: Path | None) -> int:
    """Cross-validate, then learn from everything and write the weights."""
    folder = shared(SETS["train"], SCORER)
    if folder is None:
        print(say_missing("who is meant is", SETS["train"], SCORER))
        return 0
    scorer, documents = load_scorer(folder / SCORER), list(read_lines(folder / SETS["train"]))
    texts = {name: [see(one, load_engine(name)) for one in documents] for name in ENGINES}
    print_folds(scorer, texts)
    if out is not None:
        write(out, learn([one for name in ENGINES for one in texts[name]]), folder / SETS["train"])
    return 0


# What there is to learn from.


def see(document: Document, engine: Engine) -> Text:
    """Read a document with an engine and find out what each nominal is in truth."""
    text, stretches = label_turns(document)
    article = read(make_source("gum.txt", "text/plain", text.encode(), given=Given(published=document["published"])))
    parse, quotes = engine.parse(article), find_quotes(article)
    grammar = index_parse(article, parse, quotes)
    stage, bearings = set_stage(article, grammar, find_attributions(article, parse, quotes))
    scene = chain(stage, bearings)
    views = view_nominals(stage, scene, find_nominals(grammar, frozenset()))
    return Text(document, stretches, stage, views, tuple(_truths(document, stretches, stage, views)))


def _truths(
    document: Document, stretches: Sequence[Stretch], stage: Stage, views: Sequence[View]
) -> Iterator[int | None]:
    """Yield the entity of each nominal: that of the mention with its span, else of the longest with its head."""
    linked = {tuple(at) for one in document["chains_ontonotes"] for at in one}
    spans: dict[Range, dict[str, Any]] = {}
    heads: dict[Range, dict[str, Any]] = {}
    for one in sorted(document["mentions"], key=lambda one: one["end"] - one["start"]):
        spans[one["start"], one["end"]] = heads[one["head"][0], one["head"][1]] = one
    for view in views:
        at, head = unlabel(stretches, view.one.at), unlabel(stretches, stage.grammar.tokens[view.one.token].at)
        mention = None if at is None or head is None else spans.get(at) or (None if view.one.joint else heads.get(head))
        if mention is None or mention["link"] in ("appos", "pred"):
            yield None
        else:
            counts = (mention["start"], mention["end"]) in linked or mention["type"] == "person"
            yield mention["entity"] if counts else None


# How it is learned.


def learn(texts: Iterable[Text]) -> Weights:
    """Return the weights that make the right choices in some texts likeliest."""
    cases = [case for one in texts for case in _cases(one)]
    counts = Counter(feature for none, pairs, _ in cases for row in (none, *pairs) for feature in row)
    known = {feature: k for k, feature in enumerate(sorted(f for f, count in counts.items() if count >= RARE))}
    choices = _lay_out(cases, known)
    found = minimize(
        _loss, np.zeros(len(known)), args=(choices,), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    )
    return {feature: float(found.x[k]) for feature, k in known.items()}


def _cases(text: Text) -> Iterator[tuple[list[str], list[list[str]], list[bool]]]:
    """Yield each choice: features of taking up none, those of each candidate, and which of all these are right."""
    for (none, pairs), truth in zip(weigh(text.views), text.truth, strict=True):
        right = [truth is not None and text.truth[k] == truth for k, _ in pairs]
        yield none, [features for _, features in pairs], [not any(right), *right]


def _lay_out(cases: Sequence[tuple[list[str], list[list[str]], list[bool]]], known: Mapping[str, int]) -> Choices:
    columns: list[int] = []
    ends, starts, right = [0], [], []
    for none, pairs, truths in cases:
        starts.append(len(ends) - 1)
        right += truths
        for row in (none, *pairs):
            columns += [known[feature] for feature in row if feature in known]
            ends.append(len(columns))
    shape = len(ends) - 1, len(known)
    rows = csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=shape)
    return Choices(rows, np.array(starts), np.array(right))


def _loss(weights: Any, choices: Choices) -> tuple[float, Any]:
    """Return minus the log of how likely the right choices are, with the penalty, and its slope."""
    scores = choices.rows @ weights
    every, each = _softmax(scores, choices.starts)
    right, each_right = _softmax(np.where(choices.right, scores, -1e30), choices.starts)
    slope = choices.rows.T @ (each - each_right) + PENALTY * weights
    return float(np.sum(every - right) + PENALTY / 2 * weights @ weights), slope


def _softmax(scores: Any, starts: Any) -> tuple[Any, Any]:
    """Return for each choice the log of the sum of all, and for each row its share."""
    sizes = np.diff([*starts, len(scores)])
    top = np.maximum.reduceat(scores, starts)
    raised = np.exp(scores - np.repeat(top, sizes))
    total = np.add.reduceat(raised, starts)
    return top + np.log(total), raised / np.repeat(total, sizes)


# How good it is.


def print_folds(scorer: ModuleType, texts: Mapping[str, Sequence[Text]]) -> None:
    """Print for each engine what weights learned on the other folds give, by threshold."""
    number = len(next(iter(texts.values())))
    held: dict[str, list[tuple[Text, tuple[Choice, ...]]]] = {name: [] for name in texts}
    for fold in range(FOLDS):
        weights = learn([one for its in texts.values() for k, one in enumerate(its) if k % FOLDS != fold])
        for name, its in texts.items():
            held[name] += [(its[k], rank(its[k].views, weights)) for k in range(fold, number, FOLDS)]
    for name, rows in held.items():
        for title, chosen in (("news", [row for row in rows if row[0].document["genre"] == "news"]), ("all", rows)):
            for threshold in THRESHOLDS:
                print(name, title, threshold, *_figures(scorer, chosen, threshold))


def _figures(scorer: ModuleType, rows: Sequence[tuple[Text, tuple[Choice, ...]]], threshold: float) -> Iterator[str]:
    chains = [
        scorer.count_chains(text.document, _chains(text, choices, threshold), SCHEME, singletons=False)
        for text, choices in rows
    ]
    figures = scorer.chain_figures(scorer.add(chains))
    for name in ("mentions", "MUC", "B3", "CEAFe", "CoNLL"):
        yield f"{name} {'/'.join(f'{100 * share:.1f}' for share in figures[name])}"


def _chains(text: Text, choices: Sequence[Choice], threshold: float) -> list[list[Range]]:
    found = join([view.one.at for view in text.views], choices, threshold)
    return [[at for span in one if (at := unlabel(text.stretches, span)) is not None] for one in found]


# What is written.


def write(out: Path, weights: Weights, data: Path) -> None:
    """Write the weights with where they come from, and a digest that a test compares."""
    kept = {feature: round(weight, 2) for feature, weight in sorted(weights.items()) if abs(weight) >= SMALL}
    lines = [
        'origin = "learned by training/mentions.py from the training part of the GUM corpus (CC BY 4.0), 45 documents"',
        "date = 2026-11-23",
        f'data = "{sha256(data.read_bytes())}"',
        f'digest = "{sha256(repr(kept).encode())}"',
        "",
        "[weights]",
        *(f'"{feature}" = {weight}' for feature, weight in kept.items()),
    ]
    out.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(kept)} weights in {out}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
