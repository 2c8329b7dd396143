"""Deciding on the command line: rows are named as somebody would name them, and what is decided holds."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def asked(onrecord: Run) -> Run:
    """A case that holds the story."""
    assert onrecord("add", "story.toml").exit_code == 0
    return onrecord


def test_a_statement_is_rejected_by_some_of_its_words(asked: Run):
    ended = asked("decide", "reject", "never met the man", "--by", "Ana")
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert ended.stdout.startswith("Ana · rejects · statement · ")
    assert "I have never met the man" not in asked("said", "Varga").stdout
    assert asked("search", "never met").stdout.count("statement") == 0
    made, decided = (json.loads(asked("export", *how).stdout) for how in (("--undecided",), ()))
    assert len(made["statements"]) == len(decided["statements"]) + 1


def test_what_was_rejected_can_be_named_and_accepted_again(asked: Run):
    asked("decide", "reject", "never met the man", "--by", "Ana")
    assert asked("decide", "accept", "never met the man", "--by", "Bo").exit_code == 0
    assert "I have never met the man" in asked("said", "Varga").stdout


def test_undoing_restores_what_the_program_made(asked: Run):
    before = asked("export").stdout
    (made,) = json.loads(asked("decide", "reject", "Varga", "--by", "Ana", "--json").stdout)
    assert asked("export").stdout != before
    assert asked("decide", "undo", made["id"][:6], "--by", "Ana").exit_code == 0
    assert asked("export").stdout == before
    assert "undone since" in asked("decisions").stdout


def test_a_statement_is_given_to_somebody_else(asked: Run):
    ended = asked("decide", "edit", "never met the man", "speaker=Jon Olm", "act=deny", "--by", "Ana")
    assert ended.exit_code == 0
    assert "I have never met the man" in asked("said", "Olm").stdout


def test_a_speaker_whom_no_article_names_has_to_be_meant(asked: Run):
    ended = asked("decide", "edit", "never met the man", "speaker=Per Lund", "--by", "Ana")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.endswith('for somebody whom no article names: "new:Per Lund"\n')
    assert asked("decide", "edit", "never met the man", "speaker=new:Per Lund", "--by", "Ana").exit_code == 0
    assert "I have never met the man" in asked("said", "Per Lund").stdout


def test_two_names_are_made_one(asked: Run):
    ended = asked("decide", "merge", "Ilse Varga", "Jon Olm", "--by", "Ana")
    assert ended.exit_code == 0
    assert "I have never met the man" in asked("said", "Jon Olm").stdout


def test_one_name_is_made_two_by_the_article(asked: Run):
    ended = asked("decide", "split", "Varga", "Torvik Courier", "--name", "Another Varga", "--by", "Ana")
    assert ended.exit_code == 0, ended.stderr
    assert "I have never met the man" in asked("said", "Another Varga").stdout


def test_decisions_hold_over_an_article_that_comes_later_and_another_engine(asked: Run):
    asked("decide", "reject", "never met the man", "--by", "Ana")
    with open("later.txt", "w") as file:  # noqa: PTH123 - the shortest way
        file.write("Olm denied it.\n")
    asked("add", "later.txt")
    assert "I have never met the man" not in asked("said", "Varga").stdout
    assert asked("decisions").stdout.count("rejects") == 1


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("reject", "zeppelin"), "no row is called 'zeppelin'"),
        (("reject", "case.onrecord"), "nothing to reject"),
        (("edit", "never met the man"), "nothing to edit"),
        (("edit", "never met the man", "act=lie"), "act=lie is not possible: name one of assert, confirm"),
        (("edit", "never met the man", "mood=sad"), "'mood' of a statement cannot be set"),
        (("merge", "Varga"), "one alone cannot be merged"),
        (("merge", "Varga", "recording"), "cannot be one"),
        (("split", "Varga", "--name", "X"), "say what of 'Ilse Varga' is another"),
        (("undo", "3f9a"), "there is no decision in this case yet"),
        (("accept", "Varga", "--by", " "), "nobody decides"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_cannot_be_decided_is_told_in_one_line_and_logs_nothing(asked: Run, command: tuple[str, ...], says: str):
    by = () if "--by" in command else ("--by", "Ana")
    ended = asked("decide", *command, *by)
    assert (ended.exit_code, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert says in ended.stderr
    assert asked("decisions").stdout == "Nothing has been decided in this case.\n"


def test_the_log_says_who_what_and_why(asked: Run):
    asked("decide", "reject", "never met the man", "--by", "Ana", "--note", "a quotation of a novel")
    (one,) = json.loads(asked("decisions", "--json").stdout)
    assert (one["decision"]["by"], one["decision"]["kind"]) == ("Ana", "reject")
    assert one["decision"]["note"] == "a quotation of a novel"
    assert "I have never met the man" in asked("decisions").stdout
