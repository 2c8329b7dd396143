import pytest

from onrecord.annotation.times import find_times
from onrecord.models.parser import Parser
from tests import make


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Varga declined to comment on Tuesday.", "2025-03-04"),
        ("Varga failed to appear on Tuesday.", "2025-03-04"),
        ("Varga promised to answer on Tuesday.", "2025-03-11"),
    ],
)
def test_what_is_declined_is_declined_at_its_time_and_what_is_promised_is_ahead(
    text: str, day: str, parser: Parser
) -> None:
    article = make.article(text, published="2025-03-05")
    (time,) = find_times(article, parser.parse(article))
    assert time.when is not None
    assert (time.when.earliest, time.when.latest) == (day, day)
