import numpy as np
import pytest

from onrecord.annotation.thing.joining import Signs, join, learned, new_signs, pair_signs
from onrecord.annotation.thing.phrases import Naming
from onrecord.annotation.thing.sights import WIDTH, Sight
from onrecord.annotation.thing.threads import Phrase, Thread, extend
from onrecord.nouns.record import ItemKind
from onrecord.nouns.span import Span


def sight(direction: int = 0, contested: float = 0.9) -> Sight:
    return Sight(np.eye(WIDTH, dtype=np.float32)[direction], 0.9, contested)


def phrase(
    words: str, place: int, *, kind: ItemKind = "document", marks: str = "", traits: str = "", at: int = 0
) -> Phrase:
    *before, noun = words.split()
    naming = Naming(
        at=Span(place, place + 1),
        head=place,
        noun=noun,
        kind=kind,
        form="definite" if before[:1] == ["the"] else "indefinite",
        plural=False,
        words=tuple(before),
        marks=frozenset(marks.split()),
        word=noun,
    )
    return Phrase(naming, {"length": traits} if traits else {}, frozenset(), place, at, sight())


def opened(first: Phrase) -> Thread:
    naming = first.naming
    thread = Thread(0, naming.noun, naming.kind, set(), set(), {}, set(), naming.plural)
    extend(thread, first)
    return thread


def test_a_phrase_by_another_noun_goes_back_to_the_one_thing_told_of() -> None:
    ledger = opened(phrase("a ledger", 0, traits="12"))
    assert join(phrase("the file", 1), sight(), [ledger]) == [ledger]


@pytest.mark.parametrize(
    "other",
    [
        phrase("a file", 1),
        phrase("the file", 1, marks="harbour"),
        phrase("the file", 1, traits="40"),
        phrase("the same scene", 1),
    ],
    ids=["opens one", "is set apart", "has another length", "is what it shows"],
)
def test_what_opens_a_thing_or_sets_it_apart_is_never_joined(other: Phrase) -> None:
    assert not join(other, sight(), [opened(phrase("a ledger", 0, traits="12"))])


def test_every_learned_sign_is_one_that_is_told() -> None:
    ledger = opened(phrase("a ledger", 0))
    file = phrase("the file", 1)
    told: tuple[Signs, Signs] = next(pair_signs(file, sight(), [ledger])), new_signs(file, sight(), [ledger])
    for layer, signs in zip(learned(), told, strict=True):
        assert {sign for sign in layer.signs if not sign.startswith("form ")} == {
            sign for sign in signs if not sign.startswith("form ")
        }
        assert layer.rows.shape == (len(layer.signs), len(layer.bias))
