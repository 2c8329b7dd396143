import pytest

from onrecord.annotation.mentions import find_mentions
from onrecord.models.parser import Parser
from tests import make
from tests.annotation.people import mentions_in, who


def names(text: str, parser: Parser) -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in mentions_in(text, parser) if one.form == "name" and one.name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sports Minister Pavel Drumm left early.", "Pavel Drumm"),
        ("Cllr Pike denied it.", "Pike"),
        ("Tomas Rieck's lawyer left.", "Tomas Rieck"),
        ("RIECK left early.", "RIECK"),
        ("Ruth Adeyemi-Strand left early.", "Ruth Adeyemi-Strand"),
        ("Ludwig van der Meer left early.", "Ludwig van der Meer"),
        ("J. R. Marsh left early.", "J. R. Marsh"),
        ("Tae-min Kwon left early.", "Tae-min Kwon"),
        ("Ms Hye-jin Seo-Lund left early.", "Hye-jin Seo-Lund"),
        ("Nabil al-Sayegh left early.", "Nabil al-Sayegh"),
        ("Mr al-Sayegh left early.", "al-Sayegh"),
        ("Karim bin al-Fahd left early.", "Karim bin al-Fahd"),
        ("Nora O'Dowd left early.", "Nora O'Dowd"),
        ("The Oslo-born Ann Holm left early.", "Ann Holm"),
    ],
)
def test_titles_and_endings_are_no_part_of_a_name(text: str, name: str, parser: Parser) -> None:
    assert names(text, parser)[0][0] == name


@pytest.mark.parametrize(
    "name", ["Shaft and Smelter Workers' Union", "Ministry of Works", "Torvik Copper Plc", "Queen Maud Infirmary"]
)
def test_a_body_keeps_every_part_of_its_name(name: str, parser: Parser) -> None:
    assert names(f"The {name} declined to comment.", parser) == [(name, "organisation")]


def test_an_unknown_surname_with_a_title_makes_a_person_of_the_full_name(parser: Parser) -> None:
    found = names("Garrick Holtby wrote on Monday. Mr Holtby had not been asked.", parser)
    assert found == [("Garrick Holtby", "person"), ("Holtby", "person")]


def test_a_name_that_is_shortened_to_its_first_word_is_a_body(parser: Parser) -> None:
    found = names("Shares in Haldane Copper fell. Haldane said that it was sorry. Haldane will pay.", parser)
    assert {kind for name, kind in found if "Haldane" in name} == {"organisation"}


def test_a_title_alone_is_no_name(parser: Parser) -> None:
    assert names("The Prime Minister left. The Mayor stayed.", parser) == []


def test_a_town_that_nobody_quotes_is_nobody(parser: Parser) -> None:
    assert names("They met in Paris on Monday.", parser) == []


def test_those_who_made_the_article_are_no_part_of_its_story(parser: Parser) -> None:
    article = make.article("The dam broke\n\nBy Lea Sund\n\nThe dam broke.", {1: "byline"})
    assert find_mentions(article, parser.parse(article), (), ()) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left Port Sund on Monday.",
        "They met at Weir Bridge on Monday.",
        "Two miners died in Shaft Four.",
        "It happened on Apple Day.",
    ],
)
def test_places_and_occasions_are_nobody(text: str, parser: Parser) -> None:
    assert names(text, parser) == []


def test_a_rule_is_a_document(parser: Parser) -> None:
    said = ("The Ferries Act", "says", "Nobody may swim there")
    found = mentions_in("Nobody may swim there, the Ferries Act says.", parser, ("the Ferries Act", *said[1:]))
    assert [(one.name, one.kind) for one in found if one.form == "name"] == [("Ferries Act", "document")]


def test_a_channel_is_called_by_its_own_name(parser: Parser) -> None:
    found = mentions_in("It was posted on the Telegram channel Slack Tide. The channel is new.", parser)
    assert {one.name for one in found} == {"Slack Tide", None}
    assert {one.kind for one in found} == {"organisation"}


def test_a_word_from_the_middle_of_a_name_is_no_name_in_a_headline(parser: Parser) -> None:
    article = make.article("Ferry boss denies it\n\nThe Sund Ferry Trust denied it.", {0: "headline"})
    found, _ = find_mentions(article, parser.parse(article), (), ())
    assert [one.name for one in found if one.form == "name"] == ["Sund Ferry Trust"]


def test_a_comma_and_a_noun_for_a_body_make_a_name_of_any_words(parser: Parser) -> None:
    text = "Listen First, a network of parents, wept. The network slept."
    assert who(text, parser)["The network"] == "Listen First"


def test_a_rival_is_whom_the_name_after_it_says(parser: Parser) -> None:
    text = "Rivals Castra City have refused."
    assert [one.kind for one in mentions_in(text, parser) if one.form == "name"] == ["organisation"]


def test_the_name_after_a_newspaper_is_its_own(parser: Parser) -> None:
    text = "The newspaper As-Safir was sold. As-Safir moved."
    assert who(text, parser)["As-Safir"] == "The newspaper"


def test_a_nation_alone_names_nobody(parser: Parser) -> None:
    text = "The Norwegian skier Ivo Lund won. The Norwegian said it was cold."
    found = who(text, parser, ("The Norwegian", "said", "it was cold"))
    assert found["The Norwegian"] == "The Norwegian skier Ivo Lund"


def test_the_line_that_says_whose_a_picture_is_ends_the_name_before_it(parser: Parser) -> None:
    found = names("The mayor spoke to Ivo Lund Photo: Ann Holm.", parser)
    assert [name for name, _ in found] == ["Ivo Lund", "Ann Holm"]
