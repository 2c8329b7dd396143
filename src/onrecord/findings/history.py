"""The positions of one actor on one item through time, from what each statement puts forward.

What somebody says again is one position with more statements; what somebody says differently later supersedes it, and
the history is kept. Whether the statements are fresh or a person has decided on them makes no difference here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.nouns.article import Article
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Position, PositionValue, Proposition, Statement
from onrecord.nouns.when import Basis, When

# Values that say nothing of a proposition: any stand that the same actor takes later replaces them.
OPEN = frozenset({"declines", "silent", "no-reply"})
UNDATED = "9999"

Order = tuple[str, int, int]  # latest day, place of the article, place in its text


class Held(msgspec.Struct, frozen=True):
    """What one statement puts forward: a position as far as it rests on that statement alone."""

    actor: str
    about: str
    proposition: Proposition
    value: PositionValue
    statement: str
    when: When | None = None
    text: str | None = None
    basis: Basis = "inferred"
    because: str | None = None
    decided: str | None = None


def through_time(held: Iterable[Held], order: Callable[[Held], Order], lapses: Mapping[str, str]) -> Iterator[Position]:
    """Yield the positions of one actor on one item, each with the one that supersedes it.

    `lapses` are the statements that a later version of their article tells no more. A position that rests on such
    alone gives way to whatever the same actor is told to hold now.
    """
    runs: list[list[Held]] = []
    for one in sorted(held, key=order):
        last = next((run for run in reversed(runs) if run[0].proposition == one.proposition), None)
        if last is not None and last[0].value == one.value:
            last.append(one)
        else:
            runs.append([one])
    positions = [_position(run) for run in runs]
    lapsed = [_lapsed(position, lapses) for position in positions]
    for place, position in enumerate(positions):
        following = [other for other in positions[place + 1 :] if _supersedes(other, position)]
        if lapsed[place]:
            following += [other for other, gone in zip(positions, lapsed, strict=True) if not gone]
        later = following[0].id if following else None
        yield msgspec.structs.replace(position, superseded_by=later, lapsed=lapsed[place])


def _lapsed(position: Position, lapses: Mapping[str, str]) -> str | None:
    """Return the version in which the last of the statements of a position was dropped; None while one stands."""
    gone = [lapses[one] for one in position.statements if one in lapses]
    return gone[-1] if len(gone) == len(position.statements) else None


def order_of(statement: Statement, article: Article, place: int) -> Order:
    """Return when it was said, as far as known: the latest day it can have been, then the place among the articles."""
    spans = (*statement.cue_at, *statement.content_at)
    day = (statement.when.latest if statement.when else None) or article.published.latest or UNDATED
    return day, place, spans[0].start if spans else 0


def _supersedes(later: Position, earlier: Position) -> bool:
    if later.value == earlier.value or later.value == "general":
        return False
    return later.proposition == earlier.proposition or earlier.value in OPEN


def _position(run: Sequence[Held]) -> Position:
    first = run[0]
    statements = tuple(dict.fromkeys(held.statement for held in run))
    return Position(
        id=digest("position", first.actor, first.about, first.proposition, first.value, min(statements)),
        actor=first.actor,
        about=first.about,
        proposition=first.proposition,
        value=first.value,
        statements=statements,
        text=first.text,
        when=first.when,
        basis=first.basis,
        because=first.because,
        decided=max((held.decided for held in run if held.decided), default=None),
    )
