"""A day of publication that becomes known later: all dates follow, and nothing is read again."""

from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.times import redate
from onrecord.findings.published import settle_published
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Annotated, Annotations
from onrecord.nouns.article import Article
from onrecord.nouns.when import UNKNOWN, When
from onrecord.pipeline import annotate
from tests import make

SENTENCES = (
    "The memo was posted on Monday and picked up a day later.",
    "Olm said last week that the mill had burnt down in March.",
    "The fair opens next month, on 7 October 2024.",
    "The urn was sold in 2019 and came back two years later.",
    "Reyes, who resigned earlier this year, will speak on Friday at 9 p.m.",
    "A vigil was held on Good Friday; another is due in the autumn.",
    "TORVIK, 10 June 2025 (Hill Agency) – The mayor left between March and May.",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map("\n\n".join)
days = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)


def published(text: str, day: str | None) -> Article:
    return make.article(text, published=day)


def read(article: Article, parser: Parser) -> Annotated:
    one = Annotated(article, annotate(article, parser))
    return Annotated(settle_published(one), one.annotations)


@settings(max_examples=20, deadline=None)
@given(texts, days, days)
def test_an_article_dated_later_is_as_if_it_had_been_dated_at_first(
    parser: Parser, text: str, before: str | None, after: str | None
):
    early, late = read(published(text, before), parser), read(published(text, after), parser)
    again = redate(Annotated(published(text, after), early.annotations))
    assert Annotated(settle_published(again), again.annotations) == late


@given(st.text(max_size=60), days)
def test_no_text_keeps_an_article_from_being_dated_later(text: str, day: str | None):
    article = published(f"{text}.", day)
    redate(Annotated(article, Annotations(article=article.id)))


def test_what_was_seen_is_kept_as_it_was(parser: Parser):
    one = read(published(" ".join(SENTENCES), None), parser)
    kept = msgspec.json.decode(msgspec.json.encode(one), type=Annotated)
    day = When("given", "2024-05-15", "2024-05-15", "2024-05-15")
    known = msgspec.structs.replace(one.article, published=day)
    assert one.article.published != UNKNOWN
    assert redate(Annotated(known, kept.annotations)) == redate(Annotated(known, one.annotations))
