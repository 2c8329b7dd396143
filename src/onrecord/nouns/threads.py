"""What a whole record shows that no single row of it does: rows drawn from the record, never stored in it.

They are made anew from a record whenever somebody asks, so that an editor's decision changes them at once. Each rests
on words and says why it was drawn; each is for a person to judge.
"""

from typing import Literal

import msgspec

from onrecord.nouns.record import Act, CorrectionKind
from onrecord.nouns.span import Span
from onrecord.nouns.when import When

ChangeKind = Literal[
    "added", "removed", "re-attributed", "relay", "act", "hedged", "unhedged", "condition",
    "quoted", "cue", "number", "date", "name", "words",
]  # fmt: skip
CommitmentStatus = Literal["open", "closed"]
FlagKind = Literal["contradiction", "paraphrase", "interest", "edited"]


class Told(msgspec.Struct, frozen=True):
    """Words of an article: where they stand, and the statement that they belong to if they are somebody's."""

    article: str
    at: Span
    text: str
    statement: str | None = None


class Change(msgspec.Struct, frozen=True):
    """What differs between an article and its later version; null on the side where nothing stands.

    `old` and `new` are what it was and what it is; `notice` is the correction that owns up to it, null for an edit
    without one.
    """

    kind: ChangeKind
    earlier: str
    later: str
    was: Told | None
    now: Told | None
    old: str | None = None
    new: str | None = None
    notice: str | None = None
    notice_kind: CorrectionKind | None = None


class Commitment(msgspec.Struct, frozen=True):
    """A threat, demand, promise, warning or urging: from whom, to whom, under which conditions, and whether it is open.

    `statements` are all in which it is made, `closed_by` is the statement or event that closes it by its words.
    `because` says why it is closed, or that a later version of the article no longer has the words of one that is open.
    """

    act: Act
    actor: str | None
    name: str
    to: str | None
    words: tuple[str, ...]
    conditions: tuple[str, ...]
    when: When | None
    statements: tuple[str, ...]
    status: CommitmentStatus = "open"
    closed_by: str | None = None
    because: str | None = None


class Flag(msgspec.Struct, frozen=True):
    """Something that a person should look at: never a verdict."""

    kind: FlagKind
    actor: str
    because: str
    statements: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()


class Lookalike(msgspec.Struct, frozen=True):
    """Two people of the record whose names could be one person's, and what keeps them apart."""

    one: str
    name: str
    other: str
    other_name: str
    because: str


class Party(msgspec.Struct, frozen=True):
    """Somebody who is tied to a contested thing by the words of the articles: `actor` to the item `about`."""

    actor: str
    about: str
    because: str


class Ground(msgspec.Struct, frozen=True):
    """What a position rests on: how many utterances, through which outlets, and from how many independent origins."""

    position: str
    utterances: int
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    because: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


class Threads(msgspec.Struct, frozen=True):
    """All of these of one record; the grounds by the id of their position."""

    grounds: dict[str, Ground] = {}
    parties: tuple[Party, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    changes: tuple[Change, ...] = ()


NO_THREADS = Threads()
