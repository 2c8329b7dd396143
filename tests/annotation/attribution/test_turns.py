from onrecord.models.parser import Parser
from tests.annotation.attributing import attributions_in, said


def test_a_quotation_split_around_its_cue_is_one_turn(parser: Parser) -> None:
    text = "“The tape is mine,” Ms Varga said. “I made it.”"
    assert said(text, parser) == [("Ms Varga", "said", ("The tape is mine,", "I made it."))]


def test_an_inverted_cue_has_the_whole_name_after_it_as_source(parser: Parser) -> None:
    text = "“We lost it,” said Dr. Lund, who runs the lab."
    assert said(text, parser) == [("Dr. Lund, who runs the lab", "said", ("We lost it,",))]


def test_a_cue_and_colon_announce_a_quotation(parser: Parser) -> None:
    text = "A spokesman wrote: “The president has nothing to hide.”"
    assert said(text, parser) == [("A spokesman", "wrote", ("The president has nothing to hide.",))]


def test_a_verb_with_a_cue_noun_announces_a_quotation(parser: Parser) -> None:
    text = "The chairwoman issued a threat: “Everyone will hear it.”"
    assert said(text, parser) == [("The chairwoman", "issued a threat", ("Everyone will hear it.",))]


def test_a_second_speaker_opens_a_second_turn(parser: Parser) -> None:
    text = "“It is real,” she said. “It is not,” he replied."
    assert said(text, parser) == [("she", "said", ("It is real,",)), ("he", "replied", ("It is not,",))]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(parser: Parser) -> None:
    text = "“We lost the samples,” said Dr. Lund.\n\n“Nobody told the families.”"
    assert said(text, parser) == [("Dr. Lund", "said", ("We lost the samples,", "Nobody told the families."))]


def test_a_quotation_after_a_paraphrase_inherits_its_speaker(parser: Parser) -> None:
    text = "Ms Varga denied that the tape was real. “I was at home that night.”"
    found = attributions_in(text, parser)
    assert [(one.source is None, one.inherits) for one in found] == [(False, None), (True, 0)]


def test_a_cue_that_ends_a_paragraph_announces_the_next(parser: Parser) -> None:
    text = "On Monday Mr Holt wrote:\n\n“Please park the report.”"
    assert said(text, parser) == [("Mr Holt", "wrote", ("Please park the report.",))]


def test_a_dash_and_a_name_attribute(parser: Parser) -> None:
    text = "“Nobody asked us what we thought of it.” — Rosa Lindqvist"
    assert said(text, parser) == [("Rosa Lindqvist", "—", ("Nobody asked us what we thought of it.",))]


def test_a_scare_quote_is_said_by_nobody(parser: Parser) -> None:
    assert said("The so-called “Pelican” account posted the map.", parser) == []
