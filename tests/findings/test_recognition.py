from msgspec.structs import replace

from onrecord.nouns.annotations import Annotated, Thing
from tests import make
from tests.drafting import recognise

LEAKED = "The leaked harbour budget plan is a fake, Varga said."
LATER = "The council meets today. The harbour budget plan is on its list."


def thing(text: str, words: str, chain: int, *, contested: bool) -> Thing:
    return replace(make.thing(text, words, chain), contested=contested)


def story(*candidates: Thing) -> tuple[Annotated, ...]:
    first = make.annotated(
        make.article(LEAKED), things=(thing(LEAKED, "The leaked harbour budget plan", 0, contested=True),)
    )
    later = make.annotated(make.article(LATER))
    return first, Annotated(later.article, replace(later.annotations, candidates=candidates))


def test_what_another_article_contests_is_recognised_in_one_that_merely_names_it() -> None:
    plan = thing(LATER, "The harbour budget plan", 3, contested=False)
    assert recognise(story(plan))[1].annotations.things == (plan,)


def test_what_shares_no_words_with_it_stays_a_candidate() -> None:
    agenda = thing(LATER, "its list", 3, contested=False)
    found = recognise(story(agenda))[1].annotations
    assert (found.things, found.candidates) == ((), (agenda,))


def test_what_no_article_contests_is_no_item() -> None:
    later = story(thing(LATER, "The harbour budget plan", 3, contested=False))[1]
    assert recognise((later,))[0].annotations.things == ()
