import msgspec
import pytest

from onrecord.annotation.claims import with_claims
from onrecord.annotation.things import find_things
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Thing
from onrecord.nouns.parse import Parse, Referent
from onrecord.nouns.record import ItemKind
from tests import make

HEADED = {0: "headline"}


def seen(parser: Parser, text: str, kind: ItemKind, contested: float, *words: str) -> Parse:
    """Return a parse in which an engine sees a thing of some kind in each of these words, at every place."""
    parse = parser.parse(make.article(text, HEADED))
    heads = (n for n, token in enumerate(parse.tokens) if text[token.start : token.end] in words)
    return msgspec.structs.replace(parse, referents=tuple(Referent(n, kind, 0.98, contested) for n in heads))


def found(text: str, parse: Parse) -> list[tuple[str, int]]:
    article = make.article(text, HEADED)
    things: tuple[Thing, ...] = with_claims(article, parse, (), (), find_things(article, parse, ()))
    return [(thing.at.of(text), thing.chain) for thing in things if thing.contested]


def test_a_noun_on_no_list_names_what_an_engine_sees_named(parser: Parser) -> None:
    text = "Row over the reel\n\nThe reel came in a shoebox. Ana Brun cut the reel herself, she said."
    names = [("the reel", 0), ("The reel", 0), ("the reel", 0)]
    assert found(text, parser.parse(make.article(text, HEADED))) == []
    assert found(text, seen(parser, text, "video", 0.98, "reel")) == names


def test_an_engine_that_sees_nothing_contested_overrules_a_word(parser: Parser) -> None:
    text = "A row\n\nThe leaked tape of the talks is short, she said."
    assert found(text, seen(parser, text, "recording", 0.98, "tape"))
    assert found(text, seen(parser, text, "recording", 0.01, "tape")) == []


@pytest.mark.parametrize(("contested", "names"), [(0.98, ["The rumour", "the story"]), (0.1, [])])
def test_nouns_for_what_is_said_to_have_happened_are_one_claim(
    parser: Parser, contested: float, names: list[str]
) -> None:
    text = "A row\n\nThe rumour reached the port by noon. By night the story was in the papers."
    things = found(text, seen(parser, text, "claim", contested, "rumour", "story"))
    assert [name for name, _ in things] == names
    assert len({chain for _, chain in things}) <= 1
