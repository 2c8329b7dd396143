import pytest

from onrecord.models.parser import Parser
from tests.annotation.people import offices_in


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Sports Minister Pavel Drumm left.", ("Sports Minister", None, "current")),
        ("Rovers owner Jan Rieck left.", ("owner", "Rovers", "current")),
        ("Bel Okonjo, the club's chairwoman, left.", ("chairwoman", "club", "current")),
        ("Tove Lund, president of the Harbour Board, left.", ("president", "Harbour Board", "current")),
        ("Former treasurer Ann Marsh left.", ("treasurer", None, "former")),
        ("The then-mayor, Ann Marsh, left.", ("mayor", None, "then")),
        ("Incoming governor Ann Marsh left.", ("governor", None, "next")),
        ("Ann Marsh, who chairs the town council, left.", ("chair", "town council", "current")),
        ("Ann Marsh, who led the town council, left.", ("leader", "town council", "former")),
    ],
)
def test_an_office_has_a_title_a_body_and_a_time(
    text: str, office: tuple[str, str | None, str], parser: Parser
) -> None:
    assert offices_in(text, parser) == [office]


@pytest.mark.parametrize("text", ["Mr Holt left.", "His niece, Agnes Dorn, left.", "The mayor left."])
def test_forms_of_address_and_kin_are_no_offices(text: str, parser: Parser) -> None:
    assert offices_in(text, parser) == []
