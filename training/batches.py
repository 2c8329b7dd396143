"""Windows of texts as tensors, put together by length; -100 where there is nothing to learn."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple, get_args

import torch
from torch import Tensor

from onrecord.models.network.things import KINDS
from onrecord.models.network.words import PIECES
from onrecord.nouns.record import Proposition
from training.texts import Marked, Text

LENGTH, WORDS = 256, 2048  # words of a window, words of a batch
LABELLED = ("tags", "kinds", "names", "relations")
NEIGHBOURS = 256  # windows among which like lengths are put together
FIRST, MASK, LAST = 101, 103, 102  # pieces: before a window, a hidden word, after a window
HIDDEN = 0.04  # share of words that are hidden, so that cues are not learned by heart
FULL = 0.4  # a window ends with a paragraph where so much of it is filled
NOTHING = -100
PROPOSITIONS = get_args(Proposition)
# What words tell of a stand; that somebody refused or kept silent is told by the act.
VALUES = ("affirms", "denies", "neither", "conditional", "demands", "general")
ROLES = (("content", 3), ("source", 1))  # with the label of their first word


class Batch(NamedTuple):
    """B windows of W words, their edges included, with N cues."""

    pieces: Tensor  # B × W × 4
    case: Tensor
    quoted: Tensor
    paragraph: Tensor
    seen: Tensor  # B × W: not padding
    there: Tensor  # B × W: a word, no edge
    cues: Tensor
    others: Tensor
    tags: Tensor
    kinds: Tensor
    names: Tensor
    begins: Tensor
    heads: Tensor
    relations: Tensor
    things: Tensor  # the kind of the thing that a phrase with this head names, 0 for none
    contested: Tensor
    of: Tensor  # N: the window of each cue
    first: Tensor
    last: Tensor
    linked: Tensor  # whether its source and content are marked
    roles: Tensor  # N × W
    acts: Tensor
    held: Tensor
    stands: Tensor  # N × propositions


def make_batches(texts: Sequence[Text], names: dict[str, list[str]], random: Random) -> Iterator[Batch]:
    """Yield the batches of one epoch, in random order."""
    numbers = {kind: {label: n for n, label in enumerate(labels)} for kind, labels in names.items()}
    windows = [(text, part) for text in texts for part in _cut(text, random)]
    random.shuffle(windows)
    batches: list[list[tuple[Text, slice]]] = []
    for start in range(0, len(windows), NEIGHBOURS):
        batches += _packed(sorted(windows[start : start + NEIGHBOURS], key=lambda one: one[1].stop - one[1].start))
    random.shuffle(batches)
    for batch in batches:
        yield _batch(batch, numbers, random)


def _cut(text: Text, random: Random) -> Iterator[slice]:
    """Yield windows of whole paragraphs, the first of random length, so that every epoch sees others."""
    paragraph = text.words.paragraph.tolist()
    first, limit = 0, int(LENGTH * random.uniform(0.3, 1.0))
    while first < len(paragraph):
        last = end = min(len(paragraph), first + limit)
        while last < len(paragraph) and end > first and paragraph[end] == paragraph[end - 1]:
            end -= 1
        last = end if end > first + (last - first) * FULL else last
        yield slice(first, last)
        first, limit = last, LENGTH


def _packed(windows: list[tuple[Text, slice]]) -> list[list[tuple[Text, slice]]]:
    packed: list[list[tuple[Text, slice]]] = [[]]
    for text, part in windows:
        if packed[-1] and (len(packed[-1]) + 1) * (part.stop - part.start) > WORDS:
            packed.append([])
        packed[-1].append((text, part))
    return packed


def _batch(windows: list[tuple[Text, slice]], numbers: dict[str, dict[str, int]], random: Random) -> Batch:
    width = max(part.stop - part.start for _, part in windows) + 2
    rows: dict[str, list[list[Any]]] = {}
    cues: list[tuple[int, Marked, int]] = []
    linked: list[bool] = []
    for at, (text, part) in enumerate(windows):
        for kind, row in _rows(text, part, numbers).items():
            rows.setdefault(kind, []).append(row)
        inside = [one for one in text.marked if part.start <= one.cue[0] and one.cue[-1] < part.stop]
        cues += [(at, one, part.start) for one in inside]
        linked += [not text.partial for _ in inside]
    grid = {
        kind: _grid(found, width, 0 if kind in ("case", "quoted", "paragraph") else NOTHING)
        for kind, found in rows.items()
    }
    there = grid["tags"] != NOTHING
    lengths = torch.tensor([part.stop - part.start for _, part in windows])
    seen = torch.arange(width)[None] < (lengths + 2)[:, None]
    grid["paragraph"] = _widened(grid["paragraph"], lengths)
    return Batch(
        pieces=_pieces(windows, width, random), seen=seen, there=there, **grid,
        of=_row(at for at, _, _ in cues),
        first=_row(one.cue[0] - start + 1 for _, one, start in cues),
        last=_row(one.cue[-1] - start + 2 for _, one, start in cues),
        linked=_row(linked),
        roles=torch.tensor([_roles(one, start, width) for _, one, start in cues], dtype=torch.long).reshape(-1, width),
        acts=_row(numbers["acts"].get(one.act, NOTHING) for _, one, _ in cues),
        held=_row(one.held if one.held >= 0 else NOTHING for _, one, _ in cues),
        stands=torch.tensor([_stands(one) for _, one, _ in cues], dtype=torch.long).reshape(-1, len(PROPOSITIONS)),
    )  # fmt: skip


def _rows(text: Text, part: slice, numbers: dict[str, dict[str, int]]) -> dict[str, list[int]]:
    """Return what is known of every word of a window, heads counted from its left edge."""
    size = part.stop - part.start
    cues, others = [NOTHING if text.partial else 0] * size, [0 if text.complete else NOTHING] * size
    for one in text.marked:
        if part.start <= one.cue[0] and one.cue[-1] < part.stop:
            row = others if one.other else cues
            for word in one.cue:
                row[word - part.start] = 2 if word - 1 in one.cue else 1
    heads = [head - part.start + 1 if part.start <= head < part.stop else NOTHING for head in text.heads[part]]
    words = text.words
    things, contested = _things(text, part)
    return {
        **{kind: getattr(words, kind)[part].tolist() for kind in ("case", "quoted", "paragraph")},
        "cues": cues,
        "others": others,
        "heads": heads,
        "things": things,
        "contested": contested,
        "begins": [int(one) for one in text.begins[part]],
        **{kind: [numbers[kind][label] for label in getattr(text, kind)[part]] for kind in LABELLED},
    }


def _things(text: Text, part: slice) -> tuple[list[int], list[int]]:
    """Return the kind of thing that each word names as the head of a phrase, and whether that thing is contested."""
    size = part.stop - part.start
    kinds = [NOTHING if text.partial or text.phrases is None else 0] * size
    contested = [NOTHING] * size
    for phrase in text.phrases or ():
        head = head_of(phrase.words, text.heads) - part.start
        if 0 <= head < size:
            kinds[head], contested[head] = KINDS.index(phrase.kind) + 1, int(phrase.contested)
    return kinds, contested


def head_of(words: Sequence[int], heads: Sequence[int]) -> int:
    """Return the word of a phrase that hangs on none of the others."""
    inside = set(words)
    return next((word for word in words if heads[word] not in inside or heads[word] == word), words[-1])


def _stands(one: Marked) -> list[int]:
    """Return the number of the value on each proposition, 0 for none; NOTHING where positions are not marked.

    Refusals and silences are told by the act: they are no stand on any proposition.
    """
    if one.stands is None:
        return [NOTHING] * len(PROPOSITIONS)
    values = {stand.proposition: 1 + VALUES.index(stand.value) for stand in one.stands if stand.value in VALUES}
    return [values.get(proposition, 0) for proposition in PROPOSITIONS]


def _roles(one: Marked, start: int, width: int) -> list[int]:
    """Return the labels of the words of a window for one cue; where roles overlap, the source wins."""
    labels = [0] * width
    for role, begin in ROLES:
        words = getattr(one, role)
        for word in words:
            place = word - start + 1
            if 1 <= place < width - 1:
                labels[place] = begin + 1 if word - 1 in words and place > 1 else begin
    for place in range(1, width):
        if labels[place] in (2, 4) and labels[place - 1] not in (labels[place], labels[place] - 1):
            labels[place] -= 1
    return labels


def _pieces(windows: list[tuple[Text, slice]], width: int, random: Random) -> Tensor:
    pieces = torch.zeros(len(windows), width, PIECES, dtype=torch.long)
    for at, (text, part) in enumerate(windows):
        size = part.stop - part.start
        pieces[at, 0, 0], pieces[at, size + 1, 0] = FIRST, LAST
        pieces[at, 1 : size + 1] = torch.from_numpy(text.words.pieces[part])
        for word, case in enumerate(text.words.case[part].tolist(), start=1):
            if case not in (1, 2) and random.random() < HIDDEN:  # marks are never hidden
                pieces[at, word] = torch.tensor([MASK, *[0] * (PIECES - 1)])
    return pieces


def _grid(rows: list[list[int]], width: int, empty: int) -> Tensor:
    grid = torch.full((len(rows), width), empty, dtype=torch.long)
    for at, row in enumerate(rows):
        grid[at, 1 : len(row) + 1] = torch.tensor(row)
    return grid


def _widened(paragraph: Tensor, lengths: Tensor) -> Tensor:
    """Let the edges of a window stand in the paragraphs of its first and last word."""
    wide = paragraph.clone()
    wide[:, 0] = paragraph[:, 1]
    last = paragraph.gather(1, lengths[:, None])
    after = torch.arange(paragraph.shape[1])[None] > lengths[:, None]
    return torch.where(after, last, wide)


def _row(values: Any) -> Tensor:
    return torch.tensor(list(values), dtype=torch.long)
