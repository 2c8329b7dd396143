from onrecord.findings.corrections import establish_corrections
from onrecord.nouns.annotations import Notice
from tests import make

TEXT = "Kern said that 12 boats sank.\n\nCorrection: This page said that 17 boats sank. It was 12 boats."


def test_the_value_in_force_is_found_and_its_statement_marked() -> None:
    article = make.article(TEXT)
    notice = Notice(make.at(TEXT, TEXT.split("\n\n")[1]), "correction", make.at(TEXT, "17"), make.at(TEXT, "12", 1))
    kern = make.statement(article, make.actor("Kern"), "said", "that 12 boats sank")
    (found,), (said,), _ = establish_corrections((make.annotated(article, notices=(notice,)),), (kern,), ())
    assert (found.old, found.new, found.new_at, found.touches) == ("17", "12", make.at(TEXT, "12"), (kern.id,))
    assert said.corrected


def test_a_value_that_stands_nowhere_is_left_open() -> None:
    text = "Rain fell.\n\nCorrection: This page said that 17 boats sank. It was 12."
    article = make.article(text)
    notice = Notice(make.at(text, text.split("\n\n")[1]), "correction", make.at(text, "17"), make.at(text, "12"))
    (found,), _, _ = establish_corrections((make.annotated(article, notices=(notice,)),), (), ())
    assert (found.new, found.new_at, found.touches) == ("12", None, ())


def test_a_value_is_found_as_an_adjective_too() -> None:
    text = "Kern heard the 11-minute tape.\n\nCorrection: This page gave the tape 17 minutes. It has 11 minutes."
    article = make.article(text)
    notice = Notice(
        make.at(text, text.split("\n\n")[1]), "correction", make.at(text, "17 minutes"), make.at(text, "11 minutes")
    )
    (found,), _, _ = establish_corrections((make.annotated(article, notices=(notice,)),), (), ())
    assert found.new_at == make.at(text, "11-minute")
