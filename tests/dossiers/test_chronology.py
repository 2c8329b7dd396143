from msgspec.structs import replace

from onrecord.dossiers.chronology import make_timeline
from onrecord.dossiers.register import make_register
from onrecord.nouns.dossier import Moment, Place, Stretch, Timeline
from onrecord.nouns.record import Link, Record
from onrecord.nouns.when import When
from tests.dossiers.story import DENIAL, POSTED, RECORD


def timeline(record: Record) -> Timeline:
    return make_timeline(record, make_register(record))


def test_a_month_is_a_band_over_the_days_in_it():
    posted, denied, published = timeline(RECORD).stretches
    assert [
        (one.date, one.left, one.left + one.width, one.overlaps, one.exact) for one in (posted, denied, published)
    ] == [
        ("May 2031", 0, 1000, 2, False),
        ("19 May 2031", 363, 515, 0, True),
        ("20 May 2031", 515, 667, 0, True),
    ]


def test_a_band_fades_where_nothing_bounds_it():
    before = When(basis="inferred", edtf="[..2031-05-12]", latest="2031-05-12")
    after = When(basis="inferred", edtf="[2031-05-21..]", earliest="2031-05-21")
    found = timeline(replace(RECORD, events=tuple(replace(POSTED, id=one.edtf, when=one) for one in (before, after))))
    first, *_, last = found.stretches
    assert (first.date, first.left, first.fades) == ("by 12 May 2031", 0, "before")
    assert (last.date, last.left + last.width, last.fades) == ("on or after 21 May 2031", 1000, "after")


def test_what_lasted_has_a_line_from_its_start_to_its_end():
    still = When(basis="stated", edtf="2031-05/..", earliest="2031-05-01", latest="2031-05-31", lasting=True)
    over = replace(still, edtf="2031-05/2031-07")
    events = (replace(POSTED, id="still", when=still), replace(POSTED, id="over", when=over))
    found = {one.moments[0].place.anchor: one for one in timeline(replace(RECORD, events=events)).stretches}
    assert [(found[anchor].date, found[anchor].until) for anchor in ("w-e1", "w-e2")] == [
        ("since May 2031", 1000),
        ("from May 2031 to July 2031", 824),
    ]


def test_rows_of_the_same_day_stand_together():
    same, place = replace(POSTED, when=DENIAL.when), Place(1, "Courier", "¶\u00a03", "w-e1")
    assert timeline(replace(RECORD, events=(same,))).stretches[0] == Stretch(
        "19 May 2031",
        (
            Moment("event", POSTED.what, "the article’s own voice", place, note="given"),
            Moment(
                "said", "that the voice on the alleged tape is hers", "Ilse Varga denies",
                Place(1, "Courier", "¶\u00a01", "w-s1"), 1, "given",
            ),
        ),
        left=0,
        width=500,
        exact=True,
    )  # fmt: skip


def test_undated_happenings_are_listed_and_undated_statements_counted():
    found = timeline(replace(RECORD, events=(replace(POSTED, when=None),)))
    assert ([one.text for one in found.undated], found.unplaced) == ([POSTED.what], 2)


def test_a_long_statement_is_shown_by_its_opening_words():
    long = replace(DENIAL, content_at=(DENIAL.content_at[0].__class__(19, 200),))
    text = timeline(replace(RECORD, statements=(long,))).stretches[1].moments[0].text
    assert text.endswith(" …")
    assert len(text) <= 112


def test_an_empty_record_has_an_empty_timeline():
    assert timeline(replace(RECORD, articles=(), statements=(), events=())) == Timeline()


def test_a_row_says_what_it_is_told_to_have_come_after():
    later = replace(POSTED, id="later", what="she left", when=None)
    told = replace(RECORD, events=(POSTED, later), links=(Link("told", "follows", "later", POSTED.id, "", POSTED.at),))
    assert [(one.text, one.after) for one in timeline(told).undated] == [("she left", (POSTED.what,))]
