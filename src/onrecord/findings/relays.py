"""Relays: the hands between the article and the speaker.

A paper or a recording that only carries somebody's words is one of them, and no speaker beside that one.
"""

from bisect import bisect_left

from onrecord.findings.actors import Cast, actor_of
from onrecord.findings.carriers import carrier_of
from onrecord.findings.items import Stock, item_of
from onrecord.findings.pointing import things_in
from onrecord.findings.tellings import Telling, speakers_of
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Relay
from onrecord.nouns.span import Span, covered

# Share of a paper's content that the statement inside it must fill for the paper to be its mere carrier.
FILLED = 0.5


def relays_of(telling: Telling, cast: Cast, stock: Stock) -> tuple[Relay, ...]:
    """Return the relays of a statement, outermost first; nobody relays their own words."""
    relays = [_relay(telling.one, index, cast, stock) for index in telling.outer]
    speakers = {actor_of(cast, telling.one, mention) for mention in telling.speakers[:1]} - {None}
    kept = [relay for relay in relays if relay.actor not in speakers]
    carrier = carrier_of(telling)
    if carrier is not None:
        item = item_of(stock, telling.one, carrier)
        kept += [Relay(item=item)] if all(relay.item != item for relay in kept) else []
    return tuple(kept)


def is_mere_carrier(telling: Telling) -> bool:
    """Tell whether an attribution only says in which paper or recording somebody else's statement stands."""
    outer, source = telling.attribution.content, telling.attribution.source
    if not telling.inner or source is None or not _is_thing(telling.one, source):
        return False
    size = sum(span.end - span.start for span in outer)
    told = (telling.one.annotations.attributions[index] for index in telling.inner)
    return any(_share(outer, (*one.content, *one.cue, one.source)) >= FILLED * size for one in told if one.source)


def _share(outer: tuple[Span, ...], inner: tuple[Span, ...]) -> int:
    return sum(covered(span, inner) for span in outer)


def _relay(one: Annotated, index: int, cast: Cast, stock: Stock) -> Relay:
    outer = one.annotations.attributions[index]
    item = _item_at(one, outer.source, stock) if outer.source is not None else None
    if item is not None:
        return Relay(cue_at=outer.cue, item=item)
    speakers = speakers_of(one, index)
    return Relay(cue_at=outer.cue, actor=actor_of(cast, one, speakers[0]) if speakers else None)


def _is_thing(one: Annotated, source: Span) -> bool:
    heads = one.annotations.mention_heads
    found = one.annotations.mentions[bisect_left(heads, source.start) : bisect_left(heads, source.end)]
    papers = (mention.head for mention in found if mention.kind == "document")
    return bool(things_in(one, source)) or any(source.holds(head) for head in papers)


def _item_at(one: Annotated, source: Span, stock: Stock) -> str | None:
    """Return the item that the words of a source stand for, where they stand for a thing."""
    return next((item_of(stock, one, thing) for thing in things_in(one, source)), None)
