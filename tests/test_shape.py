"""The house keeps its shape: short files, short functions, true names, nothing public without a page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest

import onrecord
from onrecord.cli import main
from tests import stories

ROOT = Path(__file__).parent.parent
CODE = sorted(path for folder in ("src", "benchmarks", "tests") for path in (ROOT / folder).rglob("*.py"))
SOURCE = sorted((ROOT / "src").rglob("*.py"))
LEXICONS = sorted((ROOT / "src").rglob("*.toml"))

FILE, FUNCTION = 300, 50
# Names that say nothing about what is in the file.
EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "handler",
    "processor",
    "base",
    "core",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_file_holds_one_idea_and_no_more_than_300_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= FILE
    assert path.stem not in EMPTY_NAMES


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_no_function_is_longer_than_50_lines(path: Path) -> None:
    functions = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    assert [one.name for one in functions if (one.end_lineno or 0) - one.lineno >= FUNCTION] == []


@pytest.mark.parametrize("path", SOURCE, ids=name_of)
def test_every_file_says_which_idea_it_holds(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", LEXICONS, ids=name_of)
def test_every_word_list_says_where_its_words_come_from(path: Path) -> None:
    if "lexicons" in path.parts:
        assert re.search(r'^origin = "', path.read_text("utf-8"), re.MULTILINE)
        assert re.search(r"^date = \d{4}-\d\d-\d\d", path.read_text("utf-8"), re.MULTILINE)


def test_public_names_are_listed_in_order_and_exist() -> None:
    names = [name for name in onrecord.__all__ if not name.startswith("__")]
    assert names == sorted(names)
    assert [name for name in names if not hasattr(onrecord, name)] == []


def test_every_command_has_a_heading_in_the_reference_of_the_command_line() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert isinstance(main, click.Group)
    assert [name for name in main.commands if f"\n## onrecord {name}\n" not in page] == []


def test_every_noun_of_the_line_has_a_page() -> None:
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")}
    nouns = {"source", "article", "annotations", "record", "dossier", "case"}
    rows = {"statement", "actor", "item", "position", "when", "event", "correction", "link"}
    assert nouns | rows <= pages


def test_nouns_are_frozen() -> None:
    thawed = [one for one in _structs(msgspec.Struct) if one.__module__.startswith("onrecord.nouns")]
    assert [one.__name__ for one in thawed if not one.__struct_config__.frozen] == []


def _structs(parent: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for child in parent.__subclasses__():
        yield child
        yield from _structs(child)


@pytest.mark.parametrize("path", SOURCE, ids=name_of)
def test_no_proper_name_of_a_bundled_story_is_known_to_the_code(path: Path) -> None:
    nodes = list(ast.walk(tree(path)))
    explained = {id(one.value) for one in nodes if isinstance(one, ast.Expr)}  # docstrings
    strings = (one for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str))
    known = (str(one.value) for one in strings if id(one) not in explained)
    assert {word for text in known for word in re.findall(r"\w+", text)} & stories.PROPER_NAMES == set()


@pytest.mark.parametrize("path", LEXICONS, ids=name_of)
def test_no_proper_name_of_a_bundled_story_stands_in_a_word_list(path: Path) -> None:
    if "stories" not in path.parts:
        assert set(re.findall(r"\w+", path.read_text("utf-8"))) & stories.PROPER_NAMES == set()


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_nothing_names_the_machine_it_was_written_on(path: Path) -> None:
    assert str(ROOT) not in path.read_text("utf-8")
