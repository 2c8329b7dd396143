"""What the network sees of a text: words with their pieces, their case, their place in quotation, their paragraph.

The encoder was trained on lower case, so case is given to it apart; quotation marks are paired per paragraph
beforehand, since a mark far away decides whose words these are. One word is one position: the pieces of a rare word
are averaged, not strung out, which saves a tenth of the work.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.nouns.span import Span

PIECES = 4  # of a word at most: three from its beginning and the last
LONGEST = 60  # characters of a word that are looked at
UNKNOWN = 100  # the piece for what has none
OPENING, CLOSING = "“„«", "”»"
MARKS = (1, 2)  # the shapes of one mark and of several
OUTSIDE, INSIDE, OPENS, CLOSES, UNCLOSED, OPENS_UNCLOSED = range(6)  # of a quotation

Numbers = npt.NDArray[np.int64]
Spell = Callable[[str], tuple[int, ...]]


class Words(msgspec.Struct, frozen=True):
    """The words of a text in order: code-point offsets, pieces (words × 4, 0 for none), case, quotation, paragraph."""

    at: tuple[Span, ...]
    pieces: Numbers
    case: Numbers
    quoted: Numbers
    paragraph: Numbers

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.at)


def see_words(text: str, spans: Iterable[Span], spell: Spell, paragraphs: Iterable[int] | None = None) -> Words:
    """Return what the network sees of the words at these spans; `spell` gives the pieces of a word.

    Paragraphs begin at the offsets given, in order, else with every line.
    """
    at = tuple(spans)
    forms = [span.of(text) for span in at]
    lines = (place + 1 for place, char in enumerate(text) if char == "\n")
    paragraph = _paragraphs(at, lines if paragraphs is None else paragraphs)
    pieces = np.zeros((len(at), PIECES), np.int64)
    for row, form in zip(pieces, forms, strict=True):
        spelt = spell(form[:LONGEST]) or (UNKNOWN,)
        row[: len(spelt[:PIECES])] = spelt if len(spelt) <= PIECES else (*spelt[: PIECES - 1], spelt[-1])
    return Words(at, pieces, _numbers(map(case_of, forms)), _numbers(_quoted(forms, paragraph.tolist())), paragraph)


def case_of(form: str) -> int:
    """Number the shape of a word: lower case, mark, marks, figure, capitals, capital, Capitalised, MixEd."""
    if not form[0].isalnum():
        return 1 if len(form) == 1 else 2
    if form[0].isdigit():
        return 3
    if form.isupper():
        return 4 if len(form) > 1 else 5
    if form[0].isupper():
        return 6 if form[1:].islower() else 7
    return 0


def _paragraphs(at: Sequence[Span], starts: Iterable[int]) -> Numbers:
    """Number the paragraph of every word, those without any word not counted."""
    number = np.searchsorted(_numbers(starts), _numbers(span.start for span in at), side="right")
    return np.cumsum(np.diff(number, prepend=number[:1]) > 0, dtype=np.int64)


def _quoted(forms: Sequence[str], paragraph: Sequence[int]) -> list[int]:
    """Say of every word where it stands in a quotation; one still open where its paragraph ends is marked as such."""
    states: list[int] = []
    opened: int | None = None
    for n, form in enumerate(forms):
        if n and paragraph[n] != paragraph[n - 1]:
            _mark_unclosed(states, opened)
            opened = None
        if form in OPENING or (form == '"' and opened is None):
            opened = n
            states.append(OPENS)
        elif form in CLOSING or form == '"':
            opened = None
            states.append(CLOSES)
        else:
            states.append(OUTSIDE if opened is None else INSIDE)
    _mark_unclosed(states, opened)
    return states


def _mark_unclosed(states: list[int], opened: int | None) -> None:
    if opened is not None:
        states[opened:] = [OPENS_UNCLOSED, *[UNCLOSED] * (len(states) - opened - 1)]


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, np.int64)
