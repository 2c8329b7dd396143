import pytest

from onrecord.models.parser import Parser
from onrecord.nouns.record import Act, Attitude, Mode
from tests import make
from tests.annotation.attributing import readings_in

ACTS: list[tuple[str, Act]] = [
    ("“The tape is mine,” she said.", "confirm"),
    ("Mr Holt said that was untrue.", "deny"),
    ("“I have never sent a message like that,” he told the paper.", "deny"),
    ("He said that his client had not recorded the message.", "deny"),
    ("She said she had not watched the video.", "assert"),
    ("“Are these emails real?” he asked.", "ask"),
    ("A student asked if the case was worth learning.", "ask"),
    ("The board asked viewers to send them in.", "urge"),
    ("The priests demanded that the letter be published.", "demand"),
    ("“Unless he resigns, everyone will hear it,” she said.", "threaten"),
    ("The force said it would publish what it found.", "promise"),
    ("“I was wrong about the footage,” the officer said.", "correct"),
    ("“I do not comment on a case before the board,” she replied.", "decline"),
    ("Council rules say reports must be published in time.", "rule"),
    ("The union warned of a strike.", "warn"),
    ("The analyst forecast that the fund would collapse.", "predict"),
    ("The choir accused its agent of inventing a tour.", "accuse"),
    ("She called the memo a clumsy joke.", "express"),
    ("The firm did not deny that the tape was real.", "neither"),
    ("“I will not tell you that it is real and I will not tell you that it is not,” she said.", "neither"),
    ("Whether or not the fax was sent, the deadline had passed, the clerk said.", "assert"),
]
MODES: list[tuple[str, Mode]] = [
    ("“The tape is mine,” she said.", "direct"),
    ("She called the memo “a clumsy joke”.", "mixed"),
    ("She said the tape was a fake.", "indirect"),
    ("She declined to comment.", "none"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_the_act_follows_from_cue_and_content(text: str, act: Act, parser: Parser) -> None:
    assert [one.act for one in readings_in(text, parser)] == [act]


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_the_mode_follows_from_the_marks(text: str, mode: Mode, parser: Parser) -> None:
    assert [one.mode for one in readings_in(text, parser)] == [mode]


def test_beliefs_are_held_and_statements_said(parser: Parser) -> None:
    text = "He believes that the reply exists. He says that it is lost."
    assert [one.attitude for one in readings_in(text, parser)] == ["held", "said"]


def test_brackets_and_ellipses_inside_a_quotation_are_marked(parser: Parser) -> None:
    text = "“We kept it [in the vault] for years … and then it was gone,” she said."
    (one,) = readings_in(text, parser)
    assert [span.of(text) for span in (*one.inserted, *one.omitted)] == ["[in the vault]", "…"]


def test_the_quoted_part_leaves_out_its_marks(parser: Parser) -> None:
    text = "The coach called the dossier “a bad novel”."
    assert [span.of(text) for span in readings_in(text, parser)[0].quoted] == ["a bad novel"]


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("She said that any such recordings were worthless.", True),
        ("“Faked audio is a danger to everyone,” he said.", True),
        ("She said that the recording was worthless.", False),
        ("She said that it was raining.", False),
    ],
)
def test_a_statement_about_a_class_of_things_is_general(text: str, general: bool, parser: Parser) -> None:  # noqa: FBT001
    assert [one.general for one in readings_in(text, parser)] == [general]


@pytest.mark.parametrize("text", ["Leaked ledger is forged, auditor says", "Tape was doctored, mayor says"])
def test_a_headline_without_its_article_speaks_of_one_thing(text: str, parser: Parser) -> None:
    assert [one.general for one in readings_in(text, parser, "headline")] == [False]


@pytest.mark.parametrize(
    ("content", "attitude"), [("that the ledger was real", "said"), ("a guess about the ledger", "held")]
)
def test_a_clause_after_an_unknown_verb_is_said_and_anything_less_held(
    content: str, attitude: Attitude, parser: Parser
) -> None:
    text = f"Kerr hazarded {content}."
    links = (make.link(text, "Kerr", "hazarded", content, act="express"),)
    assert [one.attitude for one in readings_in(text, parser, links=links)] == [attitude]


def test_what_can_only_be_done_by_words_is_said_whatever_its_content(parser: Parser) -> None:
    text = "Kerr hazarded a guess about the ledger."
    links = (make.link(text, "Kerr", "hazarded", "a guess about the ledger", act="predict"),)
    assert [(one.act, one.attitude) for one in readings_in(text, parser, links=links)] == [("predict", "said")]


@pytest.mark.parametrize("act", ["neither", "decline", "silent", "no-reply"])
def test_an_unknown_cue_with_content_is_no_silence(act: Act, parser: Parser) -> None:
    text = "Kerr hazarded that the ledger was old."
    links = (make.link(text, "Kerr", "hazarded", "that the ledger was old", act=act),)
    assert [(one.act, one.attitude) for one in readings_in(text, parser, links=links)] == [("express", "said")]


def test_the_sense_of_a_known_cue_goes_before_the_engines(parser: Parser) -> None:
    text = "Kerr denied copying the ledger."
    links = (make.link(text, "Kerr", "denied", "copying the ledger", act="promise", attitude="held"),)
    assert [(one.act, one.attitude) for one in readings_in(text, parser, links=links)] == [("deny", "said")]


def test_what_is_said_in_an_interview_is_said(parser: Parser) -> None:
    text = (
        "The Gown: Have you read it?\n\nLund: The log is real, I am sorry to say.\n\nThe Gown: Thank you.\n\nLund: No."
    )
    assert {one.attitude for one in readings_in(text, parser)} == {"said"}
