import pytest

from onrecord.models.parser import Parser
from tests.annotation.attributing import Said, said

CASES: list[tuple[str, Said]] = [
    ("The fund will collapse by winter, the analyst forecast.",
     ("the analyst", "forecast", ("The fund will collapse by winter",))),
    ("The complaint concerned “impersonation”, the force said on Monday.",
     ("the force", "said", ("The complaint concerned “impersonation”",))),
    ("Weir Bridge: 62 seconds cut from footage, police admit",
     ("police", "admit", ("62 seconds cut from footage",))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_cue_at_the_end_attributes_the_clause_before_its_comma(text: str, expected: Said, parser: Parser) -> None:
    assert said(text, parser, "headline" if text[-1] != "." else "paragraph") == [expected]


def test_a_relative_clause_before_a_verb_is_not_said(parser: Parser) -> None:
    assert [one[0] for one in said("The page, which Sorel denies running, posted the clip.", parser)] == ["Sorel"]
