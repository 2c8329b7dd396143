import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.notices import find_notices
from tests import make

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "notices.toml").read_text("utf-8"))
BODY = "The ferry is late."


@pytest.mark.parametrize("case", CASES["notice"], ids=lambda case: case["text"][:60])
def test_a_notice_names_its_kind_and_the_values_it_sets_right(case: dict[str, str]) -> None:
    article = make.article(f"{case.get('body', BODY)}\n\n{case['text']}")
    (notice,) = find_notices(article)
    values = (at and at.of(article.text) for at in (notice.old, notice.new))
    named = (case.get("old"), case.get("new") or case.get("found"))
    assert (notice.kind, *values) == (case.get("kind", "correction"), *named)
    assert (notice.because is not None) == ("found" in case)


@pytest.mark.parametrize("case", CASES["nothing"], ids=lambda case: case["text"][:60])
def test_a_report_about_a_change_is_no_notice(case: dict[str, str]) -> None:
    assert find_notices(make.article(f"{BODY}\n\n{case['text']}")) == ()


def test_what_stands_under_a_heading_of_corrections_is_a_notice() -> None:
    article = make.article("Corrections and clarifications\n\nThe show in our listings opens at 7pm, not 9pm.")
    assert [n.at.of(article.text) for n in find_notices(article)] == ["The show in our listings opens at 7pm, not 9pm."]


def test_a_clarification_and_a_retraction_are_told_apart() -> None:
    article = make.article(
        "Clarification: Mr Huang was quoted by a colleague.\n\nRetraction: We have withdrawn our report."
    )
    assert [notice.kind for notice in find_notices(article)] == ["clarification", "retraction"]


def test_a_notice_about_a_length_says_which_trait_it_amends() -> None:
    (notice,) = find_notices(
        make.article("Correction: We gave the length of the tape as 17 minutes. It is 11 minutes.")
    )
    assert [(t.name, t.value) for t in notice.amends or ()] == [("duration", "1020"), ("duration", "660")]


@given(st.text(max_size=200))
def test_no_text_breaks_a_notice(text: str) -> None:
    article = make.article("Correction: " + text)
    for notice in find_notices(article):
        assert all(notice.at.holds(value) for value in (notice.old, notice.new) if value)
