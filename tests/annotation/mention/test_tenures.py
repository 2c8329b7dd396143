import pytest

from onrecord.annotation.mentions import find_mentions
from onrecord.annotation.quotes import find_quotes
from onrecord.annotation.times import find_times
from onrecord.models.parser import Parser
from tests import make

Ends = tuple[str, str | None, str | None, str]


def ends_in(text: str, parser: Parser) -> list[Ends]:
    """Return title, first and last time, and tense of every office in a text."""
    article = make.article(text)
    parse = parser.parse(article)
    times = find_times(article, parse)
    offices = find_mentions(article, parse, find_quotes(article), (), times)[1]
    words = [None if time is None else times[time].text for one in offices for time in (one.since, one.until)]
    pairs = zip(words[::2], words[1::2], strict=True)
    return [(one.title, since, until, one.when) for one, (since, until) in zip(offices, pairs, strict=True)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Jon Olm, mayor of Torvik since 2019, denied it.", ("mayor", "2019", None, "current")),
        ("Dag Holm served as mayor from 2010 to 2015.", ("mayor", "2010", "2015", "former")),
        ("Ada Brill became chairwoman last week.", ("chairwoman", "last week", None, "current")),
        ("Ida Frey was appointed harbour chief in 2019.", ("harbour chief", "2019", None, "current")),
        ("Jon Olm will become mayor in July.", ("mayor", "July", None, "next")),
        ("Coach Ann Holm was sacked on Monday.", ("Coach", None, "Monday", "former")),
        ("Acting director Ann Marsh will step down in July.", ("Acting director", None, "July", "current")),
        ("Then-treasurer Ann Marsh signed it.", ("treasurer", None, None, "then")),
    ],
)
def test_an_office_is_held_as_long_as_the_words_say(text: str, ends: Ends, parser: Parser) -> None:
    assert ends_in(text, parser) == [ends]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Holm appointed a new chief on Monday.",
        "Mayor Ann Holm left the city on Friday.",
        "Mayor Ann Holm was named on Friday as the author.",
        "Mayor Ann Holm did not step down in May.",
    ],
)
def test_what_is_done_to_another_or_not_at_all_bounds_no_office(text: str, parser: Parser) -> None:
    assert [one[1:] for one in ends_in(text, parser)][:1] == [(None, None, "current")]


def test_an_epithet_is_no_office(parser: Parser) -> None:
    assert ends_in("Jon Olm, a veteran and a strongman until 2010, left.", parser) == []
