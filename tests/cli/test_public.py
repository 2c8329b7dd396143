"""The public profile on every way out of a case: what is left out can be read on none of them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

STORY = """Mayor denies the harbour tape

Ilse Varga, the mayor of Torvik, said on Monday that the recording was a forgery.

The port authority said that Mara Lindt, a nurse, had stolen the recording. Varga told reporters that Lindt was ill.

A leaked memo says that Lindt sold the recording to Jon Olm.
"""
SECRETS = ("Lindt", "lindt", "stolen", "was ill", "sold the recording")
WAYS = (
    ("export",), ("dossier", "--json"), ("who", "recording"), ("who", "recording", "--json"), ("items", "--json"),
    ("said", "Varga"), ("said", "Varga", "--json"), ("said", "port authority"), ("corrections", "--json"), ("items",),
    ("search", "recording"), ("search", "recording", "--json"), ("search", "Lindt"), ("search", "stolen"),
)  # fmt: skip


@pytest.fixture
def asked(onrecord: Run) -> Run:
    """A case in which a private person is accused."""
    Path("lindt.txt").write_text(STORY)
    assert onrecord("add", "lindt.txt").exit_code == 0
    return onrecord


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_nothing_that_is_left_out_can_be_read(asked: Run, way: tuple[str, ...]):
    ended = asked(*way, "--profile", "public")
    assert [word for word in SECRETS if word in ended.output] == []


def test_nothing_that_is_left_out_can_be_read_in_the_page(asked: Run):
    asked("dossier", "-o", "public.html", "--profile", "public")
    page = Path("public.html").read_text("utf-8")
    assert [word for word in SECRETS if word in page] == []
    assert "the recording was a forgery" in page


def test_the_desk_still_sees_everything(asked: Run):
    assert [word for word in SECRETS if word in asked("export").stdout] == [
        "Lindt",
        "stolen",
        "was ill",
        "sold the recording",
    ]
    assert "Lindt" in asked("search", "Lindt").stdout


def test_who_is_left_out_cannot_even_be_asked_for(asked: Run):
    ended = asked("said", "Mara", "--profile", "public")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "Lindt" not in ended.stderr
