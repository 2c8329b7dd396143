import pytest

from onrecord.annotation.times import find_times
from onrecord.models.parser import Parser
from tests import make


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("On 3 April 2011 the wreck was found; in May it was raised.", ("2011-05-01", "2023-05-31")),
        ("The mine closed in May 2019. It was flooded in May.", ("2019-05-01", "2023-05-31")),
        ("He left last February. He lost the vote in February.", ("2023-02-01", "2024-02-29")),
        ("The mine closed in May 2019. It will reopen in June.", ("2024-06-01", "2024-06-30")),
        ("The mine closed in 2019. It was flooded in March.", ("2024-03-01", "2024-03-31")),
    ],
)
def test_a_month_in_an_older_story_is_bounded_by_both_years(text: str, bounds: tuple[str, str], parser: Parser) -> None:
    article = make.article(text, published="2024-04-15")
    last = find_times(article, parser.parse(article))[-1]
    assert (last.when and (last.when.earliest, last.when.latest)) == bounds
