"""The Account: what one article tells, once it is known whom and what of its story it speaks of."""

import msgspec

from onrecord.nouns.record import Event, Link, PositionValue, Proposition, Statement


class Stood(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where a statement puts its speakers, whoever they are: on one proposition about one item."""

    statement: str
    about: str
    proposition: Proposition
    value: PositionValue
    text: str | None = None
    because: str = ""


class Account(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The statements, stands, events and links of one article.

    `words` are those of each statement as two are compared, a blank between them. `order` are the links that put its
    events one after another.
    """

    article: str
    statements: tuple[Statement, ...] = ()
    words: tuple[str, ...] = ()
    stands: tuple[Stood, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    order: tuple[Link, ...] = ()
