from onrecord.models.parser import Parser
from tests import make
from tests.annotation.attributing import attributions_in, in_words

TEXT = "Baker said that the driver hazarded a guess."
OUTER = make.link(TEXT, "Baker", "said", "that the driver hazarded a guess")
INNER = make.link(TEXT, "the driver", "hazarded", "a guess", outer=False)


def test_a_link_in_anothers_words_points_at_it_and_is_less_sure(parser: Parser) -> None:
    outer, inner = attributions_in(TEXT, parser, links=(OUTER, INNER))
    assert (in_words(TEXT, inner), inner.inside) == (("the driver", "hazarded", ("a guess",)), 0)
    assert (outer.inside, outer.confidence, inner.confidence) == (None, 0.75, 0.75 * 0.8)


def test_a_link_in_anothers_words_that_nobody_holds_is_dropped(parser: Parser) -> None:
    assert attributions_in(TEXT, parser, links=(INNER,)) == ()


def test_a_link_in_anothers_words_without_source_is_theirs(parser: Parser) -> None:
    inner = make.link(TEXT, None, "hazarded", "a guess", outer=False)
    assert [in_words(TEXT, one)[0] for one in attributions_in(TEXT, parser, links=(OUTER, inner))] == ["Baker"]
