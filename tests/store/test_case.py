"""The case: sources for ever, everything else until it is made anew."""

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from onrecord.errors import CaseError, QueryError
from onrecord.nouns.case import Hit
from onrecord.nouns.decision import Decision, decide_that
from onrecord.nouns.record import MadeBy, Record
from onrecord.nouns.source import Carrier, Given
from onrecord.store import Store
from tests import make, strategies

DECISION = decide_that(Decision("", "accept", "Ana", "2024-04-01T10:00:00.000000+00:00"))
LATER = decide_that(Decision("", "undo", "Ana", "2024-04-01T11:00:00.000000+00:00", undoes=DECISION.id))
NEWER = MadeBy(program="onrecord newer", engine="none")


def put(store: Store, text: str, *, published: str | None = None, given: Given | None = None) -> str:
    article = make.article(text, published=published)
    source = make.source(text, given=given)
    assert store.put(source, make.annotated(article), make.MADE_BY, taken="2026-01-01T00:00:00+00:00")
    return source.id


def test_a_source_put_twice_is_in_the_case_once():
    with Store(":memory:") as store:
        put(store, "Varga denied it.")
        again = make.source("Varga denied it.")
        assert store.recognise(again) == "known"
        assert not store.put(again, make.annotated(make.article("Varga denied it.")), make.MADE_BY, taken="later")
        assert len(store) == 1


def test_a_source_comes_back_with_its_bytes_and_without_its_place():
    with Store(":memory:") as store:
        source = make.source("Varga denied it.", place="/home/somebody/leak.txt", given=Given(outlet="Courier"))
        store.put(source, make.annotated(make.article("Varga denied it.")), make.MADE_BY, taken="now")
        (kept,) = store.sources()
        assert kept == msgspec.structs.replace(source, place=source.id[:12])


def test_the_place_of_a_source_is_nowhere_in_the_case(tmp_path: Path):
    with Store(tmp_path / "case", create=True) as store:
        source = make.source("Varga denied it.", place="/home/somebody/leak.txt")
        store.put(source, make.annotated(make.article("Varga denied it.")), make.MADE_BY, taken="now")
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"somebody" not in kept


def test_details_given_later_fill_gaps_and_have_the_source_derived_again():
    with Store(":memory:") as store:
        put(store, "Varga denied it.", given=Given(outlet="Courier"))
        later = make.source("Varga denied it.", given=Given(published="2024-03-11"))
        assert store.recognise(later) == "completed"
        assert [one.given for one in store.sources(not_by=make.MADE_BY)] == [Given("Courier", published="2024-03-11")]
        assert store.recognise(later) == "known"


def test_the_engine_that_derived_last_is_remembered():
    with Store(":memory:") as store:
        assert store.engine() is None
        put(store, "Varga denied it.")
        put(store, "Olm denied it.")
        (first, _) = store.story()
        store.derive(first, MadeBy("onrecord newer", "oracle"))
        assert store.engine() == "oracle"


def test_the_engine_is_remembered_while_the_only_source_waits_to_be_derived_again():
    with Store(":memory:") as store:
        put(store, "Varga denied it.")
        store.keep(Record(made_by=make.MADE_BY), store.state(make.MADE_BY))
        store.recognise(make.source("Varga denied it.", given=Given(outlet="Courier")))
        assert store.engine() == make.MADE_BY.engine


def test_details_that_contradict_the_first_change_nothing():
    with Store(":memory:") as store:
        put(store, "Varga denied it.", given=Given(outlet="Courier"))
        assert (
            store.recognise(make.source("Varga denied it.", given=Given(outlet="The Torvik Courier"))) == "contradicted"
        )
        assert [one.given for one in store.sources()] == [Given(outlet="Courier")]


def test_the_same_bytes_from_another_outlet_are_carried_by_both():
    with Store(":memory:") as store:
        put(store, "Varga denied it.", given=Given(outlet="Courier", published="2024-03-11"))
        wire = make.source("Varga denied it.", given=Given(outlet="Gazette", published="2024-03-12"))
        assert [store.recognise(wire), store.recognise(wire)] == ["carried", "known"]
        both = Given(outlet="Courier", published="2024-03-11", also=(Carrier("Gazette", "2024-03-12"),))
        assert [one.given for one in store.sources()] == [both]


def test_what_another_program_derived_is_named_to_be_derived_again():
    with Store(":memory:") as store:
        id_ = put(store, "Varga denied it.")
        assert [source.id for source in store.sources(not_by=NEWER)] == [id_]
        store.derive(make.annotated(make.article("Varga denied it.")), NEWER)
        assert list(store.sources(not_by=NEWER)) == []


def test_the_story_is_told_oldest_first_in_whatever_order_it_was_added():
    days = {"Olm denied it.": "2024-03-12", "Varga denied it.": "2024-03-11", "It was denied.": None}
    stories = []
    for texts in (list(days), list(reversed(days))):
        with Store(":memory:") as store:
            for text in texts:
                put(store, text, published=days[text])
            stories.append([one.article.text for one in store.story()])
    assert stories == [["Varga denied it.", "Olm denied it.", "It was denied."]] * 2


@settings(max_examples=25, deadline=None)
@given(record=strategies.records)
def test_a_record_that_is_kept_comes_back_the_same(record: Record):
    record = msgspec.structs.replace(record, articles=())
    with Store(":memory:") as store:
        store.keep(record, "state")
        assert store.record("state") == record


def test_a_record_of_an_earlier_state_is_not_given_out():
    with Store(":memory:") as store:
        before = store.state(make.MADE_BY)
        store.keep(Record(made_by=make.MADE_BY), before)
        put(store, "Varga denied it.")
        assert store.record(before) is not None
        assert store.record(store.state(make.MADE_BY)) is None


def test_a_search_finds_other_forms_of_a_word_and_where_they_stand():
    text = "The tape is real.\n\nVarga denied it."
    article = make.article(text)
    with Store(":memory:") as store:
        store.index(Record(made_by=make.MADE_BY, articles=(article,)), "state")
        found = Hit(
            "text", "Varga denied it.", article.id, make.at(text, "Varga denied it."), make.spans(text, "denied")
        )
        assert store.search("denies") == (found,)


def test_furniture_is_not_searched():
    article = make.article("Varga denied it.\n\nShare this article", {1: "furniture"})
    with Store(":memory:") as store:
        store.index(Record(made_by=make.MADE_BY, articles=(article,)), "state")
        assert store.search("share") == ()


@pytest.mark.parametrize("words", ["NEAR(", "a OR", '"', "*", "-x", "words:x", "(", "'; DROP TABLE sources"])
def test_nothing_that_is_searched_for_is_taken_for_syntax(words: str):
    with Store(":memory:") as store, suppress(QueryError):
        assert store.search(words) == ()


def test_only_its_owner_can_read_a_case(tmp_path: Path):
    with Store(tmp_path / "case", create=True) as store:
        put(store, "Varga denied it.")
        modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "case").rglob("*")}
        assert modes == {0o700, 0o600}
        assert stat.S_IMODE((tmp_path / "case").stat().st_mode) == 0o700


def test_a_folder_that_is_no_case_is_not_opened(tmp_path: Path):
    with pytest.raises(CaseError, match="no case is here"):
        Store(tmp_path / "none")


def test_a_folder_of_other_files_does_not_become_a_case(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(CaseError, match=r"holds other files \(letter.txt\)"):
        Store(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_case_of_another_version_is_not_opened(tmp_path: Path):
    Store(tmp_path / "case", create=True).close()
    with sqlite3.connect(tmp_path / "case" / "case.sqlite") as db:
        db.execute("PRAGMA user_version = 9")
    db.close()
    with pytest.raises(CaseError, match="another version of onrecord"):
        Store(tmp_path / "case")


def test_a_case_of_the_first_version_is_opened_and_can_keep_decisions(tmp_path: Path):
    with Store(tmp_path / "case", create=True) as store:
        id_ = put(store, "Varga denied it.")
    with sqlite3.connect(tmp_path / "case" / "case.sqlite") as db:
        for statement in ("DROP TABLE decisions", "DROP TABLE indexed", "DROP TABLE made", "PRAGMA user_version = 1"):
            db.execute(statement)
    db.close()
    with Store(tmp_path / "case") as store:
        store.log([DECISION])
        assert ([one.id for one in store.sources()], store.decisions()) == ([id_], (DECISION,))


def test_the_log_of_decisions_only_grows(tmp_path: Path):
    with Store(tmp_path / "case", create=True) as store:
        store.log([DECISION])
        store.log([LATER, DECISION])
        assert store.decisions() == (DECISION, LATER)
    with sqlite3.connect(tmp_path / "case" / "case.sqlite") as db:
        for statement in ("DELETE FROM decisions", "UPDATE decisions SET decision = '{}'"):
            with pytest.raises(sqlite3.IntegrityError, match="kept for ever"):
                db.execute(statement)
    db.close()


@given(strategies.decisions)
@settings(max_examples=25, deadline=None)
def test_a_decision_that_is_kept_comes_back_the_same(one: Decision):
    with Store(":memory:") as store:
        store.log([one])
        assert store.decisions() == (one,)


def test_words_are_searchable_in_the_state_that_was_indexed_last():
    with Store(":memory:") as store:
        for text, state in (("It is real.", "one"), ("It is false.", "two"), ("It is blue.", "two")):
            store.index(Record(made_by=make.MADE_BY, articles=(make.article(text),)), state)
        assert [len(store.search(word)) for word in ("real", "false", "blue")] == [0, 1, 0]


def test_another_programs_database_is_not_opened(tmp_path: Path):
    with sqlite3.connect(tmp_path / "case.sqlite") as db:
        db.execute("CREATE TABLE recipes (name)")
    db.close()
    with pytest.raises(CaseError, match="not an onrecord case"):
        Store(tmp_path)


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path):
    (tmp_path / "case.sqlite").write_bytes(b"this is a letter and no database" * 100)
    with pytest.raises(CaseError, match="is not a database: restore a copy") as error:
        Store(tmp_path)
    assert "\n" not in str(error.value)


def test_a_damaged_database_is_told_in_one_line(tmp_path: Path):
    with Store(tmp_path / "case", create=True) as store:
        for number in range(200):
            put(store, f"Varga denied it {number} times.")
    file = tmp_path / "case" / "case.sqlite"
    file.write_bytes(file.read_bytes()[:8192] + bytes(40_000))
    with pytest.raises(CaseError, match="damaged") as error, Store(tmp_path / "case") as store:
        store.story()
    assert "\n" not in str(error.value)


def test_an_original_that_was_changed_is_a_fault_that_verify_names(tmp_path: Path):
    with Store(tmp_path / "case", create=True) as store:
        id_ = put(store, "Varga denied it.")
        (tmp_path / "case" / "originals" / id_[:2] / id_).write_text("Varga confirmed it.")
        (fault,) = store.verify().faults
        assert fault.startswith(f"source {id_[:12]}: its original was changed")


def test_what_a_killed_run_left_behind_is_no_fault(tmp_path: Path):
    with Store(tmp_path / "case", create=True) as store:
        originals = tmp_path / "case" / "originals"
        (originals / ".unfinished-abc").write_bytes(b"half")
        (originals / "ab").mkdir()
        (originals / "ab" / ("ab" * 32)).write_bytes(b"whole")
        checked = store.verify()
        assert (checked.faults, len(checked.leftovers)) == ((), 2)


def test_what_was_left_half_written_an_hour_ago_is_swept_by_the_next_add(tmp_path: Path):
    with Store(tmp_path / "case", create=True) as store:
        old, new = (tmp_path / "case" / "originals" / f".unfinished-{age}" for age in ("old", "new"))
        old.write_bytes(b"half")
        new.write_bytes(b"half")
        os.utime(old, (0, 0))
        put(store, "Varga denied it.")
        assert (old.exists(), new.exists()) == (False, True)
