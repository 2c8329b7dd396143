from msgspec import json
from msgspec.structs import replace

from onrecord.dossiers import views
from onrecord.nouns.record import Link, Relay
from onrecord.nouns.views import Contested, Corrected, Dated, Saying, Stance
from onrecord.nouns.when import When
from tests import make
from tests.dossiers.story import (
    AFFIRMS,
    ARTICLE,
    CLAIM,
    CORRECTION,
    DENIAL,
    DENIES,
    MAY,
    OLM,
    POSTED,
    RECORD,
    RUIZ,
    SILENCE,
    TAPE,
    TEXT,
    VARGA,
)  # fmt: skip

DENIED = "that the voice on the alleged tape is hers"


def test_who_lists_people_by_propositions_with_the_words():
    assert views.who(RECORD, TAPE.id) == (
        Stance(VARGA.id, "Ilse Varga", "identity", "denies", DENIAL.when, (DENIED,), (DENIAL.id,), id=DENIES.id),
        Stance(OLM.id, "Olm", "identity", "affirms", None, ("It is hers,", "I was there."), (CLAIM.id,), id=AFFIRMS.id),
    )


def test_who_keeps_a_superseded_position_beside_the_one_in_force():
    earlier = replace(DENIES, id="earlier", value="neither", superseded_by=DENIES.id)
    rows = views.who(replace(RECORD, positions=(DENIES, AFFIRMS, earlier)), TAPE.id)
    assert [(row.name, row.value, row.superseded_by) for row in rows] == [
        ("Ilse Varga", "denies", None),
        ("Ilse Varga", "neither", DENIES.id),
        ("Olm", "affirms", None),
    ]


def test_who_knows_nothing_of_an_unknown_item():
    assert views.who(RECORD, "no such item") == ()


def test_said_gives_the_way_the_words_came():
    words = ("It is hers,", "I was there.")
    path = ("Courier", "a transcript", "Olm")
    assert views.said(RECORD, OLM.id) == (Saying(CLAIM.id, ARTICLE.id, path, "confirm", "direct", words, None, 0.55),)


def test_nobody_hands_words_to_himself():
    own = replace(CLAIM, chain=(Relay(actor=OLM.id),))
    assert views.said(replace(RECORD, statements=(own,)), OLM.id)[0].path == ("Courier", "Olm")


def test_said_gives_the_report_of_a_silence():
    assert views.said(RECORD, RUIZ.id)[0].words == ("did not reply",)


def test_said_gives_what_the_words_take_for_granted():
    asked = replace(DENIAL, granted_at=make.spans(TEXT, "the voice"))
    assert views.said(replace(RECORD, statements=(asked,)), VARGA.id)[0].granted == ("the voice",)


def test_said_counts_a_joint_statement_for_everyone():
    joint = replace(RECORD, statements=(replace(DENIAL, others=(OLM.id,)), SILENCE))
    assert [(row.statement, row.path) for row in views.said(joint, OLM.id)] == [(DENIAL.id, ("Courier", "Olm"))]


def test_a_timeline_orders_by_earliest_day_and_counts_what_overlaps():
    denied = Dated("said", DENIAL.id, ARTICLE.id, make.at(TEXT, "Mayor Ilse Varga"), DENIED, "Ilse Varga", DENIAL.when)
    posted = Dated("event", POSTED.id, ARTICLE.id, POSTED.at, POSTED.what, "the article’s own voice", MAY, 2)
    published = Dated("published", ARTICLE.id, ARTICLE.id, None, "", "Courier", ARTICLE.published)
    assert views.timeline(RECORD) == (posted, denied, published)


def test_what_is_undated_comes_last_in_a_timeline():
    undated = replace(POSTED, id="undated", when=None, voice=CLAIM.id)
    rows = views.timeline(replace(RECORD, events=(undated, POSTED)))
    assert [(row.id, row.voice) for row in rows][-1] == ("undated", "Olm")


def test_an_unbounded_date_overlaps_all_that_follows():
    since = replace(POSTED, when=When("stated", earliest="2031-05-02"))
    assert [row.overlaps for row in views.timeline(replace(RECORD, events=(since,)))] == [2, 0, 0]


def test_an_order_that_the_words_tell_is_said_and_is_no_overlap():
    later = replace(POSTED, id="later", what="she left", when=When("inferred", earliest="2031-05-01"))
    link = Link("told", "follows", "later", POSTED.id, ARTICLE.id, POSTED.at)
    told = replace(RECORD, events=(POSTED, later), links=(link,))
    assert [(row.id, row.overlaps, row.after) for row in views.timeline(told)][:2] == [
        (POSTED.id, 2, ()),
        ("later", 2, (POSTED.what,)),
    ]


def test_items_are_counted_with_their_positions():
    row = Contested(TAPE.id, "recording", "the alleged tape", "reported", TAPE.facts, mentions=1, positions=2)
    assert views.items(RECORD) == (row,)


def test_corrections_stand_in_the_words_of_the_notice():
    notice = "Correction: an earlier version said the tape was 17 minutes long. It is 12 minutes long."
    row = Corrected(CORRECTION.id, ARTICLE.id, "Courier", "correction", notice, "17", "12", (DENIAL.id,))
    assert views.corrections(RECORD) == (row,)


def test_every_view_can_be_written_as_json():
    rows = (views.who(RECORD, TAPE.id), views.said(RECORD, OLM.id), views.timeline(RECORD), views.items(RECORD))
    assert all(json.decode(json.encode(found)) for found in (*rows, views.corrections(RECORD)))


def test_what_a_spokesman_says_is_listed_with_the_body_too():
    spoken = replace(CLAIM, speaks_for=VARGA.id)
    record = replace(RECORD, statements=(spoken,), positions=(AFFIRMS,), events=(), corrections=())
    assert [(row.path[-1], row.speaks_for) for row in views.said(record, VARGA.id)] == [("Olm", "Ilse Varga")]
    assert [row.speaks_for for row in views.who(record, TAPE.id)] == ["Ilse Varga"]


def test_what_a_spokesman_says_personally_is_not_the_words_of_the_body():
    record = replace(
        RECORD, statements=(replace(CLAIM, speaks_for=VARGA.id, personal=True),), events=(), corrections=()
    )
    assert views.said(record, VARGA.id) == ()
    assert [(row.speaks_for, row.personal) for row in views.said(record, OLM.id)] == [("Ilse Varga", True)]
