"""The words of a statement with one thing in them written X.

Lower case, straight marks, one code point for one, so that an offset before and after the masked
mention can be found again.
"""

from collections.abc import Sequence

import msgspec

from onrecord.findings.pointing import PLAIN
from onrecord.nouns.span import Span

_ABSENT = ("no such ", "no ", "any such ", "such a ", "such ")


class Masked(msgspec.Struct, frozen=True):
    """Masked words: `offset` of their first in the article, and where X stands for how many code points."""

    words: str
    offset: int
    shifts: tuple[tuple[int, int], ...]

    def place(self, at: int) -> int:
        """Return where an offset of the masked words stands in the article."""
        return self.offset + at + sum(gain for start, gain in self.shifts if start < at)


def mask(text: str, span: Span, mentions: Sequence[Span]) -> Masked:
    """Write X for each mention inside a span; a negation that opens a mention ("no such tape") is kept."""
    pieces: list[str] = []
    shifts: list[tuple[int, int]] = []
    at, length = span.start, 0
    for mention in sorted(mentions):
        if mention.start < at or mention.end > span.end:
            continue
        kept = next((len(words) for words in _ABSENT if mention.of(text).lower().startswith(words)), 0)
        before = text[at : mention.start + kept].lower().translate(PLAIN)
        length += len(before) + 1
        pieces += [before, "X"]
        shifts.append((length - 1, mention.end - mention.start - kept - 1))
        at = mention.end
    pieces.append(text[at : span.end].lower().translate(PLAIN))
    return Masked("".join(pieces), span.start, tuple(shifts))
