"""Laws of reading: nothing is lost, nothing overlaps, nothing raises."""

import json

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.nouns.article import Article
from onrecord.nouns.source import make_source
from onrecord.reading import read

TAGS = ("p", "div", "h1", "b", "li", "table", "td", "br", "svg", "script", "nav", "figure", "a href=x", "time", "aside")
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]), st.text(max_size=40)
    ),
    max_size=40,
).map("".join)


def try_read(body: bytes, media: str) -> Article | None:
    try:
        return read(make_source("test", media, body))
    except SourceError:
        return None


def covers(article: Article) -> bool:
    return "".join(part.at.of(article.text) for part in article.parts) == article.text


@settings(deadline=None)
@given(st.text(min_size=1))
def test_the_parts_of_a_text_cover_it_whole(text: str) -> None:
    article = try_read(text.encode("utf-8", "replace"), "text/plain")
    assert article is None or covers(article)


@settings(deadline=None)
@given(MARKUP)
def test_the_parts_of_any_markup_cover_its_text(markup: str) -> None:
    article = try_read(markup.encode("utf-8", "replace"), "text/html")
    assert article is None or covers(article)


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["text/plain", "text/html"]))
def test_no_bytes_raise_anything_but_a_source_error(body: bytes, media: str) -> None:
    article = try_read(body, media)
    assert article is None or covers(article)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
def test_a_text_is_kept_to_the_character(text: str) -> None:
    article = try_read(text.encode(), "text/plain")
    assert article is None or article.text == text


@settings(deadline=None)
@given(MARKUP, st.text(alphabet=st.characters(), max_size=20))
def test_what_is_read_can_always_be_written(markup: str, name: str) -> None:
    linked = json.dumps({"@type": "NewsArticle", "author": name, "publisher": {"name": name}, "datePublished": name})
    page = f'<script type="application/ld+json">{linked}</script>{markup}'
    article = try_read(page.encode("utf-8", "surrogatepass"), "text/html")
    assert article is None or msgspec.json.encode(article).decode()
