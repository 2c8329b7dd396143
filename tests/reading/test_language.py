import pytest

from onrecord.models.parser import Parser
from onrecord.pipeline import annotate
from onrecord.reading import read
from onrecord.reading.language import is_english, tell_language
from tests import make

GERMAN = "Die Ministerin sagte am Montag, sie habe den Brief nie gesehen und wisse nicht, wer ihn schrieb. " * 5


@pytest.mark.parametrize("tag", [None, "en", "en-GB", "en_US", "EN"])
def test_a_tag_of_english_or_none_is_read(tag: str | None) -> None:
    assert is_english(tag)


def test_a_page_that_declares_english_and_is_not_is_left_unread() -> None:
    assert tell_language(GERMAN, "en") == "und"


def test_a_few_words_tell_nothing() -> None:
    assert (tell_language("Ja, sagte er."), tell_language("Ja, sagte er.", "de")) == (None, "de")


def test_nothing_is_extracted_from_another_language_and_the_record_says_so(parser: Parser) -> None:
    article = read(make.source(GERMAN))
    found = annotate(article, parser)
    assert (article.language, bool(article.unread), found.attributions, found.mentions) == ("und", True, (), ())
