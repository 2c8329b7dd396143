import pytest

from onrecord.models.parser import Parser
from tests.annotation.people import mentions_in, who


@pytest.mark.parametrize(
    ("words", "kind", "count"),
    [
        ("Two people close to the talks", "unnamed", 2),
        ("Forty-one beekeepers", "group", 41),
        ("Residents", "group", None),
        ("A council source", "unnamed", None),
        ("The ministry", "organisation", None),
        ("Police", "organisation", None),
        ("The minutes", "document", None),
    ],
)
def test_a_source_without_a_name_keeps_its_description(
    words: str, kind: str, count: int | None, parser: Parser
) -> None:
    text = f"{words} said that the dam had cracked."
    first = mentions_in(text, parser, (words, "said", "that the dam had cracked"))[0]
    assert (first.at.of(text), first.kind, first.count, first.form) == (words, kind, count, "description")


def test_whatever_speaks_is_somebody(parser: Parser) -> None:
    text = "The weathercock said that the wind had turned."
    found = mentions_in(text, parser, ("The weathercock", "said", "that the wind had turned"))
    assert [one.at.of(text) for one in found] == ["The weathercock"]


def test_a_spokesman_is_not_the_body_he_speaks_for(parser: Parser) -> None:
    text = "The ministry closed. A spokesman for the ministry said that it would open."
    found = who(text, parser, ("A spokesman for the ministry", "said", "that it would open"))
    assert found["A spokesman for the ministry"] == "A spokesman for the ministry"


def test_the_mayor_is_who_bears_the_title(parser: Parser) -> None:
    text = "Mayor Alan Pike left. On Monday the mayor came back."
    assert who(text, parser)["the mayor"] == "Mayor Alan Pike"


def test_the_deputy_mayor_is_not_the_mayor(parser: Parser) -> None:
    text = "Mayor Alan Pike left. The deputy mayor Lorna Quill stayed. On Monday the mayor came back."
    assert who(text, parser)["the mayor"] == "Mayor Alan Pike"


def test_the_company_is_the_one_spoken_of_last(parser: Parser) -> None:
    text = "Torvik Copper Plc fell. The mines ministry waited. On Friday the company said it was sorry."
    assert who(text, parser, ("the company", "said", "it was sorry"))["the company"] == "Torvik Copper Plc"


def test_an_indefinite_description_is_somebody_new(parser: Parser) -> None:
    text = "A miner left. A miner stayed."
    found = mentions_in(text, parser)
    assert len({one.chain for one in found}) == 2


def test_a_body_named_by_its_capitals_has_a_name(parser: Parser) -> None:
    text = "On Monday Dunmere police said they would wait."
    found = mentions_in(text, parser, ("Dunmere police", "said", "they would wait"))
    assert "Dunmere police" in [one.name for one in found]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a user named “gavel77”", "gavel77"),
        ("a user going by the name “gavel77”", "gavel77"),
        ("a student who gave her name only as Teo", "Teo"),
        ("a group calling itself Bridgewatch", "Bridgewatch"),
    ],
)
def test_a_name_that_the_words_announce_is_taken(words: str, name: str, parser: Parser) -> None:
    text = f"On Monday {words} wrote that the bridge was shut."
    found = mentions_in(text, parser, (words, "wrote", "that the bridge was shut"))
    assert name in [one.name for one in found]


def test_whose_chief_of_staff_somebody_is(parser: Parser) -> None:
    text = "The mayor of Torvik's chief of staff left."
    found = [one.at.of(text) for one in mentions_in(text, parser)]
    assert found[:2] == ["The mayor of Torvik", "The mayor of Torvik's chief of staff"]
