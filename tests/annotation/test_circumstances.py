from collections.abc import Callable

import pytest

from onrecord.annotation.circumstances import find_circumstances
from onrecord.annotation.times import find_times
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Attribution, Circumstance
from onrecord.nouns.span import Span
from tests import make

Surround = Callable[..., Circumstance]


@pytest.fixture
def surround(parser: Parser) -> Surround:
    def surround(text: str, cue: str, *content: str) -> Circumstance:
        article = make.article(text, published="2024-05-15")
        parse = parser.parse(article)
        said = Attribution((make.at(text, cue),), make.spans(text, *content), None, "test", 1.0)
        return find_circumstances(article, parse, find_times(article, parse), (said,))[0]

    return surround


def words(span: Span | None, text: str) -> str | None:
    return None if span is None else span.of(text)


@pytest.mark.parametrize(
    ("text", "cue", "content", "addressee"),
    [
        ("Reyes told the Argus that it was his.", "told", "that it was his", "the Argus"),
        ("Reyes urged people to leave.", "urged", "to leave", "people"),
        ("“It is real,” Reyes said to reporters.", "said", "It is real,", "reporters"),
        ("Reyes told a news conference that it was his.", "told", "that it was his", None),
        ("Reyes asked whether it was his.", "asked", "whether it was his", None),
        ("Reyes said he had told the board.", "said", "he had told the board", None),
    ],
)
def test_the_addressee_is_who_is_spoken_to(surround: Surround, text: str, cue: str, content: str, addressee: str):
    assert words(surround(text, cue, content).addressee, text) == addressee


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The union said in a statement that it would strike.", "a statement"),
        ("The union said by email that it would strike.", "email"),
        ("The union said on its website that it would strike.", "its website"),
        ("The union said in June that it would strike.", None),
    ],
)
def test_the_medium_is_what_the_words_went_through(surround: Surround, text: str, medium: str | None):
    assert words(surround(text, "said", "that it would strike").medium, text) == medium


def test_an_occasion_and_a_place_are_told_apart(surround: Surround):
    text = "Speaking at a rally in Torvik, Reyes said it was his."
    assert words(surround("Reyes said at a rally that it was his.", "said", "that it was his").occasion, "") is not None
    assert surround(text, "said", "it was his").medium is None


@pytest.mark.parametrize(
    ("text", "content", "time"),
    [
        ("On Friday, Reyes said that it closed in May.", "that it closed in May", 0),
        ("Reyes said that it closed in May.", "that it closed in May", None),
        ("Reyes said last night that it closed in May.", "that it closed in May", 0),
        ("Reyes said on Tuesday it would close in May.", "it would close in May", 0),
        ("Asked about it on Tuesday, Reyes said it was his.", "it was his", 0),
    ],
)
def test_the_time_of_saying_is_not_the_time_of_what_is_said(surround: Surround, text: str, content: str, time: int):
    assert surround(text, "said", content).time == time


@pytest.mark.parametrize(
    ("text", "content", "kinds"),
    [
        ("Ruiz said she would sing unless it rained.", "she would sing unless it rained", ["unless"]),
        ("“If it rains, we stay. If not, we go,” Ruiz said.", "If it rains, we stay. If not, we go,", ["if", "if"]),
        ("Whether or not it rains, she would sing, Ruiz said.", "Whether or not it rains, she would sing", ["whether"]),
        ("“Pay the crew or we sail,” Ruiz said.", "Pay the crew or we sail,", ["or"]),
        ("Ruiz said she looked as if she knew.", "she looked as if she knew", []),
    ],
)
def test_every_condition_in_what_is_said_is_listed(surround: Surround, text: str, content: str, kinds: list[str]):
    assert [one.kind for one in surround(text, "said", content).conditions] == kinds


def test_hedges_are_the_words_that_keep_a_distance(surround: Surround):
    text = "Ruiz said the so-called letter was allegedly hers."
    found = surround(text, "said", "the so-called letter was allegedly hers").hedges
    assert [span.of(text) for span in found] == ["so-called", "allegedly"]


def test_each_of_many_cues_in_a_sentence_has_its_own_date_and_hedge(parser: Parser):
    text = "Reyes said on Monday the alleged leak was small, and Lund said on Tuesday the so-called dam was large."
    article = make.article(text, published="2024-05-15")
    parse = parser.parse(article)
    said = (
        make.attribution(text, "Reyes", "said", "the alleged leak was small"),
        Attribution((make.at(text, "said", 1),), make.spans(text, "the so-called dam was large"), None, "test", 1.0),
    )
    times = find_times(article, parse)
    found = find_circumstances(article, parse, times, said)
    assert [times[one.time].at.of(text) for one in found if one.time is not None] == ["Monday", "Tuesday"]
    assert [[at.of(text) for at in one.hedges] for one in found] == [["alleged"], ["so-called"]]
