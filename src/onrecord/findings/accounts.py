"""The account of an article: what it tells, once its story is known as far as it bears on this article.

That much is its background. An account rests on its article and its background alone: as long as an article that joins
the story leaves the background of another as it was, the account of that other stays.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from onrecord.findings.actors import Cast
from onrecord.findings.echoes import words_said
from onrecord.findings.events import events_in
from onrecord.findings.items import Stock
from onrecord.findings.leanings import Leanings, leanings, leans_on
from onrecord.findings.links import links_in
from onrecord.findings.positions import stands_in
from onrecord.findings.recognition import recognise_things
from onrecord.findings.sequences import sequences
from onrecord.findings.statements import statements_in
from onrecord.nouns.account import Account
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.digest import digest
from onrecord.nouns.draft import Draft
from onrecord.nouns.record import Item, Statement


class Background(msgspec.Struct, frozen=True):
    """Whom and what of its story an article speaks of: the cast and the stock, as far as they are of this article.

    The actors are known by their ids alone; of an item it is known what a stand on it rests on.
    """

    article: str
    cast: Cast
    stock: Stock

    @property
    def id(self) -> str:
        """A digest of all of it."""
        known = (self.cast.chains, self.cast.reasons, self.cast.mandates, self.cast.capacities, self.stock.chains)
        return digest("background", self.article, self.stock.items, *(sorted(one.items()) for one in known))


def account(one: Annotated, background: Background) -> Account:
    """Give an account of an article."""
    cast, stock = background.cast, background.stock
    one = recognise_things(one, stock)
    said = tuple({statement.id: statement for statement in statements_in(one, cast, stock)}.values())
    read = leanings(one, stock)
    happened = events_in(one, cast, said)
    return Account(
        article=one.article.id,
        statements=tuple(_leaning(statement, read, stock) for statement in said),
        words=tuple(words_said(one.article.text, statement) for statement in said),
        stands=tuple(stands_in(one, said, stock, read)),
        events=happened,
        links=tuple(links_in(one, cast, stock)),
        order=tuple(sequences(one, happened)),
    )


def _leaning(statement: Statement, read: Leanings, stock: Stock) -> Statement:
    """Let a statement whose words name no item be about those on which it is read to take a stand."""
    if any(about.basis == "stated" for about in statement.about):
        return statement
    known = {about.id for about in statement.about}
    more = tuple(about for about in leans_on(read, statement.id, stock) if about.id not in known)
    return replace(statement, about=(*statement.about, *more)) if more else statement


def backgrounds(drafts: Sequence[Draft], cast: Cast, stock: Stock) -> Iterator[Background]:
    """Yield what each article of a story has to be known for its account."""
    chains, reasons, mandates, capacities, things = map(
        _by_article, (cast.chains, cast.reasons, cast.mandates, cast.capacities, stock.chains)
    )
    bare = {item.id: _bare(item) for item in stock.items}
    for one in drafts:
        id_ = one.article.id
        items = tuple(bare[item] for item in sorted(set(things[id_].values())))
        yield Background(
            article=id_,
            cast=Cast((), chains[id_], reasons[id_], mandates[id_], capacities[id_]),
            stock=Stock(items, things[id_]),
        )


def _by_article(ids: Mapping[tuple[str, int], str]) -> Mapping[str, dict[tuple[str, int], str]]:
    found: defaultdict[str, dict[tuple[str, int], str]] = defaultdict(dict)
    for place, id_ in ids.items():
        found[place[0]][place] = id_
    return found


def _bare(item: Item) -> Item:
    """Return what a stand on an item rests on: whether it is known to exist, and what a claim says."""
    return Item(item.id, item.kind, item.label if item.kind == "claim" else "", item.existence)
