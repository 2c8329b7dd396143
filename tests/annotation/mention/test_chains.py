import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.models.parser import Parser
from tests.annotation.people import mentions_in, who


def test_he_is_the_last_man_who_fits(parser: Parser) -> None:
    text = "Ms Okonjo met Mr Rieck. He left early."
    assert who(text, parser)["He"] == "Mr Rieck"


def test_after_a_quotation_she_said_is_its_speaker(parser: Parser) -> None:
    text = "“It is genuine,” said Lena Brask. “I have seen it,” she added, and Mr Holt agreed."
    said = (("Lena Brask", "said", "It is genuine,"), ("she", "added", "I have seen it,"))
    assert who(text, parser, *said)["she"] == "Lena Brask"


def test_nobody_who_is_only_spoken_of_in_a_quotation_takes_up_the_next_pronoun(parser: Parser) -> None:
    text = "“Pavel Drumm is a liar,” said Noor Baptiste. “I know it,” he said."
    said = (("Noor Baptiste", "said", "Pavel Drumm is a liar,"), ("he", "said", "I know it,"))
    assert who(text, parser, *said)["he"] == "Noor Baptiste"


def test_i_is_the_speaker_of_the_quotation(parser: Parser) -> None:
    text = "“I never met my rival,” Ilse Varga said."
    found = who(text, parser, ("Ilse Varga", "said", "I never met my rival,"))
    assert (found["I"], found["my"]) == ("I", "I")
    assert found["Ilse Varga"] == "I"


def test_the_speaker_is_not_the_he_of_the_quotation(parser: Parser) -> None:
    text = "Jan Rieck waited for Pavel Drumm. “He is late,” Jan Rieck said."
    assert who(text, parser, ("Jan Rieck", "said", "He is late,"))["He"] == "Pavel Drumm"


def test_an_object_is_not_the_subject_of_its_clause(parser: Parser) -> None:
    text = "Mr Holt spoke first. Mr Pike thanked him."
    assert who(text, parser)["him"] == "Mr Holt"


def test_who_and_which_are_the_words_before(parser: Parser) -> None:
    text = "Ilse Varga, who said that the dam had cracked, left."
    assert who(text, parser, ("who", "said", "that the dam had cracked"))["who"] == "Ilse Varga"


def test_it_is_the_body_that_spoke_before(parser: Parser) -> None:
    text = "The Police Complaints Board waited. It declined to say why."
    assert who(text, parser, ("It", "declined", "why"))["It"] == "The Police Complaints Board"


def test_a_pronoun_with_nobody_before_it_is_nobody(parser: Parser) -> None:
    found = mentions_in("She said that the dam had cracked.", parser, ("She", "said", "that the dam had cracked"))
    assert (found[0].chain, found[0].because) == (None, "nobody before fits “she”")


def test_you_is_left_open(parser: Parser) -> None:
    text = "“You decide,” Ilse Varga said. You said so."
    assert who(text, parser, ("You", "said", "so"))["You"] == "nobody"


def test_the_bare_office_of_a_headline_is_the_one_introduced_below(parser: Parser) -> None:
    text = "Director denies fraud\n\nOn Monday the new director, Ann Holm, denied fraud."
    assert who(text, parser)["Ann Holm"] == "Director"


def test_the_company_is_neither_a_town_nor_a_nameless_group(parser: Parser) -> None:
    text = "Torvik Rail apologised. They met in Port Sund. A campaign group laughed. The company paid."
    said = (("A campaign group", "laughed", "laughed"), ("The company", "paid", "paid"))
    found = mentions_in(text, parser, *said)
    chains = {one.at.of(text): one.chain for one in found}
    assert chains["The company"] == chains["Torvik Rail"]


@pytest.fixture(scope="module")
def pieces() -> tuple[str, ...]:
    return (
        "“",
        "”",
        '"',
        "He",
        "said",
        "Mr",
        "Ann",
        "Pike",
        "the mayor",
        "-",
        "\n\n",
        "who",
        "’s",
        "金",
        "\u200b",
        ".",
        ",",
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_text_is_too_odd(data: st.DataObject, pieces: tuple[str, ...], parser: Parser) -> None:
    words = data.draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=20))
    text = " ".join(words)
    assert all(one.at.holds(one.head) for one in mentions_in(text, parser))


def test_an_age_leads_to_whose_it_is(parser: Parser) -> None:
    text = "Tom Rusk, 31, left. Ivo Lund, 54, wept. The 31-year-old said it was late."
    assert who(text, parser, ("The 31-year-old", "said", "it was late"))["The 31-year-old"] == "Tom Rusk"


def test_who_is_described_first_and_named_later_is_one(parser: Parser) -> None:
    text = "A surgeon was suspended. He left. The surgeon, Tom Rusk, denies it."
    assert {who(text, parser)[words] for words in ("He", "The surgeon", "Tom Rusk")} == {"A surgeon"}


def test_the_directors_of_two_bodies_are_two(parser: Parser) -> None:
    text = "The director of the club left. The director of the museum, Ann Holm, came."
    found = who(text, parser)
    assert found["The director of the club"] != found["The director of the museum"]


def test_who_is_said_to_be_something_is_called_so(parser: Parser) -> None:
    text = "Mira Sol came home. She is the director of the institute. The director slept."
    assert who(text, parser)["The director"] == "Mira Sol"


def test_of_whom_a_lawyer_speaks(parser: Parser) -> None:
    text = "Police arrested Tom Rusk. He left. His lawyer, Robin Holm, said he was innocent."
    said = ("His lawyer, Robin Holm", "said", "he was innocent")
    assert who(text, parser, said)["he"] == "Tom Rusk"


def test_who_speaks_on_her_behalf_is_not_she(parser: Parser) -> None:
    text = "Vesna Lind left. Her lawyer, Piet Holm, said on her behalf that it was late."
    assert who(text, parser)["her"] == "Vesna Lind"


def test_i_in_what_he_is_said_to_know_is_the_speaker(parser: Parser) -> None:
    text = "“Pavel Drumm thinks I was there,” said Ilse Varga."
    inner, outer = ("Pavel Drumm", "thinks", "I was there"), ("Ilse Varga", "said", text[1:31])
    assert who(text, parser, inner, outer)["I"] == who(text, parser, inner, outer)["Ilse Varga"]


def test_himself_is_the_subject_though_a_quotation_opens_between(parser: Parser) -> None:
    text = "Whitmore spoke. Mr Drumm “turned himself in” on Monday."
    assert who(text, parser)["himself"] == "Mr Drumm"


def test_somebodys_father_is_the_one_who_is_named_as_their_father_further_on(parser: Parser) -> None:
    text = "Ivo Lund went home with his father. His father, Per Lund, drove."
    assert who(text, parser)["Per Lund"] == "his father"


def test_their_is_of_the_plural_subject_even_where_that_is_nobody(parser: Parser) -> None:
    text = "The Harbour Ministry raised the fee. Trawlers must pay for their berths."
    assert who(text, parser)["their"] == "nobody"
