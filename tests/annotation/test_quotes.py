from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.quotes import find_quotes, paragraphs
from tests import make


def inner(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in find_quotes(make.article(text))]


def speech(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in find_quotes(make.article(text)) if quote.speech]


def test_curly_marks_open_and_close_by_direction() -> None:
    assert inner("“The tape is mine,” she said. “I made it.”") == ["The tape is mine,", "I made it."]


def test_straight_marks_open_and_close_by_turns() -> None:
    assert inner('"The tape is mine," she said. "I made it."') == ["The tape is mine,", "I made it."]


def test_doubled_straight_single_marks_are_a_double_mark() -> None:
    assert inner("''Never,'' he said. ``Not once.''") == ["Never,", "Not once."]


def test_single_marks_quote_and_apostrophes_do_not() -> None:
    text = "‘I don’t own the boys’ boat,’ she said. ‘It’s from the ’90s.’"
    assert inner(text) == ["I don’t own the boys’ boat,", "It’s from the ’90s."]


def test_a_text_of_apostrophes_holds_no_quotation() -> None:
    assert inner("The crew's rock 'n' roll band isn't the players' choice.") == []


def test_inches_and_feet_are_not_quotations() -> None:
    assert inner('He is 6\'2" tall, the plank 10" wide, and he said "no, never".') == ["no, never"]


def test_low_marks_and_guillemets_quote() -> None:
    assert inner("„Das ist es“, «Oui» and »Ja«") == ["Das ist es", "Oui", "Ja"]


def test_a_straight_mark_may_close_a_curly_one() -> None:
    assert inner('“Never," she said.') == ["Never,"]


def test_a_nested_quotation_follows_the_one_that_holds_it() -> None:
    assert inner("“He called it ‘a joke’ twice,” she said.") == ["He called it ‘a joke’ twice,", "a joke"]


def test_a_quotation_left_open_ends_with_its_paragraph_and_continues_in_the_next() -> None:
    quotes = find_quotes(make.article("“We lost it.\n\n“Nobody knew,” she said."))
    assert [(quote.closed, quote.continues) for quote in quotes] == [(False, False), (True, True)]


def test_a_single_mark_left_open_at_the_start_of_a_paragraph_continues_too() -> None:
    quotes = find_quotes(make.article("‘The clock jumps.\n\n‘I can tell the time.’"))
    assert [(quote.closed, quote.continues) for quote in quotes] == [(False, False), (True, True)]


def test_a_missing_closing_mark_spoils_one_quotation_only() -> None:
    assert inner("“One. “Two,” she said.") == ["One.", "Two,"]


def test_names_titles_and_scare_quotes_are_not_speech() -> None:
    text = "The so-called “Pelican” account liked the film “Dust” and its “leak”. He said “yes, it is mine”."
    assert speech(text) == ["yes, it is mine"]


def test_a_short_word_with_a_comma_before_its_cue_is_speech() -> None:
    assert speech("“No,” she said.") == ["No,"]


def test_furniture_holds_no_quotations() -> None:
    assert find_quotes(make.article("“Share this!” now\n\nHe left.", {0: "furniture"})) == ()


def test_a_blank_line_inside_a_part_ends_a_paragraph() -> None:
    article = make.article("One.\n \nTwo.")
    assert [article.text[start:end] for start, end in paragraphs(article)] == ["One.", "Two."]


@given(st.text(alphabet="ab .,\n“”‘’\"'«»„‚0", max_size=60))
def test_every_quotation_lies_in_the_text_with_its_words_inside_its_marks(text: str) -> None:
    quotes = find_quotes(make.article(text))
    assert all(quote.at.holds(quote.inner) and quote.at.end <= len(text) for quote in quotes)
    assert [quote.at.start for quote in quotes] == sorted(quote.at.start for quote in quotes)
