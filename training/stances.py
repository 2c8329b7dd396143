"""Train the reading of stands, the network's fourth graph: `python -m training.stances NETWORK OUT [--epochs N]`.

NETWORK is the file of trained weights that `training.train` keeps, OUT the folder of the graphs, of which
`stances.onnx` is written anew. It learns from the marked stories alone, on the vectors that the other graphs give as
they are shipped: these stay as they are. Two CPU cores take twenty-five minutes. Needs training/requirements.txt.
"""

from collections.abc import Iterator, Sequence
from random import Random

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from benchmarks.passages import load_held
from onrecord.models.network.frames import frame_question
from onrecord.models.network.stances import PROPOSITIONS, VALUES
from onrecord.nouns.stance import Question
from training.export import export_reading
from training.network import Stances
from training.readings import SEED, Asked, Known, answers_of, learn, load, spans
from training.stories import Marked, Story

EPOCHS = 4
ASIDE = 0.5  # share of the statements that are asked about something not contested as well
REFUSED = ("declines", "silent", "no-reply")
UNPLACED = ("declines", "general")  # on no proposition in particular
LEAST = (0.2, 0.35, 0.5, 0.65, 0.8)  # chances from which stands are counted in the figures printed


def main() -> None:
    """Train from top to bottom."""
    given, network, stories = load(__doc__, EPOCHS)
    held = load_held()
    random = Random(SEED)  # noqa: S311 - for choosing, not for secrets
    learned = [one for known in stories if known.story.id not in held for one in ask(known, random)]
    apart = [one for known in stories if known.story.id in held and not known.story.partial for one in ask(known, None)]
    print(f"{len(learned)} questions, {sum(bool(one.answer.any()) for one in learned)} with a stand; {len(apart)} held")
    average = learn(Stances(network), learned, given.epochs, loss_of, lambda stances: score(stances, apart))
    export_reading(average, given.out / "stances.onnx")


def ask(known: Known, random: Random | None) -> Iterator[Asked]:
    """Yield the questions of a story with their answers: every statement on everything contested.

    With something random some are asked about what is not contested too, as the engine will be.
    """
    story = known.story
    contested = [number for number, thing in story.things.items() if thing.contested and thing.mentions]
    others = [number for number, thing in story.things.items() if not thing.contested and thing.mentions]
    for place, one in enumerate(story.statements):
        aside = [random.choice(others)] if random and others and random.random() < ASIDE else []
        for number in (*contested, *aside):
            if story.partial and one.stands and all(stand.item != number for stand in one.stands):
                continue  # what else it stands on is not marked
            question = _question(story, place, number)
            if frame_question(known.starts, question):
                yield Asked(known, question, _answer(one, number))


def _question(story: Story, place: int, number: int) -> Question:
    one = story.statements[place]
    others = (thing.mentions for other, thing in story.things.items() if other != number)
    return Question(
        attribution=place,
        chain=number,
        kind=story.things[number].kind,  # type: ignore[arg-type]
        cue=spans(one.cue),
        source=spans(one.source),
        content=spans(one.content),
        things=spans(story.things[number].mentions),
        others=tuple(span for mentions in others for span in spans(mentions)),
    )


def _answer(one: Marked, number: int) -> Tensor:
    """Return 1 for every proposition and value that a statement puts its speaker in, on one thing."""
    found = torch.zeros(len(PROPOSITIONS), len(VALUES))
    for stand in one.stands:
        if stand.item == number:
            value = "declines" if stand.value in REFUSED else stand.value
            of = "other" if value in UNPLACED else stand.proposition
            found[PROPOSITIONS.index(of), VALUES.index(value)] = 1  # type: ignore[arg-type]
    return found.flatten()


def loss_of(scores: Tensor, answers: Tensor) -> Tensor:
    """Return the loss: where a statement takes several stands, all count alike."""
    wanted = torch.cat([(answers.sum(1, keepdim=True) == 0).float(), answers], 1)
    return cross_entropy(scores, wanted / wanted.sum(1, keepdim=True))


def score(stances: Stances, apart: Sequence[Asked]) -> str:
    """Return precision, recall and F1 of the likeliest stand from some chances on; and with any proposition."""
    scores, answers = answers_of(stances, apart)
    chances = scores.softmax(-1)
    best = chances[:, 1:].argmax(-1)
    value = chances[:, 1:].view(len(answers), len(PROPOSITIONS), -1).sum(1).argmax(-1)
    values = answers.view(len(answers), len(PROPOSITIONS), -1).amax(1)
    right, near = answers.gather(1, best[:, None])[:, 0], values.gather(1, value[:, None])[:, 0]
    shown = []
    for least in LEAST:
        sure = 1 - chances[:, 0] >= least
        counts = (
            _shares(float(hit[sure].sum()), float(sure.sum()), float(gold.sum()))
            for hit, gold in ((right, answers), (near, values))
        )
        shown.append(f"{least}: {' any '.join(counts)}")
    return "  ".join(shown)


def _shares(right: float, found: float, gold: float) -> str:
    parts = right / max(1, found), right / max(1, gold), 2 * right / max(1, found + gold)
    return "/".join(f"{100 * part:.0f}" for part in parts)


if __name__ == "__main__":
    main()
