import msgspec

from onrecord.models.parser import Parser
from tests import make
from tests.annotation.attributing import attributions_in, in_words, said

INTERVIEW = "Post: Is it real?\n\nLund: Yes.\n\nI made it.\n\nPost: When?\n\nLund: In May."
TURN = "“The tape is mine,” Ms Varga said. “I made it.”"


def test_the_spans_of_a_link_go_before_those_of_the_rule_whose_frame_stays(parser: Parser) -> None:
    text = "Old Kerr denied copying the ledger on Monday."
    link = make.link(text, "Kerr", "denied", "copying the ledger")
    (one,) = attributions_in(text, parser, links=(link,))
    assert (one.rule, one.confidence, one.reported) == ("gerund", 0.75, True)
    assert in_words(text, one) == ("Kerr", "denied", ("copying the ledger",))


def test_a_link_without_source_takes_the_one_of_its_rule(parser: Parser) -> None:
    text = "Kerr said the ledger was real."
    link = make.link(text, None, "said", "the ledger was real")
    assert said(text, parser, links=(link,)) == [("Kerr", "said", ("the ledger was real",))]


def test_of_a_source_in_pieces_the_longest_counts(parser: Parser) -> None:
    text = "Kerr, the old clerk, grumbled that the ledger was real."
    link = make.link(text, "Kerr", "grumbled", "that the ledger was real")
    link = msgspec.structs.replace(link, source=make.spans(text, "Kerr", "the old clerk"))
    assert said(text, parser, links=(link,)) == [("the old clerk", "grumbled", ("that the ledger was real",))]


def test_a_turn_of_quotation_is_made_whole(parser: Parser) -> None:
    link = make.link(TURN, "Ms Varga", "said", "The tape is")
    assert said(TURN, parser, links=(link,)) == [("Ms Varga", "said", ("The tape is mine,", "I made it."))]


def test_a_content_outside_its_turn_of_quotation_gives_way_to_it(parser: Parser) -> None:
    link = make.link(TURN, "Ms Varga", "said", "Ms")
    assert said(TURN, parser, links=(link,)) == [("Ms Varga", "said", ("The tape is mine,", "I made it."))]


def test_a_content_that_is_a_whole_quotation_leaves_out_its_marks(parser: Parser) -> None:
    text = "The clerk hazarded “a mild guess”."
    link = make.link(text, "The clerk", "hazarded", "“a mild guess”")
    assert said(text, parser, links=(link,)) == [("The clerk", "hazarded", ("a mild guess",))]


def test_a_relative_pronoun_gives_way_to_its_antecedent(parser: Parser) -> None:
    text = "Police met the clerk who said the ledger was real."
    link = make.link(text, "who", "said", "the ledger was real")
    assert said(text, parser, links=(link,)) == [("the clerk", "said", ("the ledger was real",))]


def test_a_silence_is_taken_from_its_rule(parser: Parser) -> None:
    text = "The union declined to comment on the tape."
    link = make.link(text, "union", "declined", outer=False, act="decline")
    (one,) = attributions_in(text, parser, links=(link,))
    assert (one.rule, in_words(text, one)) == ("decline", ("The union", "declined to comment", ()))


def test_a_labelled_answer_is_taken_from_its_rule(parser: Parser) -> None:
    link = msgspec.structs.replace(make.link(INTERVIEW, "Lund", ":", "Yes"), cue=make.at(INTERVIEW, ":", 1))
    assert said(INTERVIEW, parser, links=(link,)) == said(INTERVIEW, parser)


def test_a_headline_is_taken_from_its_rule(parser: Parser) -> None:
    text = "Mayor: That is not my voice"
    link = make.link(text, "Mayor", ":", "my voice")
    assert said(text, parser, "headline", (link,)) == [("Mayor", ":", ("That is not my voice",))]


def test_two_links_of_one_label_are_one_answer(parser: Parser) -> None:
    link = msgspec.structs.replace(make.link(INTERVIEW, "Lund", ":", "Yes"), cue=make.at(INTERVIEW, ":", 1))
    other = msgspec.structs.replace(link, content=make.spans(INTERVIEW, "I made it"))
    assert said(INTERVIEW, parser, links=(link, other)) == said(INTERVIEW, parser)


def test_a_link_without_content_that_no_rule_knows_is_dropped(parser: Parser) -> None:
    text = "Kerr waved at the crowd."
    assert said(text, parser, links=(make.link(text, "Kerr", "waved", outer=False, act="decline"),)) == []


def test_a_content_without_words_is_none(parser: Parser) -> None:
    text = "Kerr asked: “…”"
    assert said(text, parser, links=(make.link(text, "Kerr", "asked", "“…”"),)) == []


def test_a_content_without_words_takes_the_turn_of_its_rule(parser: Parser) -> None:
    link = make.link(TURN, "Ms Varga", "said", "“")
    assert said(TURN, parser, links=(link,)) == [("Ms Varga", "said", ("The tape is mine,", "I made it."))]


def test_a_denial_that_only_a_rule_sees_is_kept(parser: Parser) -> None:
    text = "Kerr denied copying the ledger. Moss said it was real."
    assert said(text, parser, links=()) == [("Kerr", "denied", ("copying the ledger",))]


def test_what_has_no_cue_word_is_left_to_the_rules(parser: Parser) -> None:
    assert said(INTERVIEW, parser, links=()) == said(INTERVIEW, parser)


def test_a_cue_that_no_rule_has_is_read_by_what_it_governs(parser: Parser) -> None:
    text = "Kerr hazarded that the ledger was real. Moss hazarded a guess about it."
    links = (
        make.link(text, "Kerr", "hazarded", "that the ledger was real"),
        msgspec.structs.replace(
            make.link(text, "Moss", "hazarded a", "a guess about it"), cue=make.at(text, "hazarded", 1)
        ),
    )
    assert [one.rule for one in attributions_in(text, parser, links=links)] == ["clause", "object"]
