"""The roles of an actor over a story: one for each office, as fully as any article gives it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter

import msgspec

from onrecord.nouns.annotations import Annotated, Office
from onrecord.nouns.record import Role, RoleWhen
from onrecord.nouns.when import When, compare

_mention = attrgetter("mention")
FEW = 50  # bodies of which somebody holds one office; more are never compared


def roles_in(one: Annotated, mentions: Iterable[int]) -> tuple[Role, ...]:
    """Return the role in each office that the given mentions of an article give."""
    return tuple(_role(one, office) for mention in mentions for office in offices_at(one, mention))


def settle_roles(given: Iterable[Role]) -> tuple[Role, ...]:
    """Return the roles that somebody is given in any articles, each once, in order of first appearance."""
    held: dict[tuple[str, RoleWhen], list[Role]] = defaultdict(list)
    for role in given:
        _enter(held[role.title.casefold(), role.when], role)
    return tuple(role for roles in held.values() for role in roles)


def _role(one: Annotated, office: Office) -> Role:
    return Role(
        title=office.title,
        article=one.article.id,
        at=office.at,
        of=office.of,
        when=office.when,
        since=_day(one, office.since),
        until=_day(one, office.until),
    )


def _day(one: Annotated, time: int | None) -> When | None:
    """Return the bounds that an expression of time comes to, with the place where it stands."""
    times = one.annotations.times
    when = times[time].when if time is not None and time < len(times) else None
    return None if when is None or time is None else msgspec.structs.replace(when, at=times[time].at)


def offices_at(one: Annotated, mention: int) -> tuple[Office, ...]:
    """Return the offices that a mention gives; they stand in order of the mentions."""
    offices = one.annotations.offices
    first = bisect_left(offices, mention, key=_mention)
    if first == len(offices) or offices[first].mention != mention:
        return ()
    return offices[first : bisect_right(offices, mention, lo=first, key=_mention)]


def _enter(roles: list[Role], role: Role) -> None:
    """Add a role, unless it is one that is there already: the fuller of the two stays, with the ends of both.

    Where two articles give different ends, both roles stay: which one is right is for a reader to say.
    """
    for place, known in enumerate(roles[:FEW]):
        if _differ(known.since, role.since) or _differ(known.until, role.until):
            continue
        fuller, other = (known, role) if is_short_for(role.of, known.of) else (role, known)
        if is_short_for(other.of, fuller.of):
            roles[place] = msgspec.structs.replace(
                fuller, since=fuller.since or other.since, until=fuller.until or other.until
            )
            return
    roles.append(role)


def _differ(one: When | None, other: When | None) -> bool:
    """Tell whether two ends cannot be the same day."""
    return one is not None and other is not None and compare(one, other) in ("before", "after")


def is_short_for(short: str | None, full: str | None) -> bool:
    """Tell whether one name of a body says no more than the other: "trust" beside "Port Sund Harbour Trust"."""
    if short is None:
        return True
    if full is None:
        return False
    few, many = _words(short), _words(full)
    return few == many[-len(few) :] or few == many[: len(few)]


def _words(name: str) -> list[str]:
    words = name.replace("’", "'").casefold().split()
    return words[1:] if len(words) > 1 and words[0] == "the" else words
