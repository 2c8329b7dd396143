"""Rows of a record: many nouns in one, or one in each as older cases have them."""

from onrecord.nouns.record import Actor, Record
from onrecord.store.rows import as_json, as_record, as_rows
from tests import make

MANY = tuple(Actor(f"a{number}", f"Ilse Varga {number}", "person") for number in range(1500))


def test_a_record_of_many_nouns_comes_back_from_its_few_rows():
    record = Record(made_by=make.MADE_BY, actors=MANY)
    rows = [(kind, row) for kind, _, row in as_rows(record)]
    assert len(rows) == 2
    assert as_record(as_json(make.MADE_BY), rows) == record


def test_rows_of_one_noun_each_are_read_as_before():
    rows = [("actors", as_json(one)) for one in MANY]
    assert as_record(as_json(make.MADE_BY), rows) == Record(made_by=make.MADE_BY, actors=MANY)
