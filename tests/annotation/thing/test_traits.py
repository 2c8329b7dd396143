import pytest

from onrecord.annotation.thing.traits import find_traits, key_of
from tests import make


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("the 47-second clip was shared", "duration", "47-second"),
        ("the clip, two minutes and 10 seconds long, was shared", "duration", "two minutes and 10 seconds"),
        ("the clip dated April 3 was shared", "made", "April 3"),
        ("the clip, which was recorded on 12 June in a car", "made", "12 June"),
        ("the clip was posted on Ringboard on Friday", "platform", "Ringboard"),
        ("the clip, published on Sunday by the weekly Torvik Argus", "outlet", "Torvik Argus"),
    ],
)
def test_what_the_clause_tells_of_a_thing(text: str, name: str, value: str) -> None:
    phrase = "the 47-second clip" if "47" in text else "the clip"
    traits = find_traits(text, make.at(text, phrase), len(text))
    assert [(t.name, t.at.of(text)) for t in traits if t.name == name] == [(name, value)]


def test_a_day_of_the_week_is_no_platform() -> None:
    text = "the clip was posted on Friday"
    assert find_traits(text, make.at(text, "the clip"), len(text)) == ()


def test_equal_lengths_are_equal_in_words_and_figures() -> None:
    assert key_of("duration", "ninety seconds") == key_of("duration", "one-minute and 30 seconds") == "90"
