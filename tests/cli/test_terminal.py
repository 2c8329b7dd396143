"""Nothing in an article acts on a terminal, and every ending is a clean one."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.options import say_engine
from onrecord.cli.pages import write_whole
from onrecord.cli.terminal import ACTING, as_json_line, clean
from onrecord.errors import CaseError
from onrecord.models.weights import default_engine
from tests.cli.conftest import Run


@given(st.text())
def test_what_is_printed_is_one_line_without_a_control_character(text: str):
    assert not ACTING.search(clean(text))
    assert "\n" not in clean(text)


@given(st.text())
def test_json_holds_the_same_text_and_nothing_that_acts(text: str):
    line = as_json_line({"text": text})
    assert not ACTING.search(line.decode())
    assert json.loads(line) == {"text": text}


def test_escape_sequences_and_markup_in_an_article_are_shown_and_not_obeyed(onrecord: Run, tmp_path: Path):
    (tmp_path / "hostile.txt").write_text(
        'Varga said: "Look at \x9b2J the [red]tape[/red] [link=file:///etc] \u202eevil."\n', "utf-8"
    )
    onrecord("add", "hostile.txt")
    for command in (("read", "hostile.txt"), ("read", "hostile.txt", "--json"), ("search", "tape"), ("said", "Varga")):
        told = onrecord(*command).stdout
        assert not ACTING.search(told)
    assert "[red]tape[/red]" in onrecord("search", "tape").stdout


def test_a_reader_that_goes_away_ends_it_quietly():
    command = f"{sys.executable} -m onrecord schema | head -c 10"
    ended = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_an_interruption_ends_with_130_and_one_line():
    script = (
        "import signal, onrecord.cli, onrecord.cli.terminal as t\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # some shells have jobs in the back ignore it
        "@t.ending_cleanly\n"
        "def wait(): print('ready', flush=True); __import__('time').sleep(30)\n"
        "wait()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert (process.returncode, told) == (130, "onrecord: stopped; what was finished before is kept\n")


def test_a_full_device_is_said_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "onrecord", "schema"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (run.returncode, run.stderr.decode().count("\n"), b"Traceback" in run.stderr) == (2, 1, False)


def test_a_case_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="belongs to a case"):
        write_whole(tmp_path / "case.onrecord" / "case.sqlite", "{}")


def test_that_the_rules_read_for_want_of_weights_is_said_in_one_line_to_who_named_no_engine(
    capsys: pytest.CaptureFixture[str],
):
    say_engine("rules")
    say_engine("learned")
    assert capsys.readouterr().err == ""
    say_engine(None)
    assert capsys.readouterr().err.count("\n") == (default_engine() == "rules")
