import pytest

from onrecord.models.parser import Parser
from tests import make
from tests.annotation.attributing import attributions_in, in_words


@pytest.mark.parametrize(
    ("text", "hand", "speaker"),
    [
        ("State radio quoted the governor as saying that the letter was a forgery.", "State radio", "the governor"),
        ("The governor was quoted by State radio as saying that it was real.", "State radio", "The governor"),
    ],
)
def test_who_quotes_somebody_holds_their_words_and_says_nothing(
    text: str, hand: str, speaker: str, parser: Parser
) -> None:
    found = attributions_in(text, parser)
    (relay,) = (one for one in found if not one.reported)
    (inner,) = (one for one in found if one.reported)
    assert (in_words(text, relay)[0], in_words(text, inner)[0], found[inner.inside or 0]) == (hand, speaker, relay)


def test_one_link_over_the_whole_leaves_out_who_is_quoted(parser: Parser) -> None:
    text = "State radio quoted the governor as saying that the letter was a forgery."
    whole = make.link(text, "State radio", "quoted", "the governor as saying that the letter was a forgery")
    _, inner = attributions_in(text, parser, links=(whole,))
    assert in_words(text, inner) == ("the governor", "as saying", ("that the letter was a forgery",))


@pytest.mark.parametrize("verb", ["say", "confirm"])
def test_what_is_only_demanded_is_not_told_as_said(verb: str, parser: Parser) -> None:
    text = f"Ada Pell demanded that the owners {verb} that the letter was real."
    outer = make.link(text, "Ada Pell", "demanded", f"that the owners {verb} that the letter was real")
    inner = make.link(text, "the owners", verb, "that the letter was real", outer=False)
    assert [in_words(text, one)[0] for one in attributions_in(text, parser, links=(outer, inner))] == ["Ada Pell"]
