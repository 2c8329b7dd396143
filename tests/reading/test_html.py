"""Pages at their edges: what is visible, how it is joined, and mark-up that is made to hurt."""

import re
import time

import pytest

from onrecord.errors import SourceError
from onrecord.nouns.article import Article
from onrecord.nouns.source import make_source
from onrecord.reading import read

STORY = "The mayor said on Friday that the bridge would be closed all summer, and that nobody had been asked."
P = f"<p>{STORY}</p>"


def read_page(markup: str) -> Article:
    return read(make_source("test.html", "text/html", f"<html><body>{markup}</body></html>".encode()))


def words(markup: str) -> str:
    return read_page(markup).text


def kinds(markup: str) -> list[str]:
    return [part.kind for part in read_page(markup).parts]


def test_inline_elements_are_joined_and_white_space_collapses() -> None:
    assert words("<p>The <b>may</b>or\n\t said  <i>no</i> .</p>") == "The mayor said no ."


def test_no_break_spaces_soft_hyphens_and_zero_width_marks_are_kept() -> None:
    assert words("<p>40&nbsp;000 fun&shy;ny&#8203;cars</p>") == "40\u00a0000 fun\u00adny\u200bcars"


def test_a_line_break_stays_and_two_of_them_part_blocks() -> None:
    assert words("<div>one<br>two<br><br> three<br/>&#32;<br/>four</div>") == "one\ntwo\n\nthree\n\nfour"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x()</script>",
        "<style>p{}</style>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<p hidden>x</p>",
        '<p style="display : none">x</p>',
        '<span aria-hidden="true">x</span>',
        "<!-- x -->",
        '<span class="sr-only">x</span>',
        "<svg><text>x</text></svg>",
        "<iframe>x</iframe>",
        "<select><option>x</option></select>",
    ],
)
def test_what_a_reader_does_not_see_is_not_text(hidden: str) -> None:
    assert words(f"{hidden}<p>seen</p>") == "seen"


def test_a_page_saved_under_an_open_dialog_is_still_seen() -> None:
    assert words(f'<div aria-hidden="true">{P}</div>') == STORY


def test_a_paragraph_in_a_drawing_that_was_never_closed_is_seen() -> None:
    assert words(f"<svg><g><title>icon</title>{P}") == STORY


def test_the_description_of_a_picture_is_seen_only_where_no_caption_says_the_same() -> None:
    figure = '<figure><img alt="The old bridge at low water"><figcaption>{}</figcaption></figure>'
    same, other = figure.format("The old bridge at low water."), '<img alt="The old bridge at low water">'
    assert [
        words(f"{P}{same}{P[:-30]}</p>").count("low water"),
        words(f"{P}{other}{P[:-30]}</p>").count("low water"),
    ] == [1, 1]


def test_a_class_that_would_throw_out_the_story_is_not_believed() -> None:
    markup = (
        f'<div class="sidebar comments"><h1>Bridge closed all summer</h1>{P}<p>It had been open since 1911.</p></div>'
    )
    assert kinds(markup) == ["headline", "paragraph", "paragraph"]


def test_a_form_around_the_whole_page_is_not_furniture() -> None:
    assert kinds(f"<form><h1>Bridge closed all summer</h1>{P}</form>") == ["headline", "paragraph"]


def test_the_heading_that_agrees_with_the_title_is_the_headline() -> None:
    markup = f"<title>Bridge closed | The Star</title><h1>The Star</h1><h2>Bridge closed</h2>{P}"
    assert (read_page(markup).title, read_page(markup).outlet) == ("Bridge closed", "The Star")


def test_a_correction_in_the_foot_of_a_page_is_not_lost() -> None:
    notice = "<p>This article was amended on 4 May to correct a name.</p>"
    markup = f"<h1>Bridge closed</h1>{P}<footer>{notice}<p>About us</p></footer>"
    assert kinds(markup) == ["headline", "paragraph", "correction", "furniture"]


def test_xhtml_s_empty_elements_do_not_swallow_the_page() -> None:
    page = f'<?xml version="1.0" encoding="utf-8"?><html><body><script src="x"/><div/>{P}</body></html>'
    assert read(make_source("x", "text/html", page.encode())).text == STORY


def test_entities_are_not_opened() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "aaaa">]><p>one &x; &a; two</p>'
    assert "two" in words(page)
    assert "aaaa" not in words(page)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + P,
        "<div " + " ".join(f"a{i}" for i in range(200_000)) + ">" + P,
    ],
    ids=["nested", "attributes"],
)
def test_a_page_built_to_exhaust_its_reader_is_refused_in_one_line(markup: str) -> None:
    with pytest.raises(SourceError, match=r"^(is nested|has a tag)[^\n]*save its text as \.txt$"):
        read_page(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b><i>The bridge is closed " * 3000,
        "word<br>" * 20_000,
        "<br>" * 20_000 + P,
        '<img alt="a b c d e">' * 5000 + P,
        "&amp;&nbsp;&bogus;&#0;&#x110000;" * 10_000,
        "<a href=x>Another story of the day</a> " * 5000 + P,
        '<div class="share byline">' * 900 + P,
        "<table><tr><td>" * 300 + P,
        P + "<!--" * 10_000,
        "</p></div></table>" * 5000 + P,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + P,
        "\0" * 1000 + P,
    ],
)  # fmt: skip
def test_odd_markup_takes_time_by_its_length(markup: str) -> None:
    started = time.process_time()
    article = read_page(markup + "<p>end")
    assert "".join(part.at.of(article.text) for part in article.parts) == article.text
    assert time.process_time() - started < 10


def test_a_page_without_visible_words_is_refused() -> None:
    with pytest.raises(SourceError, match="shows no text"):
        read_page("<script>render()</script><div id=app></div>")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>Jo Abara</span><span>Aug 14, 2020</span>", "Jo Abara Aug 14, 2020"),
        ("<a>Reply</a><a>Report</a>", "Reply Report"),
        ("<span>May 3, 2020</span><span><b>Updated</b></span>", "May 3, 2020 Updated"),
        ("<time>May 3, 2020</time><span>4 min read</span>", "May 3, 2020 4 min read"),
    ],
)
def test_elements_that_style_alone_parts_are_parted(markup: str, text: str) -> None:
    assert words(f"<p>{markup}</p>") == text


@pytest.mark.parametrize(
    "markup",
    ["<span>M</span><span>ayor</span>", "Mc<b>Coy</b>", "CO<sub>2</sub>", "<i>re</i><b>Start</b>", "<a>4</a><a>K</a>",
     "<span>T</span><span>HE</span>", "<span>20</span><span>20</span>", "i<span>Tower</span>"],
)  # fmt: skip
def test_elements_inside_a_word_are_joined(markup: str) -> None:
    assert words(f"<p>{markup}</p>") == re.sub("<.*?>", "", markup)


def test_the_note_above_a_report_that_corrects_it_is_a_correction() -> None:
    notes = ("(Corrects the amount in the second paragraph)", "(Refiles to correct the spelling of a name)")
    assert kinds("<h1>Bridge closed</h1>" + "".join(f"<p>{note}</p>" for note in notes) + P) == [
        "headline", "correction", "correction", "paragraph",
    ]  # fmt: skip


def test_what_a_page_says_while_it_loads_and_how_long_it_takes_is_no_report() -> None:
    lines = "<p>Loading ad…</p><p>4 min read</p><p>May 3, 2020 · 4 min read</p>"
    assert kinds(f"<h1>Bridge closed</h1>{lines}{P}") == ["headline", "furniture", "furniture", "dateline", "paragraph"]


def test_a_byline_with_its_day_names_its_author_alone() -> None:
    head = '<div class="meta"><span>By Jo Abara</span><time>Aug 14, 2020</time></div>'
    article = read_page(f"<h1>Bridge closed</h1>{head}{P}")
    assert ([part.kind for part in article.parts], article.author) == (["headline", "byline", "paragraph"], "Jo Abara")
