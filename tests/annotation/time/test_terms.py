import pytest

from onrecord.annotation.times import find_times
from onrecord.models.parser import Parser
from tests import make


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The council will publish it within ten days.", ("2024-05-15", "2024-05-25")),
        ("The council will publish it in the next two days.", ("2024-05-15", "2024-05-17")),
        ("The council will publish it within ten days of the vote.", None),
        ("The council published it within ten days.", None),
    ],
)
def test_a_term_ahead_bounds_a_day(text: str, bounds: tuple[str, str] | None, parser: Parser) -> None:
    article = make.article(text, published="2024-05-15")
    (one,) = find_times(article, parser.parse(article))
    assert (one.when and (one.when.earliest, one.when.latest)) == bounds
