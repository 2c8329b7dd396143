import pytest

from onrecord.models.parser import Parser
from tests.annotation.attributing import attributions_in, in_words

CASES = [
    ("The union declined to comment on the tape.", "decline", "The union", "declined to comment"),
    ("The firm would not be drawn on the leak.", "decline", "The firm", "would not be drawn"),
    ("The ministry refused to say who made it.", "decline", "The ministry", "refused to say"),
    ("Mr Kessler made no mention of the audit.", "silent", "Mr Kessler", "made no mention of"),
    ("She did not refer to it in her speech.", "silent", "She", "did not refer to"),
    ("Mr Marsh could not be reached last night.", "no-reply", "Mr Marsh", "could not be reached"),
    ("TikTok did not respond to a request.", "no-reply", "TikTok", "did not respond"),
    ("The auditor has not answered two emails.", "no-reply", "The auditor", "has not answered two emails"),
    ("Messages to the firm went unanswered.", "no-reply", "the firm", "went unanswered"),
]


@pytest.mark.parametrize(("text", "rule", "source", "cue"), CASES)
def test_a_formula_of_not_saying_has_an_act_and_no_content(
    text: str, rule: str, source: str, cue: str, parser: Parser
) -> None:
    (one,) = attributions_in(text, parser)
    assert (one.rule, *in_words(text, one)) == (rule, source, cue, ())


def test_taking_neither_side_keeps_what_it_is_about(parser: Parser) -> None:
    text = "The bank would neither confirm nor deny that the note was real."
    (one,) = attributions_in(text, parser)
    assert (one.rule, in_words(text, one)[2]) == ("neither", ("that the note was real",))


def test_a_formula_inside_a_quotation_is_its_speakers_own(parser: Parser) -> None:
    text = "“The club declined to comment, as ever,” she said."
    assert [one.rule for one in attributions_in(text, parser)] == ["quotation, source, cue"]
