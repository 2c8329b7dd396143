import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.network.words import PIECES, UNKNOWN, Words, case_of, see_words
from onrecord.nouns.span import Span

STATES = {0: "-", 1: "i", 2: "(", 3: ")", 4: "u", 5: "["}


def see(text: str, paragraphs: list[int] | None = None) -> Words:
    """See the words of a text that is already cut by spaces; the pieces of a word are its code points."""
    spans, start = [], 0
    for form in text.replace("\n", " ").split(" "):
        if form:
            spans.append(Span(start, start + len(form)))
        start += len(form) + 1
    return see_words(text, spans, lambda form: tuple(map(ord, form)), paragraphs)


def quoted(text: str) -> str:
    return "".join(STATES[state] for state in see(text).quoted.tolist())


def test_no_words_are_seen_in_an_empty_text() -> None:
    words = see(" \n ")
    assert (len(words), words.pieces.shape, words.paragraph.shape) == (0, (0, PIECES), (0,))


def test_a_long_word_is_seen_by_its_first_pieces_and_its_last() -> None:
    assert see("ab abcdefg").pieces.tolist() == [[97, 98, 0, 0], [97, 98, 99, 103]]


def test_no_more_than_sixty_characters_of_a_word_are_looked_at() -> None:
    assert see("x" * 60 + "y" * 9000).pieces.tolist() == [[120, 120, 120, 120]]


def test_a_word_without_pieces_is_unknown() -> None:
    assert see_words("?", [Span(0, 1)], lambda _: ()).pieces.tolist() == [[UNKNOWN, 0, 0, 0]]


@pytest.mark.parametrize(
    ("form", "case"),
    [
        ("olm", 0),
        (",", 1),
        ("...", 2),
        ("😀", 1),
        ("4th", 3),
        ("NATO", 4),
        ("I", 5),
        ("Olm", 6),
        ("McKay", 7),
        ("شارع", 0),
    ],
)
def test_the_shape_of_a_word_is_numbered(form: str, case: int) -> None:
    assert case_of(form) == case


@given(st.text(min_size=1))
def test_every_word_has_a_shape(form: str) -> None:
    assert case_of(form) in range(8)


def test_lines_are_paragraphs_where_none_are_given_and_empty_ones_do_not_count() -> None:
    assert see("one two\n\n\nthree\nfour").paragraph.tolist() == [0, 0, 1, 2]


def test_paragraphs_begin_where_they_are_said_to() -> None:
    text = "Late\nnight . Then dawn"
    assert see(text, [0, text.index("Then")]).paragraph.tolist() == [0, 0, 0, 1, 1]


def test_paragraphs_without_words_are_not_counted() -> None:
    assert see("one two", [0, 1, 2, 4]).paragraph.tolist() == [0, 1]


def test_words_between_marks_are_inside_a_quotation() -> None:
    assert quoted('“ No , ” he said . " Never . "') == "(ii)---(ii)"


def test_a_quotation_ends_with_its_paragraph_and_is_marked_as_unclosed() -> None:
    assert quoted("He said : “ No , never\nHe left .") == "---[uuu---"


def test_a_closing_mark_without_an_opening_one_closes_nothing_else() -> None:
    assert quoted("No , ” he said") == "--)--"


@given(st.lists(st.sampled_from(['"', "“", "”", "«", "»", "no", "\n"]), max_size=40).map(" ".join))
def test_every_word_has_a_place_in_quotation_and_unclosed_ones_run_to_the_end_of_a_paragraph(text: str) -> None:
    for line in text.split("\n"):
        states = quoted(line)
        assert len(states) == len(line.split())
        assert "[" not in states or set(states[states.index("[") + 1 :]) <= {"u"}
    assert quoted(text) == "".join(map(quoted, text.split("\n")))
