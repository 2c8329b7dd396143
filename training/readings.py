"""Train a short reading of questions on the vectors of the network as it is shipped.

A question comes with the words that are read for it and with an answer, 1 for each outcome that is right. Some see less
than there is, as the engine will: a mention is missed, or a source.
"""

import argparse
import copy
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from msgspec.structs import replace
from safetensors.torch import load_file
from torch import Tensor

from onrecord.models.network.engine import Learned
from onrecord.models.network.frames import KINDS, WIDTH, Frame, frame_question
from onrecord.models.network.lemmas import load_lemmatizer
from onrecord.models.network.sessions import load_network
from onrecord.nouns.source import make_source
from onrecord.nouns.span import Span
from onrecord.nouns.stance import Question
from onrecord.reading import read
from training.network import Network, Reading
from training.stories import Place, Story, load_stories

STORIES = Path(__file__).parent / "marked"
SEED, LAYERS_RATE, HEAD_RATE, DECAY, WARMING, CLIP, KEEP = 3, 1e-4, 8e-4, 0.02, 0.06, 1.0, 0.995
WORDS = 2400  # of a batch, padding counted
NEIGHBOURS = 400  # questions among which like lengths are put together
LOST, BLURRED = 0.3, 0.1  # shares of the questions in which mentions of the thing, or a source, go unseen

AnyReading = TypeVar("AnyReading", bound=Reading)
Loss = Callable[[Tensor, Tensor], Tensor]  # of scores and answers, both N × outcomes


class Known(NamedTuple):
    """A story with where its words begin and their vectors."""

    story: Story
    starts: Sequence[int]
    vectors: npt.NDArray[np.float16]


class Asked(NamedTuple):
    """A question, the story it is asked about and the answer."""

    known: Known
    question: Question
    answer: Tensor


class Batch(NamedTuple):
    """N questions of L words."""

    words: Tensor
    roles: Tensor
    marks: Tensor
    kind: Tensor
    seen: Tensor
    answers: Tensor


def know_stories(engine: Learned) -> Iterator[Known]:
    """Yield the marked stories as an engine reads them."""
    for file in sorted(STORIES.glob("*.txt")):
        for story in load_stories(file):
            parse = engine.parse(read(make_source(story.id, "text/plain", story.text.encode())))
            vectors = np.frombuffer(parse.vectors, np.float16).reshape(-1, WIDTH)
            yield Known(story, parse.tree.starts, vectors)


def spans(places: Iterable[Place]) -> tuple[Span, ...]:
    """Return places as spans."""
    return tuple(Span(start, end) for start, end in places)


def learn(
    reading: AnyReading, learned: Sequence[Asked], epochs: int, loss_of: Loss, show: Callable[[AnyReading], str]
) -> AnyReading:
    """Train, print after each epoch what is shown of the running average of the weights, and return that."""
    average = copy.deepcopy(reading)
    random = Random(SEED)  # noqa: S311
    steps = epochs * sum(1 for _ in batches(learned, random))
    new = [value for name, value in reading.named_parameters() if not name.startswith("layers")]
    rates = (LAYERS_RATE, HEAD_RATE)
    optimizer = torch.optim.AdamW(
        [{"params": list(reading.layers.parameters())}, {"params": new}], lr=LAYERS_RATE, weight_decay=DECAY
    )
    step = 0
    for epoch in range(epochs):
        reading.train()
        for batch in batches(learned, random, blurred=True):
            step += 1
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min(1, step / (WARMING * steps)) * max(0.02, 1 - step / steps)
            loss = loss_of(scores_of(reading, batch), batch.answers)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reading.parameters(), CLIP)
            optimizer.step()
            _follow(average, reading, min(KEEP, (1 + step) / (10 + step)))
        print(f"epoch {epoch + 1}: {show(average)}", flush=True)
    return average


def scores_of(reading: Reading, batch: Batch) -> Tensor:
    """Return the scores of every outcome, N × outcomes."""
    scores: Tensor = reading(batch.words, batch.roles, batch.marks, batch.kind, batch.seen)
    return scores


def _follow(average: Reading, reading: Reading, keep: float) -> None:
    with torch.no_grad():
        for old, new in zip(average.parameters(), reading.parameters(), strict=True):
            old.lerp_(new, 1 - keep)


def answers_of(reading: Reading, asked: Sequence[Asked]) -> tuple[Tensor, Tensor]:
    """Return the scores of some questions and the right answers, in one order."""
    reading.eval()
    with torch.no_grad():
        told = [(scores_of(reading, one), one.answers) for one in batches(asked, None)]
    scores, answers = (torch.cat(some) for some in zip(*told, strict=True))
    return scores, answers


def batches(asked: Sequence[Asked], random: Random | None, *, blurred: bool = False) -> Iterator[Batch]:
    """Yield the questions put together by length, in random order where there is something random."""
    order = list(asked)
    if random:
        random.shuffle(order)
    for start in range(0, len(order), NEIGHBOURS):
        framed = [_framed(one, random if blurred else None) for one in order[start : start + NEIGHBOURS]]
        packed: list[list[tuple[Asked, Frame]]] = [[]]
        for one in sorted(framed, key=lambda one: len(one[1].words)):
            if packed[-1] and (len(packed[-1]) + 1) * len(one[1].words) > WORDS:
                packed.append([])
            packed[-1].append(one)
        if random:
            random.shuffle(packed)
        yield from map(_batch, packed)


def _framed(one: Asked, random: Random | None) -> tuple[Asked, Frame]:
    """Return a question with the words read for it; some see less of it, as the engine will."""
    question = one.question
    if random and random.random() < LOST:
        things = (question.things[0], *(span for span in question.things[1:] if random.random() < LOST + LOST))
        question = replace(question, things=things)
    if random and random.random() < BLURRED:
        question = replace(question, source=())
    frame = frame_question(one.known.starts, question)
    if frame is None:
        raise ValueError("a question about no words")
    return one, frame


def _batch(some: Sequence[tuple[Asked, Frame]]) -> Batch:
    length = max(len(frame[0]) for _, frame in some)
    words = torch.zeros(len(some), length, WIDTH)
    roles, marks = (torch.zeros(len(some), length, dtype=torch.long) for _ in range(2))
    seen = torch.zeros(len(some), length, dtype=torch.bool)
    for row, (one, (at, role, mark)) in enumerate(some):
        words[row, : len(at)] = torch.from_numpy(one.known.vectors[at].astype(np.float32))
        roles[row, : len(at)], marks[row, : len(at)] = torch.tensor(role), torch.tensor(mark)
        seen[row, : len(at)] = True
    kind = torch.tensor([KINDS.index(one.question.kind) for one, _ in some])
    return Batch(words, roles, marks, kind, seen, torch.stack([one.answer for one, _ in some]))


def load(says: str | None, epochs: int) -> tuple[argparse.Namespace, Network, list[Known]]:
    """Return the arguments of a script, the trained network and the stories as its graphs read them."""
    parser = argparse.ArgumentParser(description=says, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=epochs)
    given = parser.parse_args()
    torch.manual_seed(SEED)
    names = json.loads((given.out / "names.json").read_text("utf-8"))
    network = Network({kind: len(names[kind]) for kind in ("tags", "kinds", "relations", "names", "acts")})
    network.load_state_dict(load_file(given.network))
    engine = Learned(load_network(given.out), load_lemmatizer(), "")
    return given, network, list(know_stories(engine))
