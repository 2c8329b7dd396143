"""Set the thresholds of a trained network on texts it has not seen: `python -m training.calibrate OUT`.

How sure the network must be of a cue is where F1 is best on the texts held back; what its scores are worth is read off
the same texts by isotonic regression (Zadrozny and Elkan 2002), so that of links at 0.8 four in five are right. Both
are written into OUT/names.json, and the digest to pin is printed.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.models.network.engine import Learned
from onrecord.models.network.lemmas import load_lemmatizer
from onrecord.models.network.sessions import load_network
from onrecord.models.weights import digest_of
from onrecord.nouns.parse import Link
from onrecord.nouns.source import make_source
from onrecord.nouns.span import Span
from onrecord.reading import read
from training.data import Place, Said, Told, choose_texts

LOWEST = 0.4
GRID = tuple(n / 100 for n in range(40, 91, 2))
FEWEST = 80  # links behind one step of the calibration


class Judged(NamedTuple):
    """What is proposed at every score, each with whether it is right, and how many there are to find."""

    links: list[tuple[float, bool]]
    gold: int


def main(folder: Path) -> None:
    """Set the thresholds in a folder of weights, and say them with its new digest."""
    names = json.loads((folder / "names.json").read_text("utf-8"))
    network = load_network(folder)
    lowered = msgspec.structs.replace(network.names, outer_from=LOWEST, other_from=LOWEST, worth=[[0, 0], [1, 1]])
    engine = Learned(msgspec.structs.replace(network, names=lowered), load_lemmatizer(), "")
    outer, other = Judged([], 0), Judged([], 0)
    for told in choose_texts(free=False).held:
        links = engine.parse(read(make_source("held.txt", "text/plain", told.text.encode()))).links or ()
        outer = _judged(outer, told, links, other=False)
        other = _judged(other, told, links, other=True) if told.complete else other
    names |= {"outer_from": best_threshold(outer), "other_from": best_threshold(other)}
    names["worth"] = worth([pair for pair in outer.links if pair[0] >= names["outer_from"]])
    (folder / "names.json").write_text(json.dumps(names) + "\n", "utf-8")
    print({key: names[key] for key in ("outer_from", "other_from", "worth")}, digest_of(folder), sep="\n")


def _judged(so_far: Judged, told: Told, links: Sequence[Link], *, other: bool) -> Judged:
    gold = [one for one in told.said if one.other == other]
    mine = [link for link in links if link.outer != other]
    judged = []
    left = list(gold)  # each is found once: a second link to it is one too many
    for link in sorted(mine, key=lambda link: -link.sure):
        found = next((one for one in left if is_right(link, one)), None)
        judged.append((link.sure, found is not None))
        if found is not None:
            left.remove(found)
    return Judged(so_far.links + judged, so_far.gold + len(gold))


def is_right(link: Link, said: Said) -> bool:
    """Tell whether a link shares characters with the cue, the content and, where there is one, the source."""
    return (
        _meets((link.cue,), said.cue)
        and (_meets(link.content, said.content) or not said.content)
        and (_meets(link.source, said.source) or not said.source)
    )


def _meets(spans: Sequence[Span], places: Sequence[Place]) -> bool:
    return any(span.start < end and start < span.end for span in spans for start, end in places)


def best_threshold(judged: Judged) -> float:
    """Return the threshold with the best F1."""

    def f1(threshold: float) -> float:
        kept = [right for sure, right in judged.links if sure >= threshold]
        return 2 * sum(kept) / (len(kept) + judged.gold)

    return max(GRID, key=f1)


def worth(links: Sequence[tuple[float, bool]]) -> list[list[float]]:
    """Return pairs of a score and the share of links there that are right, never falling."""
    ordered = sorted(links)
    bins = [ordered[at : at + FEWEST] for at in range(0, len(ordered), FEWEST)]
    pooled: list[list[float]] = []  # mean score, share right, links
    for part in bins:
        pooled.append([sum(s for s, _ in part) / len(part), sum(right for _, right in part) / len(part), len(part)])
        while len(pooled) > 1 and pooled[-2][1] > pooled[-1][1]:
            last, before = pooled.pop(), pooled.pop()
            size = before[2] + last[2]
            pooled.append([*((before[n] * before[2] + last[n] * last[2]) / size for n in (0, 1)), size])
    return [[round(score, 4), round(share, 4)] for score, share, _ in pooled]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
