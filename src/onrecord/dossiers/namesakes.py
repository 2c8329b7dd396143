"""Namesakes: two actors of one name are two rows, and a page must not make them look like one.

What tells them apart stands after the name in square brackets, as an editor's addition does: the role if every one
of them has another, else the article, else the spot in it where each is first mentioned.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from onrecord.dossiers.wording import say_role
from onrecord.nouns.record import Actor, Record

Labels = dict[str, str]
Spots = dict[str, tuple[tuple[int, ...], tuple[str, ...]]]


def name_actors(record: Record, labels: Labels, spots: Spots) -> dict[str, str]:
    """Name every actor, so that no two have the same name."""
    namesakes: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in record.actors:
        namesakes[actor.name.casefold()].append(actor)
    known = {article.id: labels.get(article.id) or f"Article {n}" for n, article in enumerate(record.articles, 1)}
    names = {actor.id: actor.name for actor in record.actors}
    for group in namesakes.values():
        if len(group) > 1:
            marks = _marks(tuple(group), known, spots)
            names |= {actor.id: f"{actor.name} [{mark}]" for actor, mark in zip(group, marks, strict=True)}
    return names


def _marks(group: tuple[Actor, ...], labels: Labels, spots: Spots) -> tuple[str, ...]:
    """Return the first kind of mark that all of a group have and no two share; their order where there is none."""
    for marks in _ways(group, labels, spots):
        if all(marks) and len(set(marks)) == len(marks):
            return marks
    return tuple(f"{number} of {len(group)}" for number, _ in enumerate(group, 1))


def _ways(group: tuple[Actor, ...], labels: Labels, spots: Spots) -> Iterator[tuple[str, ...]]:
    yield tuple(say_role(actor.roles[0]) if actor.roles else "" for actor in group)
    yield tuple(_article(actor, labels) for actor in group)
    yield tuple(_spot(actor, labels, spots) for actor in group)


def _article(actor: Actor, labels: Labels) -> str:
    return labels.get(actor.mentions[0].article, "") if actor.mentions else ""


def _spot(actor: Actor, labels: Labels, spots: Spots) -> str:
    if not actor.mentions or actor.mentions[0].article not in spots:
        return ""
    starts, names = spots[actor.mentions[0].article]
    number = bisect_right(starts, actor.mentions[0].at.start) - 1
    return f"{_article(actor, labels)}, {names[number]}" if number >= 0 else ""
