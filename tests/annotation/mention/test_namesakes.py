import pytest

from onrecord.models.parser import Parser
from tests.annotation.people import mentions_in, who


def test_a_surname_goes_to_its_only_bearer(parser: Parser) -> None:
    text = "Ilse Varga left on Monday. Later Varga came back."
    assert who(text, parser)["Varga"] == "Ilse Varga"


def test_the_note_says_why_a_surname_was_given_to_somebody(parser: Parser) -> None:
    found = mentions_in("Ilse Varga left on Monday. Later Varga came back.", parser)
    assert found[1].because == "part of the name Ilse Varga; no other bearer in the article"


def test_a_title_tells_two_bearers_of_a_surname_apart(parser: Parser) -> None:
    text = "Petra Adjei left. Samuel Adjei stayed. Ms Adjei came back, and Mr Adjei went."
    found = who(text, parser)
    assert (found["Ms Adjei"], found["Mr Adjei"]) == ("Petra Adjei", "Samuel Adjei")


def test_who_is_called_by_a_first_name_is_not_meant_by_the_surname(parser: Parser) -> None:
    text = "Tomas Rieck left. His brother Jan Rieck stayed. Jan laughed. Then Rieck came back."
    found = who(text, parser)
    assert (found["Rieck"], found["Jan"]) == ("Tomas Rieck", "His brother")


@pytest.mark.parametrize(
    ("full", "alone"),
    [
        ("Grace Ferrand-Hill", "Ms Ferrand-Hill"),
        ("Grace Ferrand-Hill", "Ferrand-Hill"),
        ("Jan van der Berg", "Mr van der Berg"),
        ("Rami al-Haddad", "Al-Haddad"),
    ],
)
def test_a_surname_of_several_words_goes_to_its_only_bearer(full: str, alone: str, parser: Parser) -> None:
    assert who(f"{full} left on Monday. On Tuesday {alone} came back.", parser)[alone] == full


def test_a_double_surname_is_not_that_of_one_of_its_words(parser: Parser) -> None:
    found = who("Grace Ferrand-Hill left. Tom Hill stayed. Later Hill laughed, and Ferrand-Hill came back.", parser)
    assert (found["Hill"], found["Ferrand-Hill"]) == ("Tom Hill", "Grace Ferrand-Hill")


def test_an_acronym_is_the_body_it_spells(parser: Parser) -> None:
    text = "The Continental Football Union declined. Nobody at the CFU would speak."
    assert who(text, parser)["the CFU"] == "The Continental Football Union"


def test_a_body_is_called_by_the_first_word_of_its_name(parser: Parser) -> None:
    text = "Northmoor Rail said that it was sorry. Northmoor will pay."
    assert who(text, parser)["Northmoor"] == "Northmoor Rail"


def test_a_middle_initial_makes_no_other_person(parser: Parser) -> None:
    text = "Helen R. Achtern wrote it. Helen Achtern read it."
    assert who(text, parser)["Helen Achtern"] == "Helen R. Achtern"


def test_two_of_one_surname_far_back_leave_it_to_nobody(parser: Parser) -> None:
    filler = "The rain fell on the town all day and nobody went out. " * 30
    text = f"Robin Pike left. Sasha Pike stayed. {filler}Then Pike came back."
    assert who(text, parser)["Pike"] == "nobody"


def test_a_title_tells_two_of_one_surname_apart(parser: Parser) -> None:
    text = "General Robin Pike left. Sasha Pike, a clerk, stayed. Later General Pike came back."
    assert who(text, parser)["General Pike"] == "General Robin Pike"
