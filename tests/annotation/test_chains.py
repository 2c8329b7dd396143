from onrecord.annotation.chains import find_chains, join
from onrecord.annotation.mention.ranking import Choice
from onrecord.annotation.quotes import find_quotes
from onrecord.models.parser import Parser
from onrecord.nouns.span import Span
from tests import make


def chains_in(text: str, parser: Parser) -> list[list[str]]:
    article = make.article(text)
    found = find_chains(article, parser.parse(article), find_quotes(article), ())
    return [[at.of(text) for at in one] for one in found]


def test_a_thing_is_taken_up_by_its_noun(parser: Parser) -> None:
    text = "The council bought a bridge. Nobody has crossed the bridge since."
    assert ["a bridge", "the bridge"] in chains_in(text, parser)


def test_a_name_and_its_pronouns_are_one_chain(parser: Parser) -> None:
    text = "Ilse Varga sold the mill. She kept her house."
    assert ["Ilse Varga", "She", "her"] in chains_in(text, parser)


def test_nothing_is_taken_up_in_an_empty_text(parser: Parser) -> None:
    assert chains_in(" ", parser) == []


def test_a_choice_that_does_not_outweigh_none_by_enough_begins_anew() -> None:
    spans = [Span(0, 1), Span(2, 3), Span(4, 5)]
    choices = [Choice(None, 0.0), Choice(0, 2.0), Choice(1, 0.5)]
    assert join(spans, choices, 1.0) == ((Span(0, 1), Span(2, 3)),)
    assert join(spans, choices, 0.0) == (tuple(spans),)
