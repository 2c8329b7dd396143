import pytest
from lxml import etree

from onrecord.nouns.source import Given, make_source
from onrecord.nouns.when import UNKNOWN, When
from onrecord.reading import read
from onrecord.reading.metadata import Metadata, read_metadata

BODY = "<body><h1>Bridge closed</h1><p>The bridge was closed on 3 May 2019, the mayor said, and would stay closed.</p>"


def read_head(head: str) -> Metadata:
    return read_metadata(etree.fromstring(f"<html><head>{head}</head>{BODY}</html>", etree.HTMLParser()))


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_the_field_that_gave_the_day_is_named() -> None:
    found = read_head('<meta property="article:published_time" content="2024-05-03T00:15:00+02:00">').published
    because = "the page's meta article:published_time: 2024-05-03T00:15:00+02:00"
    assert found == When("stated", edtf="2024-05-03", earliest="2024-05-03", latest="2024-05-03", because=because)


@pytest.mark.parametrize(
    "head",
    [
        linked('{"@type":"NewsArticle","datePublished":"2024-05-03"}'),
        linked(
            '{"@graph":[{"@type":"WebPage"},{"@type":["ReportageNewsArticle"],"datePublished":"2024-05-03T10:00Z"}]}'
        ),
        linked('[{"@type":"http://schema.org/NewsArticle","datePublished":"May 3, 2024"}]'),
        linked('{"@type":"NewsArticle",\n"x":"line\nbreak","datePublished":"2024-05-03"};'),
        linked("{not json") + '<meta name="date" content="3 May 2024">',
        '<meta name="DC.date.issued" content="20240503">',
        '<meta itemprop="datePublished" content="2024/5/3">',
        '<meta name="site.articleDate" content="Fri, 03 May 2024 10:00:00 GMT">',
        '<link rel="canonical" href="https://star.example/news/2024/05/03/bridge">',
    ],
)
def test_a_day_is_found_wherever_publishers_write_it(head: str) -> None:
    found = read_head(head).published
    assert found is not None
    assert found.edtf == "2024-05-03"


def test_a_day_in_the_prose_or_written_in_two_ways_is_no_publication_date() -> None:
    assert [read_head(head).published for head in ("", '<meta name="date" content="03/05/2024">')] == [None, None]


def test_what_the_user_gave_outranks_the_page() -> None:
    page = f'<meta property="og:site_name" content="The Star"><meta name="date" content="2024-05-03">{BODY}'
    given = Given(outlet="The Morning Star", published="2024-05-04")
    article = read(make_source("x", "text/html", page.encode(), given=given))
    assert (article.outlet, article.published.edtf, article.published.basis) == (
        "The Morning Star",
        "2024-05-04",
        "given",
    )


def test_without_any_date_the_day_stays_open() -> None:
    assert read(make_source("x", "text/html", BODY.encode())).published == UNKNOWN


def test_authors_publisher_address_and_language_come_from_linked_data() -> None:
    authors = '"author":[{"name":"Ana Lund"},"Bo Vey",{"name":"Ana Lund"}]'
    others = '"publisher":{"name":"The Star"},"mainEntityOfPage":{"@id":"https://star.example/b"},"inLanguage":"en-GB"'
    found = read_head(linked(f'{{"@type":"NewsArticle","headline":"Bridge closed",{authors},{others}}}'))
    stated = (found.author, found.outlet, found.url, found.language)
    assert stated == ("Ana Lund, Bo Vey", "The Star", "https://star.example/b", "en-GB")


def test_an_address_that_is_no_web_address_is_not_kept() -> None:
    assert read_head('<link rel="canonical" href="file:///home/somebody/page.html">').url is None


@pytest.mark.parametrize("value", ["0000-00-00", "2024-13-40", "9" * 50, "yesterday", "\u0663\u0660", ""])
def test_a_value_that_is_no_day_gives_none(value: str) -> None:
    assert read_head(f'<meta name="date" content="{value}">').published is None


def test_half_a_character_in_linked_data_does_not_reach_the_article() -> None:
    head = linked(r'{"@type":"NewsArticle","publisher":{"name":"X\udfff"},"author":"\ud83d\ude00 Ana"}')
    found = read_head(head)
    assert (found.outlet, found.author) == ("X\ufffd", "\U0001f600 Ana")


def test_a_field_without_a_day_does_not_hide_a_later_one_of_its_name() -> None:
    days = ("0000-00-00T00:00:00", "2024-05-03T10:00:00Z", "2024-05-09")
    found = read_head("".join(f'<meta property="article:published_time" content="{day}">' for day in days)).published
    assert found is not None
    assert found.edtf == "2024-05-03"
