import pytest

from onrecord.models.parser import Parser
from tests.annotation.people import who


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("Bel Okonjo, the club's chairwoman, left.", "the club's chairwoman", "Bel Okonjo"),
        ("Its spokeswoman, Lisbet Crane, left.", "Its spokeswoman", "Lisbet Crane"),
        ("Bel Okonjo is the chairwoman.", "the chairwoman", "Bel Okonjo"),
        ("The landlord of the Swan's Arms, Kit Varley, left.", "The landlord of the Swan's Arms", "Kit Varley"),
        ("A mother of one recruit, Ana Pell, left.", "A mother of one recruit", "Ana Pell"),
    ],
)
def test_a_description_beside_a_name_is_the_same_person(text: str, description: str, name: str, parser: Parser) -> None:
    found = who(text, parser)
    assert found[description] == found[name]


def test_a_possessive_says_whose_and_not_who(parser: Parser) -> None:
    found = who("Tomas Rieck's lawyer, Dag Molin, left.", parser)
    assert (found["Tomas Rieck"], found["Dag Molin"]) == ("Tomas Rieck", "Tomas Rieck's lawyer")


def test_is_not_ties_nobody(parser: Parser) -> None:
    found = who("Bel Okonjo is not the chairwoman.", parser)
    assert found["the chairwoman"] == "the chairwoman"


def test_a_woman_is_nobodys_son(parser: Parser) -> None:
    found = who("Mrs Arkwright, the son, left.", parser)
    assert found["Mrs Arkwright"] != found["the son"]
