"""The values that a notice leaves unnamed, read off the version that it corrects.

Where the story has both versions, the sentence that the notice speaks of stands in both, and what differs between
its two wordings is what was corrected. Where several sentences come into question, nothing is concluded.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.findings.versions import Edit, Version, find_edits, match_sentences
from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span

SHORT = 4  # letters below which a word says nothing of the matter
BECAUSE = (
    "the notice leaves it unnamed; it is what differs between this sentence and the same one of the earlier version"
)

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Amendment(msgspec.Struct, frozen=True):
    """A value of the earlier version and the one that took its place in the later one."""

    old: Span
    new: Span


def find_amendment(version: Version, notice: Span, old: Span | None, new: Span | None) -> Amendment | None:
    """Return what a notice of the later version corrects.

    `old` is where the wrong value stands in the earlier version and `new` where the right one stands in the later, as
    far as the notice names them.
    """
    edited = list(_edited(version, notice))
    for edits in (edits for _, edits in edited):
        for edit in edits:
            if (old and edit.old and edit.old.overlaps(old)) or (new and edit.new and edit.new.overlaps(new)):
                return Amendment(edit.old, edit.new) if edit.old and edit.new else None
    if old or new:
        return None
    about = matter(notice.of(version.later.text))
    ranked = sorted(((len(about & matter(at.of(version.later.text))), place) for place, (at, _) in enumerate(edited)))
    if not ranked or not ranked[-1][0] or (len(ranked) > 1 and ranked[-2][0] == ranked[-1][0]):
        return None
    edits = edited[ranked[-1][1]][1]
    return Amendment(edits[0].old, edits[0].new) if len(edits) == 1 and edits[0].old and edits[0].new else None


def matter(words: str) -> set[str]:
    """Return the words that say what it is about, cut to their stems; what every notice says is left out."""
    found = {word.lower().removesuffix("s") for word in _WORD.findall(words) if len(word) >= SHORT}
    return found.difference(lexicon("notices")["formal"]["words"])


def _edited(version: Version, notice: Span) -> Iterator[tuple[Span, Sequence[Edit]]]:
    """Yield the sentences of the later version whose wording differs, each with what differs."""
    for was, now in match_sentences(version.earlier, version.later):
        edits = find_edits(version.earlier.text, was, version.later.text, now)
        if edits and not now.overlaps(notice):
            yield now, edits
