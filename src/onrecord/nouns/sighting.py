"""The Sighting: an expression of time as it stands in its sentence, before anybody asks which day it is.

It holds all that the words and their grammar tell, so that a day of publication that becomes known later dates every
expression anew from these alone: no engine has to read the article again.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from onrecord.nouns.article import Part
from onrecord.nouns.span import Span

ExpressionKind = Literal["calendar", "range", "weekday", "shift", "anchored", "clock", "duration", "set", "vague"]
Direction = Literal["past", "future", "unknown"]
Value = int | str
Values = Mapping[str, Value]


class Expression(msgspec.Struct, frozen=True, gc=False):
    """Words that name a time: the kind of form they stand in and what each role in it is filled with."""

    at: Span
    kind: ExpressionKind
    values: Values


class Sighting(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One expression in its place. `limit` is the word before it that makes it a bound: since, before, by …

    `since` is where the part before this one begins: what may be counted from stands after it. `firm` says that a
    finite verb dates this, and does not report it from an earlier point of view. `joined` names the word that makes it
    one stretch with the expression before ("between March and May": `between`).
    """

    expression: Expression
    part: Part
    since: int
    direction: Direction = "unknown"
    limit: str | None = None
    firm: bool = False
    joined: str | None = None
