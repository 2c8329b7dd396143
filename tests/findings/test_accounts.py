from onrecord.findings.accounts import Background, account, backgrounds
from onrecord.findings.recognition import recognise_things
from onrecord.nouns.annotations import Annotated
from tests import make
from tests.drafting import drafted, establish_actors, establish_items

TAPE = "Ilse Varga denied the harbour tape."
OTHER = "Bo Holt left."
FULLER = "Ilse Marie Varga left."


def told(text: str, name: str, *things: str) -> Annotated:
    return make.annotated(
        make.article(text),
        mentions=(make.mention(text, name),),
        things=tuple(make.thing(text, words) for words in things),
    )


def known(*story: Annotated) -> Background:
    """Return the background of the first article of a story."""
    cast = establish_actors(story)
    return next(backgrounds(drafted(story), cast, establish_items(story, cast)))


def test_an_article_that_shares_nobody_with_another_leaves_its_background_as_it_was() -> None:
    one = told(TAPE, "Ilse Varga", "the harbour tape")
    assert known(one, told(OTHER, "Bo Holt")).id == known(one).id


def test_an_article_that_calls_somebody_by_a_fuller_name_changes_the_background_of_others() -> None:
    one = told(TAPE, "Ilse Varga", "the harbour tape")
    assert known(one, told(FULLER, "Ilse Marie Varga")).id != known(one).id


def test_a_background_is_the_same_in_any_order_of_the_articles() -> None:
    one, other = told(TAPE, "Ilse Varga", "the harbour tape"), told(FULLER, "Ilse Marie Varga")
    cast = establish_actors((other, one))
    *_, last = backgrounds(drafted((other, one)), cast, establish_items((other, one), cast))
    assert last.id == known(one, other).id


def test_an_article_without_annotations_has_an_account_of_nothing() -> None:
    one = make.annotated(make.article(OTHER))
    assert recognise_things(one, known(one).stock) == one
    assert account(one, known(one)).statements == ()
