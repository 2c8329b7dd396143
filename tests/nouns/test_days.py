from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.nouns.days import (
    ANY_DAY,
    Days,
    days_of,
    edtf,
    make_when,
    meet,
    of_months,
    of_week,
    one_day,
    part_of,
    shift_day,
    shift_months,
)

sane = st.dates(date(1, 2, 1), date(9990, 1, 1))
stretches = st.tuples(st.none() | sane, st.none() | sane).map(
    lambda ends: Days(*sorted(ends)) if ends[0] and ends[1] else Days(*ends)  # type: ignore[type-var]
)
MAY = Days(date(2024, 5, 1), date(2024, 5, 31))


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (one_day(date(2024, 5, 13)), "2024-05-13"),
        (MAY, "2024-05"),
        (of_months(2024, 1, 12), "2024"),
        (of_months(1990, 1, 120), "199X"),
        (Days(None, date(2024, 5, 12)), "[..2024-05-12]"),
        (Days(date(2024, 5, 6), date(2024, 5, 12)), "[2024-05-06..2024-05-12]"),
        (ANY_DAY, None),
    ],
)
def test_a_stretch_is_written_in_edtf_as_exactly_as_it_is_known(days: Days, text: str | None):
    assert edtf(days) == text


def test_what_lasts_is_written_with_an_open_end():
    assert edtf(MAY, lasting=True) == "2024-05/.."


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [("START", date(2021, 1, 1), date(2021, 3, 31)), ("MID", date(2021, 4, 1), date(2021, 9, 30))],
)
def test_early_is_the_first_quarter_and_mid_the_half_between(part: str, first: date, last: date):
    assert part_of(of_months(2021, 1, 12), part) == Days(first, last)  # type: ignore[arg-type]


def test_a_week_runs_from_monday_to_sunday():
    assert of_week(date(2024, 5, 15)) == Days(date(2024, 5, 13), date(2024, 5, 19))


def test_a_month_after_the_thirty_first_ends_with_the_shorter_month():
    assert shift_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_days_stop_at_the_ends_of_the_calendar():
    assert shift_day(date.max, 5) == date.max
    assert shift_day(date.min, -5) == date.min


def test_stretches_that_share_no_day_do_not_meet():
    assert meet(MAY, of_months(2024, 6)) is None


@given(st.integers(-50, 12_000), st.integers(-20, 30), st.integers(1, 1300))
def test_months_stop_at_the_ends_of_the_calendar(year: int, month: int, count: int):
    days = of_months(year, month, count)
    assert days.first is not None and days.last is not None and days.first <= days.last  # noqa: PT018


@given(stretches, stretches)
def test_meeting_never_widens_and_has_no_order(one: Days, other: Days):
    met = meet(one, other)
    assert met == meet(other, one)
    if met is not None:
        assert meet(met, one) == met


@given(stretches)
def test_bounds_survive_a_when(days: Days):
    assert days_of(make_when(days, basis="stated", because="")) == days


@example(Days(date(1, 2, 1), date(1, 2, 2)))
@given(stretches.filter(lambda days: days.first is not None and days.last is not None))
def test_the_parts_of_a_stretch_lie_inside_it(days: Days):
    for part in ("START", "MID", "END"):
        cut = part_of(days, part)
        assert cut.first is not None and cut.last is not None and cut.first <= cut.last  # noqa: PT018
        assert meet(cut, days) == cut
