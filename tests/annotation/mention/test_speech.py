from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.mentions import find_mentions
from onrecord.annotation.quotes import find_quotes
from onrecord.models.parser import Parser
from tests import make
from tests.annotation.people import who

INTERVIEW = (
    "Gazette: Why did you leave?\n\nAda Brill: I was tired.\n\nGazette: Of what?\n\nAda Brill: My work.\n\n"
    "Gazette: Will you return?\n\nAda Brill: I might."
)


def test_in_an_interview_i_is_who_speaks_and_you_is_who_answers(parser: Parser) -> None:
    article = make.article(INTERVIEW)
    parse, quotes = parser.parse(article), find_quotes(article)
    mentions = find_mentions(article, parse, quotes, find_attributions(article, parse, quotes))[0]
    chains = {one.at.of(INTERVIEW): one.chain for one in mentions}
    assert chains["you"] == chains["I"] == chains["My"] == chains["Ada Brill"] is not None


def test_we_is_the_body_for_which_the_speaker_speaks(parser: Parser) -> None:
    text = "“We are sorry,” said Ada Brill, chief executive of the Torvik Rail Company."
    found = who(text, parser, ("Ada Brill, chief executive of the Torvik Rail Company", "said", "We are sorry,"))
    assert found["the Torvik Rail Company"] == "We"


def test_we_of_somebody_who_speaks_for_no_known_body_is_nobody(parser: Parser) -> None:
    text = "“We are sorry,” said Ada Brill."
    assert who(text, parser, ("Ada Brill", "said", "We are sorry,"))["We"] == "nobody"


def test_this_company_in_a_quotation_is_the_one_its_speaker_heads(parser: Parser) -> None:
    text = "“This company never met,” said Ada Brill, chief executive of the Torvik Rail Company. Sund Ferries left."
    source = "Ada Brill, chief executive of the Torvik Rail Company"
    assert who(text, parser, (source, "said", "This company never met,"))["the Torvik Rail Company"] == "This company"
