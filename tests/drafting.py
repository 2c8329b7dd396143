"""The stages of a story, for tests that give them annotated articles."""

from msgspec.structs import replace

from onrecord.findings import actors, corrections, drafts, echoes, items, links, positions
from onrecord.findings.accounts import account, backgrounds
from onrecord.findings.actors import Cast
from onrecord.findings.events import events_in
from onrecord.findings.items import Stock
from onrecord.findings.positions import stands_in
from onrecord.findings.recognition import recognise_things
from onrecord.nouns.account import Account
from onrecord.nouns.annotations import Annotated, Annotations, Circumstance
from onrecord.nouns.draft import Draft
from onrecord.nouns.record import Correction, Event, Link, Position, Statement
from tests import make

Story = tuple[Annotated, ...]


def drafted(story: Story) -> tuple[Draft, ...]:
    return tuple(map(drafts.draft, story))


def told(story: Story, cast: Cast, stock: Stock) -> tuple[Account, ...]:
    """Return the accounts of articles; attributions of which a test says no more are plain assertions."""
    known = backgrounds(drafted(story), cast, stock)
    return tuple(account(_read(one), background) for one, background in zip(story, known, strict=True))


def _read(one: Annotated) -> Annotated:
    layers: Annotations = one.annotations
    missing = range(len(layers.readings), len(layers.attributions))
    readings = (*layers.readings, *(make.reading() for _ in missing))
    circumstances = (*layers.circumstances, *(Circumstance() for _ in missing))
    return Annotated(one.article, replace(layers, readings=readings, circumstances=circumstances))


def establish_actors(story: Story) -> Cast:
    return actors.establish_actors(drafted(story))


def establish_items(story: Story, cast: Cast) -> Stock:
    return items.establish_items(drafted(story), cast)


def recognise(story: Story) -> Story:
    stock = establish_items(story, Cast())
    return tuple(recognise_things(one, stock) for one in story)


def establish_statements(story: Story, cast: Cast, stock: Stock) -> tuple[Statement, ...]:
    return echoes.mark_echoes(told(story, cast, stock), cast)


def establish_events(story: Story, cast: Cast, said: tuple[Statement, ...]) -> tuple[Event, ...]:
    return tuple(event for one in story for event in events_in(one, cast, said))


def establish_corrections(
    story: Story, said: tuple[Statement, ...], happened: tuple[Event, ...]
) -> tuple[tuple[Correction, ...], tuple[Statement, ...], tuple[Event, ...]]:
    return corrections.establish_corrections(drafted(story), said, happened)


def establish_positions(story: Story, cast: Cast, stock: Stock, said: tuple[Statement, ...]) -> tuple[Position, ...]:
    return positions.establish_positions(drafted(story), _standing(story, stock, said), said, cast)


def establish_links(story: Story, cast: Cast, stock: Stock, said: tuple[Statement, ...]) -> tuple[Link, ...]:
    own = told(story, cast, stock)
    stands = _standing(story, stock, said)
    both = tuple(replace(one, stands=other.stands) for one, other in zip(own, stands, strict=True))
    return links.establish_links(drafted(story), both, said)


def _standing(story: Story, stock: Stock, said: tuple[Statement, ...]) -> tuple[Account, ...]:
    by_article = {one.article.id: [s for s in said if s.article == one.article.id] for one in story}
    return tuple(
        Account(one.article.id, stands=tuple(stands_in(one, by_article[one.article.id], stock, {}))) for one in story
    )
