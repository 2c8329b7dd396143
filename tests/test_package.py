"""The package starts quickly and shows what it has."""

import subprocess
import sys

import pytest

import onrecord

HEAVY = {"spacy", "lxml", "trafilatura", "numpy", "rich", "jinja2", "sqlite3", "msgspec", "click"}


def loaded_by(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a statement."""
    told = subprocess.run(
        [sys.executable, "-c", f"{statement}; import sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(told.stdout.split())


def test_importing_the_package_loads_nothing_heavy():
    assert loaded_by("import onrecord") & HEAVY == set()


def test_the_command_line_loads_nothing_before_it_is_needed():
    assert loaded_by("import onrecord.cli") & HEAVY == {"click"}


def test_asking_a_case_does_not_load_the_parser():
    asked = "import onrecord\ntry: onrecord.items(case='none')\nexcept onrecord.CaseError: pass\nimport onrecord"
    assert loaded_by(asked.replace("\n", "\n")) & {"spacy", "trafilatura", "rich"} == set()


def test_the_package_says_what_it_has():
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError, match="has no attribute 'verdict'"):
        _ = onrecord.verdict
