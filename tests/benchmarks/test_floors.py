import pytest

from benchmarks.floors import find_drops, make_limits
from benchmarks.table import lay_out

PINNED = {"floors": {"act": 0.8}, "ceilings": {"never": 0.1}}


def test_a_score_below_its_floor_and_a_share_above_its_ceiling_are_named() -> None:
    drops = list(find_drops({"act": 0.7, "never": 0.2}, PINNED))
    assert drops == ["act dropped to 0.700, its floor is 0.800", "never rose to 0.200, its ceiling is 0.100"]


def test_a_score_at_its_floor_stands() -> None:
    assert list(find_drops({"act": 0.8, "never": 0.1}, PINNED)) == []


def test_a_score_that_is_no_longer_measured_has_dropped() -> None:
    assert list(find_drops({"never": 0.0}, PINNED)) == ["act dropped to 0.000, its floor is 0.800"]


def test_floors_leave_room_below_what_is_measured_and_ceilings_none_above_it() -> None:
    limits = make_limits({"act": 0.8, "never": 0.1, "dates": 1.0})
    assert limits == {"floors": {"act": pytest.approx(0.79)}, "ceilings": {"never": 0.1}}


def test_numbers_of_a_table_stand_to_the_right() -> None:
    assert lay_out((("name", "n"), ("quotes", "12"))).splitlines()[2] == "quotes  12"
