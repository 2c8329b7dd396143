"""The network as it is run: four small ONNX graphs, the word pieces and the names of the labels.

`encoder.onnx` reads the words of a window; `roles.onnx` takes its word vectors and gives, for each cue, the scores of
source and content; `relations.onnx` names the relation between each word and its head;
`stances.onnx` answers a question about a statement and a thing. They run with onnxruntime, on the processor, one
window or question at a time.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession, SessionOptions

from onrecord.models.network import spelling
from onrecord.models.network.words import UNKNOWN, Spell
from onrecord.nouns.record import Act

FORMS = 1 << 16  # of which the pieces are remembered

Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]
Graph = Callable[..., Scores]  # of what a question is read from


class Names(msgspec.Struct, frozen=True):
    """What the numbers of the network stand for, and the scores it was calibrated with."""

    tags: list[str]
    kinds: list[str]
    names: list[str]
    relations: list[str]
    acts: list[Act]
    moves: list[list[float]]  # from label to label of a role
    starts: list[float]
    looked_from: float  # how likely words have to be a cue to be looked at as one
    worth: dict[str, dict[str, float]]  # what each sign of a link counts, for either kind of cue
    least: dict[str, float]  # how much a link has to be worth, for either kind


class Sight(NamedTuple):
    """What the encoder sees in a window of words."""

    words: Scores  # (words + 2) × width: the edges of the window are read as well
    middle: Scores  # words × width, two layers below, where syntax is read
    cues: Scores  # words × 6: outside, begin, inside of an outer cue; the same of another
    things: Scores  # words × 13: no thing, a thing of each kind, contested
    tags: Numbers
    kinds: Numbers
    names: Numbers
    begins: npt.NDArray[np.bool_]
    arcs: Scores  # words × heads


class Roles(NamedTuple):
    """What the second graph says of each cue."""

    begin: Numbers  # the word of the window at which the scores of each cue begin
    scores: Scores  # cues × words near it × 5
    acts: Numbers
    held: Scores
    stands: Scores


class Network(msgspec.Struct, frozen=True):
    """The loaded network."""

    encoder: InferenceSession
    roles: InferenceSession
    relations: InferenceSession
    stances: InferenceSession
    names: Names
    moves: Scores
    starts: Scores
    spell: Spell

    def encode(self, pieces: Numbers, case: Numbers, quoted: Numbers) -> Sight:
        """Read one window."""
        return Sight(*self.encoder.run(None, {"pieces": pieces, "case": case, "quoted": quoted}))

    def link(self, words: Scores, first: Numbers, last: Numbers, paragraph: Numbers) -> Roles:
        """Score the roles of every word for every cue."""
        return Roles(*self.roles.run(None, {"words": words, "first": first, "last": last, "paragraph": paragraph}))

    def relate(self, words: Scores, heads: Numbers) -> Numbers:
        """Name the relation of every word to its head; both count from the first of these words."""
        (relations,) = self.relations.run(None, {"words": words, "heads": heads})
        found: Numbers = relations
        return found

    def stand(self, **question: Scores | Numbers) -> Scores:
        """Return the chances of no stand, and of every value on each proposition, from the words of a question."""
        (chances,) = self.stances.run(None, question)
        found: Scores = chances
        return found


def load_network(folder: Path) -> Network:
    """Load the graphs, the word pieces and the names from a folder."""
    names = msgspec.json.decode((folder / "names.json").read_bytes(), type=Names)
    vocabulary = {piece: at for at, piece in enumerate((folder / "pieces.txt").read_text("utf-8").splitlines())}
    graphs = ("encoder", "roles", "relations", "stances")
    encoder, roles, relations, stances = (_session(folder / f"{graph}.onnx") for graph in graphs)

    @lru_cache(maxsize=FORMS)
    def spell(form: str) -> tuple[int, ...]:
        return spelling.spell(form, vocabulary, UNKNOWN)

    return Network(
        encoder, roles, relations, stances,
        names, np.array(names.moves, np.float32), np.array(names.starts, np.float32), spell,
    )  # fmt: skip


def _session(path: Path) -> InferenceSession:
    """Load a graph to run on one core: a window is too little to share out, and articles can be read side by side."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only: what is printed belongs to the program
    return InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
