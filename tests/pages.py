"""The pages of the documentation, with every example run anew: what the tests compare and `make docs` writes.

A `console` block is a session: lines after `$ ` are commands, the others what they print. Each page has a folder of
its own that holds the bundled demo story and a case of it, `tape.onrecord`; its commands run there one after the other.
Besides `onrecord …` a command may end in `| head -n N`, or in `> FILE`. `python -m tests.pages` writes all pages anew.
"""

import contextlib
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner

from onrecord import verbs
from onrecord.cli import main
from tests.stories import DEMO

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
CLI_PAGE = ROOT / "docs" / "cli.md"
WIDTH = "100"  # columns

_SESSION = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_TAIL = re.compile(r"^(?P<command>.*?)(?: \| head -n (?P<lines>\d+)| > (?P<file>\S+))?$")
_CLI_HEAD = """# The command line

```console
$ onrecord --version
```

Every command takes `--json`, prints for people without it, and opens no network connection. Exit codes: **0** done;
**1** done, but some places were refused, each named in one line on standard error; **2** nothing done, with one line
that says why.

This page is written by `make docs` from what the program says of itself.
"""


def rerun(text: str) -> str:
    """Return a page with the output of all its sessions written anew."""
    if not _SESSION.search(text):
        return text
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(_prepare().name, folder, dirs_exist_ok=True)
        with contextlib.chdir(folder):
            return _SESSION.sub(lambda session: "".join(_play(session.group(), folder)), text)


def write_cli_page() -> str:
    """Return the reference of the command line, as the program describes itself."""
    commands = main.list_commands(click.Context(main))
    sections = (f"\n## onrecord {name}\n\n```console\n$ onrecord {name} --help\n```\n" for name in commands)
    return rerun("".join([_CLI_HEAD, *sections]))


@cache
def _prepare() -> tempfile.TemporaryDirectory[str]:
    """Return a folder with the story and its case, made once and removed at the end."""
    folder = tempfile.TemporaryDirectory()
    shutil.copytree(DEMO, Path(folder.name) / "dredging-tape")
    verbs.add(Path(folder.name) / "dredging-tape" / "story.toml", case=Path(folder.name) / "tape.onrecord")
    return folder


def _play(session: str, folder: str) -> Iterator[str]:
    for line in session.splitlines(keepends=True):
        if line.startswith("$ "):
            yield line + _run(line[2:].strip()).replace(str(Path(folder).resolve()), "~/news")


def _run(line: str) -> str:
    """Run one command and return what it prints, lines kept short of trailing space."""
    parts = _TAIL.match(line)
    assert parts
    words = shlex.split(parts["command"])
    assert words[0] == "onrecord", f"an example may only run onrecord: {line}"
    printed = CliRunner(env={"COLUMNS": WIDTH}).invoke(main, words[1:], prog_name="onrecord")
    if printed.exception and not isinstance(printed.exception, SystemExit):
        raise printed.exception
    if parts["file"]:
        Path(parts["file"]).write_text(printed.stdout, "utf-8")
    lines = printed.output.splitlines()[: int(parts["lines"]) if parts["lines"] else None]
    return "" if parts["file"] or not lines else _strip("\n".join(lines)) + "\n"


def _strip(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())


if __name__ == "__main__":
    CLI_PAGE.write_text(write_cli_page(), "utf-8")
    for page in PAGES:
        page.write_text(rerun(page.read_text("utf-8")), "utf-8")
