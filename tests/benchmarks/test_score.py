"""The scorer in `benchmarks` counts as the reference scorer of the cases does."""

import json
from types import ModuleType

import msgspec
import pytest

from benchmarks import gold
from benchmarks.baseline import read_simply
from benchmarks.beside import load_scorer, shared
from benchmarks.score import RIGHT, Tally, score, summarise
from onrecord import verbs

SCORER = "evaluation/evaluate.py"
CASES = tuple(gold.load_cases(gold.STORIES))


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    beside = shared(SCORER)
    if beside is None:
        pytest.skip("the reference scorer is not beside this checkout: set ONRECORD_SHARED")
    return load_scorer(beside / SCORER)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)
def test_every_count_is_that_of_the_reference(case: gold.Case, reference: ModuleType) -> None:
    ours = verbs.read([case.story])
    for record in (ours, read_simply(ours.articles)):
        theirs = reference.Tally()
        wanted, printed = (case.folder / "gold.json").read_bytes(), msgspec.json.encode(record)
        reference.score(json.loads(wanted), json.loads(printed), theirs, [])
        assert _without_zeros(score(case.gold, record)) == _without_zeros(_rename(theirs))


def _rename(theirs: Tally) -> Tally:
    rename = {name: f"{name}/right" for name in RIGHT}
    return Tally({rename.get(name, name.replace("/pred", "/found")): n for name, n in theirs.items()})


def _without_zeros(tally: Tally) -> dict[str, int]:
    return {name: n for name, n in tally.items() if n}


def test_precision_recall_and_share_come_from_counts() -> None:
    tally = Tally({"items/tp": 1, "items/gold": 2, "items/found": 4, "act/right": 3, "act/n": 4})
    measures = summarise(tally)
    assert measures["items"] == {"precision": 0.25, "recall": 0.5, "f1": pytest.approx(1 / 3), "gold": 2, "found": 4}
    assert measures["act"] == {"share": 0.75, "n": 4}
    assert measures["mode"] == {"share": None, "n": 0}


def test_words_are_found_across_lines_and_inside_longer_words() -> None:
    text = "he said the tape\nwas cut; he left"
    assert gold.locate(text, "tape was") == (12, 20)
    assert gold.locate(text, gold.Words("he", inside="he left")) == (26, 28)
    assert gold.locate(text, gold.Words("he", nth=2)) == (26, 28)
    assert gold.locate(text, "absent") is None
