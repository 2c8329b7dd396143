"""The house keeps its shape: short files, short functions, true names, nothing public without a page."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import msgspec

import onrecord
from onrecord.cli import main
from tests import stories

ROOT = Path(__file__).parent.parent
CODE = sorted(path for folder in ("src", "benchmarks", "tests") for path in (ROOT / folder).rglob("*.py"))
SOURCE = sorted((ROOT / "src").rglob("*.py"))
LEXICONS = sorted((ROOT / "src" / "onrecord" / "lexicons").glob("*.toml"))

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


def offenders(paths: list[Path], broken: Callable[[Path], object]) -> dict[str, object]:
    """Return what is broken in which file."""
    found = ((path.relative_to(ROOT).as_posix(), broken(path)) for path in paths)
    return {name: what for name, what in found if what}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_a_file_holds_no_more_than_300_lines() -> None:
    assert offenders(CODE, lambda path: max(0, len(path.read_text("utf-8").splitlines()) - FILE)) == {}


def test_the_name_of_a_file_says_what_is_in_it() -> None:
    assert offenders(CODE, lambda path: path.stem in EMPTY_NAMES) == {}


def test_no_function_is_longer_than_50_lines() -> None:
    assert offenders(CODE, lambda path: [one.name for one in _functions(path) if _length(one) > FUNCTION]) == {}


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_every_file_says_which_idea_it_holds() -> None:
    assert offenders(SOURCE, lambda path: ast.get_docstring(tree(path)) is None) == {}


def test_every_word_list_says_where_its_words_come_from_and_when() -> None:
    wanted = (re.compile(r'^origin = "', re.MULTILINE), re.compile(r"^date = \d{4}-\d\d-\d\d$", re.MULTILINE))
    assert offenders(LEXICONS, lambda path: not all(one.search(path.read_text("utf-8")) for one in wanted)) == {}


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
    nouns = {"source", "article", "annotations", "record", "dossier", "case", "decision"}
    rows = {"statement", "actor", "item", "position", "when", "event", "correction", "link"}
    assert nouns | rows <= pages


def test_nouns_are_frozen() -> None:
    nouns = [one for one in _structs(msgspec.Struct) if one.__module__.startswith("onrecord.nouns")]
    assert [one.__name__ for one in nouns if not one.__struct_config__.frozen] == []


def _structs(parent: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for child in parent.__subclasses__():
        yield child
        yield from _structs(child)


def test_neither_code_nor_word_lists_know_the_people_of_a_story_they_are_measured_on() -> None:
    assert offenders(SOURCE, lambda path: _words(" ".join(_strings(path))) & stories.PROPER_NAMES) == {}
    assert offenders(LEXICONS, lambda path: _words(path.read_text("utf-8")) & stories.PROPER_NAMES) == {}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _strings(path: Path) -> Iterator[str]:
    """Yield the strings of a file that are not docstrings."""
    nodes = list(ast.walk(tree(path)))
    explained = {id(one.value) for one in nodes if isinstance(one, ast.Expr)}
    for one in nodes:
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in explained:
            yield one.value


def test_nothing_names_the_machine_it_was_written_on() -> None:
    assert offenders(CODE, lambda path: str(ROOT) in path.read_text("utf-8")) == {}
