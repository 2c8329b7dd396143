import pytest

from onrecord.models.parser import Parser
from tests import make
from tests.annotation.attributing import attributions_in, in_words

UNREPORTED = [
    ("It grew quiet, hazarding that the ledger was real.", None, "hazarding", "that the ledger was real"),
    ("Kerr could say that the ledger was real.", "Kerr", "say", "that the ledger was real"),
    ("The clerk asked not to be named.", "The clerk", "asked", "not to be named"),
    ("Nobody hazarded that the ledger was real.", "Nobody", "hazarded", "that the ledger was real"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), UNREPORTED)
def test_a_link_that_reports_nothing_is_an_attribution_marked_so(
    text: str, source: str | None, cue: str, content: str, parser: Parser
) -> None:
    (one,) = attributions_in(text, parser, links=(make.link(text, source, cue, content),))
    assert (one.reported, *in_words(text, one)) == (False, source, cue, (content,))


def test_a_link_that_reports_something_is_not_marked(parser: Parser) -> None:
    text = "Kerr hazarded that the ledger was real."
    (one,) = attributions_in(text, parser, links=(make.link(text, "Kerr", "hazarded", "that the ledger was real"),))
    assert (one.reported, *in_words(text, one)) == (True, "Kerr", "hazarded", ("that the ledger was real",))
