from onrecord.models.parser import Parser
from tests.annotation.people import who

STORY = "Hana Pell mourned her son, Ivo. Ms Pell took the boy to a clinic in May. The child slept."


def test_who_is_her_son_is_the_boy_and_the_child(parser: Parser) -> None:
    found = who(STORY, parser)
    assert found["Ivo"] == found["the boy"] == found["The child"] == "her son"


def test_kin_is_known_both_ways(parser: Parser) -> None:
    text = "Jon Pell spoke of his daughter, Ada Pell. Ada Pell then defended her father."
    assert who(text, parser)["her father"] == "Jon Pell"


def test_of_two_who_are_alike_neither_is_taken(parser: Parser) -> None:
    text = "Ada Brill, an attorney, met Tom Pike, a solicitor. The lawyer left."
    assert who(text, parser)["The lawyer"] == "The lawyer"
