"""The words of a statement with one thing in them written X.

Lower case, straight marks, one code point for one, so that an offset before and after the masked
mention can be found again.
"""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.findings.pointing import PLAIN
from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span

# The month, and no "may": it stands inside the sentence and is written large.
_MONTH = re.compile(r"(?<=[a-z0-9] )May\b")
SURE = "~"  # stands for each code point of "no doubt": a negation that turns nothing round
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
        before = _plain(text[at : mention.start + kept])
        length += len(before) + 1
        pieces += [before, "X"]
        shifts.append((length - 1, mention.end - mention.start - kept - 1))
        at = mention.end
    pieces.append(_plain(text[at : span.end]))
    words = _certain().sub(lambda match: SURE * len(match[0]), "".join(pieces))
    return Masked(words, span.start, tuple(shifts))


def _plain(words: str) -> str:
    return _MONTH.sub("mai", words).lower().translate(PLAIN)


@cache
def _certain() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("propositions")["certain"]["words"]))
