"""The Draft: what one article tells by itself of whom and what it speaks, before it is known who is who in its story.

It rests on that article alone, so that an article that joins a story leaves the drafts of all others as they are.
"""

from typing import Literal

import msgspec

from onrecord.nouns.annotations import Notice, Thing, Trait
from onrecord.nouns.article import Article
from onrecord.nouns.record import ActorKind, ItemKind, Role, Time
from onrecord.nouns.span import Span

Gender = Literal["he", "she", ""]
Sort = tuple[str, bool]  # a family of kinds or a noun, and whether it is one set apart from a first ("second tape")


class Circle(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What one article says of somebody: `offices` are title and body, `company` the names of all others in it."""

    own: tuple[str, ...] = ()
    offices: tuple[tuple[str, str | None], ...] = ()
    gender: Gender = ""
    company: frozenset[tuple[str, ...]] = frozenset()


class Appearance(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Somebody in one article: a chain, where its mentions stand and the names that it bears there.

    `leaning` weighs what speaks for a person, against zero for a body; `sign` tells somebody without a name
    from all others, in every article where it stands; `circle` is what the article says of them. `called` is every
    way the article calls them, `described` the first words that do, and `roles` are those that each mention gives.
    """

    article: str
    chain: int
    mentions: tuple[Span, ...]
    kind: ActorKind
    names: tuple[str, ...] = ()
    leaning: int = 0
    sign: str = ""
    speaks: bool = False
    circle: Circle = Circle()
    called: tuple[str, ...] = ()
    described: str | None = None
    count: int | None = None
    roles: tuple[Role, ...] = ()


class Strand(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One thing as one article tells it: its mentions and what they say of it.

    `facts` are its traits with the chain whose words give each, null for the article's own words. `wrong` are the
    traits whose value a notice has put right, in this article or in a later version of it.
    """

    article: str
    chain: int
    things: tuple[Thing, ...]
    words: frozenset[str] = frozenset()
    sorts: frozenset[Sort] = frozenset()
    facts: tuple[tuple[Trait, int | None], ...] = ()
    traits: dict[str, str] = {}
    wrong: frozenset[Trait] = frozenset()

    @property
    def kind(self) -> ItemKind:
        """The kind of thing."""
        return self.things[0].kind

    @property
    def claimed(self) -> bool:
        """Whether only somebody says that it exists."""
        return self.things[0].claimed

    @property
    def contested(self) -> bool:
        """Whether its own article shows that it is contested."""
        return self.things[0].contested


class Draft(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Whom and what one article speaks of.

    `mandates` are the chains for whom a chain speaks by office (null where the words name several), `capacities` those
    for whom an attribution, by its number, says that it is said. `nameless` are the chains without a name, each with
    the words that bring it in, and `bodies` those of them that are described as only one body can be. `doubles` are
    the chains that a pronoun can mean as well.
    """

    article: Article
    appearances: tuple[Appearance, ...] = ()
    mandates: dict[int, int | None] = {}
    capacities: dict[int, int] = {}
    nameless: tuple[tuple[int, Span], ...] = ()
    bodies: dict[int, str] = {}
    doubles: tuple[tuple[Span, tuple[int, ...]], ...] = ()
    strands: tuple[Strand, ...] = ()
    notices: tuple[Notice, ...] = ()
    times: tuple[Time, ...] = ()
