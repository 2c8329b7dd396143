import pytest

from onrecord.models.parser import Parser
from onrecord.pipeline import annotate
from tests import make

Found = list[tuple[str, str, list[str]]]


def ambiguous(text: str, parser: Parser) -> Found:
    layers = annotate(make.article(text), parser)
    mentions = layers.mentions
    return [(one.kind, one.at.of(text), [mentions[k].at.of(text) for k in one.mentions]) for one in layers.ambiguities]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The clinic said that the nurse left in May, when she was on leave.", ", when she was on leave"),
        ("The firm said that the dam had cracked, although it had been warned.", ", although it had been warned"),
    ],
)
def test_a_clause_behind_the_last_comma_can_be_the_writers_own(text: str, clause: str, parser: Parser) -> None:
    assert ambiguous(text, parser) == [("scope", clause, [])]


@pytest.mark.parametrize(
    "text",
    [
        "The nurse left in May, when she was on leave, the clinic said.",
        "The clinic said that the nurse left when she was on leave.",
        "“She left in May, when she was on leave,” the clinic said.",
        "The clinic said that the nurse left in May, while in the ward.",
        "The nurse left in May, when she was on leave.",
    ],
)
def test_a_clause_that_is_plainly_somebodys_is_left_alone(text: str, parser: Parser) -> None:
    assert ambiguous(text, parser) == []


def test_a_pronoun_behind_two_who_fit_can_be_either(parser: Parser) -> None:
    (found,) = ambiguous("Paul Moreau met Tom Ash after he had read the letter.", parser)
    assert (found[0], found[1]) == ("pronoun", "he")
    assert found[2] in (["Paul Moreau"], ["Tom Ash"])


@pytest.mark.parametrize(
    "text",
    [
        "Paul Moreau met Anna Ash after he had read the letter.",
        "Paul Moreau read the letter after he had met Tom Ash.",
        "Paul Moreau met the council after he had read the letter.",
        "Paul Moreau met Tom Ash. He had read the letter.",
    ],
)
def test_a_pronoun_that_only_one_fits_is_his(text: str, parser: Parser) -> None:
    assert ambiguous(text, parser) == []


def test_you_can_be_somebody_just_spoken_of(parser: Parser) -> None:
    text = "Vera Lund left the hall. “You should be ashamed of yourself,” Sol Ruiz said."
    assert ambiguous(text, parser) == [("audience", "You should", ["Vera Lund"])]


@pytest.mark.parametrize(
    "text",
    [
        "Vera Lund left the hall. “You never know with tapes,” Sol Ruiz said.",
        "Vera Lund left the hall. “You should be ashamed,” Sol Ruiz told the board.",
        "Vera Lund met Ivo Sand. “You should be ashamed of yourself,” Sol Ruiz said.",
        "The rain fell. “You should be ashamed of yourself,” Sol Ruiz said.",
    ],
)
def test_a_you_that_is_anybody_or_addressed_or_one_of_many_is_left_alone(text: str, parser: Parser) -> None:
    assert ambiguous(text, parser) == []
