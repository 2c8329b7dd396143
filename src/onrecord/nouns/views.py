"""The rows that answer a question on the command line: one flat frozen noun per question, ready for JSON."""

import msgspec

from onrecord.nouns.record import Act, CorrectionKind, Fact, ItemKind, Mode, PositionValue, Proposition
from onrecord.nouns.span import Span
from onrecord.nouns.when import When


class Stance(msgspec.Struct, frozen=True):
    """Where somebody stands on one proposition about a thing, and the exact words it rests on.

    `outlets` carry it, `origins` are the independent ones among those that it is known from; `flags` are for a person
    to judge. `speaks_for` names the body in whose name it was said; `alternatives` are other readings that the words it
    rests on allow as well.
    """

    actor: str
    name: str
    proposition: Proposition
    value: PositionValue
    when: When | None
    words: tuple[str, ...]
    statements: tuple[str, ...]
    superseded_by: str | None = None
    id: str = ""
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    speaks_for: str | None = None
    alternatives: tuple[str, ...] = ()


class Saying(msgspec.Struct, frozen=True):
    """One thing somebody said: `path` is the way it came, outlet first, speaker last.

    `speaks_for` names the body in whose name it was said; `personal` says that it was told as the speaker's own;
    `granted` are words that take something to be so without saying it; `alternatives` are other readings that the words
    allow as well.
    """

    statement: str
    article: str
    path: tuple[str, ...]
    act: Act
    mode: Mode
    words: tuple[str, ...]
    when: When | None = None
    confidence: float = 0.0
    speaks_for: str | None = None
    personal: bool = False
    granted: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


class Dated(msgspec.Struct, frozen=True):
    """A row of the timeline: `voice` is who tells it; `overlaps` counts following rows of unknown order to it.

    `after` are the words of the events that it is told to have come after.
    """

    kind: str  # "event", "said" or "published"
    id: str
    article: str
    at: Span | None
    what: str
    voice: str
    when: When | None
    overlaps: int = 0
    after: tuple[str, ...] = ()


class Contested(msgspec.Struct, frozen=True):
    """A contested thing with what is known of it and how many mentions and positions it has."""

    id: str
    kind: ItemKind
    label: str
    existence: str
    facts: tuple[Fact, ...]
    mentions: int
    positions: int


class Corrected(msgspec.Struct, frozen=True):
    """A correction: the words of the notice, old and new value, and the ids of what it touches."""

    id: str
    article: str
    outlet: str
    kind: CorrectionKind
    notice: str
    old: str | None
    new: str | None
    touches: tuple[str, ...]
