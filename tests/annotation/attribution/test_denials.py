import pytest

from onrecord.models.parser import Parser
from tests.annotation.attributing import said

NOBODY = [
    "Neither Moss nor Ada Kerr said the ledger was genuine.",
    "Nobody at the depot said the ledger was a forgery.",
    "No councillor has claimed that the ledger was a forgery.",
    "Few drivers said that the ledger was real.",
    "None of the clerks admitted copying the ledger.",
    "Neither she nor the treasurer has denied that the ledger was real.",
    "“The ledger is a forgery,” nobody at the depot said.",
    "According to no one at the depot, the ledger is real.",
]
UNSAID = [
    "Kerr stopped short of saying the ledger was a forgery.",
    "Kerr left without saying that the ledger was a forgery.",
    "Kerr did not claim that the ledger was a forgery.",
    "Kerr did not accuse the clerk of forging the ledger.",
    "Nor did Kerr say the ledger was a forgery.",
]
ASKED = [
    "Did Kerr say the ledger was a forgery?",
    "Has Kerr admitted that the ledger was a forgery?",
    "It is unclear whether Kerr told the auditors the ledger was a forgery.",
]
OF_THINGS = ["A ledger said to list bribes was burned.", "The ledger, said to belong to Moss, is a forgery."]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says_nothing(text: str, parser: Parser) -> None:
    assert said(text, parser) == []


@pytest.mark.parametrize("text", UNSAID)
def test_what_was_not_said_is_no_statement(text: str, parser: Parser) -> None:
    assert said(text, parser) == []


@pytest.mark.parametrize("text", ASKED)
def test_a_question_of_the_writer_is_no_statement(text: str, parser: Parser) -> None:
    assert said(text, parser) == []


@pytest.mark.parametrize("text", OF_THINGS)
def test_a_thing_of_which_something_is_said_says_nothing(text: str, parser: Parser) -> None:
    assert said(text, parser) == []


def test_what_did_not_come_about_is_no_statement(parser: Parser) -> None:
    text = "Had Kerr admitted forging the ledger, auditors said, she would have lost her post."
    assert [source for source, _, _ in said(text, parser)] == ["auditors"]


def test_who_was_asked_did_not_ask(parser: Parser) -> None:
    text = "Asked whether the ledger was real, treasurer Moss said: “It is a forgery.”"
    assert said(text, parser) == [("treasurer Moss", "said", ("It is a forgery.",))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Not only Moss but also Kerr said the ledger was real.", "Kerr"),
        ("A few drivers said that the ledger was real.", "A few drivers"),
        ("Only on Friday did Kerr admit that the ledger was real.", "Kerr"),
        ("Kerr did not mention the ledger.", "Kerr"),
        ("Kerr never denied that the ledger was real.", "Kerr"),
    ],
)
def test_who_only_sounds_like_nobody_still_speaks(text: str, source: str, parser: Parser) -> None:
    assert [one for one, _, _ in said(text, parser)] == [source]
