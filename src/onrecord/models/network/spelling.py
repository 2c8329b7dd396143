"""The word pieces that the encoder was trained on: greedy longest match in a fixed vocabulary.

This is WordPiece (Schuster and Nakajima 2012) with the normalisation of BERT (Devlin et al. 2019), lower case and
without accents. The usual library for it brings a client for downloading models, which a program that works offline
does not want.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby

INSIDE = "##"  # before a piece that does not begin a word
WHITE = "\t\n\r "
LONGEST = 100  # characters of a word that is looked up
IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


def spell(form: str, vocabulary: Mapping[str, int], unknown: int) -> tuple[int, ...]:
    """Return the numbers of the pieces of a word; a part of it that has none is one unknown piece."""
    return tuple(piece for part in _parts(form) for piece in (_pieces(part, vocabulary) or (unknown,)))


def _parts(form: str) -> Iterator[str]:
    """Yield the parts of a word as they are looked up: letters together, every mark and every ideograph alone."""
    kept = (char for char in unicodedata.normalize("NFD", form) if not _is_dropped(char))
    for alone, run in groupby("".join(kept).lower(), key=_stands_alone):
        if alone is None:
            continue
        part = "".join(run)
        yield from part if alone else (part,)


def _is_dropped(char: str) -> bool:
    if char in WHITE:
        return False
    return char in "\0\ufffd" or unicodedata.category(char) in ("Mn", "Cc", "Cf", "Co", "Cs")


def _stands_alone(char: str) -> bool | None:
    """Tell marks and ideographs from letters; None for white space."""
    if char.isspace():
        return None
    code = ord(char)
    if char.isascii():
        return not char.isalnum()
    return unicodedata.category(char).startswith("P") or any(low <= code <= high for low, high in IDEOGRAPHS)


def _pieces(part: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    """Return the longest pieces from left to right; none at all where something is left over."""
    if len(part) > LONGEST:
        return ()
    found, start = [], 0
    while start < len(part):
        prefix = INSIDE if start else ""
        ends = range(len(part), start, -1)
        end = next((end for end in ends if prefix + part[start:end] in vocabulary), None)
        if end is None:
            return ()
        found.append(vocabulary[prefix + part[start:end]])
        start = end
    return tuple(found)
