import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.quotes import find_quotes
from onrecord.models.parser import Parser, load_parser
from onrecord.nouns.parse import Parse
from tests import make
from tests.annotation.attributing import attributions_in, in_words, said

PIECES = (
    "“",
    "”",
    '"',
    "‘",
    "she said",
    "It is real",
    ", ",
    ". ",
    "\n\n",
    "denied that",
    "according to Ms Varga",
    "told him ",
)


def test_according_to_needs_no_verb(parser: Parser) -> None:
    assert said("According to the union, two shifts were cut.", parser) == [
        ("the union", "According to", ("two shifts were cut.",))
    ]


def test_a_noun_attributes_where_it_has_an_owner(parser: Parser) -> None:
    assert said("The ministry's denial of the deal came late.", parser) == [("The ministry", "denial", ("the deal",))]


def test_a_light_verb_with_a_cue_noun_attributes(parser: Parser) -> None:
    text = "The mayor voiced concern that the tape was cut."
    assert said(text, parser) == [("The mayor", "voiced concern", ("that the tape was cut",))]


def test_a_headline_gives_its_speaker_before_a_colon(parser: Parser) -> None:
    text = "Mayor: That is not my voice"
    assert said(text, parser, "headline") == [("Mayor", ":", ("That is not my voice",))]


def test_a_topic_before_a_colon_is_no_speaker(parser: Parser) -> None:
    assert said("Flood report: Homes are at risk", parser, "headline") == []


def test_the_second_verb_of_a_headline_has_the_first_ones_subject(parser: Parser) -> None:
    text = "Haldane Copper confirms leaked minutes, denies warning was ignored"
    assert [one[:2] for one in said(text, parser, "headline")] == [
        ("Haldane Copper", "confirms"), ("Haldane Copper", "denies")
    ]  # fmt: skip


def test_an_interview_is_attributed_by_its_labels(parser: Parser) -> None:
    text = "Post: Is it real?\n\nLund: Yes.\n\nI made it.\n\nPost: When?\n\nLund: In May."
    assert [(source, content) for source, _, content in said(text, parser)] == [
        ("Post", ("Is it real?",)), ("Lund", ("Yes.", "I made it.")), ("Post", ("When?",)), ("Lund", ("In May.",))
    ]  # fmt: skip


def test_an_utterance_inside_anothers_words_points_at_it(parser: Parser) -> None:
    text = "Baker told the tribunal that the driver had warned her the brakes were gone."
    outer, inner = attributions_in(text, parser)
    assert (in_words(text, outer)[0], outer.inside, in_words(text, inner)[0], inner.inside) == (
        "Baker", None, "the driver", 0
    )  # fmt: skip


def test_nothing_is_attributed_in_corrections_and_furniture(parser: Parser) -> None:
    assert said("An earlier version said that the tape was real.", parser, "correction") == []


def test_a_link_in_a_correction_notice_is_dropped(parser: Parser) -> None:
    text = "An earlier version said that the tape was real.\n\nLund said that it was cut."
    links = (
        make.link(text, "An earlier version", "said", "that the tape was real"),
        make.link(text, "Lund", "Lund said", "that it was cut"),
    )
    assert said(text, parser, "correction", links) == [("Lund", "Lund said", ("that it was cut",))]


def test_attributions_stand_in_the_order_of_the_text(parser: Parser) -> None:
    text = "The dam cracked, Lund said. Varga denied it. According to Holt, nobody saw it."
    assert [source for source, _, _ in said(text, parser)] == ["Lund", "Varga", "Holt"]


def test_an_article_without_words_has_none() -> None:
    assert find_attributions(make.article(""), Parse(), ()) == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_odd_marks_never_raise_and_every_link_points_at_another(pieces: list[str]) -> None:
    article = make.article("".join(pieces))
    found = find_attributions(article, load_parser().parse(article), find_quotes(article))
    for at, one in enumerate(found):
        assert one.inside != at
        assert one.inherits is None or one.inherits < at
        assert one.cue or one.content


def test_what_somebody_calls_a_thing_ends_where_the_sentence_goes_on_about_it(parser: Parser) -> None:
    text = "Paul Greer said that what the ministry called an accident was murder."
    links = (
        make.link(text, "Paul Greer", "said", "that what the ministry called an accident was murder"),
        make.link(text, "the ministry", "called", "an accident was murder", outer=False),
    )
    assert ("the ministry", "called", ("an accident",)) in said(text, parser, links=links)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The allegedly doped horse, as the rival stable puts it, ran again.", "The allegedly doped horse"),
        ("The horse was doped, as the rival stable puts it.", "The horse was doped"),
        ("As the rival stable puts it, the horse was doped.", "the horse was doped"),
    ],
)
def test_who_puts_it_so_is_a_source(text: str, content: str, parser: Parser) -> None:
    assert [(who, what[0]) for who, _, what in said(text, parser) if what] == [("the rival stable", content)]


def test_what_a_finding_says_inside_somebodys_words_is_told_by_it_whatever_the_network_sees(parser: Parser) -> None:
    text = "Ida Holm said an audit had found that the tubes were swapped."
    links = (make.link(text, "Ida Holm", "said", "an audit had found that the tubes were swapped"),)
    assert [who for who, _, _ in said(text, parser, links=links)] == ["Ida Holm", "an audit"]
