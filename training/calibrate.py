"""Learn on texts held back what a link is worth, and what is asked of one: `python -m training.calibrate OUT`.

The network has not seen these texts. A logistic regression over the signs of a link (`models/network/worth.py`) gives
how likely it is right; as much is asked of a link as F1 bears, over folds of texts that the regression has not seen
either. Weights and thresholds are written into OUT/names.json, and the digest to pin is printed.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from onrecord.models.network.links import KINDS, Linked
from onrecord.models.network.reader import see
from onrecord.models.network.sessions import Network, load_network
from onrecord.models.network.spans import Range
from onrecord.models.network.worth import BIAS, SIGNS, weigh
from onrecord.models.parser import load_parser
from onrecord.models.weights import digest_of
from training.data import choose_texts
from training.texts import Marked, Text, learn_text

PENALTY = 20.0  # the weight of the square of all weights, over signs brought to one scale
FOLDS = 8
GRID = tuple(n / 100 for n in range(20, 91))
LEVEL = 0.005  # of F1: what differs by less is level, and then precision goes before recall
ALL, NONE = 0.0, 2.0  # what is asked of a link so that every one is seen, or no one

Table = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]
Weights = dict[str, float]


class Judged(NamedTuple):
    """The links of one kind in all texts: their signs, which are right, the text of each, and how many are to find."""

    signs: Table
    right: Truths
    text: npt.NDArray[np.int64]
    gold: int


def main(folder: Path) -> None:
    """Set weights and thresholds in a folder of weights, and say them with its new digest."""
    names = json.loads((folder / "names.json").read_text("utf-8"))
    network = load_network(folder)
    pipeline = load_parser().pipeline
    texts = [learn_text(told, pipeline, network.spell) for told in choose_texts(free=False).held]
    worth, least = {}, {}
    for kind in KINDS:
        judged = judge(network, kind, texts)
        worth[kind] = learn(judged.signs, judged.right)
        chances = unseen(judged)
        scores = {at: f1(judged, chances >= at) for at in GRID}
        least[kind] = max(at for at in GRID if scores[at] >= max(scores.values()) - LEVEL)
        found = f"F1 {scores[least[kind]]:.3f} from {least[kind]} on, {max(scores.values()):.3f} at best"
        print(f"{kind}: {len(chances)} links looked at, {found}")
    (folder / "names.json").write_text(json.dumps({**names, "worth": worth, "least": least}) + "\n", "utf-8")
    print(digest_of(folder))


def judge(network: Network, kind: str, texts: Sequence[Text]) -> Judged:
    """Return every link of one kind that the network looks at, each with whether it is right."""
    least = {one: ALL if one == kind else NONE for one in KINDS}
    names = msgspec.structs.replace(network.names, least=least)
    open_to_all = msgspec.structs.replace(network, names=names)
    rows, gold = [], 0
    for number, text in enumerate(texts):
        if kind == "outer" or text.complete:
            marked = [one for one in text.marked if one.other == (kind == "other")]
            gold += len(marked)
            links = [link for seen in see(open_to_all, text.words) for link in seen.links]
            rows += [(link.signs, right, number) for link, right in _right(links, marked)]
    signs, right, text_of = zip(*rows, strict=True)
    return Judged(np.array(signs), np.array(right), np.array(text_of), gold)


def _right(links: Sequence[Linked], marked: Sequence[Marked]) -> Iterator[tuple[Linked, bool]]:
    """Yield the links, the surest first, with whether each is right; what is marked is found once."""
    left = list(marked)
    for link in sorted(links, key=lambda link: -link.sure):
        found = next((one for one in left if is_right(link, one)), None)
        yield link, found is not None
        if found is not None:
            left.remove(found)


def is_right(link: Linked, marked: Marked) -> bool:
    """Tell whether a link shares words with the cue, the content and, where there is one, the source."""
    return (
        _meets((link.cue,), marked.cue)
        and (_meets(link.content, marked.content) or not marked.content)
        and (_meets(link.source, marked.source) or not marked.source)
    )


def _meets(ranges: Sequence[Range], words: Sequence[int]) -> bool:
    return any(first <= word < last for first, last in ranges for word in words)


def learn(signs: Table, right: Truths) -> Weights:
    """Return the weights of signs under which the right links are likeliest right."""
    middle, spread = signs.mean(0), signs.std(0) + 1e-6
    scaled = np.c_[(signs - middle) / spread, np.ones(len(signs))]

    def loss(weights: Table) -> tuple[float, Table]:
        odds, pulled = scaled @ weights, np.r_[weights[:-1], 0]
        slope: Table = scaled.T @ (1 / (1 + np.exp(-odds)) - right) + 2 * PENALTY * pulled
        return float(np.logaddexp(0, odds).sum() - odds[right].sum() + PENALTY * pulled @ pulled), slope

    found = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    plain = found[:-1] / spread
    weights = dict(zip(SIGNS, plain.tolist(), strict=True))
    return {sign: round(weight, 4) for sign, weight in {**weights, BIAS: found[-1] - plain @ middle}.items()}


def unseen(judged: Judged) -> Table:
    """Return how likely each link is right under weights learned on other texts."""
    chances = np.zeros(len(judged.right))
    for fold in range(FOLDS):
        mine = judged.text % FOLDS == fold
        weights = learn(judged.signs[~mine], judged.right[~mine])
        chances[mine] = weigh(judged.signs[mine], weights)
    return chances


def f1(judged: Judged, kept: Truths) -> float:
    """Return F1 of the links that are kept."""
    return 2 * float(judged.right[kept].sum()) / (int(kept.sum()) + judged.gold)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
