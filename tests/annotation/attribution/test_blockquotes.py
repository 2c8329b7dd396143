from onrecord.models.parser import Parser
from tests.annotation.attributing import readings_in, said

POST = "On Monday Ms Lund wrote on her page:\n\nThe log is real and I am sorry.\n\nThe page is now closed."


def test_a_paragraph_set_off_by_a_cue_and_a_colon_is_said(parser: Parser) -> None:
    assert said(POST, parser) == [("Ms Lund", "wrote", ("The log is real and I am sorry.",))]


def test_a_paragraph_set_off_is_direct(parser: Parser) -> None:
    assert [one.mode for one in readings_in(POST, parser)] == ["direct"]


def test_a_list_after_a_colon_is_not_said(parser: Parser) -> None:
    assert said("The union said:\n\n- more pay\n\n- less work", parser) == []
