"""Checking a case: what is not what the originals give is found, whatever it is."""

import sqlite3
from pathlib import Path

import msgspec
import pytest

import onrecord
from onrecord.models.pins import say_made_by
from onrecord.nouns.record import MadeBy
from onrecord.store import Store
from tests import make

TEXT = 'Mayor Varga said: "The tape is false."\n'


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that holds one article."""
    (tmp_path / "one.txt").write_text(TEXT)
    onrecord.add(tmp_path / "one.txt", case=tmp_path / "case", engine="rules")
    return tmp_path / "case"


def forge(case: Path, *sql: str) -> None:
    """Change rows of the database behind the program's back."""
    with sqlite3.connect(case / "case.sqlite") as db:
        for one in sql:
            db.execute(one)
    db.close()


def test_a_sound_case_holds_by_any_measure(case: Path):
    assert onrecord.verify(case, again=True).faults == ()


def test_a_derived_text_that_is_not_the_originals_is_a_fault(case: Path):
    article = make.article("Mayor Varga confirmed it.\n")
    with Store(case) as store:
        (source,) = store.sources()
        forged = msgspec.structs.replace(article, id=source.id)
        store.derive(make.annotated(forged), say_made_by("rules"))
        record = onrecord.read(case.parent / "one.txt", engine="rules")
        store.keep(msgspec.structs.replace(record, articles=(forged,)), store.state(say_made_by("rules")))
    faults = onrecord.verify(case).faults
    assert f"article {source.id[:12]}: its text is not what its original reads as" in faults


def test_an_act_that_was_falsified_with_its_words_left_as_they_are_is_found(case: Path):
    (statement,) = onrecord.export(case).statements
    assert statement.act == "deny"
    forge(case, """UPDATE rows SET row = replace(row, '"deny"', '"confirm"') WHERE kind = 'statements'""")
    assert onrecord.verify(case).faults == (
        f"statements {statement.id[:12]}: not what the articles give: add the originals to a new case",
    )


def test_what_the_engine_never_found_is_found_by_letting_it_look_again(case: Path):
    forge(case, """UPDATE derived SET annotations = replace(annotations, '"deny"', '"confirm"')""")
    (source,) = onrecord.export(case).articles
    assert onrecord.verify(case).faults == ()
    assert onrecord.verify(case, again=True).faults == (
        f"article {source.id[:12]}: other readings are found in it than are kept",
    )


def test_a_decision_that_was_changed_is_found(case: Path):
    (made,) = onrecord.decide("reject", "the tape is false", by="Ana", case=case)
    forge(case, "DROP TRIGGER decisions_hold", "UPDATE decisions SET decision = replace(decision, 'Ana', 'Bo')")
    checked = onrecord.verify(case)
    assert (checked.decisions, checked.faults) == (1, (f"decision {made.id[:12]}: it was changed after it was made",))


def test_what_another_version_made_is_no_fault_and_told(case: Path):
    with Store(case) as store:
        (one,) = store.story()
        store.derive(one, MadeBy("onrecord 0.0.1", "rules"))
    checked = onrecord.verify(case)
    assert checked.faults == ()
    (note,) = checked.notes
    assert note.startswith("made by another version (onrecord 0.0.1, rules): made anew by this one (onrecord ")
