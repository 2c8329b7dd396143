"""Saved pages in the manner of a dozen publishers: what each part is, who made it, and what the page says of itself."""

import tomllib
from pathlib import Path

import pytest

from onrecord.intake import take
from onrecord.nouns.article import Article
from onrecord.nouns.source import Source
from onrecord.reading import read

PAGES = Path(__file__).parent / "pages"
EXPECTED = tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))
FIELDS = ("outlet", "title", "author", "url", "language")


def read_page(name: str) -> Article:
    (source,) = take([str(PAGES / f"{name}.html")])
    assert isinstance(source, Source)
    return read(source)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_part_of_a_page_is_what_a_reader_would_call_it(name: str) -> None:
    article = read_page(name)
    wanted = EXPECTED[name]["parts"]
    words = [part.at.of(article.text).strip().replace("\n", " / ") for part in article.parts]
    found = [[part.kind, text[: len(want[1])]] for part, text, want in zip(article.parts, words, wanted, strict=False)]
    assert (found, len(words)) == (wanted, len(wanted))


@pytest.mark.parametrize("name", EXPECTED)
def test_the_makers_of_a_page_are_credited_at_their_names(name: str) -> None:
    article = read_page(name)
    assert [[one.act, one.at.of(article.text)] for one in article.credits] == EXPECTED[name]["credits"]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_says_who_published_it_and_when(name: str) -> None:
    article = read_page(name)
    assert {field: getattr(article, field) for field in FIELDS} == {
        field: EXPECTED[name].get(field) for field in FIELDS
    }
    assert article.published.edtf == EXPECTED[name].get("published")


@pytest.mark.parametrize("name", EXPECTED)
def test_the_parts_of_a_page_cover_its_text(name: str) -> None:
    article = read_page(name)
    assert "".join(part.at.of(article.text) for part in article.parts) == article.text


def test_every_page_of_the_folder_is_expected() -> None:
    assert sorted(EXPECTED) == sorted(path.stem for path in PAGES.glob("*.html"))
