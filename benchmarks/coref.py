"""`python -m benchmarks.coref [--part train] [--errors]`: who "he", "the minister" and "I" are, on annotated text.

The text is that of the Georgetown University Multilayer corpus: news, interviews, speeches and hearings. It is no part
of this project and is looked for in the shared folder (`benchmarks.beside`); without it the run says so and passes.
Chains of everything that is taken up, things too (`onrecord.annotation.chains`), are scored in the OntoNotes scheme; a
speaker is right where the mentions of the record lead from a pronoun or description to the right name. The corpus keeps
the labels of speakers beside the text; here they stand in it again, as in print. The baseline joins names by their last
word and gives every pronoun to the last name before it. The training part is what the ranking was learned on: how well
it does on text held out from that, `python -m training.mentions` prints.
"""

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import ModuleType
from typing import Any

import msgspec

from benchmarks.beside import load_scorer, read_lines, say_missing, shared
from benchmarks.engines import load_engines, make_options
from benchmarks.table import lay_out
from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.chains import find_chains
from onrecord.annotation.mention.pronouns import HE, SHE
from onrecord.annotation.mentions import find_mentions
from onrecord.annotation.quotes import find_quotes
from onrecord.models.engines import Engine
from onrecord.models.pins import EngineName
from onrecord.nouns.source import Given, make_source
from onrecord.nouns.span import Span
from onrecord.reading import read

SETS = {part: f"data/gum/{part}.jsonl.gz" for part in ("dev", "train")}
SCORER = "evaluation/coref.py"
SCHEME = "ontonotes"
NAMED = ("all", "pronoun, third person", "description", "I, we, you", "in an attribution")
CHAINED = ("mentions", "MUC", "B3", "CEAFe", "CoNLL")
BASELINE = "baseline"
JOINED = re.compile(r"(?<=[a-z])(?<!Mc)(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")  # between the words of "DYChandrachud"
NAME_OR_PRONOUN = re.compile(r"\b(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|he|him|his|she|her|hers)\b")

Document = dict[str, Any]
Range = tuple[int, int]
Chains = list[list[Range]]
Both = tuple[Chains, Chains]  # of those who can be a source, and of everything


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of a document between two labels: where it begins in the labelled text and in its own."""

    start: int
    origin: int
    length: int


def main(names: tuple[EngineName, ...], part: str, *, errors: bool) -> int:
    """Print the scores for news and for everything; on request every mention that leads to a wrong name or to none."""
    folder = shared(SETS[part], SCORER)
    if folder is None:
        print(say_missing("who is meant is", SETS[part], SCORER))
        return 0
    scorer, documents = load_scorer(folder / SCORER), list(read_lines(folder / SETS[part]))
    found = {str(name): [find_both(one, engine) for one in documents] for name, engine in load_engines(names).items()}
    found[BASELINE] = [(join_simply(one["text"]),) * 2 for one in documents]
    for title, genres in (("news", {"news"}), ("all genres", {one["genre"] for one in documents})):
        chosen = [at for at, one in enumerate(documents) if one["genre"] in genres]
        print(f"\n{part}, {title}: {len(chosen)} documents")
        columns = {
            name: measure(scorer, [(documents[at], chains[at]) for at in chosen]) for name, chains in found.items()
        }
        print(lay_out(tuple(_rows(columns))))
    if errors:
        for name, chains in found.items():
            for one, its in zip(documents, chains, strict=True):
                print(*(f"{name}\t{line}" for line in say_errors(scorer, one, its[0])), sep="\n")
    return 0


def measure(scorer: ModuleType, rows: Sequence[tuple[Document, Both]]) -> dict[str, str]:
    """Return the figures for some documents with the chains found in them, as they are printed."""
    chains = scorer.chain_figures(
        scorer.add([scorer.count_chains(one, its[1], SCHEME, singletons=False) for one, its in rows])
    )
    named = scorer.name_figures(scorer.add([scorer.count_names(one, its[0]) for one, its in rows]))
    found = {name: " / ".join(f"{100 * share:.1f}" for share in chains[name]) for name in CHAINED}
    for name in NAMED:
        precision, recall, _, number = named[name]
        found[f"named: {name} ({number})"] = f"{100 * precision:.1f} / {100 * recall:.1f}"
    return found


def find_both(document: Document, engine: Engine) -> Both:
    """Return who is who in a document as an engine and the stages after it see it, and what is what."""
    text, stretches = label_turns(document)
    article = read(make_source("gum.txt", "text/plain", text.encode(), given=Given(published=document["published"])))
    parse, quotes = engine.parse(article), find_quotes(article)
    attributions = find_attributions(article, parse, quotes)
    who: dict[int, list[Span]] = defaultdict(list)
    for mention in find_mentions(article, parse, quotes, attributions)[0]:
        if mention.chain is not None:
            who[mention.chain].append(mention.at)
    return _unlabelled(stretches, who.values()), _unlabelled(
        stretches, find_chains(article, parse, quotes, attributions)
    )


def _unlabelled(stretches: Sequence[Stretch], chains: Iterable[Sequence[Span]]) -> Chains:
    return [[at for span in one if (at := unlabel(stretches, span)) is not None] for one in chains]


def label_turns(document: Document) -> tuple[str, tuple[Stretch, ...]]:
    """Return the text with the label of the speaker before each turn, and what of it is the document's own."""
    text, labels = document["text"], {turn["start"]: turn["speaker"] for turn in document["turns"]}
    pieces: list[str] = []
    stretches: list[Stretch] = []
    place = 0
    for start, end in pairwise((*sorted({0, *labels}), len(text))):
        label = f"{JOINED.sub(' ', labels[start])}: " if start in labels else ""
        pieces += label, text[start:end]
        stretches.append(Stretch(place + len(label), start, end - start))
        place += len(label) + end - start
    return "".join(pieces), tuple(stretches)


def unlabel(stretches: Sequence[Stretch], at: Span) -> Range | None:
    """Return where a span of the labelled text stands in the document; None for one that touches a label.

    >>> unlabel((Stretch(0, 0, 5), Stretch(9, 5, 4)), Span(9, 11)), unlabel((Stretch(4, 0, 5),), Span(0, 3))
    ((5, 7), None)
    """
    place = bisect_right(stretches, at.start, key=lambda one: one.start) - 1
    if place < 0 or at.end > stretches[place].start + stretches[place].length:
        return None
    moved = stretches[place].start - stretches[place].origin
    return at.start - moved, at.end - moved


def join_simply(text: str) -> Chains:
    """Return the simplest answer: names with the same last word are one, a pronoun means the last name before it.

    >>> join_simply("Ilse Varga left. Varga said she knew.")
    [[(0, 10), (17, 22), (28, 31)]]
    """
    chains: dict[str, list[Range]] = defaultdict(list)
    last: str | None = None
    for found in NAME_OR_PRONOUN.finditer(text):
        if found[0].lower() not in HE | SHE:
            last = found[0].split()[-1]
        if last is not None:
            chains[last].append(found.span())
    return list(chains.values())


def say_errors(scorer: ModuleType, document: Document, chains: Chains) -> Iterator[str]:
    """Yield a line for every mention of somebody with a name whose chain leads to another name, or to none."""
    for mention in document["mentions"]:
        counts = scorer.count_names({**document, "mentions": [*_names(document), mention]}, chains)
        wrong = next((result for group, result in counts if group == "all" and result != "right"), None)
        if mention["kind"] != "name" and wrong:
            start, end = mention["start"], mention["end"]
            around = document["text"][max(0, start - 90) : start], document["text"][end : end + 60]
            named = next(
                (document["text"][m["start"] : m["end"]] for m in _names(document) if m["entity"] == mention["entity"]),
                "",
            )
            words = document["text"][start:end]
            yield f"{document['id']}\t{wrong}\t{named}\t{around[0]}[[{words}]]{around[1]}".replace("\n", " ¶ ")


def _names(document: Document) -> list[dict[str, Any]]:
    return [one for one in document["mentions"] if one["kind"] == "name" and one["type"] == "person"]


def _rows(columns: Mapping[str, dict[str, str]]) -> Iterator[tuple[str, ...]]:
    yield "P / R / F1, P / R", *columns
    for name in next(iter(columns.values())):
        yield name, *(column[name] for column in columns.values())


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("--part", choices=SETS, default="dev", help="of the corpus; rules are made on train")
    options.add_argument("--errors", action="store_true", help="print every mention that leads to a wrong name or none")
    asked = options.parse_args()
    sys.exit(main(tuple(asked.engine), asked.part, errors=asked.errors))
