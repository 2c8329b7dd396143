from msgspec.structs import replace

from onrecord.dossiers.chronology import make_timeline
from onrecord.dossiers.register import make_register
from onrecord.nouns.dossier import Moment, Place, Stretch, Timeline
from onrecord.nouns.record import Record
from tests.dossiers.story import DENIAL, POSTED, RECORD


def timeline(record: Record) -> Timeline:
    return make_timeline(record, make_register(record))


def test_a_month_is_a_band_over_the_days_in_it():
    posted, denied, published = timeline(RECORD).stretches
    assert [(one.date, one.left, one.width, one.overlaps) for one in (posted, denied, published)] == [
        ("May 2031", 0, 1000, 2),
        ("19 May 2031", 250, 250, 0),
        ("20 May 2031", 500, 250, 0),
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
