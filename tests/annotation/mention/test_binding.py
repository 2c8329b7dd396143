import pytest

from onrecord.models.parser import Parser
from tests.annotation.people import who


@pytest.mark.parametrize(
    ("text", "pronoun", "bearer"),
    [
        ("Jon Olm said Tom Pike wished to use his fame.", "his", "Tom Pike"),
        ("Jon Olm saw that Tom Pike had hurt himself.", "himself", "Tom Pike"),
        ("Jon Olm told Tom Pike he would help with the rent.", "he", "Jon Olm"),
        ("In her opening remarks, Ada Brill thanked the board.", "her", "her"),
    ],
)
def test_a_pronoun_leans_to_the_subject_that_grammar_gives_it(
    text: str, pronoun: str, bearer: str, parser: Parser
) -> None:
    assert who(text, parser)[pronoun] == bearer


def test_a_name_that_follows_is_whom_the_opening_pronoun_means(parser: Parser) -> None:
    found = who("Lena Ito left. In her opening remarks, Ada Brill thanked the board.", parser)
    assert found["Ada Brill"] == found["her"] == "her"
