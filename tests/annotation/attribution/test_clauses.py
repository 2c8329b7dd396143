import pytest

from onrecord.models.parser import Parser
from tests.annotation.attributing import Said, said

CASES: list[tuple[str, Said]] = [
    ("Mr Holt denied that he wrote it.", ("Mr Holt", "denied", ("that he wrote it",))),
    ("The dam had cracked, the engineer said.", ("the engineer", "said", ("The dam had cracked",))),
    ("The dam, the engineer noted, had cracked.", ("the engineer", "noted", ("The dam", "had cracked."))),
    ("Cllr Pike denied writing the email.", ("Cllr Pike", "denied", ("writing the email",))),
    ("The union rejected that reading.", ("The union", "rejected", ("that reading",))),
    ("She called the memo a clumsy joke.", ("She", "called", ("the memo a clumsy joke",))),
    ("The union described it as a forgery.", ("The union", "described", ("it as a forgery",))),
    ("The choir accused its agent of inventing a tour.", ("The choir", "accused", ("inventing a tour",))),
    ("The group called on the mayor to resign.", ("The group", "called on", ("to resign",))),
    ("She urged the board to publish it.", ("She", "urged", ("to publish it",))),
    ("The council has promised to name a reader.", ("The council", "has promised", ("to name a reader",))),
    ("The inspector warned of a second leak.", ("The inspector", "warned of", ("a second leak",))),
    ("He was told that the tape existed.", (None, "was told", ("that the tape existed",))),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_cue_attributes_what_it_governs(text: str, expected: Said, parser: Parser) -> None:
    source, cue, content = expected
    assert said(text, parser) == [(source, cue, tuple(piece.rstrip(".") for piece in content))] or said(
        text, parser
    ) == [expected]


def test_a_fragment_of_quotation_ends_the_content_with_its_mark(parser: Parser) -> None:
    text = "The coach called the dossier “a bad novel” and left."
    assert said(text, parser) == [("The coach", "called", ("the dossier “a bad novel”",))]


def test_two_cues_of_one_speaker_are_two_attributions(parser: Parser) -> None:
    text = "Reyes admitted the invoice was his and claimed that it shows the firm knew."
    assert [(source, cue) for source, cue, _ in said(text, parser)] == [("Reyes", "admitted"), ("Reyes", "claimed")]


def test_a_relative_clause_has_its_antecedent_as_source(parser: Parser) -> None:
    text = "The files were sent to the Riverside Group, which says it found them."
    assert said(text, parser) == [("the Riverside Group", "says", ("it found them",))]


def test_a_participle_takes_the_speaker_up_the_sentence(parser: Parser) -> None:
    text = "Ms Varga left the hall, saying that the tape was a fake."
    assert said(text, parser) == [("Ms Varga", "saying", ("that the tape was a fake",))]


def test_what_might_be_said_is_not_reported(parser: Parser) -> None:
    assert said("The minister should say that it is real. We said that it was real.", parser) == []


def test_asking_for_anonymity_is_no_statement(parser: Parser) -> None:
    assert said("An officer asked not to be named.", parser) == []
