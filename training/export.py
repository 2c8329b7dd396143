"""Write the trained network as the graphs that onrecord runs, with eight-bit weights.

Word pieces are stored as bytes with one scale each; the encoder's matrices are quantised by onnxruntime, with
activations scaled window by window at run time. Weights use seven of their eight bits, so that the sums of products
fit on every processor and give the same numbers on all.
"""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import WIDTH, Cues, Network, Reading

FIRST, LAST = 101, 102  # the pieces before and after a window
OPSET = 17
NEAR = 80  # words on either side of a cue that are scored


class Bytes(nn.Module):
    """An embedding table as bytes: a row is its whole numbers times its scale."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("numbers", (table / scale).round().to(torch.int8))

    def forward(self, at: Tensor) -> Tensor:
        return self.numbers[at].to(torch.float32) * self.scale[at]


class Sees(nn.Module):
    """The first graph: a window of words to their vectors, cues, tags, kinds, names, sentence beginnings and arcs."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, case: Tensor, quoted: Tensor) -> tuple[Tensor, ...]:
        edge = torch.zeros(1, pieces.shape[1], dtype=torch.long)
        first, last = edge.clone(), edge.clone()
        first[0, 0], last[0, 0] = FIRST, LAST
        ends = torch.zeros(1, dtype=torch.long)
        case, quoted = (torch.cat([ends, row, ends])[None] for row in (case, quoted))
        top, middle = self.network.encoder(torch.cat([first, pieces, last])[None], case, quoted, None)
        tags, kinds, names, begins = (scores[0, 1:-1].argmax(-1) for scores in self.network.syntax.labels(middle))
        arcs = self.network.syntax.arcs(middle)[0, 1:-1, 1:-1]
        cues, things = (head(top)[0, 1:-1] for head in (self.network.cue, self.network.thing))
        return top[0], middle[0, 1:-1], cues, things, tags, kinds, names, begins == 1, arcs


class Links(nn.Module):
    """The second graph: vectors of a window (its edges included) and cues to roles near each cue, acts and attitudes.

    In one attribution in fifty a content goes on farther than NEAR words from its cue; to leave it saves a third.
    """

    def __init__(self, network: Network) -> None:
        """Take the trained network."""
        super().__init__()
        self.roles = network.roles

    def forward(self, words: Tensor, first: Tensor, last: Tensor, paragraph: Tensor) -> tuple[Tensor, ...]:
        """Return where each cue's scores begin, the scores (cues × words × labels), acts, and how likely it is held."""
        around = torch.cat([paragraph[:1], paragraph, paragraph[-1:]])[None]
        near = torch.arange(2 * NEAR)
        near = near[: paragraph.shape[0]]
        begin = torch.minimum((first - NEAR).clamp(min=0), paragraph.shape[0] - near.shape[0] + torch.zeros_like(first))
        cues = Cues(torch.zeros_like(first), first + 1, last + 1)
        scores, acts, stands = self.roles(words[None], cues, around, begin[:, None] + near[None] + 1)
        return (
            begin,
            scores,
            acts[:, :-2].argmax(-1),
            acts[:, -2:].softmax(-1)[:, 1],
            1 - stands.softmax(-1)[:, 0],
        )


class Relates(nn.Module):
    """The third graph: vectors of words and their heads to the relations between them."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.syntax = network.syntax

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        return self.syntax.relations(words[None], heads[None])[0].argmax(-1)


class Answers(nn.Module):
    """The fourth graph: the words of one question, and what each is to it, to the chance of every answer."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def forward(self, words: Tensor, roles: Tensor, marks: Tensor, kind: Tensor) -> Tensor:
        return self.reading(words[None], roles[None], marks[None], kind[None], None)[0].softmax(-1)


def export_reading(reading: Reading, file: Path) -> None:
    """Write `stances.onnx`."""
    reading.eval()
    words = 9
    one = torch.arange(words)
    question = {"words": torch.randn(words, WIDTH), "roles": one % 5, "marks": one % 4, "kind": torch.tensor(2)}
    _write(Answers(reading), file, question, ("chances",), quantised=True)


def export(network: Network, folder: Path) -> None:
    """Write `encoder.onnx`, `roles.onnx` and `relations.onnx` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.encoder.piece = Bytes(network.encoder.piece.weight.detach())
    words, cues = 12, 2
    one = torch.arange(words)
    vectors = torch.randn(words + 2, network.roles.word.in_features)
    given = torch.zeros(cues, dtype=torch.long)
    read = {"pieces": one[:, None].repeat(1, 4) + 1000, "case": one % 3, "quoted": one % 3}
    seen = ("words", "middle", "cues", "things", "tags", "kinds", "names", "begins", "arcs")
    _write(Sees(network), folder / "encoder.onnx", read, seen, quantised=True)
    cue = {"words": vectors, "first": given + 3, "last": given + 5, "paragraph": one // 6}
    _write(Links(network), folder / "roles.onnx", cue, ("begin", "scores", "acts", "held", "stands"), quantised=False)
    tree = {"words": vectors[1:-1], "heads": one.clamp(max=5)}
    _write(Relates(network), folder / "relations.onnx", tree, ("relations",), quantised=False)


def write_names(network: Network, names: dict[str, Sequence[str]], thresholds: dict[str, Any], folder: Path) -> None:
    """Write what the numbers stand for, and the scores that were calibrated, as `names.json`."""
    moves, starts = (scores.detach().tolist() for scores in network.roles.paths())
    (folder / "names.json").write_text(
        json.dumps({**names, "moves": moves, "starts": starts, **thresholds}) + "\n", "utf-8"
    )


def _write(
    module: nn.Module, path: Path, given: dict[str, Tensor], answers: tuple[str, ...], *, quantised: bool
) -> None:
    lengths = {name: {0: "cues" if name in ("first", "last") else "words"} for name, one in given.items() if one.dim()}
    with tempfile.TemporaryDirectory() as place:
        exact = Path(place) / "exact.onnx"
        torch.onnx.export(
            module, tuple(given.values()), str(exact), opset_version=OPSET, dynamo=False,
            input_names=list(given), output_names=list(answers), dynamic_axes=lengths,
        )  # fmt: skip
        if quantised:
            quantize_dynamic(exact, path, ["MatMul"], per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
        else:
            path.write_bytes(exact.read_bytes())
    onnx.checker.check_model(str(path))
