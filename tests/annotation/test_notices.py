import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.notices import find_notices
from tests import make

NOTICES = [
    ("Correction: An earlier version of this page said that Ida Lund was 87. She is 81.", "87", "81"),
    ("(Corrects number of boats in paragraph 2 to six from eight)", "eight", "six"),
    ("This story has been corrected to show that the dam was built in 1961, not 1951.", "1951", "1961"),
    ("This article was amended on 4 May 2021 to correct the number of seats from 120 to 102.", "120", "102"),
    ("In yesterday's paper we gave her name as Anna Pohl. It is Anna Stahl.", "Anna Pohl", "Anna Stahl"),
    ("An article about the fire gave the date as 5 June in error. It was 4 June.", "5 June", "4 June"),
    ("We said at 11:24 that the list had 241 names. The right figure is 214.", "241", "214"),
    ("Corrects spelling of name in paragraph 4 to Kowalczyk", None, "Kowalczyk"),
    ("An earlier version of this story said the clerk left; he was dismissed.", "the clerk left", "he was dismissed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "old", "new"), NOTICES)
def test_a_notice_names_the_wrong_value_and_the_right_one(text: str, old: str | None, new: str | None) -> None:
    (notice,) = find_notices(make.article("The ferry is late.\n\n" + text))
    whole = "The ferry is late.\n\n" + text
    assert (notice.old and notice.old.of(whole), notice.new and notice.new.of(whole)) == (old, new)


@pytest.mark.parametrize(
    "text",
    [
        "The minister corrected his earlier statement on Monday.",
        "An earlier version of the contract was signed in May.",
        "(Adds comment from ministry, background)",
    ],
)
def test_a_report_about_a_change_is_no_notice(text: str) -> None:
    assert find_notices(make.article(text)) == ()


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
