"""Which thing told of before a phrase names, as learned: "the sheet" after "a letter", "the file" after "the ledger".

It is asked where the rules find none, and only of what nothing sets apart: "the file", not "a file" or "the harbour
file". A mention ranker (Denis and Baldridge 2008): every thing that is open, and that of opening a new one, gets a
score from signs of words, place and the engine's vectors; the likeliest is taken where it is likely enough. Two small
networks of one hidden layer score them; `training/joining.py` learns their weights.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from math import log1p

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.annotation.thing.phrases import kinds
from onrecord.annotation.thing.sights import Sight
from onrecord.annotation.thing.threads import Phrase, Thread, agrees, is_shown, likes, may_name, wide
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import are_equal
from onrecord.nouns.record import ItemKind

Signs = dict[str, float]
Table = npt.NDArray[np.float64]

LEAST = 0.65  # chance from which a phrase names a thing told of before: merging two is worse than parting one
OPEN = 20  # things, last named last, that are weighed: a page of a thousand things stays linear
NEAR = 2  # parts of an article, the white space between them one of them: this paragraph or the one before
FORMS = ("definite", "indefinite", "pointing", "possessed", "bare")


class Layer(msgspec.Struct, frozen=True):
    """A network of one hidden layer: a row of weights for every sign, and one for what the hidden ones tell."""

    signs: tuple[str, ...]
    rows: Table  # signs × hidden
    bias: Table
    out: Table

    def score(self, found: Sequence[Signs]) -> Table:
        """Return a score for each set of signs; those that are not in a set are 0."""
        table = np.array([[signs.get(sign, 0.0) for sign in self.signs] for signs in found])
        scores: Table = np.maximum(table @ self.rows + self.bias, 0) @ self.out
        return scores


def join(phrase: Phrase, sight: Sight, threads: Sequence[Thread]) -> list[Thread]:
    """Return the thing told of before that a phrase names, if it is likely enough that it names one."""
    around = threads[-OPEN:]
    fitting = [place for place, thread in enumerate(around) if not _clashes(phrase, thread)]
    if not fitting or not _goes_back(phrase):
        return []
    old, new = learned()
    signs = list(pair_signs(phrase, sight, around))
    scores = np.append(old.score([signs[place] for place in fitting]), new.score([new_signs(phrase, sight, around)]))
    chances = np.exp(scores - scores.max())
    best = int(chances[:-1].argmax())
    return [around[fitting[best]]] if chances[best] >= LEAST * chances.sum() else []


@cache
def learned() -> tuple[Layer, Layer]:
    """Return the network for naming a thing told of before, and that for opening one."""
    return _layer("old"), _layer("new")


def _layer(name: str) -> Layer:
    kept = lexicon("joining")[name]
    return Layer(
        tuple(kept["rows"]), np.array(list(kept["rows"].values())), np.array(kept["bias"]), np.array(kept["out"])
    )


def _goes_back(phrase: Phrase) -> bool:
    """Tell whether a phrase goes back to something, and no word or number in it sets what it names apart."""
    naming = phrase.naming
    apart = naming.marks or phrase.traits or phrase.ranks or any(re.search(r"\d", word) for word in naming.words)
    return naming.form in ("definite", "pointing") and not apart and not is_shown(naming)


def _clashes(phrase: Phrase, thread: Thread) -> bool:
    """Tell whether another length, date or state sets the two apart."""
    return not all(are_equal(thread.traits.get(name, value), value) for name, value in phrase.traits.items())


def pair_signs(phrase: Phrase, sight: Sight, threads: Sequence[Thread]) -> Iterator[Signs]:
    """Yield, for every thing that is open, the signs that a phrase names it; the last named stands last."""
    naming = phrase.naming
    same = [not {naming.noun, naming.word}.isdisjoint(thread.nouns) for thread in threads]
    of_kind = [thread.kind == naming.kind for thread in threads]
    first, most = min(thread.number for thread in threads), max(thread.mentions for thread in threads)
    for place, thread in enumerate(threads):
        likely = max(one.contested for one in thread.sights)
        alike = [float(sight.vector @ one.vector) for one in thread.sights]
        yield {
            **_words(phrase, thread, same=same[place]),
            **_place(phrase, thread),
            f"form {naming.form}": 1.0,
            "last": float(place == len(threads) - 1),
            "back": log1p(len(threads) - 1 - place),
            "most": float(thread.mentions == most),
            "first": float(thread.number == first),
            "only same": float(same[place] and sum(same) == 1),
            "only of kind": float(of_kind[place] and sum(of_kind) == 1),
            "only": float(len(threads) == 1),
            "another same": float(not same[place] and any(same)),
            "contested": likely,
            "phrase contested": sight.contested,
            "both contested": likely * sight.contested,
            "sure": max(one.sure for one in thread.sights),
            "like the first": alike[0],
            "like the last": alike[-1],
            "like any": max(alike),
        }


def _words(phrase: Phrase, thread: Thread, *, same: bool) -> Signs:
    """Return what the words of a phrase share with those of a thing."""
    naming = phrase.naming
    shared = not naming.marks.isdisjoint(thread.marks)
    agreeing = agrees(phrase, thread)
    signs = {
        "same noun": same,
        "may name": not same and may_name(naming, thread),
        "kind": naming.kind == thread.kind,
        "family": naming.kind != thread.kind and _are_akin(naming.kind, thread.kind),
        "number": naming.plural == thread.plural,
        "trait agrees": agreeing,
        "trait new": bool(phrase.traits) and not agreeing,
        "mark shared": shared,
        "marks differ": bool(naming.marks and thread.marks) and not shared,
        "mark new": bool(naming.marks) and not thread.marks,
        "mark left out": bool(thread.marks) and not naming.marks,
        "ranks": bool(phrase.ranks and thread.ranks),
        "rank new": bool(phrase.ranks) and not thread.ranks,
        "rank left out": bool(thread.ranks) and not phrase.ranks,
    }
    return {name: float(value) for name, value in signs.items()}


def _place(phrase: Phrase, thread: Thread) -> Signs:
    """Return how near a thing was told of, and how often."""
    heading, only_headed = phrase.paragraph < 0, thread.last < 0
    between = phrase.paragraph - thread.paragraph if not heading and thread.paragraph >= 0 else None
    return {
        "this paragraph": float(between == 0),
        "paragraph before": float(between is not None and 0 < between <= NEAR),
        "far": log1p(max(between or 0, 0)),
        "told in a heading": float(only_headed),
        "heading": float(heading),
        "both in headings": float(heading and only_headed),
        "mentions": log1p(thread.mentions),
    }


def new_signs(phrase: Phrase, sight: Sight, threads: Sequence[Thread]) -> Signs:
    """Return the signs that a phrase opens a thing."""
    naming = phrase.naming
    signs = {
        "same noun": any(naming.noun in thread.nouns for thread in threads),
        "kind": any(naming.kind == thread.kind for thread in threads),
        "marks": bool(naming.marks),
        "traits": bool(phrase.traits),
        "ranks": bool(phrase.ranks),
        "several": naming.plural,
        "heading": phrase.paragraph < 0,
        "listed": naming.noun in kinds(),
        "like": naming.noun in likes(),
        "wide": any(naming.noun in wide(thread.kind) for thread in threads),
        "may name": any(may_name(naming, thread) for thread in threads),
        f"form {naming.form}": True,
    }
    return {
        **{name: float(value) for name, value in signs.items()},
        "contested": sight.contested,
        "sure": sight.sure,
        "open": log1p(len(threads)),
        "words": log1p(len(naming.words)),
    }


def _are_akin(one: ItemKind, other: ItemKind) -> bool:
    return any(one in family and other in family for family in lexicon("items")["families"].values())
