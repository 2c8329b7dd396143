"""A case outlives a process that is killed at any moment, and two that write at once."""

import subprocess
import sys
import time
from pathlib import Path

from onrecord import verbs
from onrecord.store import Store

ADDING = Path(__file__).with_name("adding.py")
ROUNDS = 15


def start(case: Path, first: int, last: int) -> "subprocess.Popen[str]":
    """Start a process that adds articles with these numbers, and wait until it is about to."""
    command = [sys.executable, str(ADDING), str(case), str(first), str(last)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_a_case_killed_at_any_moment_opens_and_everything_in_it_holds(tmp_path: Path):
    case, held = tmp_path / "case.onrecord", 0
    for number in range(ROUNDS):
        process = start(case, number * 1000, number * 1000 + 1000)
        time.sleep(number * 0.01)
        process.kill()
        process.communicate()
        with Store(case) as store:
            assert store.verify().faults == ()
            assert len(store) >= held
            held = len(store)
    assert verbs.verify(case).faults == ()
    assert held > 0


def test_two_processes_that_add_at_once_both_succeed(tmp_path: Path):
    case = tmp_path / "case.onrecord"
    first, second = start(case, 0, 20), start(case, 10, 30)
    first.communicate()
    second.communicate()
    assert (first.returncode, second.returncode) == (0, 0)
    checked = verbs.verify(case)
    assert (checked.sources, checked.faults) == (30, ())
