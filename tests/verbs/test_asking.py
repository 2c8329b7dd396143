"""The verbs that ask, in Python as on the command line."""

from pathlib import Path

import pytest

import onrecord

TEXT = """Mayor denies the harbour tape

Ilse Varga, the mayor of Torvik, said the recording was a forgery.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that holds one article."""
    folder = tmp_path_factory.mktemp("asking")
    (folder / "denial.txt").write_text(TEXT)
    onrecord.add(folder / "denial.txt", case=folder / "case", engine="rules")
    return folder / "case"


def test_what_somebody_said_comes_with_the_exact_words(case: Path):
    assert any("the recording was a forgery" in " ".join(one.words) for one in onrecord.said("Varga", case=case))


def test_an_item_is_asked_for_by_its_kind(case: Path):
    assert onrecord.who("recording", case=case) == onrecord.who(onrecord.items(case=case)[0].id, case=case)


def test_a_search_points_at_the_words_it_found(case: Path):
    hit = next(hit for hit in onrecord.search("forgeries", case=case) if hit.kind == "text")
    assert [at.of(TEXT) for at in hit.found_at] == ["forgery"]


def test_who_is_not_there_is_an_error_that_names_who_is(case: Path):
    with pytest.raises(onrecord.QueryError, match="Ilse Varga"):
        onrecord.said("Quisling", case=case)
