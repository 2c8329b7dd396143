"""Decisions: known by their content, in the order of their times, taken back by others."""

import datetime

import pytest

from onrecord.errors import QueryError
from onrecord.nouns.decision import Decision, decide_that, in_force, in_order, later_than
from onrecord.nouns.given import check_edit, given_when

NOW = datetime.datetime(2024, 4, 1, 10, tzinfo=datetime.UTC)


def decision(kind, minute, undoes=None):
    return decide_that(Decision("", kind, "Ana", f"2024-04-01T10:{minute:02}:00.000000+00:00", undoes=undoes))


def test_the_same_decision_of_the_same_moment_is_one():
    assert decision("accept", 1).id == decision("accept", 1).id != decision("accept", 2).id
    assert in_order((decision("accept", 2), decision("accept", 1), decision("accept", 2))) == (
        decision("accept", 1),
        decision("accept", 2),
    )


def test_an_undoing_can_be_undone():
    first = decision("reject", 1)
    second = decision("undo", 2, first.id)
    third = decision("undo", 3, second.id)
    assert in_force((first, second)) == ()
    assert in_force((first, second, third)) == (first,)


def test_a_clock_that_was_set_back_does_not_put_a_decision_before_the_last():
    last = later_than(None, NOW)
    assert last == "2024-04-01T10:00:00.000000+00:00"
    assert later_than(last, NOW - datetime.timedelta(days=9)) == "2024-04-01T10:00:00.000001+00:00"


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2024-05-31", "2024-05-31", "2024-05-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-05-13/2024-05-17", "2024-05-13", "2024-05-17"),
        ("../2024-05", None, "2024-05-31"),
        ("2024-05/..", "2024-05-01", None),
    ],
)
def test_a_day_is_given_as_exactly_as_it_is_known(written, earliest, latest):
    when = given_when(written)
    assert when is not None
    assert (when.basis, when.edtf, when.earliest, when.latest) == ("given", written, earliest, latest)


@pytest.mark.parametrize("written", ["Monday", "2024-02-30", "2024-13", "0000", "2024-05-17/2024-05-13", "2024-1-1"])
def test_what_is_no_day_is_told(written):
    with pytest.raises(QueryError):
        given_when(written)


@pytest.mark.parametrize(
    ("kind", "field", "value", "says"),
    [
        ("statement", "mood", "deny", "name one of act, attitude, general, speaker, when"),
        ("statement", "act", "lie", "name one of assert, confirm, deny"),
        ("item", "label", " ", "cannot be empty"),
        ("event", "when", "soon", "is no day"),
    ],
)
def test_what_cannot_be_set_is_told_with_what_can(kind, field, value, says):
    with pytest.raises(QueryError, match=says):
        check_edit(kind, field, value)
