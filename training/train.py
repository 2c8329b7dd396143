"""Train the network and write its weights: `python -m training.train BASE OUT [--free] [--epochs N]`.

BASE is the folder of all-MiniLM-L6-v2 (`model.safetensors`, `vocab.txt`); OUT the folder for the graphs that onrecord
runs. `--free` leaves PolNeAR out and learns from free material only. PolNeAR and GUM are looked for in the folder that
ONRECORD_SHARED names, or in `shared` beside the repository. Two CPU cores take about seventy minutes, `--free` twenty.
Needs training/requirements.txt.
"""

import argparse
import copy
import hashlib
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, one_hot

from onrecord.models.network import spelling
from onrecord.models.network.links import KINDS
from onrecord.models.network.words import UNKNOWN
from onrecord.models.network.worth import BIAS, SIGNS
from onrecord.models.parser import load_parser
from training.batches import VALUES, Batch, make_batches
from training.data import choose_texts
from training.export import export, export_reading, write_names
from training.network import Cues, Network, Stances
from training.texts import Text, learn_text

BASE = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of the published weights
SEED = 7
PASSAGES_AGAIN = 3  # passages are few: each is read so often in an epoch
EPOCHS, ENCODER_RATE, HEADS_RATE, DECAY, WARMING, CLIP = 5, 1.5e-4, 1e-3, 0.01, 0.06, 1.0
BETAS, EPSILON = (0.9, 0.98), 1e-6
KEEP = 0.999  # of the running average of the weights, which is what is exported
# What each part counts. Syntax is read two layers down and counts less: it is there to serve.
SHARES = {
    "cues": 4.0, "others": 2.0, "roles": 5.0, "calm": 1e-4, "acts": 0.25, "held": 0.25,
    "stands": 1.0, "things": 2.0, "contested": 0.25,
    "tags": 0.15, "kinds": 0.1, "names": 0.3, "begins": 0.3, "arcs": 0.3, "relations": 0.15,
}  # fmt: skip
# Before the calibration a link is worth what its cue is.
PLAIN = {
    "looked_from": 0.25,
    "worth": {kind: {**dict.fromkeys((*SIGNS, BIAS), 0.0), "odds of the cue": 1.0} for kind in KINDS},
    "least": dict.fromkeys(KINDS, 0.5),
}
ACTS = (
    "assert", "confirm", "deny", "neither", "decline", "silent", "no-reply", "demand", "urge", "threaten", "warn",
    "promise", "predict", "accuse", "ask", "express", "correct", "rule",
)  # fmt: skip


def main() -> None:
    """Train from top to bottom."""
    given = _arguments()
    torch.manual_seed(SEED)
    random = Random(SEED)  # noqa: S311 - for shuffling, not for secrets
    if hashlib.sha256((given.base / "model.safetensors").read_bytes()).hexdigest() != BASE:
        raise SystemExit(f"{given.base / 'model.safetensors'} is not the pinned all-MiniLM-L6-v2")

    # 1. Texts, their words and their syntax.
    pieces = (given.base / "vocab.txt").read_text("utf-8")
    vocabulary = {piece: number for number, piece in enumerate(pieces.splitlines())}
    pipeline = load_parser().pipeline

    def spell(form: str) -> tuple[int, ...]:
        return spelling.spell(form, vocabulary, UNKNOWN)

    texts = [learn_text(told, pipeline, spell) for told in choose_texts(free=given.free).learned]
    names = name_labels(texts)
    texts += [text for text in texts if text.complete or text.partial for _ in range(PASSAGES_AGAIN - 1)]
    print(f"{len(texts)} texts, {sum(len(text.words) for text in texts):,} words")

    # 2. The network, from the published encoder; the table of word pieces stays as it is.
    network = Network({kind: len(labels) for kind, labels in names.items()})
    network.encoder.load(given.base / "model.safetensors")
    network.encoder.piece.weight.requires_grad = False
    average = copy.deepcopy(network)

    # 3. Learning: AdamW, a slow start, a straight way down, a running average.
    steps = int(given.epochs * sum(1 for _ in make_batches(texts, names, Random(SEED))))  # noqa: S311
    optimizer, schedule = make_optimizer(network, steps)
    started, losses = time.monotonic(), defaultdict(list)
    network.train()
    for step, batch in enumerate(_endless(texts, names, random), start=1):
        parts = measure(network, batch)
        loss = sum(SHARES[part] * value for part, value in parts.items())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimizer.step()
        schedule.step()
        follow(average, network, min(KEEP, (1 + step) / (10 + step)))
        for part, value in parts.items():
            losses[part].append(value.item())
        if step % 25 == 0 or step == steps:
            shown = "  ".join(f"{part} {sum(values) / len(values):.3f}" for part, values in losses.items())
            print(f"{step}/{steps}  {shown}  {time.monotonic() - started:.0f} s", flush=True)
            losses.clear()
        if step == steps:
            break

    # 4. What onrecord runs; the weights as they are for training.stances.
    save_file(average.state_dict(), given.out.with_suffix(".safetensors"))
    export_reading(Stances(average), given.out / "stances.onnx")  # still to be trained
    export(average, given.out)
    write_names(average, names, PLAIN, given.out)
    (given.out / "pieces.txt").write_text(pieces, "utf-8")
    print(f"written to {given.out}: go on with training.stances, then training.calibrate")


def name_labels(texts: list[Text]) -> dict[str, list[str]]:
    """Return the labels of each kind, no name first, in an order that does not depend on that of the texts."""
    labels = {
        kind: sorted({label for one in texts for label in getattr(one, kind)})
        for kind in ("tags", "kinds", "relations")
    }
    named = sorted({label for one in texts for label in one.names} - {"O"})
    return {**labels, "names": ["O", *named], "acts": list(ACTS)}


def make_optimizer(network: Network, steps: int) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    """Return AdamW with a slower rate for what is already trained, and the way both rates go."""
    added = ("case.weight", "quoted.weight")
    known = [value for name, value in network.encoder.named_parameters() if name not in added]
    told = {id(value) for value in known}
    new = [value for value in network.parameters() if id(value) not in told]
    groups = [{"params": [v for v in known if v.requires_grad], "lr": ENCODER_RATE}, {"params": new, "lr": HEADS_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY, betas=BETAS, eps=EPSILON)
    warm = max(1, WARMING * steps)

    def rate(at: int) -> float:
        return min(1, (at + 1) / warm) * max(0.02, 1 - at / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def measure(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of every part that the batch teaches something about."""
    top, middle = network.encoder(batch.pieces, batch.case, batch.quoted, batch.seen)
    cues = network.cue(top)
    parts = {"others": _loss(cues[..., 3:], batch.others), "cues": _loss(cues[..., :3], batch.cues)}
    if len(batch.of):
        there = batch.there[batch.of].float()
        scores, acts, stands = network.roles(top, Cues(batch.of, batch.first, batch.last), batch.paragraph)
        wrong = network.roles.loss(scores, batch.roles, there) / there.sum(1)
        parts["roles"] = (wrong * batch.linked).sum() / batch.linked.sum()
        parts["stands"] = _loss_of_stands(stands, batch.stands)
        parts["calm"] = (scores.pow(2).mean(-1) * there).mean()  # else the scores grow without end and break in the end
        parts |= {"acts": _loss(acts[:, :-2], batch.acts), "held": _loss(acts[:, -2:], batch.held)}
    things = network.thing(top)
    parts["things"] = _loss(things[..., :-1], batch.things)
    known = batch.contested >= 0
    parts["contested"] = binary_cross_entropy_with_logits(things[..., -1][known], batch.contested[known].float())
    tags, kinds, names, begins = network.syntax.labels(middle)
    arcs = network.syntax.arcs(middle).masked_fill(~batch.there[:, None, :], -1e4)
    relations = network.syntax.relations(middle, batch.heads.clamp(min=0))
    parts |= {
        "tags": _loss(tags, batch.tags), "kinds": _loss(kinds, batch.kinds), "names": _loss(names, batch.names),
        "begins": _loss(begins, batch.begins), "arcs": _loss(arcs, batch.heads),
        "relations": _loss(relations, batch.relations.masked_fill(batch.heads < 0, -100)),
    }  # fmt: skip
    return {part: value for part, value in parts.items() if not torch.isnan(value)}  # nothing marked: nothing learned


def follow(average: Network, network: Network, keep: float) -> None:
    """Move the running average a little towards the network."""
    with torch.no_grad():
        for old, new in zip(average.parameters(), network.parameters(), strict=True):
            if new.requires_grad:
                old.lerp_(new, 1 - keep)


def _loss_of_stands(scores: Tensor, labels: Tensor) -> Tensor:
    """Return the loss of scores N × (1 + pairs) for the values on each proposition, all held counting alike."""
    known = labels[:, 0] >= 0
    wanted = one_hot(labels[known], len(VALUES) + 1)[..., 1:].flatten(1).float()
    none = (wanted.sum(1, keepdim=True) == 0).float()
    wanted = torch.cat([none, wanted], 1)
    return cross_entropy(scores[known], wanted / wanted.sum(1, keepdim=True))


def _loss(scores: Tensor, labels: Tensor) -> Tensor:
    return cross_entropy(scores.reshape(-1, scores.shape[-1]), labels.reshape(-1), ignore_index=-100)


def _endless(texts: list[Text], names: dict[str, list[str]], random: Random) -> Iterator[Batch]:
    while True:
        yield from make_batches(texts, names, random)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--free", action="store_true", help="learn from free material only")
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
