from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.pieces import LONGEST, find_paragraphs, pieces
from onrecord.nouns.article import Article
from onrecord.nouns.span import Span
from tests import make

WRAPPED = "The clerk of the market said that no\nstall would open before the bridge was\nmended."


def cut(text: str) -> list[str]:
    return [piece.of(text) for piece in pieces(make.article(text))]


def test_furniture_is_not_read() -> None:
    article = make.article("Olm denied it.\n\nRead more\n\nShe left.", {1: "furniture"})
    assert [piece.of(article.text) for piece in pieces(article)] == ["Olm denied it.\n\n", "She left."]


def test_an_article_without_parts_has_no_pieces() -> None:
    empty = Article(id="0", text="", parts=())
    assert (list(pieces(empty)), list(find_paragraphs(empty))) == ([], [])


def test_a_long_part_is_cut_at_the_last_sentence_end_that_fits() -> None:
    found = cut("The ferry is late. " * (2 * LONGEST // 19))
    assert {piece[-19:] for piece in found} == {"The ferry is late. "}
    assert len(found) > 1


def test_a_long_part_without_sentences_is_cut_at_a_space() -> None:
    assert {piece.split()[0] + piece.split()[-1] for piece in cut("late " * LONGEST)} == {"latelate"}


def test_a_long_part_without_any_space_is_cut_where_it_must_be() -> None:
    text = "x" * (2 * LONGEST + 5)
    whole = [Span(0, LONGEST), Span(LONGEST, 2 * LONGEST), Span(2 * LONGEST, len(text))]
    assert list(pieces(make.article(text))) == whole


def test_a_megabyte_of_white_space_is_cut_in_no_time() -> None:
    assert "".join(cut(" " * 1_000_000)) == " " * 1_000_000  # it took minutes when every space began a run


@given(st.lists(st.sampled_from(["Ko ", "said. ", "'no!' ", "\n", " " * 600, "x" * 3000]), max_size=30).map("".join))
def test_pieces_are_short_and_lose_nothing(text: str) -> None:
    found = cut(text)
    assert "".join(found) == text
    assert all(0 < len(piece) <= LONGEST for piece in found)


def paragraphs(text: str) -> list[str]:
    starts = list(find_paragraphs(make.article(text)))
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_every_part_is_a_paragraph() -> None:
    assert paragraphs("Olm denied it.\n\nShe left.") == ["Olm denied it.", "She left."]


def test_every_line_that_stands_for_itself_is_a_paragraph() -> None:
    assert paragraphs("Mira Olm\nHarbour master\nPort of Ness") == ["Mira Olm", "Harbour master", "Port of Ness"]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    assert paragraphs(WRAPPED) == [WRAPPED]


def test_full_sentences_line_by_line_are_paragraphs() -> None:
    lines = ["The clerk of the market denied all of it.", "The miller was not to be found on Tuesday."]
    assert paragraphs("\n".join(lines)) == lines
