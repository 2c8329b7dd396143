from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main

Run = Callable[..., Result]

DENIAL = """Mayor denies the harbour tape

Ilse Varga, the mayor of Torvik, said on Monday that the recording was a forgery.

"I have never met the man," Varga told reporters.
"""
REPLY = """Former chief stands by the tape

Jon Olm said the recording was genuine. The port authority declined to comment.
"""


@pytest.fixture
def onrecord(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in a folder that holds a story of two articles; what reads, reads by the rules."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "denial.txt").write_text(DENIAL)
    (tmp_path / "reply.txt").write_text(REPLY)
    (tmp_path / "story.toml").write_text(
        'title = "The harbour tape"\n[[source]]\nfile = "denial.txt"\noutlet = "Torvik Courier"\n'
        'published = 2024-03-12\n[[source]]\nfile = "reply.txt"\noutlet = "Coast Gazette"\npublished = 2024-03-13\n'
    )

    def run(command: str, *arguments: str) -> Result:
        by = ("--engine", "rules") if command in {"read", "add", "demo"} else ()
        return CliRunner().invoke(main, (command, *by, *arguments))

    return run
