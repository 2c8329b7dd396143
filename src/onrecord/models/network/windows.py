"""Windows over a text: whole paragraphs where they fit, each with some words of the window before it again.

A word belongs to the window in which it stands farthest from both edges, so that every cue has room for its
source and its content on both sides, and is read once.
"""

from collections.abc import Sequence

import msgspec

LENGTH = 256  # words in a window at most
AGAIN = 64  # about so many words of the window before are read again
FULL = 0.4  # a window is cut at a paragraph's end if so much of it is filled there


class Window(msgspec.Struct, frozen=True):
    """Words `first` up to `last`; it answers for those from `own_first` up to `own_last`; `later` begins the next."""

    first: int
    last: int
    own_first: int
    own_last: int
    later: int


def cut_windows(paragraph: Sequence[int], length: int = LENGTH, again: int = AGAIN) -> list[Window]:
    """Return the windows over words that stand in these paragraphs, in order; every word is owned by exactly one."""
    edges = _edges(paragraph, length, again)
    end = (len(paragraph), len(paragraph))
    windows: list[Window] = []
    own_first = 0
    for (first, last), (later, _) in zip(edges, [*edges[1:], end], strict=False):
        own_last = (later + last + 1) // 2
        windows.append(Window(first, last, own_first, own_last, later))
        own_first = own_last
    return windows


def _edges(paragraph: Sequence[int], length: int, again: int) -> list[tuple[int, int]]:
    edges: list[tuple[int, int]] = []
    first = last = 0
    while last < len(paragraph):
        end = _end(paragraph, first, last, length)
        edges.append((first, end))
        first, last = _begin(paragraph, first + 1, end, again), end
    return edges


def _end(paragraph: Sequence[int], first: int, before: int, length: int) -> int:
    """Return where a window ends, past the end of that before it: with a paragraph, unless that leaves it too empty."""
    last = end = min(len(paragraph), first + length)
    if last == len(paragraph):
        return last
    while end > first and paragraph[end] == paragraph[end - 1]:
        end -= 1
    return end if end > max(before, first + (last - first) * FULL) else last


def _begin(paragraph: Sequence[int], earliest: int, last: int, again: int) -> int:
    """Return where the next window begins: with a paragraph after the place wanted, else with one not far before."""
    wanted = max(earliest, last - again)
    places = (*range(wanted, last), *range(wanted, max(earliest, wanted - again), -1))
    return next((at for at in places if paragraph[at] != paragraph[at - 1]), wanted)
