"""What the documentation shows is what the program prints; `make docs` writes it anew."""

import contextlib
import doctest
import re
import shutil
from pathlib import Path

import pytest

from tests import pages
from tests.stories import DEMO

every_page = pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.stem)
_PYTHON = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("page", [page for page in pages.PAGES if page != pages.CLI_PAGE], ids=lambda page: page.stem)
def test_every_session_prints_what_the_page_shows(page: Path) -> None:
    text = page.read_text("utf-8")
    assert pages.rerun(text) == text, "run make docs, and read what it changes"


@every_page
def test_every_python_example_is_true(page: Path, tmp_path: Path) -> None:
    shutil.copytree(DEMO, tmp_path / "dredging-tape")
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    examples = "\n".join(block for block in _PYTHON.findall(page.read_text("utf-8")) if ">>>" in block)
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    with contextlib.chdir(tmp_path):
        assert doctest.DocTestRunner(optionflags=flags).run(test).failed == 0


@every_page
def test_every_link_leads_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_reference_of_the_command_line_is_what_the_program_says() -> None:
    assert pages.CLI_PAGE.read_text("utf-8") == pages.write_cli_page(), "run make docs"
