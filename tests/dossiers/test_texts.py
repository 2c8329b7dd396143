from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.dossiers.register import make_register
from onrecord.dossiers.texts import make_texts
from onrecord.nouns.article import Article, Part, PartKind
from onrecord.nouns.dossier import Detail, Text
from onrecord.nouns.record import Record
from onrecord.nouns.when import When
from tests import make
from tests.dossiers.story import ARTICLE, RECORD

KINDS: tuple[PartKind, ...] = ("headline", "paragraph", "furniture")
parts = st.lists(st.builds(Part, st.sampled_from(KINDS), st.integers(0, 60), st.integers(0, 60)), max_size=5).map(tuple)


def texts(record: Record) -> tuple[Text, ...]:
    return make_texts(record, make_register(record))


def joined(text: Text) -> str:
    blocks = [block for run in text.runs for block in run]
    return "".join(one.text for block in blocks for one in (*block.fragments, *block.space))


def test_the_blocks_joined_are_the_article():
    assert joined(texts(RECORD)[0]) == ARTICLE.text


@given(st.text(max_size=80), parts)
def test_no_character_is_lost_whatever_the_parts_say(text: str, parts: tuple[Part, ...]):
    article = Article(id="a", text=text, parts=parts)
    assert joined(texts(make.record(article))[0]) == text


def test_paragraphs_are_numbered_and_furniture_runs_apart():
    runs = texts(RECORD)[0].runs
    assert [[(block.kind, block.number) for block in run] for run in runs] == [
        [("headline", None), ("paragraph", 1), ("paragraph", 2), ("paragraph", 3)],
        [("furniture", None)],
        [("correction", None)],
    ]


def test_an_unknown_day_of_publication_says_why():
    article = replace(ARTICLE, published=When("inferred", because="the text gives no clue"))
    assert texts(make.record(article))[0].details == (Detail("Published", "date not stated", "the text gives no clue"),)


def test_an_address_that_is_no_web_address_is_left_out():
    article = replace(ARTICLE, url="javascript:alert(1)", author="R. Sand")
    terms = [one.term for one in texts(make.record(article))[0].details]
    assert terms == ["Published", "Author"]


def test_a_title_that_the_headline_repeats_is_set_once():
    article = replace(ARTICLE, title="Mayor denies tape")
    assert [texts(make.record(one))[0].title for one in (article, replace(article, title="The tape"))] == [
        "",
        "The tape",
    ]


def test_two_articles_of_one_outlet_are_told_apart():
    later = replace(ARTICLE, id="later", version_of=ARTICLE.id)
    found = texts(make.record(ARTICLE, later))
    assert [one.outlet for one in found] == ["Courier (1)", "Courier (2)"]
    assert found[1].details[-1] == Detail("A later version of", "article 1, Courier")
