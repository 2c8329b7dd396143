"""Learn which thing told of before a phrase names: `python -m training.joining [OUT]`.

Learns on the marked stories as the shipped engine reads them, prints what it makes of pairs of phrases in those held
out beside what the rules make of them, at a row of thresholds, and writes the weights to OUT (a TOML file beside the
lexicons). While it learns, a phrase is shown the things as they are marked; in the figures, as found. A minute on one
core, once the texts are read. Needs training/requirements.txt.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, pad

from benchmarks.matching import words
from benchmarks.passages import load_held
from onrecord.annotation.grammar import index_parse
from onrecord.annotation.thing import joining
from onrecord.annotation.thing.chains import thread_namings
from onrecord.annotation.thing.joining import FORMS, Layer, Signs, new_signs, pair_signs
from onrecord.annotation.thing.phrases import Naming
from onrecord.annotation.thing.sights import Sight
from onrecord.annotation.thing.threads import IDENTITY, Phrase, Thread, extend, ranks_of
from onrecord.annotation.things import name_phrases
from onrecord.models.engines import load_engine
from onrecord.nouns.annotations import Trait
from onrecord.nouns.source import make_source
from onrecord.reading import read
from training.stories import Story, load_stories

STORIES = Path(__file__).parent / "marked"
SEED, HIDDEN, ROUNDS, BATCH, RATE, DECAY, DROP = 1, 20, 30, 32, 3e-3, 0.05, 0.2
LEAST = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
FAR = -1e9  # the score of what is not there


class Told(NamedTuple):
    """The phrases of a story as found, and which marked thing each names: None for none."""

    id: str
    namings: Sequence[Naming]
    traits: Sequence[tuple[Trait, ...]]
    paragraphs: Sequence[int]
    sights: Sequence[Sight | None]
    gold: Sequence[int | None]


class Choice(NamedTuple):
    """The signs of every thing that is open, those of opening one, and which is right: 0 for opening one."""

    old: list[Signs]
    new: Signs
    right: int


def main() -> None:
    """Learn from top to bottom."""
    torch.manual_seed(SEED)
    held, told = load_held(), list(_stories())
    apart = [one for one in told if one.id in held]
    choices = [choice for one in told if one.id not in held for choice in choose(one)]
    print(f"{len(choices)} choices, {sum(choice.right > 0 for choice in choices)} of a thing told of before")
    blind = [one._replace(sights=[None] * len(one.sights)) for one in apart]
    print(f"rules: {score(blind)}")
    layers = learn(choices)
    joining.learned = lambda: layers  # type: ignore[assignment]
    for least in LEAST:
        joining.LEAST = least
        print(f"from {least} on: {score(apart)}")
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(_shown(layers), "utf-8")


def _stories() -> Iterator[Told]:
    engine = load_engine()
    for file in sorted(STORIES.glob("*.txt")):
        for story in load_stories(file):
            if not story.partial:
                article = read(make_source(story.id, "text/plain", story.text.encode()))
                parse = engine.parse(article)
                found = name_phrases(article, parse, index_parse(article, parse, ()))
                yield Told(story.id, *found, _gold(story, [parse.tokens[naming.head].start for naming in found[0]]))


def _gold(story: Story, heads: Sequence[int]) -> list[int | None]:
    """Return the marked thing in whose smallest mention each head stands; claims are left aside."""
    by_place: dict[int, tuple[int, int]] = {}
    for number, thing in story.things.items():
        for start, end in thing.mentions if thing.kind != "claim" else ():
            for place in words(story.text, [(start, end)]):
                by_place[place] = min(by_place.get(place, (end - start, number)), (end - start, number))
    return [by_place[head][1] if head in by_place else None for head in heads]


def choose(told: Told) -> Iterator[Choice]:
    """Yield the choices of a story, each among the things as they are marked."""
    threads: list[Thread] = []
    by_gold: dict[int | None, Thread] = {}
    for place, (naming, sight, gold) in enumerate(zip(told.namings, told.sights, told.gold, strict=True)):
        if naming.form in ("absent", "denied") or sight is None:
            continue
        traits = {one.name: one.value for one in told.traits[place] if one.name in IDENTITY and one.value}
        phrase = Phrase(naming, traits, ranks_of(naming), place, told.paragraphs[place], sight)
        around = threads[-joining.OPEN :]
        right = next((at for at, thread in enumerate(around, start=1) if thread is by_gold.get(gold)), 0)
        if around and gold is not None:
            yield Choice(list(pair_signs(phrase, sight, around)), new_signs(phrase, sight, around), right)
        thread = around[right - 1] if right else _opened(naming, place)
        by_gold |= {gold: thread} if gold is not None else {}
        extend(thread, phrase)
        threads = [*(one for one in threads if one is not thread), thread]


def _opened(naming: Naming, number: int) -> Thread:
    return Thread(number, naming.noun, naming.kind, set(), set(), {}, set(), naming.plural)


def learn(choices: Sequence[Choice]) -> tuple[Layer, Layer]:
    """Return the two networks under which the right choices are likeliest."""
    forms = {f"form {form}" for form in FORMS}
    names = [
        tuple(sorted(forms.union(*signs)))
        for signs in ((one for choice in choices for one in choice.old), (choice.new for choice in choices))
    ]
    old, new = (_network(len(signs)) for signs in names)
    told = [
        (_table(choice.old, names[0]), _table([choice.new], names[1]), torch.tensor([choice.right]))
        for choice in choices
    ]
    optimizer = torch.optim.AdamW([*old.parameters(), *new.parameters()], RATE, weight_decay=DECAY)
    steps = ROUNDS * (len(told) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: 0.03 + 0.97 * max(0.0, 1 - at / steps))
    random = Random(SEED)  # noqa: S311 - for shuffling, not for secrets
    for _ in range(ROUNDS):
        random.shuffle(told)
        for at in range(0, len(told), BATCH):
            batch = told[at : at + BATCH]
            found = old(torch.cat([one for one, _, _ in batch]))[:, 0].split([len(one) for one, _, _ in batch])
            opening = new(torch.cat([one for _, one, _ in batch]))
            most = max(map(len, found))
            scores = torch.stack([pad(one, (0, most - len(one)), value=FAR) for one in found])
            loss = cross_entropy(torch.cat([opening, scores], 1), torch.cat([right for _, _, right in batch]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return _layer(old, names[0]), _layer(new, names[1])


def _network(signs: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(signs, HIDDEN), nn.ReLU(), nn.Dropout(DROP), nn.Linear(HIDDEN, 1, bias=False))


def _table(found: Sequence[Signs], names: Sequence[str]) -> Tensor:
    return torch.tensor([[signs.get(name, 0.0) for name in names] for signs in found])


def _layer(network: nn.Sequential, names: tuple[str, ...]) -> Layer:
    first, last = network[0], network[3]
    rows, bias, out = (value.detach().double().numpy().round(3) for value in (first.weight.T, first.bias, last.weight))
    return Layer(names, rows, bias, out[0])


def score(stories: Sequence[Told]) -> str:
    """Return precision, recall and F1 of the pairs of phrases that are taken to name one thing."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for one in stories:
        found = thread_namings(one.namings, one.traits, one.paragraphs, one.sights)
        known = [(gold, set(numbers)) for gold, numbers in zip(one.gold, found, strict=True) if gold and numbers]
        for (gold, mine), (other, its) in combinations(known, 2):
            counts[gold == other, not mine.isdisjoint(its)] += 1
    right, missed, wrong = counts[True, True], counts[True, False], counts[False, True]
    shares = right / max(1, right + wrong), right / max(1, right + missed), 2 * right / (2 * right + wrong + missed)
    return "P {:.1f} R {:.1f} F1 {:.1f}".format(*(100 * share for share in shares))


def _shown(layers: Sequence[Layer]) -> str:
    """Return the weights as a lexicon."""
    lines = [
        "# How likely a phrase names a thing told of before (old), or opens one (new): a row of weights for each sign.",
        'origin = "learned by training/joining.py from the stories of training/marked"',
        f"date = {date.today()}",  # noqa: DTZ011 - the day on the clock of whoever trains
    ]
    for name, layer in zip(("old", "new"), layers, strict=True):
        lines += ["", f"[{name}]", f"bias = {layer.bias.tolist()}", f"out = {layer.out.tolist()}", "", f"[{name}.rows]"]
        lines += [f'"{sign}" = {row.tolist()}' for sign, row in zip(layer.signs, layer.rows, strict=True)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
