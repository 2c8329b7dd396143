"""What a learned engine reads of stands is put on the record where it is sure, and nowhere else."""

import pytest
from msgspec.structs import replace

from onrecord.findings.items import Stock
from onrecord.findings.leanings import SURE, TAKEN, lean, leanings, leans_on
from onrecord.findings.tellings import statement_id
from onrecord.nouns.annotations import Annotated, Annotations, Attribution
from onrecord.nouns.article import Article
from onrecord.nouns.record import Item, Statement
from onrecord.nouns.span import Span
from onrecord.nouns.stance import Stance

TOLD = Attribution(cue=(Span(4, 8),), content=(Span(9, 12),), source=Span(0, 3), rule="link", confidence=1.0)
STOCK = Stock((Item("i", "recording", "the tape", "reported"),), {("a", 2): "i"})


def _leanings(*stances: Stance) -> tuple[Annotated, Statement]:
    one = Annotated(
        Article(id="a", text="Ann says no.", parts=()),
        Annotations(article="a", attributions=(TOLD,), stances=stances),
    )
    said = Statement(
        id=statement_id(one, TOLD), article="a", part="body", mode="indirect", act="assert", attitude="said",
        confidence=1.0,
    )  # fmt: skip
    return one, said


def test_the_likeliest_stand_is_told_where_it_is_likely_enough() -> None:
    one, said = _leanings(Stance(0, 2, "genuine", "denies", SURE), Stance(0, 2, "content", "denies", 0.05))
    (stood,) = lean(leanings(one, STOCK), said, STOCK)
    assert (stood.about, stood.proposition, stood.value) == ("i", "genuine", "denies")
    assert "learned engine" in stood.because


@pytest.mark.parametrize(
    ("value", "chance", "change"),
    [
        ("denies", SURE - 0.01, {}),
        ("general", 1.0, {}),
        ("declines", 1.0, {}),
        ("denies", 1.0, {"attitude": "held"}),
        ("denies", 1.0, {"act": "promise"}),
    ],
)
def test_less_is_no_stand(value: str, chance: float, change: dict[str, str]) -> None:
    one, said = _leanings(Stance(0, 2, "genuine", value, chance))  # type: ignore[arg-type]
    assert not list(lean(leanings(one, STOCK), replace(said, **change), STOCK))


def test_a_thing_that_is_no_item_of_the_story_is_left_out() -> None:
    one, said = _leanings(Stance(0, 7, "genuine", "denies", 1.0))
    assert not list(lean(leanings(one, STOCK), said, STOCK))


def test_a_statement_is_about_what_it_takes_any_stand_on() -> None:
    halves = (Stance(0, 2, "genuine", "denies", TAKEN / 2), Stance(0, 2, "other", "declines", TAKEN / 2))
    one, said = _leanings(*halves)
    (about,) = leans_on(leanings(one, STOCK), said.id, STOCK)
    assert (about.id, about.basis) == ("i", "inferred")
    one, said = _leanings(halves[0])
    assert not list(leans_on(leanings(one, STOCK), said.id, STOCK))
