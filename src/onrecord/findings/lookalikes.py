"""Lookalikes: actors who stay two although their names could be one person's, and why; for a person to decide on.

Drawn from a record and never stored in it, so that a merge takes them away at once.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from onrecord.findings.callings import Calling, calling_of, is_surname, likeness
from onrecord.nouns.record import Actor, Record
from onrecord.nouns.threads import Lookalike

FEW = 20  # people of one surname who are compared with one another


def find_lookalikes(record: Record) -> tuple[Lookalike, ...]:
    """Find the people who could be taken for one another, in order of the record."""
    people = [(actor, calling_of(actor.name)) for actor in record.actors if actor.kind == "person"]
    rows = {actor.id: place for place, (actor, _) in enumerate(people)}
    found = {(one.one, one.other): one for one in _pairs(people)}
    return tuple(sorted(found.values(), key=lambda pair: (rows[pair.one], rows[pair.other])))


def _pairs(people: list[tuple[Actor, Calling]]) -> Iterator[Lookalike]:
    by_key: defaultdict[tuple[str, ...], list[tuple[Actor, Calling]]] = defaultdict(list)
    for person in people:
        calling = person[1]
        for key in (*calling.keys, ("surname", calling.family)):
            by_key[key].append(person)
    for alike in by_key.values():
        for (one, name), (other, namesake) in combinations(islice(alike, FEW), 2):
            if likeness(name, namesake):
                yield Lookalike(one.id, one.name, other.id, other.name, _because(one, other, name, namesake))


def _because(one: Actor, other: Actor, name: Calling, namesake: Calling) -> str:
    """Say what keeps two apart, as far as the record shows it."""
    shared = {mention.article for mention in one.mentions} & {mention.article for mention in other.mentions}
    if shared:
        return "one article tells of both"
    if is_surname(name) or is_surname(namesake):
        return "a surname alone, and no role or company that both have tells whose"
    if name.suffix != namesake.suffix:
        return "only one of them is called “Jr”, “Sr” or by a number"
    titles = [" and ".join(dict.fromkeys(role.title for role in actor.roles)) for actor in (one, other)]
    if all(titles) and titles[0].casefold() != titles[1].casefold():
        return f"other offices: {titles[0]}; {titles[1]}"
    return "the names could be one, and the articles say nothing that settles it"
