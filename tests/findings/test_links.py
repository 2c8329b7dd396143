from onrecord.findings.actors import Cast
from onrecord.nouns.annotations import Thing, Trait
from tests import make
from tests.drafting import establish_items, establish_links


def test_who_posted_a_thing_is_linked_to_it() -> None:
    text = "The tape was posted on Ringboard."
    tape = Thing(
        make.at(text, "The tape"),
        make.at(text, "tape"),
        "recording",
        0,
        traits=(Trait("platform", make.at(text, "Ringboard"), "ringboard"),),
    )
    one = make.annotated(
        make.article(text), things=(tape,), mentions=(make.mention(text, "Ringboard", kind="organisation"),)
    )
    board = make.actor("Ringboard", "organisation")
    cast = Cast((board,), {(one.article.id, 0): board.id})
    stock = establish_items((one,), cast)
    (link,) = establish_links((one,), cast, stock, ())
    assert (link.kind, link.start, link.end, link.by) == ("posted", board.id, stock.items[0].id, None)


def test_a_photograph_of_a_letter_holds_the_letter() -> None:
    text = "She saw a photograph of the letter."
    things = (
        Thing(make.at(text, "a photograph of the letter"), make.at(text, "photograph"), "image", 0),
        Thing(make.at(text, "the letter"), make.at(text, "letter"), "document", 1),
    )
    one = make.annotated(make.article(text), things=things)
    stock = establish_items((one,), Cast())
    assert [(link.kind, link.start, link.end) for link in establish_links((one,), Cast(), stock, ())] == [
        ("contains", stock.items[0].id, stock.items[1].id)
    ]


def test_a_tape_offered_as_proof_is_linked_to_the_statement() -> None:
    text = "Varga said that the tape proves the deal."
    article, varga = make.article(text), make.actor("Varga")
    one = make.annotated(article, things=(make.thing(text, "the tape"),))
    stock = establish_items((one,), Cast((varga,)))
    said = make.statement(article, varga, "said", "that the tape proves the deal")
    (link,) = establish_links((one,), Cast((varga,)), stock, (said,))
    assert (link.kind, link.start, link.end, link.by) == ("proof", stock.items[0].id, said.id, varga.id)
