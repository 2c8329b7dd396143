import msgspec

from onrecord.findings.actors import Cast
from onrecord.findings.items import items_about
from onrecord.nouns.annotations import Notice, Thing, Trait
from tests import make
from tests.drafting import establish_items

TAPE = "The harbour tape is real, Varga said. It is not altered."


def thing(text: str, words: str, chain: int, **traits: str) -> Thing:
    found = make.thing(text, words, chain)
    return Thing(
        found.at, found.head, "recording", chain, traits=tuple(Trait(n, found.at, v) for n, v in traits.items())
    )


def story(*articles: tuple[str, tuple[Thing, ...]]) -> tuple:
    return tuple(make.annotated(make.article(text), things=things) for text, things in articles)


def test_shared_words_make_one_item_of_two_articles() -> None:
    other = "Olm calls the harbour tape a fake. A canteen tape is older."
    both = story(
        (TAPE, (thing(TAPE, "The harbour tape", 0),)),
        (other, (thing(other, "the harbour tape", 0), thing(other, "A canteen tape", 1))),
    )
    stock = establish_items(both, Cast())
    assert [item.label for item in stock.items] == ["The harbour tape", "A canteen tape"]
    assert len({stock.chains[one.article.id, 0] for one in both}) == 1


def test_two_dates_are_two_items_however_alike() -> None:
    other = "Olm calls the harbour tape a fake."
    both = story(
        (TAPE, (thing(TAPE, "The harbour tape", 0, made="apr 3"),)),
        (other, (thing(other, "the harbour tape", 0, made="apr 16"),)),
    )
    assert len(establish_items(both, Cast()).items) == 2


def test_two_states_are_two_items_and_one_state_is_no_reason_for_one() -> None:
    other = "Olm calls the unsigned minutes a fake."
    first = "The signed minutes are real."
    both = story(
        (first, (thing(first, "The signed minutes", 0, signature="signed"),)),
        (other, (thing(other, "the unsigned minutes", 0, signature="unsigned"),)),
    )
    assert len(establish_items(both, Cast()).items) == 2


def test_a_correction_makes_one_item_of_two_lengths_and_drops_the_wrong_one() -> None:
    first, later = (
        "A 17-minute tape is real.",
        "The 11-minute tape is real. Correction: it has 11 minutes, not 17 minutes.",
    )
    wrong, right = (
        Trait("duration", make.at(first, "17-minute"), "1020"),
        Trait("duration", make.at(later, "11"), "660"),
    )
    old = make.article(first)
    new = msgspec.structs.replace(make.article(later), version_of=old.id)
    notice = Notice(
        make.at(later, "Correction: it has 11 minutes, not 17 minutes."), "correction", amends=(wrong, right)
    )
    told = [msgspec.structs.replace(make.thing(text, f"{text[:5].split()[0]} {n}-minute tape"), traits=(trait,))
            for text, n, trait in ((first, 17, wrong), (later, 11, right))]  # fmt: skip
    both = (make.annotated(old, things=(told[0],)), make.annotated(new, things=(told[1],), notices=(notice,)))
    (item,) = establish_items(both, Cast()).items
    assert (item.label, [fact.value for fact in item.facts]) == ("The 11-minute tape", ["11"])


def test_items_keep_their_ids_in_any_order_of_articles() -> None:
    other = "Olm calls the harbour tape a fake."
    both = story((TAPE, (thing(TAPE, "The harbour tape", 0),)), (other, (thing(other, "the harbour tape", 0),)))
    there, back = establish_items(both, Cast()), establish_items(both[::-1], Cast())
    assert [item.id for item in there.items] == [item.id for item in back.items]


def test_named_items_are_stated_and_pointed_ones_inferred() -> None:
    (one,) = story((TAPE, (thing(TAPE, "The harbour tape", 0),)))
    stock = establish_items((one,), Cast())
    named = items_about(stock, one, make.spans(TAPE, "The harbour tape is real"))
    pointed = items_about(stock, one, make.spans(TAPE, "It is not altered"))
    assert [(a.id, a.basis) for a in (*named, *pointed)] == [
        (stock.items[0].id, "stated"),
        (stock.items[0].id, "inferred"),
    ]


def test_a_pronoun_between_two_things_points_to_neither() -> None:
    text = "The harbour tape and the canteen tape differ. It is fake, she said."
    (one,) = story((text, (thing(text, "The harbour tape", 0), thing(text, "the canteen tape", 1))))
    assert items_about(establish_items((one,), Cast()), one, make.spans(text, "It is fake")) == ()


def test_a_fact_keeps_the_voice_that_gives_it() -> None:
    text = "Varga said the tape was made in May."
    (speaker,) = make.spans(text, "Varga")
    made = Thing(
        make.at(text, "the tape"),
        make.at(text, "tape"),
        "recording",
        0,
        traits=(Trait("made", make.at(text, "May"), "may"),),
    )
    one = make.annotated(
        make.article(text), things=(made,), mentions=(make.mention(text, "Varga"),),
        attributions=(make.attribution(text, "Varga", "said", "the tape was made in May"),),
    )  # fmt: skip
    cast = Cast((make.actor("Varga"),), {(one.article.id, 0): make.actor("Varga").id})
    (fact,) = establish_items((one,), cast).items[0].facts
    assert (fact.value, fact.by, speaker.of(text)) == ("May", make.actor("Varga").id, "Varga")
