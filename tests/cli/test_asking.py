"""A case on the command line: added to, asked, checked and handed on."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

QUESTIONS = (
    ("who", "recording"), ("said", "Varga"), ("timeline",), ("items",), ("corrections",), ("search", "forgery"),
    ("open",), ("changes",), ("verify",), ("export",), ("dossier",),
)  # fmt: skip


@pytest.fixture
def asked(onrecord: Run) -> Run:
    """A case that holds the story."""
    assert onrecord("add", "story.toml").exit_code == 0
    return onrecord


def test_adding_twice_changes_nothing(asked: Run):
    before = asked("export").stdout
    assert asked("add", "story.toml").stdout == "case.onrecord: 0 sources added, 2 there already; it holds 2 now.\n"
    assert asked("export").stdout == before


def test_what_is_added_in_another_order_is_the_same_record(onrecord: Run):
    onrecord("add", "denial.txt", "reply.txt", "--to", "one.onrecord")
    onrecord("add", "reply.txt", "--to", "two.onrecord")
    onrecord("add", "denial.txt", "--to", "two.onrecord")
    assert onrecord("export", "one.onrecord").stdout == onrecord("export", "two.onrecord").stdout


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_every_question_is_answered_as_json_on_one_line(asked: Run, question: tuple[str, ...]):
    ended = asked(*question, "--json")
    assert (ended.exit_code, ended.stderr, ended.stdout.count("\n")) == (0, "", 1)
    json.loads(ended.stdout)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_case_that_is_not_there_is_told_in_one_line(onrecord: Run, question: tuple[str, ...]):
    ended = onrecord(question[0], "none.onrecord", *question[1:])
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert (
        ended.stderr == "onrecord: none.onrecord: no case is here: make one with onrecord add FILE --to none.onrecord\n"
    )


def test_somebody_is_found_by_a_part_of_the_name(asked: Run):
    assert "I have never met the man," in asked("said", "varga").stdout
    assert asked("said", "case.onrecord", "Ilse Varga").stdout == asked("said", "varga").stdout


def test_who_is_not_in_the_case_is_answered_with_who_is(asked: Run):
    ended = asked("said", "Quisling")
    assert ended.exit_code == 2
    assert "no person or body is called 'Quisling'" in ended.stderr
    assert "Ilse Varga" in ended.stderr


def test_a_search_shows_the_words_around_what_it_found(asked: Run):
    assert "said on Monday that the recording was a forgery." in asked("search", "forgeries").stdout
    assert asked("search", "zeppelin").stdout == "Nothing in this case holds all of these words together.\n"


def test_a_search_for_nothing_is_told_what_to_give(asked: Run):
    ended = asked("search", "case.onrecord")
    assert (ended.exit_code, ended.stderr) == (
        2,
        "onrecord: nothing is asked of case.onrecord: name words to look for\n",
    )


def test_a_sound_case_verifies_and_a_changed_original_does_not(asked: Run):
    assert "2 originals, 2 articles" in asked("verify").stdout
    original = next(Path("case.onrecord/originals").glob("*/*"))
    original.write_text("something else")
    ended = asked("verify")
    assert ended.exit_code == 2
    assert f"source {original.name[:12]}: its original was changed" in ended.stderr


def test_a_dossier_is_one_page(asked: Run):
    assert asked("dossier", "-o", "page.html", "--title", "The harbour tape").stdout == "page.html\n"
    assert "<title>The harbour tape" in Path("page.html").read_text("utf-8")


def test_a_dossier_that_cannot_be_written_is_told_in_one_line(asked: Run):
    ended = asked("dossier", "-o", "no/such/folder/page.html")
    assert ended.exit_code == 2
    assert ended.stderr.endswith("cannot be written (No such file or directory): name another file with -o\n")


def test_details_that_contradict_are_refused_and_the_first_kept(asked: Run):
    ended = asked("add", "denial.txt", "--published", "2023-01-01")
    assert ended.exit_code == 1
    assert ended.stderr.startswith("onrecord: denial.txt: the case has this source with other details")


def test_a_case_is_read_anew_by_the_engine_that_is_named(asked: Run):
    before = asked("export").stdout
    assert json.loads(before)["made_by"]["engine"] == "rules"
    assert asked("export", "--engine", "rules").stdout == before
