from msgspec.structs import replace

from onrecord.nouns.annotations import Notice
from onrecord.nouns.record import MentionAt
from tests import make
from tests.drafting import establish_corrections

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


def test_a_value_that_no_notice_names_is_read_off_the_version_before() -> None:
    before = make.article("The ferry sank.\n\nSome 17 sailors were lost in the storm.")
    text = "The ferry sank.\n\nSome 12 sailors were lost in the storm.\n\nCorrection: the number of sailors lost."
    after = replace(make.article(text), version_of=before.id)
    notice = Notice(make.at(text, text.split("\n\n")[2]), "correction")
    story = (make.annotated(before), make.annotated(after, notices=(notice,)))
    (found,), _, _ = establish_corrections(story, (), ())
    assert (found.old, found.new, found.new_at, found.basis) == ("17", "12", make.at(text, "12"), "inferred")
    assert found.old_at == (MentionAt(before.id, make.at(before, "17")),)


def test_where_two_sentences_differ_a_notice_without_values_stays_open() -> None:
    before = make.article("Some 17 sailors were lost.\n\nThe storm took nine boats with it.")
    text = "Some 12 sailors were lost.\n\nThe storm took six boats with it.\n\nCorrection: the storm, the sailors."
    after = replace(make.article(text), version_of=before.id)
    notice = Notice(make.at(text, text.split("\n\n")[2]), "correction")
    story = (make.annotated(before), make.annotated(after, notices=(notice,)))
    (found,), _, _ = establish_corrections(story, (), ())
    assert (found.old, found.new) == (None, None)
