"""The verbs that keep: what is derived is made anew when the program is another, and never twice."""

from pathlib import Path

import msgspec
import pytest

import onrecord
from onrecord.models.pins import say_made_by
from onrecord.nouns.annotations import Annotated, Annotations
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


def test_a_case_exports_what_reading_gives(case: Path):
    assert onrecord.export(case) == onrecord.read(case.parent / "one.txt", engine="rules")


def test_adding_says_what_was_new_and_what_was_known(case: Path):
    (case.parent / "two.txt").write_text("Olm denied it.\n")
    added = onrecord.add([case.parent / "one.txt", case.parent / "two.txt"], case=case)
    assert (len(added.new), len(added.known), added.sources) == (1, 1, 2)


def test_what_another_program_derived_is_made_anew_when_it_is_asked_for(case: Path):
    record = onrecord.export(case)
    (article,) = record.articles
    with Store(case) as store:
        store.derive(make.annotated(article), MadeBy("onrecord 0.0.1", "rules"))
    assert onrecord.export(case) == record


def change_over(case: Path) -> None:
    """Make a case look as if the learned engine had read it last, and had found nothing."""
    with Store(case) as store:
        (one,) = store.story()
        store.derive(make.annotated(one.article), say_made_by("learned"))


def test_a_case_stays_with_the_engine_that_read_it_last(case: Path):
    change_over(case)
    record = onrecord.export(case)
    assert (record.made_by, record.statements) == (say_made_by("learned"), ())


def test_naming_another_engine_reads_the_case_anew_and_from_then_on(case: Path):
    change_over(case)
    record = onrecord.export(case, engine="rules")
    assert record == onrecord.read(case.parent / "one.txt", engine="rules")
    assert onrecord.export(case) == record


def test_adding_what_is_known_with_another_engine_reads_it_anew(case: Path):
    change_over(case)
    added = onrecord.add(case.parent / "one.txt", case=case, engine="rules")
    assert (len(added.new), len(added.known)) == (0, 1)
    assert onrecord.export(case) == onrecord.read(case.parent / "one.txt", engine="rules")


def test_what_is_added_is_read_by_the_engine_of_the_case(case: Path):
    (case.parent / "two.txt").write_text("Olm denied it.\n")
    onrecord.add(case.parent / "two.txt", case=case)
    assert onrecord.export(case).made_by == say_made_by("rules")


def test_a_day_of_publication_that_is_given_later_dates_what_was_found_and_reads_nothing_again(tmp_path: Path):
    (tmp_path / "one.txt").write_text("Olm said on Monday that the mill burnt down last month.\n")
    onrecord.add(tmp_path / "one.txt", case=tmp_path / "case", engine="rules")
    with Store(tmp_path / "case") as store:
        ((source,), found) = store.sources(), store.story()[0]
        marked = msgspec.structs.replace(found.annotations, quotes=(make.quote(found.article, "the mill"),))
        store.derive(Annotated(found.article, marked), say_made_by("rules"))
    added = onrecord.add(tmp_path / "one.txt", case=tmp_path / "case", published="2024-05-15")
    with Store(tmp_path / "case") as store:
        assert (added.completed, store.story()[0].annotations.quotes) == ((source.id,), marked.quotes)
    expected = onrecord.read(tmp_path / "one.txt", published="2024-05-15", engine="rules")
    assert onrecord.export(tmp_path / "case") == expected
    assert [event.when and event.when.edtf for event in expected.events] == ["2024-04"]


def test_the_record_is_kept_until_something_changes(case: Path):
    onrecord.export(case)
    with Store(case) as store:
        state = store.state(say_made_by("rules"))
        kept = store.record(state)
        assert kept is not None
        store.keep(msgspec.structs.replace(kept, statements=()), state)
    assert onrecord.export(case).statements == ()


def test_a_source_without_text_is_refused_and_leaves_nothing(tmp_path: Path):
    (tmp_path / "empty.html").write_text("<html><body></body></html>")
    with pytest.raises(onrecord.SourceError, match=r"empty\.html"):
        onrecord.add(tmp_path / "empty.html", case=tmp_path / "case")
    with Store(tmp_path / "case") as store:
        assert (len(store), store.verify().leftovers) == (0, ())


def test_annotations_come_back_as_they_were_kept():
    article = make.article("Varga denied it.")
    with Store(":memory:") as store:
        store.put(make.source("Varga denied it."), make.annotated(article), make.MADE_BY, taken="now")
        assert store.story() == (make.annotated(article),)
        assert store.story()[0].annotations == Annotations(article=article.id)
