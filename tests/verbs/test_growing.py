"""A case that grew article by article, with questions and decisions in between, holds what one made at once holds."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from benchmarks.gold import STORIES
from onrecord.findings.decisions.deciding import decide as lay_over
from onrecord.findings.drafts import draft
from onrecord.intake import take
from onrecord.models.parser import Parser
from onrecord.models.pins import say_made_by
from onrecord.nouns.annotations import Annotated, Annotations
from onrecord.nouns.draft import Draft
from onrecord.nouns.source import Source
from onrecord.pipeline import annotate_source, establish
from onrecord.store import Store
from onrecord.verbs.deciding import decide
from onrecord.verbs.keeping import decide_case, establish_case

RULES = say_made_by("rules")
FEW = 8  # articles: of several stories, among them versions of one another

Told = tuple[Source, Annotated]
Tell = Callable[[int], Told]  # and no tuple: a law that fails shows what it was given


@pytest.fixture(scope="module")
def told(parser: Parser) -> Tell:
    """Articles of the bundled stories, with what the rules find in them."""
    sources = [source for source in take([str(STORIES)]) if isinstance(source, Source)][:FEW]
    found = [(source, annotate_source(source, parser)) for source in sources]
    return lambda number: found[number]


def put(store: Store, source: Source, one: Annotated) -> None:
    assert store.put(source, one, RULES, taken="2026-01-01T00:00:00+00:00")


def made(store: Store, version: str = "1") -> list[str]:
    """Return the articles of which something had to be made."""
    asked: list[str] = []

    def note(one: Annotated) -> Draft:
        asked.append(one.article.id)
        return draft(one)

    found = store.made_of(Draft, note, dict.fromkeys(store.articles(), version))
    assert found == {one.article.id: draft(one) for one in store.story()}
    return asked


@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(order=st.permutations(range(FEW)), asked=st.sets(st.integers(0, FEW - 1)), rejected=st.integers(0, 50))
def test_a_case_that_grew_holds_what_one_made_at_once_holds(
    told: Tell, order: list[int], asked: set[int], rejected: int
):
    with tempfile.TemporaryDirectory() as folder:
        for place, number in enumerate(order):
            with Store(Path(folder) / "case", create=True) as store:
                put(store, *told(number))
                said = decide_case(store).statements if place in asked else ()
            if said:
                decide("reject", said[rejected % len(said)].id, by="Ana", case=Path(folder) / "case")
        with Store(Path(folder) / "case") as store:
            grown, decided, log = establish_case(store), decide_case(store), store.decisions()
            fresh = establish(store.story(), RULES)
    assert msgspec.json.encode(grown) == msgspec.json.encode(fresh)
    assert msgspec.json.encode(decided) == msgspec.json.encode(lay_over(fresh, log))


def test_of_one_more_article_only_that_one_is_drafted(told: Tell):
    with Store(":memory:") as store:
        for source, one in map(told, range(3)):
            put(store, source, one)
        assert len(made(store)) == 3
        put(store, *told(3))
        assert (made(store), made(store)) == ([told(3)[0].id], [])


def test_what_is_found_anew_is_drafted_anew(told: Tell):
    (source, one), bare = told(0), Annotated(told(0)[1].article, Annotations(told(0)[1].article.id))
    with Store(":memory:") as store:
        put(store, source, one)
        made(store)
        store.derive(bare, RULES)
        assert made(store) == [source.id]


def test_what_rests_on_something_else_is_made_anew(told: Tell):
    with Store(":memory:") as store:
        put(store, *told(0))
        assert (made(store), made(store, "2"), made(store, "2")) == ([told(0)[0].id], [told(0)[0].id], [])


def test_what_was_kept_and_cannot_be_read_is_made_again(told: Tell):
    with Store(":memory:") as store:
        put(store, *told(0))
        made(store)
        store._db.execute("UPDATE made SET noun = x'7b22'")  # noqa: SLF001 - as a broken disk does
        assert made(store) == [told(0)[0].id]
