"""What leaves the newsroom: nothing of what is alleged of a private person, anywhere."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.findings.guard.blanking import BLOCK, blank
from onrecord.findings.guard.private import find_allegations, is_allegation, private_persons
from onrecord.findings.guard.publishing import for_public
from onrecord.nouns.record import Fact, MentionAt, Relay, Role
from onrecord.nouns.soundness import find_faults
from onrecord.nouns.span import Span
from tests import make

TEXT = (
    "Nurse stole tablets, says Olm\n\nJon Olm said that Mara Lindt had stolen the tablets.\n\n"
    "Olm denied the tape was real. Mayor Ilse Varga said that Lindt’s brother was here.\n\n"
    "A paper said that Olm had told of Lindt’s debts."
)
ARTICLE = msgspec.structs.replace(
    make.article(TEXT, {0: "headline"}, outlet="Courier"), title="Nurse stole tablets", url="https://x.example/lindt"
)


def _at(words, nth=0):
    return MentionAt(ARTICLE.id, make.at(TEXT, words, nth))


LINDT = msgspec.structs.replace(
    make.actor("Mara Lindt", "person", _at("Mara Lindt"), _at("Lindt", 1), _at("Lindt", 2)),
    aliases=("Lindt",), roles=(Role("nurse", ARTICLE.id, make.at(TEXT, "Nurse")),),
)  # fmt: skip
OLM = make.actor("Jon Olm", "person", _at("Jon Olm"), _at("Olm", 2))
VARGA = msgspec.structs.replace(
    make.actor("Ilse Varga", "person", _at("Ilse Varga")),
    roles=(Role("mayor", ARTICLE.id, make.at(TEXT, "Mayor Ilse Varga")),),
)
PAPER = make.actor("A paper", "document", _at("A paper"))
TAPE = msgspec.structs.replace(
    make.item("the tape", "recording", _at("the tape")),
    facts=(Fact("made", "with the tablets", ARTICLE.id, make.at(TEXT, "the tablets")),),
)
TABLETS = make.item("the tablets", "other", _at("the tablets"))
HEADLINE = make.statement(ARTICLE, OLM, "says", "Nurse stole tablets", part="headline")
THEFT = make.statement(ARTICLE, OLM, "said", "that Mara Lindt had stolen the tablets", act="accuse", about=[TABLETS])
DENIAL = make.statement(
    ARTICLE, OLM, "denied", "the tape was real", about=[TAPE], because="“the tape” is the only thing; Mara Lindt is not"
)
PRESENCE = make.statement(ARTICLE, VARGA, "said", "that Lindt’s brother was here")
DEBTS = make.statement(ARTICLE, OLM, "told of", "Lindt’s debts", chain=(Relay(actor=PAPER.id),))
RECORD = make.record(
    ARTICLE, actors=(LINDT, OLM, VARGA, PAPER), items=(TAPE, TABLETS),
    statements=(HEADLINE, THEFT, DENIAL, PRESENCE, DEBTS),
    positions=(make.position(OLM, TABLETS, "affirms", THEFT), make.position(OLM, TAPE, "denies", DENIAL, THEFT)),
)  # fmt: skip


def test_who_has_no_office_and_does_not_speak_is_private():
    assert private_persons(RECORD) == {LINDT.id}


def test_of_whom_something_is_alleged_nothing_is_told():
    left = find_allegations(RECORD)
    assert left.statements == {HEADLINE.id, THEFT.id, PRESENCE.id, DEBTS.id}
    assert left.persons == {LINDT.id}


def test_what_is_left_out_can_be_read_nowhere():
    said = msgspec.json.encode(for_public(RECORD)).decode()
    assert [word for word in ("Lindt", "lindt", "stole", "tablets", "debts", "Nurse", "was here") if word in said] == []
    assert all(word in said for word in ("the tape was real", "Ilse Varga", "Jon Olm"))


def test_offsets_hold_in_a_text_of_the_same_length():
    public = for_public(RECORD)
    (article,) = public.articles
    assert len(article.text) == len(TEXT)
    assert article.text.startswith(f"{BLOCK * 19}, says Olm\n\nJon Olm said {BLOCK * 38}.\n")
    assert (article.title, article.url) == (None, None)
    assert list(find_faults(public)) == []


def test_positions_keep_the_statements_that_stay():
    assert [(one.about, one.statements) for one in for_public(RECORD).positions] == [(TAPE.id, (DENIAL.id,))]


def test_a_record_without_private_persons_is_itself():
    record = make.record(ARTICLE, actors=(OLM, VARGA), items=(TAPE,), statements=(DENIAL,))
    assert for_public(record) is record


def test_the_name_of_somebody_else_stays():
    sister = make.actor("Eva Lindt", "person")
    record = msgspec.structs.replace(RECORD, actors=(*RECORD.actors, sister))
    assert "Eva Lindt" in [one.name for one in for_public(record).actors]


def test_the_same_words_in_another_article_are_blanked_too():
    copy = make.article("Read:  that mara lindt had stolen\nthe tablets, it says. Lindt!")
    public = for_public(msgspec.structs.replace(RECORD, articles=(ARTICLE, copy)))
    assert public.articles[1].text == f"Read:  {BLOCK * 26}\n{BLOCK * 11}, it says. {BLOCK * 5}!"


@pytest.mark.parametrize(
    ("words", "alleges"),
    [("he faked it", True), ("the rapid robust list was made", False), ("her health", True), ("it is a lie", True),
     ("the bridge is open", False), ("gossip about the tutor", True)],
)  # fmt: skip
def test_an_allegation_is_told_by_its_words(words, alleges):
    assert is_allegation(words) is alleges


@pytest.mark.parametrize("content", ["a rumour about the tutor’s health", "that he had stolen it"])
def test_an_allegation_about_somebody_who_is_not_named_is_left_out(content):
    article = make.article(f"Olm repeated {content}.")
    olm = make.actor("Olm", "person", MentionAt(article.id, make.at(article, "Olm")))
    said = make.statement(article, olm, "repeated", content)
    record = make.record(article, actors=(olm,), statements=(said,))
    assert for_public(record).articles[0].text == f"Olm repeated {BLOCK * len(content)}."


def test_an_allegation_about_a_body_or_an_office_stays():
    article = make.article("Olm said that the harbour trust had bribed Mayor Varga.")
    places = [MentionAt(article.id, make.at(article, words)) for words in ("Olm", "the harbour trust", "Mayor Varga")]
    olm, trust = make.actor("Olm", "person", places[0]), make.actor("the harbour trust", "organisation", places[1])
    varga = make.actor("Varga", "person", places[2])
    varga = msgspec.structs.replace(varga, roles=(Role("mayor", article.id, places[2].at),))
    said = make.statement(article, olm, "said", "that the harbour trust had bribed Mayor Varga", act="accuse")
    record = make.record(article, actors=(olm, trust, varga), statements=(said,))
    assert for_public(record) is record


@settings(max_examples=200)
@given(st.text(min_size=1, max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=4))
def test_blanking_keeps_length_and_lines(text, places):
    spans = [Span(start, min(len(text), start + size)) for start, size in places if start < len(text)]
    blanked = blank(text, spans)
    assert len(blanked) == len(text)
    assert [n for n, one in enumerate(blanked) if one == "\n"] == [n for n, one in enumerate(text) if one == "\n"]
    assert all(one in (BLOCK, "\n") for at in spans for one in at.of(blanked))
