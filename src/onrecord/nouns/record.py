"""The record: the output contract `onrecord/1`, as frozen types.

The JSON Schema that `onrecord schema` prints is generated from these types and from nothing
else. Fields may be added; none is renamed or dropped without a new format number.
"""

from typing import Literal

import msgspec

from onrecord.nouns.article import Article, PartKind
from onrecord.nouns.span import Span
from onrecord.nouns.when import Basis, When

ActorKind = Literal["person", "organisation", "group", "document", "unnamed"]
ItemKind = Literal[
    "recording", "video", "image", "document", "message", "post",
    "transcript", "report", "data", "claim", "other",
]  # fmt: skip
Mode = Literal["direct", "mixed", "indirect", "none"]
Act = Literal[
    "assert", "confirm", "deny", "neither", "decline", "silent", "no-reply", "demand", "urge", "threaten",
    "warn", "promise", "predict", "accuse", "ask", "express", "correct", "rule",
]  # fmt: skip
Attitude = Literal["said", "held"]
ConditionKind = Literal["if", "unless", "whether", "or"]
Proposition = Literal["occurred", "genuine", "identity", "content", "lawful", "other"]
PositionValue = Literal[
    "affirms", "denies", "neither", "declines", "silent", "no-reply", "conditional", "general", "demands",
]  # fmt: skip
CorrectionKind = Literal["correction", "clarification", "update", "retraction"]
LinkKind = Literal["proof", "posted", "published", "relayed", "follows", "contains"]
TimeType = Literal["date", "time", "duration", "set"]
RoleWhen = Literal["current", "former", "then", "next"]
Otherwise = Literal["speaker", "scope", "addressee", "pronoun"]


class MadeBy(msgspec.Struct, frozen=True, gc=False):
    """What derived the record: program version, engine and digest of its model."""

    program: str
    engine: str
    model: str | None = None


class MentionAt(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where an actor or an item is mentioned; `maybe` are other actors whom a pronoun there can mean as well."""

    article: str
    at: Span
    maybe: tuple[str, ...] = ()


class Role(msgspec.Struct, frozen=True, gc=False):
    """An office or function that somebody holds, held or will hold, as the text gives it."""

    title: str
    article: str
    at: Span
    of: str | None = None
    when: RoleWhen = "current"
    since: When | None = msgspec.field(default=None, name="from")
    until: When | None = msgspec.field(default=None, name="to")
    basis: Basis = "stated"


class Actor(msgspec.Struct, frozen=True, gc=False):
    """A person, body, group or document that can be a source."""

    id: str
    name: str
    kind: ActorKind
    count: int | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[MentionAt, ...] = ()
    roles: tuple[Role, ...] = ()
    decided: str | None = None  # the last decision of a person on it


class Fact(msgspec.Struct, frozen=True, gc=False):
    """An attribute of an item (duration, made, posted, platform …) and whose voice gives it."""

    name: str
    value: str
    article: str
    at: Span
    by: str | None = None
    basis: Basis = "stated"


class Item(msgspec.Struct, frozen=True, gc=False):
    """A contested thing; the event it holds, its transcript and its carrier are others."""

    id: str
    kind: ItemKind
    label: str
    existence: Literal["reported", "claimed"] = "reported"
    facts: tuple[Fact, ...] = ()
    mentions: tuple[MentionAt, ...] = ()
    decided: str | None = None  # the last decision of a person on it


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """Words of the article and where they stand."""

    text: str
    at: Span


class Relay(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One hand between the article and the speaker: an actor or an item, and its cue."""

    cue_at: tuple[Span, ...] = ()
    actor: str | None = None
    item: str | None = None


class Hedge(msgspec.Struct, frozen=True, gc=False):
    """Alleged, purported, so-called …, and whose hedge it is (null = the article's own)."""

    at: Span
    by: str | None = None


class Condition(msgspec.Struct, frozen=True, gc=False):
    """A condition that the content stands under."""

    kind: ConditionKind
    at: Span


class Alternative(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Another reading that the words `at` allow as well as the one on the record: kept until a person settles it.

    `field` is what would be otherwise. `speaker`: `actor` said it; `pronoun`: these words mean `actor`; `addressee`: it
    is said to `actor`, and not to whoever hears it; `scope`: they are the writer's own where the record has them among
    what is said, and the speaker's where it has not. `actor` is null for somebody who is none.
    """

    field: Otherwise
    at: Span
    because: str
    actor: str | None = None


class About(msgspec.Struct, frozen=True, gc=False):
    """An item or event that a statement bears on."""

    id: str
    basis: Basis = "stated"
    because: str | None = None


class Statement(msgspec.Struct, frozen=True, gc=False):
    """Somebody said something, or pointedly did not."""

    id: str
    article: str
    part: PartKind
    mode: Mode
    act: Act
    attitude: Attitude
    confidence: float
    speaker: str | None = None
    others: tuple[str, ...] = msgspec.field(default=(), name="with")
    source_at: Span | None = None
    cue_at: tuple[Span, ...] = ()
    content_at: tuple[Span, ...] = ()
    quoted_at: tuple[Span, ...] = ()
    addressee: Phrase | None = None
    medium: Phrase | None = None
    occasion: Phrase | None = None
    place: Phrase | None = None
    when: When | None = None
    chain: tuple[Relay, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    conditions: tuple[Condition, ...] = ()
    about: tuple[About, ...] = ()
    general: bool = False
    inserted_at: tuple[Span, ...] = ()
    omitted_at: tuple[Span, ...] = ()
    translated: bool = False
    same_as: str | None = None
    corrected: bool = False
    basis: Basis = "stated"
    because: str | None = None  # why this speaker, or why none
    speaks_for: str | None = None  # the actor in whose name the speaker speaks here: a spokeswoman's board
    personal: bool = False  # said as the speaker's own, whomever else the speaker speaks for
    granted_at: tuple[Span, ...] = ()  # what the words take for granted: the speaker's, and said by nobody
    alternatives: tuple[Alternative, ...] = ()  # other readings that the words allow as well
    decided: str | None = None  # the last decision of a person on it


class Position(msgspec.Struct, frozen=True, gc=False):
    """Where somebody stands on one proposition about one item; its absence is "not reported"."""

    id: str
    actor: str
    about: str
    proposition: Proposition
    value: PositionValue
    statements: tuple[str, ...]
    text: str | None = None
    when: When | None = None
    superseded_by: str | None = None
    lapsed: str | None = None  # the later version of its article that tells it no more, or otherwise
    basis: Basis = "inferred"
    because: str | None = None
    decided: str | None = None  # the last decision of a person on it


class Participant(msgspec.Struct, frozen=True, gc=False):
    """Somebody's part in an event."""

    actor: str
    part: str


class Event(msgspec.Struct, frozen=True, gc=False):
    """Something that happened or is to happen, in the words and the voice that tell it."""

    id: str
    article: str
    at: Span
    what: str
    participants: tuple[Participant, ...] = ()
    where: str | None = None
    when: When | None = None
    voice: str | None = None
    hedges: tuple[Span, ...] = ()
    corrected: bool = False
    decided: str | None = None  # the last decision of a person on it


class Time(msgspec.Struct, frozen=True, gc=False):
    """An expression of time: TIMEX3 type and value, and the day bounds where it has any."""

    article: str
    at: Span
    text: str
    type: TimeType
    value: str | None = None
    when: When | None = None
    anchor: str | None = None


class Correction(msgspec.Struct, frozen=True, gc=False):
    """A notice that a published value was wrong.

    `old_at` is where the wrong value still stands: in this article, or in the version that it replaces. `basis` is
    "inferred" where the notice leaves one of the two values unnamed, and `because` says how that one was found.
    """

    id: str
    article: str
    at: Span
    kind: CorrectionKind
    old: str | None = None
    new: str | None = None
    new_at: Span | None = None
    touches: tuple[str, ...] = ()
    old_at: tuple[MentionAt, ...] = ()
    basis: Basis = "stated"
    because: str | None = None
    decided: str | None = None  # the last decision of a person on it


class Link(msgspec.Struct, frozen=True, gc=False):
    """A tie between two rows of the record, and by whom it is drawn."""

    id: str
    kind: LinkKind
    start: str = msgspec.field(name="from")
    end: str = msgspec.field(name="to")
    article: str
    at: Span
    by: str | None = None


class Record(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who said what about it, as far as the given articles tell."""

    format: Literal["onrecord/1"] = "onrecord/1"
    made_by: MadeBy
    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    items: tuple[Item, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[Time, ...] = ()
    corrections: tuple[Correction, ...] = ()
    links: tuple[Link, ...] = ()
