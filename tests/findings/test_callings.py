import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.findings.callings import Likeness, calling_of, likeness

PAIRS = tomllib.loads((Path(__file__).parents[1] / "cases" / "names.toml").read_text("utf-8"))
NAMES = sorted({name for kind in PAIRS.values() for pair in kind for name in pair})


def alike(one: str, other: str) -> Likeness | None:
    return likeness(calling_of(one), calling_of(other))


@pytest.mark.parametrize("pair", PAIRS["same"], ids=" / ".join)
def test_two_spellings_of_a_name_are_one(pair: list[str]) -> None:
    assert alike(*pair) in ("same", "variant")


@pytest.mark.parametrize("pair", PAIRS["different"], ids=" / ".join)
def test_two_names_that_look_alike_stay_two(pair: list[str]) -> None:
    assert alike(*pair) is None


@pytest.mark.parametrize("pair", PAIRS["weak"], ids=" / ".join)
def test_a_name_that_says_less_is_not_enough(pair: list[str]) -> None:
    assert alike(*pair) == "weak"


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize("pair", PAIRS["same"] + PAIRS["different"], ids=" / ".join)
def test_names_of_one_person_are_found_by_a_key(pair: list[str]) -> None:
    one, other = (set(calling_of(name).keys) for name in pair)
    assert not alike(*pair) or one & other


@given(st.text())
def test_no_text_is_too_odd_for_a_name(text: str) -> None:
    one = calling_of(text)
    assert likeness(one, calling_of(text)) == "same"
    assert one.keys
