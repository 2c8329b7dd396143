from msgspec.structs import replace

from onrecord.dossiers.assemble import assemble
from onrecord.dossiers.render import render
from onrecord.nouns.dossier import Detail, Exhibit, Place, Ref, Stage
from onrecord.nouns.record import Fact, Link, LinkKind
from tests import make
from tests.dossiers.story import ARTICLE, BELL, CLAIM, OLM, RECORD, TAPE, TEXT

SPOT = Place(1, "Courier", "¶\u00a03", "w-l1")
TOLD = Stage("Told in", "Courier", "20 May 2031", place=Place(1, "Courier", "", "a1"))


def link(kind: LinkKind, start: str, end: str, words: str, by: str | None = None) -> Link:
    return Link(id=kind, kind=kind, start=start, end=end, article=ARTICLE.id, at=make.at(TEXT, words), by=by)


def tape(*links: Link) -> Exhibit:
    return assemble(replace(RECORD, links=links), "The tape").exhibits[0]


def test_a_thing_says_who_posted_it_and_in_whose_voice():
    shown = tape(link("posted", BELL.id, TAPE.id, "The tape was posted"))
    assert shown.path == (
        Stage("Made by"),
        Stage("Handed over by"),
        Stage("Posted by or on", "Ada Bell", voice="the article’s own voice", place=SPOT),
        TOLD,
    )


def test_a_thing_that_nobody_is_said_to_have_brought_out_keeps_that_hand_unknown():
    assert tape().path == (Stage("Made by"), Stage("Handed over by"), Stage("Posted or published by"), TOLD)


def test_a_path_names_the_platform_where_no_tie_names_a_person():
    platform = Fact("platform", "the harbour channel", ARTICLE.id, make.at(TEXT, "posted in May"))
    shown = assemble(replace(RECORD, items=(replace(TAPE, facts=(platform,)),)), "The tape").exhibits[0]
    assert [(one.step, one.name) for one in shown.path[2:3]] == [("Posted on", "the harbour channel")]


def test_a_thing_held_by_another_leads_to_it():
    letter = make.item("the letter", "document")
    held = link("contains", letter.id, TAPE.id, "The tape was posted")
    shown = assemble(replace(RECORD, items=(TAPE, letter), links=(held,)), "The tape").exhibits
    assert [(one.travel[0].term, one.travel[0].text, one.travel[0].anchor) for one in shown] == [
        ("Contained in", "the letter", "i2"),
        ("Contains", "the alleged tape", "i1"),
    ]


def test_proof_is_what_somebody_offers():
    shown = tape(link("proof", TAPE.id, CLAIM.id, "I was there.", by=OLM.id))
    place = replace(SPOT, spot="¶\u00a02")
    assert shown.travel == (Detail("Offered as proof of", "I was there.", None, "Olm", (Ref(2, "w-s2"),), place),)


def test_words_that_are_a_tie_and_a_fact_are_set_once():
    posted = link("posted", BELL.id, TAPE.id, "posted in May")
    platform = Fact("platform", "the harbour channel", ARTICLE.id, posted.at)
    item = replace(TAPE, facts=(platform, *TAPE.facts))
    shown = assemble(replace(RECORD, items=(item,), links=(posted,)), "The tape").exhibits[0]
    assert [fact.term for fact in shown.facts] == ["length"]


def test_a_tie_opens_on_its_words():
    page = render(assemble(replace(RECORD, links=(link("posted", BELL.id, TAPE.id, "posted in May"),)), "The tape"))
    assert 'href="#w-l1">Courier, ¶\u00a03</a>' in page
    assert 'id="w-l1"></span><span class="r-told m-e1 m-l1">posted in May</span>' in page


def test_a_tie_to_a_row_that_the_record_does_not_hold_says_so():
    assert tape(link("posted", "gone", TAPE.id, "posted in May")).path[2].name == "not in this record"
