from onrecord.annotation.grammar import index_parse
from onrecord.annotation.mention.nominals import find_nominals
from onrecord.models.parser import Parser
from tests import make


def nominals_in(text: str, parser: Parser) -> list[str]:
    article = make.article(text)
    found = find_nominals(index_parse(article, parser.parse(article), ()), frozenset())
    return [one.at.of(text) for one in found]


def test_a_phrase_reaches_over_what_follows_its_noun(parser: Parser) -> None:
    assert "the mayor of the town" in nominals_in("They asked the mayor of the town.", parser)


def test_what_and_joins_is_a_phrase_besides_its_members(parser: Parser) -> None:
    found = nominals_in("The mayor and the clerk left early.", parser)
    assert found == ["The mayor and the clerk", "The mayor", "the clerk"]


def test_tokens_outside_are_not_read(parser: Parser) -> None:
    article = make.article("The mayor left.")
    grammar = index_parse(article, parser.parse(article), ())
    assert find_nominals(grammar, frozenset(range(len(grammar.tokens)))) == ()
