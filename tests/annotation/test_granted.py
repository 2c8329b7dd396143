import pytest

from onrecord.models.parser import Parser
from tests.annotation.attributing import readings_in


def granted(text: str, parser: Parser) -> list[str]:
    return [span.of(text) for one in readings_in(text, parser) for span in one.granted]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("“When did the judges stop tasting the entries?” Weiss asked.", "did the judges stop tasting the entries"),
        ("“Why wasn’t the tape handed over?” the lawyer said.", "wasn’t the tape handed over"),
        ("A reporter asked why the board had hidden the audit.", "the board had hidden the audit"),
        ("She regretted that the trial data had been thinned.", "that the trial data had been thinned"),
        ("He did not regret that the page had been cut.", "that the page had been cut"),
        ("The union criticised the board for hiding the audit.", "hiding the audit"),
        ("The minister thanked the clerk for leaking the memo.", "leaking the memo"),
    ],
)
def test_what_is_asked_about_felt_or_judged_is_taken_for_granted(text: str, taken: str, parser: Parser) -> None:
    assert granted(text, parser) == [taken]


@pytest.mark.parametrize(
    "text",
    [
        "“When will the report be published?” Weiss asked.",
        "“Why would the board hide an audit?” she said.",
        "A reporter asked when the audit would be published.",
        "A reporter asked whether the board had hidden the audit.",
        "She would regret that the page had been cut.",
        "She said that the trial data had been thinned.",
        "The union accused the board of hiding the audit.",
        "The minister thanked the clerk.",
    ],
)
def test_what_is_left_open_or_said_is_not(text: str, parser: Parser) -> None:
    assert granted(text, parser) == []
