from onrecord.models.parser import Parser
from onrecord.models.pieces import LONGEST
from onrecord.nouns.article import Article, Part
from onrecord.nouns.parse import Parse
from onrecord.nouns.span import Span
from tests import make


def test_furniture_is_not_parsed(parser: Parser) -> None:
    text = "Olm denied it.\n\nRead more"
    article = Article(id="0", text=text, parts=(Part("paragraph", 0, 16), Part("furniture", 16, len(text))))
    assert [token.at.of(text) for token in parser.parse(article).tokens][:4] == ["Olm", "denied", "it", "."]


def test_a_line_without_any_space_is_still_parsed(parser: Parser) -> None:
    text = "x" * (2 * LONGEST + 5)
    tokens = parser.parse(make.article(text)).tokens
    assert [token.at for token in tokens] == [
        Span(0, LONGEST), Span(LONGEST, 2 * LONGEST), Span(2 * LONGEST, len(text)),
    ]  # fmt: skip


def test_pieces_keep_the_offsets_of_the_article(parser: Parser) -> None:
    text = "Varga said so. " * LONGEST
    tokens = parser.parse(make.article(text[: LONGEST + 40])).tokens
    assert {token.at.of(text) for token in tokens} >= {"Varga", "said", "so", "."}


def test_a_parse_of_the_pipeline_leaves_links_to_the_rules(parser: Parser) -> None:
    assert parser.parse(make.article("")) == Parse((), (), (), links=None)
