"""What the contested things of a story are: one item each, never merged for being alike.

Within an article the phrases are threaded already; here the threads of several articles meet, and what the words tell
about a thing becomes facts, each with the voice that gives it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from onrecord.findings.actors import Cast
from onrecord.findings.bridging import bridge_from
from onrecord.findings.pointing import claims_meant, things_in
from onrecord.findings.sameness import match_strands
from onrecord.findings.strands import strands_of
from onrecord.findings.topics import Topic, pointed_at
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.digest import digest
from onrecord.nouns.draft import Draft, Strand
from onrecord.nouns.record import About, Fact, Item, MentionAt
from onrecord.nouns.span import Span

LABELS = 4  # mentions of each article among which the fullest words for an item are sought
CLAUSE = 4  # words of a mention of a claim that make it a clause
SHARED = frozenset({"both", "either", "neither", "these", "those", "such", "whose"})  # words that name no thing alone


class Stock(msgspec.Struct, frozen=True, dict=True):
    """The items of a story, and which item each chain of things is: `(article id, chain)` to item id."""

    items: tuple[Item, ...] = ()
    chains: dict[tuple[str, int], str] = {}

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The items by their ids: every statement asks for some."""
        return {item.id: item for item in self.items}


def establish_items(drafts: Sequence[Draft], cast: Cast) -> Stock:
    """Establish the items of a story: what one article contests is the same thing where another merely names it."""
    texts = {one.article.id: one.article.text for one in drafts}
    items: list[Item] = []
    chains: dict[tuple[str, int], str] = {}
    for group in match_strands(strands_of(drafts)):
        item = _item(group, texts, cast)
        items.append(item)
        chains |= {(strand.article, strand.chain): item.id for strand in group}
    return Stock(tuple(items), chains)


def items_about(stock: Stock, one: Annotated, spans: tuple[Span, ...]) -> tuple[About, ...]:
    """Return the items that the given words name; where they name none, those that they can only point to."""
    named = dict.fromkeys(item_of(stock, one, thing) for span in spans for thing in things_in(one, span))
    if named or not spans:
        return tuple(About(id=item) for item in named)
    text = one.article.text
    claim = next((thing for span in spans for thing in claims_meant(one, span)), None)
    if claim is not None:
        because = f"“{claim.at.of(text)}” is the claim told last"
        return (About(id=item_of(stock, one, claim), basis="inferred", because=because),)
    return items_of(stock, one, pointed_at(one, spans)) or tuple(_bridged(stock, one, spans))


def items_of(stock: Stock, one: Annotated, topic: Topic | None) -> tuple[About, ...]:
    """Return the items of a topic, which no words name."""
    if topic is None:
        return ()
    items = dict.fromkeys(item_of(stock, one, thing) for thing in topic.things)
    return tuple(About(id=item, basis="inferred", because=topic.because) for item in items)


def _bridged(stock: Stock, one: Annotated, spans: tuple[Span, ...]) -> Iterator[About]:
    """Yield the item that the words mean by what it holds."""
    bridge = next((found for span in spans if (found := bridge_from(one, span))), None)
    if bridge is not None:
        text = one.article.text
        because = f"“{bridge.at.of(text)}” can only belong to “{bridge.thing.at.of(text)}”"
        yield About(id=item_of(stock, one, bridge.thing), basis="inferred", because=because)


def item_of(stock: Stock, one: Annotated, thing: Thing) -> str:
    """Return the item that a thing of an article is."""
    return stock.chains[one.article.id, thing.chain]


def _item(group: Sequence[Strand], texts: Mapping[str, str], cast: Cast) -> Item:
    first = min((strand.article, strand.things[0].at) for strand in group)
    return Item(
        id=digest("item", group[0].kind, *first),
        kind=group[0].kind,
        label=_label(group, texts),
        existence="claimed" if all(strand.claimed for strand in group) else "reported",
        facts=tuple(_facts(group, texts, cast)),
        mentions=tuple(MentionAt(strand.article, thing.at) for strand in group for thing in strand.things),
    )


def _label(group: Sequence[Strand], texts: Mapping[str, str]) -> str:
    """Return the fullest of the first words that name the item alone and hold nothing corrected, white space folded.

    Of a claim the first clause that puts it forward, and not the noun for it.
    """
    things = [(strand, thing) for strand in group for thing in strand.things[:LABELS]]
    right = [(strand, thing) for strand, thing in things if strand.wrong.isdisjoint(thing.traits)]
    names = [" ".join(thing.at.of(texts[strand.article]).split()) for strand, thing in right or things]
    if group[0].kind == "claim":
        return next((name for name in names if len(name.split()) >= CLAUSE), names[0])
    alone = [name for name in names if name.split()[0].lower() not in SHARED] or names
    return max(alone, key=lambda name: (len(name.split()), -alone.index(name)))


def _facts(group: Sequence[Strand], texts: Mapping[str, str], cast: Cast) -> Iterator[Fact]:
    """Yield what is told of the item, once for each voice; what an unknown voice tells is left out."""
    seen: set[tuple[str, str, str | None]] = set()
    for strand in group:
        for trait, voice in strand.facts:
            if trait in strand.wrong:
                continue  # kept in the correction, and in no answer
            by = None if voice is None else cast.chains.get((strand.article, voice))
            key = (trait.name, trait.value, by)
            if (voice is None or by) and key not in seen:
                seen.add(key)
                words = " ".join(trait.at.of(texts[strand.article]).split())
                yield Fact(name=trait.name, value=words, article=strand.article, at=trait.at, by=by)
