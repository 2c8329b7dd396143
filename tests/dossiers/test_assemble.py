from msgspec.structs import replace

from onrecord.dossiers.assemble import assemble
from onrecord.nouns.dossier import (
    Detail,
    Doing,
    Entry,
    Exhibit,
    Figure,
    Matrix,
    Piece,
    Place,
    Ref,
    Revision,
    Row,
    Stand,
)  # fmt: skip
from onrecord.nouns.when import UNKNOWN
from tests import make
from tests.dossiers.story import ARTICLE, DENIES, RECORD, SILENCE, VARGA

IDENTITY = "Whose voice, face or hand it is"
OPEN = (
    "That it exists or took place",
    "That it is genuine and unaltered",
    "What it shows or says",
    "Whether making or disclosing it is lawful",
)


def test_an_exhibit_holds_a_matrix_of_people_by_propositions():
    (exhibit,) = assemble(RECORD, "The tape").exhibits
    denies = Stand("denies", "19 May 2031", (Ref(1, "w-s1"),), anchor="p1")
    published = "in an article of 20 May 2031"
    affirms = Stand("affirms", "", (Ref(2, "w-s2"),), via="a transcript", published=published, anchor="p2")
    rows = (Row("Ilse Varga", "mayor", ((denies,),)), Row("Olm", None, ((affirms,),)))
    length = Detail(
        "length", "12 minutes", voice="the article’s own voice", place=Place(1, "Courier", "correction", "w-f1-1")
    )
    assert exhibit == Exhibit(
        1, "recording", "the alleged tape", "reported", Place(1, "Courier", "¶\u00a01", "w-i1"), (length,),
        Matrix((IDENTITY,), rows, OPEN), others=(Ref(3, "w-s3"),),
        path=exhibit.path,
    )  # fmt: skip


def test_the_position_in_force_stands_before_the_earlier_one():
    earlier = replace(DENIES, id="earlier", value="neither", superseded_by=DENIES.id)
    dossier = assemble(replace(RECORD, positions=(earlier, DENIES)), "The tape")
    cell = dossier.exhibits[0].matrix.rows[0].cells[0]
    assert [(stand.value, stand.earlier) for stand in cell] == [("denies", False), ("neither", True)]


def test_a_history_stands_latest_first_whatever_the_order_of_the_record():
    first = replace(DENIES, id="first", value="silent", superseded_by="second")
    second = replace(DENIES, id="second", value="neither", superseded_by=DENIES.id)
    dossier = assemble(replace(RECORD, positions=(first, DENIES, second)), "The tape")
    cell = dossier.exhibits[0].matrix.rows[0].cells[0]
    assert [(stand.value, stand.anchor) for stand in cell] == [("denies", "p2"), ("neither", "p3"), ("silent", "p1")]


def test_positions_that_took_the_place_of_each_other_still_make_a_page():
    one, other = (replace(DENIES, id=row, superseded_by=by) for row, by in (("a", "b"), ("b", "a")))
    dossier = assemble(replace(RECORD, positions=(one, other)), "The tape")
    assert [stand.anchor for stand in dossier.exhibits[0].matrix.rows[0].cells[0]] == ["p1", "p2"]


def test_a_cell_without_any_day_says_none():
    undated = replace(ARTICLE, published=UNKNOWN)
    dossier = assemble(replace(RECORD, articles=(undated,)), "The tape")
    stand = dossier.exhibits[0].matrix.rows[1].cells[0][0]
    assert (stand.date, stand.published) == ("", None)


def test_what_nobody_reports_is_an_empty_cell():
    genuine = make.position(VARGA, RECORD.items[0], "affirms", RECORD.statements[0])
    dossier = assemble(replace(RECORD, positions=(*RECORD.positions, genuine)), "The tape")
    assert [[len(cell) for cell in row.cells] for row in dossier.exhibits[0].matrix.rows] == [[1, 1], [0, 1]]


def test_an_event_that_somebody_takes_a_position_on_is_an_exhibit():
    posted = replace(DENIES, about="posted", proposition="occurred")
    exhibit = assemble(replace(RECORD, positions=(posted,)), "The tape").exhibits[1]
    place = Place(1, "Courier", "¶\u00a03", "w-e1")
    assert (exhibit.label, exhibit.existence, exhibit.place) == ("The tape was posted in May", "an event", place)


def test_an_entry_tells_quoted_from_paraphrased_words_and_the_way_they_came():
    entry = assemble(RECORD, "The tape").entries[1]
    assert entry == Entry(
        number=2,
        path=("Courier", "a transcript", "Olm"),
        act="confirms",
        marks=("quoted",),
        words=((Piece("It is hers,", quoted=True),), (Piece("I was there.", quoted=True),)),
        details=(
            Detail("About", "the alleged tape", anchor="i1"),
            Detail("In the table", "affirms", IDENTITY, anchor="p2"),
        ),
        confidence="fair (0.55)",
        place=Place(1, "Courier", "¶\u00a02", "w-s2"),
    )


def test_an_entry_says_whose_hedge_it_is_and_how_a_date_is_known():
    details = assemble(RECORD, "The tape").entries[0].details
    assert details == (
        Detail("When", "19 May 2031", "given"),
        Detail("Hedged", "alleged", voice="the article’s own voice"),
        Detail("About", "the alleged tape", anchor="i1"),
        Detail("In the table", "denies", IDENTITY, anchor="p1"),
    )


def test_an_inferred_speaker_carries_the_reason():
    guessed = replace(SILENCE, basis="inferred", because="the nearest man before")
    details = assemble(replace(RECORD, statements=(guessed,)), "The tape").entries[0].details
    assert details[0] == Detail("Speaker", "Ruiz", "inferred: the nearest man before")


def test_a_silence_is_shown_by_the_words_that_report_it():
    entry = assemble(RECORD, "The tape").entries[2]
    assert (entry.act, entry.marks, entry.words) == (
        "does not reply", ("no words given",), ((Piece("did not reply"),),),
    )  # fmt: skip


def test_the_cast_is_who_is_heard():
    assert assemble(RECORD, "The tape").cast == (
        Figure("Ilse Varga", "person", roles=("mayor",), doings=(Doing("denies", (Ref(1, "s1"),)),)),
        Figure("Olm", "person", doings=(Doing("confirms", (Ref(2, "s2"),)),)),
        Figure("Ruiz", "person", doings=(Doing("does not reply", (Ref(3, "s3"),)),)),
    )


def test_a_revision_keeps_both_values_and_what_it_touches():
    (revision,) = assemble(RECORD, "The tape").revisions
    assert revision == Revision(
        1, "correction", "Correction: an earlier version said the tape was 17 minutes long. It is 12 minutes long.",
        "17", "12", Place(1, "Courier", "correction", "w-c1"), Place(1, "Courier", "correction", "w-n1"),
        (Detail("statement", "Courier", refs=(Ref(1, "w-s1"),)),),
    )  # fmt: skip


def test_the_gaps_name_who_is_not_heard_and_call_it_no_silence():
    note = "Nobody is reported to have asked them or to have observed them; this is not silence."
    assert assemble(RECORD, "The tape").gaps == (Detail("People named, with no statement reported", "Ada Bell", note),)


def test_the_gaps_name_statements_without_a_speaker():
    unknown = replace(SILENCE, speaker=None)
    gaps = assemble(replace(RECORD, statements=(unknown,)), "The tape").gaps
    assert gaps[0] == Detail("Speaker not given, or not certain enough to name", "", refs=(Ref(1, "w-s1"),))
