"""The Article: the whole text of a page with every part of it typed, nothing lost."""

from bisect import bisect_right
from typing import Literal

import msgspec

from onrecord.nouns.source import Carrier
from onrecord.nouns.span import Span
from onrecord.nouns.when import UNKNOWN, When

UNDATED = "9999"  # after every day

PartKind = Literal[
    "headline", "standfirst", "byline", "dateline", "caption",
    "subhead", "paragraph", "credit", "correction", "furniture",
]  # fmt: skip
CreditAct = Literal["reported", "written", "translated", "edited", "photographed"]


class Part(msgspec.Struct, frozen=True, gc=False):
    """A typed stretch of the text; the parts of an article cover it whole and in order."""

    kind: PartKind
    start: int
    end: int

    @property
    def at(self) -> Span:
        """The part as a span."""
        return Span(self.start, self.end)


class Credit(msgspec.Struct, frozen=True, gc=False):
    """Who made the article, and in what capacity, at the words that say so."""

    act: CreditAct
    name: str
    at: Span


class Article(msgspec.Struct, frozen=True, gc=False):
    """One news text with its metadata. `id` is the SHA-256 of the source bytes."""

    id: str
    text: str
    parts: tuple[Part, ...]
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    published: When = UNKNOWN
    version_of: str | None = None
    modified: When | None = None
    author: str | None = None
    credits: tuple[Credit, ...] = ()
    unread: str | None = None  # why nothing is extracted from it
    also: tuple[Carrier, ...] = ()  # further outlets that carried the very same bytes

    @property
    def age(self) -> tuple[str, bool, str]:
        """The place among other articles: by day of publication, a later version after its first, and then by id."""
        day = self.published.earliest or self.published.latest or UNDATED
        return day, self.version_of is not None, self.id

    def part_at(self, offset: int) -> Part:
        """Return the part in which an offset stands; raises LookupError outside the text."""
        place = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        if place >= 0 and offset < self.parts[place].end:
            return self.parts[place]
        raise LookupError(f"offset {offset} lies outside the text of article {self.id[:12]}")
