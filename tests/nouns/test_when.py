from hypothesis import given
from hypothesis import strategies as st

from onrecord.nouns.when import UNKNOWN, When, compare, is_day, sort_key

days = st.none() | st.dates().map(lambda day: day.isoformat())
whens = st.builds(lambda one, other: _ordered(one, other), days, days)


def _ordered(one: str | None, other: str | None) -> When:
    if one and other:
        one, other = sorted((one, other))
    return When(basis="stated", earliest=one, latest=other)


def test_what_ends_before_the_other_begins_came_before_it():
    assert compare(When("stated", latest="2024-05-12"), When("stated", earliest="2024-05-13")) == "before"


def test_what_overlaps_has_no_order():
    may = When("stated", earliest="2024-05-01", latest="2024-05-31")
    assert compare(may, When("stated", earliest="2024-05-13", latest="2024-05-13")) == "unknown"


def test_one_day_is_the_same_as_itself():
    day = When("stated", earliest="2024-05-13", latest="2024-05-13")
    assert is_day(day)
    assert compare(day, day) == "same"


def test_what_has_no_date_sorts_last():
    dated = When("stated", earliest="2024-05-13", latest="2024-05-13")
    assert sorted([UNKNOWN, dated], key=sort_key) == [dated, UNKNOWN]


def test_an_event_without_a_date_sorts_as_an_unknown_one():
    assert sort_key(None) == sort_key(UNKNOWN)


@given(whens, whens)
def test_the_comparison_turned_round_is_the_other_way(one: When, other: When):
    mirror = {"before": "after", "after": "before", "same": "same", "unknown": "unknown"}
    assert compare(other, one) == mirror[compare(one, other)]


@given(whens, whens)
def test_the_key_never_puts_later_before_earlier(one: When, other: When):
    if compare(one, other) == "before" and one.earliest and other.earliest:
        assert sort_key(one) < sort_key(other)
