import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.dossiers.assemble import assemble
from onrecord.dossiers.render import render
from onrecord.nouns.record import Event, Position, Record, Statement
from tests import make
from tests.dossiers.story import ARTICLE, RECORD, TAPE, TEXT
from tests.strategies import noun, records

HOSTILE = "<script>alert(1)</script>\r\n\r\n“\"'><img src=x onerror=alert(1)>” &amp; {{ 7*7 }} </style>\x0b\u202e"
VOID = {"meta", "rect", "use", "path", "circle", "br"}


class Page(HTMLParser):
    """What a page holds: ids, links, attributes, and the text of the blocks of its articles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text, self.depth, self.tags = "", 0, set[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        classes = (dict(attrs).get("class") or "").split()
        if tag not in VOID and (self.depth or "block" in classes):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth and tag not in VOID)

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth else ""

    def dead_links(self) -> set[str]:
        links = {value for _, name, value in self.attributes if name in ("href", "aria-labelledby")}
        return {link for link in links if link.removeprefix("#") not in self.ids}


def page_of(record: Record, title: str = "The tape") -> str:
    return render(assemble(record, title))


def test_the_text_of_an_article_comes_back_character_by_character():
    assert Page(page_of(RECORD)).text == TEXT


def test_every_link_opens_on_something_and_every_anchor_is_unique():
    page = Page(page_of(RECORD))
    assert page.dead_links() == set()
    assert len(page.ids) == len(set(page.ids))


def test_a_cell_opens_on_the_exact_words():
    page = page_of(RECORD)
    assert '<a class="value v-denies" href="#w-s1">' in page
    assert 'id="w-s1"></span><span class="r-source r-start m-s1">' not in page
    assert (
        '<span class="anchor" id="w-s1"></span><span class="r-source m-s1"><a href="#s1">Mayor Ilse Varga</a>' in page
    )


def test_words_lead_back_to_their_statement_and_the_statement_to_its_cell():
    page = page_of(RECORD)
    assert 'href="#s1" data-n="1"' in page
    assert '<dt>In the table</dt><dd><a class="exact" href="#p1">denies</a>' in page
    assert '<div class="stand" id="p1">' in page


def test_the_words_of_a_silence_lead_back_too():
    assert 'did not reply</a></span><a class="ref m-s3" href="#s3"' in page_of(RECORD)


def test_hostile_text_stays_text():
    article = make.article(HOSTILE, outlet=HOSTILE)
    record = make.record(replace(article, title=HOSTILE, url="javascript:alert(1)", author=HOSTILE))
    page = page_of(record, HOSTILE)
    assert Page(page).text == HOSTILE
    assert "script" not in Page(page).tags
    assert "javascript:" not in page


def test_the_page_asks_nothing_of_a_network():
    page = Page(page_of(RECORD))
    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "audio", "video"}
    assert {value[0] for _, name, value in page.attributes if name in ("href", "src")} == {"#"}
    assert not [name for _, name, _ in page.attributes if name == "style" or name.startswith("on")]


def test_the_policy_names_the_digest_of_the_style_and_allows_nothing_else():
    page = page_of(RECORD)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
    assert not re.search(r"url\(|@import", style)


def test_the_same_record_gives_the_same_bytes():
    assert page_of(RECORD) == page_of(replace(RECORD))


def test_the_place_a_source_was_taken_from_is_not_on_the_page():
    assert "test.txt" not in page_of(RECORD)


def test_an_empty_record_is_a_page_that_says_so():
    page = page_of(make.record())
    assert "This record holds no article." in page
    assert Page(page).dead_links() == set()
    assert "0 articles" not in page


def test_an_article_with_nothing_missing_says_so():
    page = page_of(make.record(make.article("It rained.", published="2031-05-20")))
    assert "Nobody was found to be named and not heard in this article" in page


def test_half_a_surrogate_pair_does_not_stop_the_page():
    assert page_of(make.record(replace(ARTICLE, outlet="\ud800"))).encode("utf-8")


def test_every_position_has_a_word_and_a_glyph_of_its_own():
    page = Page(page_of(RECORD))
    glyphs = [value for tag, name, value in page.attributes if (tag, name) == ("symbol", "id")]
    assert len(glyphs) == len(set(glyphs)) == 10


@given(records)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_record_is_too_odd_for_a_page(record: Record):
    assert page_of(record)


@pytest.mark.parametrize(("name", "kind"), [("statements", Statement), ("events", Event)])
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_links_hold_wherever_the_spans_lie(name: str, kind: type[Statement | Event], data: st.DataObject):
    found = data.draw(st.lists(st.tuples(noun(kind), st.sampled_from([ARTICLE.id, "gone"])), max_size=4))
    rows = tuple(replace(row, id=f"{name}{n}", article=held) for n, (row, held) in enumerate(found))
    standing = st.tuples(noun(Position), st.sampled_from(["events0", TAPE.id]), st.sampled_from([(), ("statements0",)]))
    positions = tuple(
        replace(row, about=about, statements=resting)
        for row, about, resting in data.draw(st.lists(standing, max_size=3))
    )
    page = Page(page_of(replace(RECORD, positions=positions, **{name: rows})))
    assert page.dead_links() == set()
    assert len(page.ids) == len(set(page.ids))
