"""Read a text with the network: one window after another, each encoded once.

From one pass come tags, names, sentences and heads, and every cue with its source, content, act and attitude. Windows
are read one at a time, never in batches: what the network says of a text does not depend on what is read beside it.
"""

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.models.network.links import Linked, find_links
from onrecord.models.network.sessions import Network, Sight
from onrecord.models.network.spans import Range, Scores
from onrecord.models.network.things import find_referents
from onrecord.models.network.trees import Heads, find_heads, find_sentences
from onrecord.models.network.windows import Window, cut_windows
from onrecord.models.network.words import Words
from onrecord.nouns.parse import Referent

PROCESSORS = min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
AHEAD = 2 * PROCESSORS  # windows: each holds a megabyte until it is read


class Seen(NamedTuple):
    """What the network says of consecutive words; heads count words of the text, sentences are word ranges."""

    tags: list[str]
    kinds: list[str]
    names: list[str]  # B-PERSON, I-PERSON … or O
    heads: list[int]
    relations: list[str]
    sentences: list[Range]
    links: list[Linked]
    referents: list[Referent]  # by the number of their word
    vectors: bytes  # words × width, of the middle layer, each number in two bytes


def see(network: Network, words: Words) -> Iterator[Seen]:
    """Yield what the network says of the words of a text, some sentences at a time, in order; every word once."""
    first = 0
    for window, sight in _sights(network, words):
        if first < window.own_last:
            seen = _look(network, words, window, sight, first)
            first = seen.sentences[-1][1]
            yield seen


def _sights(network: Network, words: Words) -> Iterator[tuple[Window, Sight]]:
    """Yield the windows with what the encoder sees in them, a few read ahead on the other processors."""

    def encode(window: Window) -> Sight:
        part = slice(window.first, window.last)
        return network.encode(words.pieces[part], words.case[part], words.quoted[part])

    waiting: deque[tuple[Window, Future[Sight]]] = deque()
    with ThreadPoolExecutor(PROCESSORS) as pool:
        for window in cut_windows(words.paragraph.tolist()):
            waiting.append((window, pool.submit(encode, window)))
            if len(waiting) > AHEAD:
                read, sight = waiting.popleft()
                yield read, sight.result()
        for read, sight in waiting:
            yield read, sight.result()


def _look(network: Network, words: Words, window: Window, sight: Sight, first: int) -> Seen:
    """Return what is seen in a window of the sentences from `first` on that begin among its own words."""
    part = slice(window.first, window.last)
    offset = first - window.first
    begun = sight.begins[offset:] | _turns(words.paragraph[first : window.last])
    is_cut = window.last < len(words) and not _turns(words.paragraph[window.last - 1 : window.last + 1])[1]
    sentences = _sentences(begun, first, window, is_cut=is_cut)
    begins = np.zeros(sentences[-1][1] - first, np.bool_)
    begins[[start - first for start, _ in sentences]] = True
    own = slice(offset, offset + len(begins))
    heads = find_heads(sight.arcs[own, own], begins)
    names = network.names
    return Seen(
        tags=[names.tags[k] for k in sight.tags[own].tolist()],
        kinds=[names.kinds[k] for k in sight.kinds[own].tolist()],
        names=[names.names[k] for k in sight.names[own].tolist()],
        heads=(heads + first).tolist(),
        relations=_relations(network, sight.middle[own], heads),
        sentences=sentences,
        links=list(find_links(network, sight, words, part, own)),
        referents=list(find_referents(sight.things[own], first)),
        vectors=sight.middle[own].astype(np.float16).tobytes(),
    )


def _turns(paragraph: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Tell for every word whether it begins a paragraph: no sentence runs from one into the next."""
    turns: npt.NDArray[np.bool_] = np.diff(paragraph, prepend=paragraph[:1]) > 0
    return turns


def _relations(network: Network, vectors: Scores, heads: Heads) -> list[str]:
    """Name the relation of every word to its head: ROOT for the root of a sentence and for nothing else."""
    found = [network.names.relations[k] for k in network.relate(vectors, heads).tolist()]
    roots = heads == np.arange(len(heads))
    return [
        "ROOT" if is_root else "dep" if relation == "ROOT" else relation
        for relation, is_root in zip(found, roots.tolist(), strict=True)
    ]


def _sentences(begins: npt.NDArray[np.bool_], first: int, window: Window, *, is_cut: bool) -> list[Range]:
    """Return the sentences that begin among a window's own words; the first begins where the last window stopped.

    One that the window's edge cuts is left to the next window where that can read it from its first word on.
    """
    found = [(first + start, first + end) for start, end in find_sentences(begins)]
    begun = [found[0], *(one for one in found[1:] if one[0] < window.own_last)]
    if is_cut and len(begun) == len(found) > 1 and begun[-1][0] >= window.later:
        begun.pop()
    return begun
