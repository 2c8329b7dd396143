"""The Annotations: what was found in one article, layer by layer, before anything is established.

Layers point at one another by index and at words by span; they hold no ids, since who and
what stands behind the words is only established over a whole story. Everything here can be made again from the
article, so it is stored as derived and never edited.
"""

from collections import Counter
from functools import cached_property
from typing import Literal

import msgspec

from onrecord.nouns.article import Article
from onrecord.nouns.record import (
    Act,
    ActorKind,
    Attitude,
    Condition,
    CorrectionKind,
    ItemKind,
    Mode,
    RoleWhen,
    Time,
)
from onrecord.nouns.sighting import Sighting
from onrecord.nouns.span import Span
from onrecord.nouns.stance import Stance
from onrecord.nouns.when import When

FAR_MORE = 2  # times as often as any other: the thing that an article is about

MentionForm = Literal["name", "description", "pronoun"]
AmbiguityKind = Literal["scope", "pronoun", "audience"]


class Quote(msgspec.Struct, frozen=True, gc=False):
    """A stretch between quotation marks, within one paragraph.

    `at` includes the marks, `inner` leaves them out; `continues` says that it opens a paragraph
    while the quotation before was left open; `speech` is false for scare quotes, titles and names.
    """

    at: Span
    inner: Span
    speech: bool = True
    closed: bool = True
    continues: bool = False


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """The words that say who says what: source, cue and content (PARC's and PolNeAR's three roles).

    `inherits` is the index of the attribution whose speaker this one takes over (a continued turn);
    `inside` the index of the one in whose content this one is nested. `rule` names what drew it. `reported` is false
    where the words attribute and report nothing (nobody said, whether he said, could say, no source): no statement
    comes of it.
    """

    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source: Span | None
    rule: str
    confidence: float
    inherits: int | None = None
    inside: int | None = None
    reported: bool = True


class Reading(msgspec.Struct, frozen=True, gc=False):
    """How one attribution is meant: same index in `Annotations.readings` as the attribution has."""

    mode: Mode
    act: Act
    attitude: Attitude
    general: bool = False
    quoted: tuple[Span, ...] = ()
    inserted: tuple[Span, ...] = ()
    omitted: tuple[Span, ...] = ()
    granted: tuple[Span, ...] = ()  # words that take something to be so without saying it


class Circumstance(msgspec.Struct, frozen=True, gc=False):
    """What surrounds one attribution: to whom, through what, at what, where, when, how sure.

    Same index in `Annotations.circumstances` as the attribution has; `time` is an index into
    `Annotations.times`.
    """

    addressee: Span | None = None
    medium: Span | None = None
    occasion: Span | None = None
    place: Span | None = None
    time: int | None = None
    hedges: tuple[Span, ...] = ()
    conditions: tuple[Condition, ...] = ()


class Mention(msgspec.Struct, frozen=True, gc=False):
    """Words that refer to somebody: a name, a description or a pronoun.

    `chain` numbers who it is within the article: mentions with the same number are one actor;
    null where nobody fits. `name` is the full name as far as these words give it.
    """

    at: Span
    head: Span
    form: MentionForm
    kind: ActorKind
    chain: int | None = None
    name: str | None = None
    count: int | None = None
    because: str = ""


class Ambiguity(msgspec.Struct, frozen=True, gc=False):
    """Words that can be read in two ways, and are on the record in one of them.

    `scope`: they may be the writer's own and not the speaker's of `attribution`; `pronoun`: they may mean one of
    `mentions` instead; `audience`: that attribution may be spoken to one of `mentions`, or to whoever hears it.
    """

    kind: AmbiguityKind
    at: Span
    attribution: int | None = None
    mentions: tuple[int, ...] = ()


class Office(msgspec.Struct, frozen=True, gc=False):
    """A role given to somebody by the words: `mention` is an index into `Annotations.mentions`.

    `since` and `until` are indices into `Annotations.times`.
    """

    mention: int
    at: Span
    title: str
    of: str | None = None
    when: RoleWhen = "current"
    since: int | None = None
    until: int | None = None


class Trait(msgspec.Struct, frozen=True, gc=False):
    """An attribute that the words give a thing (duration, made, posted, platform, outlet …).

    `value` is a form in which equal attributes are equal ("47" for "forty-seven-second"), "" where there is none.
    """

    name: str
    at: Span
    value: str = ""


def are_equal(one: str, other: str) -> bool:
    """Tell whether two values of a trait can be one: a month is also that of a day in it.

    >>> are_equal("may", "may 30"), are_equal("may 2", "may 30")
    (True, False)
    """
    short, long = sorted((one.split(), other.split()), key=len)
    return short == long or (len(short) == 1 and short == long[:1] and len(long) == 2 and long[1].isdigit())


class Thing(msgspec.Struct, frozen=True, gc=False):
    """Words that refer to a contested thing; the same `chain` within the article is one thing."""

    at: Span
    head: Span
    kind: ItemKind
    chain: int
    claimed: bool = False  # only somebody says that it exists
    traits: tuple[Trait, ...] = ()
    contested: bool = True  # False: this article does not contest it, though another one of the story may


class After(msgspec.Struct, frozen=True, gc=False):
    """The happening, by its head, that another is told to have come after, and the words that say so."""

    head: Span
    at: Span


class Happening(msgspec.Struct, frozen=True, gc=False):
    """A happening with a date beside it (`time` indexes `Annotations.times`), or told to come before or after another.

    `voice` is the attribution that tells it, `doer` and `undergoer` the words for who does it and whom it befalls.
    `head` is its own word ("burnt"): what has several dates beside it is here once for each, since which is the most
    exact shows when they are worked out. `words` are those that tell of it where they do not stand together.
    `told` says that it is the very thing that its voice tells, and not named besides.
    """

    at: Span
    time: int | None
    voice: int | None = None
    where: Span | None = None
    hedges: tuple[Span, ...] = ()
    doer: Span | None = None
    undergoer: Span | None = None
    head: Span | None = None
    words: tuple[Span, ...] = ()
    after: tuple[After, ...] = ()
    told: bool = False


class Notice(msgspec.Struct, frozen=True, gc=False):
    """A correction notice and the values it names.

    `amends` holds the wrong trait and the one in force where both values are traits of a thing ("17 minutes").
    `because` says how `new` was found where it stands in the article and not in the notice.
    """

    at: Span
    kind: CorrectionKind
    old: Span | None = None
    new: Span | None = None
    amends: tuple[Trait, Trait] | None = None
    because: str | None = None


class Annotations(msgspec.Struct, frozen=True, dict=True):
    """Every layer found in one article.

    `readings` and `circumstances` run parallel to `attributions`, `seen` to `times`: the expressions of time before and
    after they are dated. `candidates` are things that the article itself does not contest, though another one may.
    Nothing but `times` and `published` rests on the day of publication.
    """

    article: str
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    offices: tuple[Office, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    readings: tuple[Reading, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    things: tuple[Thing, ...] = ()
    happenings: tuple[Happening, ...] = ()
    notices: tuple[Notice, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()
    seen: tuple[Sighting, ...] = ()
    published: When | None = None  # as the article's own words bound it, where nothing else is known
    candidates: tuple[Thing, ...] = ()
    stances: tuple[Stance, ...] = ()

    @cached_property
    def mention_heads(self) -> tuple[int, ...]:
        """Where the heads of the mentions start, in their order: what stands at some words is looked up in it."""
        return tuple(mention.head.start for mention in self.mentions)

    @cached_property
    def thing_heads(self) -> tuple[int, ...]:
        """Where the heads of the things start, in their order."""
        return tuple(thing.head.start for thing in self.things)

    @cached_property
    def foremost_thing(self) -> Thing | None:
        """The first mention of the thing told of far more often than any other, claims aside; None where none is."""
        often = Counter(thing.chain for thing in self.things if thing.kind != "claim").most_common(2)
        if not often or (len(often) > 1 and often[0][1] < FAR_MORE * often[1][1]):
            return None
        return next(thing for thing in self.things if thing.chain == often[0][0])

    @cached_property
    def only_thing(self) -> Thing | None:
        """The first mention of the one thing that the whole article is about, claims aside."""
        things = [thing for thing in self.things if thing.kind != "claim"]
        return things[0] if len({thing.chain for thing in things}) == 1 else None


class Annotated(msgspec.Struct, frozen=True, gc=False):
    """An article with what was found in it: the unit that `establish` folds over."""

    article: Article
    annotations: Annotations
