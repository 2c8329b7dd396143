"""What in a record answers to what in the gold: actors by name, words by where they start, things by their mentions."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from benchmarks.gold import Gold, MentionGold, locate
from onrecord.nouns.record import Record

_WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
MENTION = 0.2  # share of a gold item's mention words that an item must cover to answer to it
SAME_WORDS = 0.5  # share of an item's or event's words inside a gold item's for it to answer as well

Range = tuple[int, int]
Place = tuple[int, int]  # number of the article, start of the word
G = TypeVar("G")
P = TypeVar("P")


def words(text: str, ranges: Iterable[Range]) -> set[int]:
    """Return the start offsets of the words that ranges touch."""
    found: set[int] = set()
    for start, end in ranges:
        found.update(hit.start() for hit in _WORD.finditer(text) if hit.start() < end and hit.end() > start)
    return found


def share(one: set[int], other: set[int]) -> float:
    """Return intersection over union, 0 where either is empty."""
    return len(one & other) / len(one | other) if one and other else 0.0


def pair(gold: Sequence[G], found: Sequence[P], weigh: Callable[[G, P], float], floor: float) -> list[tuple[int, int]]:
    """Pair one to one by weight, heaviest first, down to a floor."""
    ranked = sorted(((weigh(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)), reverse=True)
    pairs: list[tuple[int, int]] = []
    gone: tuple[set[int], set[int]] = (set(), set())
    for weight, i, j in ranked:
        if weight < floor:
            break
        if i not in gone[0] and j not in gone[1]:
            gone[0].add(i)
            gone[1].add(j)
            pairs.append((i, j))
    return pairs


def fold(name: str | None) -> str:
    """Fold a name for comparison: no case, no article, no punctuation."""
    return re.sub(r"[^\w ]", "", re.sub(r"^(the|a|an) ", "", (name or "").lower().strip()))


class Sight(msgspec.Struct, frozen=True):
    """A gold record and a printed one, side by side."""

    gold: Gold
    record: Record
    index: dict[str, int]  # id of an article: its number

    def text(self, number: int) -> str:
        """Return the text of an article by its number."""
        return self.record.articles[number].text

    def same_actor(self, gold: str | None, found: str | None) -> bool:
        """Tell whether an actor of the record is the one of the gold; nobody is nobody."""
        wanted = next((actor for actor in self.gold.actors if actor.id == gold), None)
        actor = next((actor for actor in self.record.actors if actor.id == found), None)
        if wanted is None or actor is None:
            return gold is None and found is None
        names = {fold(wanted.name), *map(fold, wanted.aliases)}
        return fold(actor.name) in names or fold(wanted.name) in map(fold, actor.aliases)

    def gold_items(self) -> list[tuple[str, set[Place]]]:
        """Return the gold items with the words of their mentions."""
        return [(item.id, self._places(item.mentions)) for item in self.gold.items]

    def items(self) -> list[tuple[str, set[Place]]]:
        """Return the items of the record with the words of their mentions."""
        return [(item.id, self._spread((m.article, (m.at.start, m.at.end)) for m in item.mentions))
                for item in self.record.items]  # fmt: skip

    def events(self) -> list[tuple[str, set[Place]]]:
        """Return the events of the record with their words."""
        return [(e.id, self._spread([(e.article, (e.at.start, e.at.end))])) for e in self.record.events]

    def answers(self) -> tuple[int, dict[str, set[str]]]:
        """Return how many items are paired, and for each gold item the ids of the record that answer to it."""
        gold, items = self.gold_items(), self.items()
        pairs = pair(gold, items, lambda g, p: len(g[1] & p[1]) / max(1, len(g[1])), MENTION)
        ids: dict[str, set[str]] = defaultdict(set)
        for i, j in pairs:
            ids[gold[i][0]].add(items[j][0])
        for name, places in gold:
            close = (one for one, its in items + self.events() if its and len(places & its) / len(its) >= SAME_WORDS)
            ids[name].update(close)
        return len(pairs), ids

    def _places(self, mentions: Iterable[MentionGold]) -> set[Place]:
        found: set[Place] = set()
        for mention in mentions:
            text = self.text(mention.article)
            at = locate(text, mention)
            found |= {(mention.article, word) for word in words(text, [at])} if at else set()
        return found

    def _spread(self, mentions: Iterable[tuple[str, Range]]) -> set[Place]:
        known = ((self.index[article], at) for article, at in mentions if article in self.index)
        return {(number, word) for number, at in known for word in words(self.text(number), [at])}
