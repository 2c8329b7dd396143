from onrecord.models.parser import Parser
from tests.annotation.attributing import attributions_in, in_words


def test_a_quotation_takes_the_subject_of_the_sentence_before(parser: Parser) -> None:
    text = "Mayor Pike shrugged. “I have nothing to add to that.”"
    (one,) = attributions_in(text, parser)
    assert in_words(text, one) == ("Mayor Pike", "", ("I have nothing to add to that.",))


def test_nobody_is_named_where_the_sentence_before_is_about_a_thing(parser: Parser) -> None:
    text = "Ms Varga said it was real. The dog barked. “Quiet now, please, all of you.”"
    last = attributions_in(text, parser)[-1]
    assert (last.source, last.inherits) == (None, None)
