import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.decoding import decode

QUOTED = "“It’s ours,” she said – naïvely."
ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"))


@given(ANY_TEXT, st.sampled_from(["utf-8-sig", "utf-8", "utf-16"]))
def test_decoding_keeps_every_character(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@given(st.binary())
def test_no_bytes_raise(body: bytes) -> None:
    assert isinstance(decode(body, "utf-7", is_page=True), str)


def test_undeclared_text_that_is_not_utf_8_is_cp1252() -> None:
    assert decode(QUOTED.encode("cp1252")) == QUOTED


def test_latin_1_is_read_as_the_cp1252_that_pages_mean_by_it() -> None:
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">' + QUOTED.encode("cp1252")
    assert decode(page, is_page=True).endswith(QUOTED)


def test_a_stray_byte_does_not_spoil_the_utf_8_around_it() -> None:
    assert decode("“Café”".encode() + b" \x93quoted\x94") == "“Café” “quoted”"


@pytest.mark.parametrize(
    ("codec", "text"), [("koi8-r", "Он не звонил"), ("shift_jis", "編集長は否定した"), ("cp1250", "Žádný dopis")]
)
def test_what_the_server_declares_is_believed(codec: str, text: str) -> None:
    assert decode(text.encode(codec), codec) == text


def test_valid_utf_8_outranks_a_wrong_declaration() -> None:
    assert decode("“Žádný”".encode(), "iso-8859-1") == "“Žádný”"


def test_the_page_declares_its_own_encoding() -> None:
    assert decode('<meta charset="windows-1251">Он'.encode("cp1251"), is_page=True).endswith("Он")


def test_utf_16_is_told_by_its_zeros() -> None:
    assert decode("The letter is lost.".encode("utf-16-le")) == "The letter is lost."


def test_python_s_own_codecs_are_no_encodings_of_text() -> None:
    assert decode(b"\\u0041", "unicode_escape") == "\\u0041"


def test_a_nul_is_shown_as_browsers_show_it() -> None:
    assert decode(b"a\0b" + b"c" * 20) == "a\ufffdb" + "c" * 20


def test_line_ends_and_special_spaces_are_kept() -> None:
    text = "one\r\ntwo\u00a0three\u00adfour\u200bfive"
    assert decode(text.encode()) == text
