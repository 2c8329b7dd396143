from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.reading.decoding import CODECS, decode

QUOTED = "“It’s ours,” she said – naïvely."
ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"))


@given(ANY_TEXT, st.sampled_from(["utf-8-sig", "utf-8", "utf-16"]))
def test_decoding_keeps_every_character(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@given(st.binary(), st.sampled_from([*CODECS, "utf-7", None]))
def test_any_bytes_become_text_that_can_be_written_again_or_are_refused(body: bytes, charset: str | None) -> None:
    with suppress(SourceError):
        assert decode(body, charset, is_page=True).encode() is not None


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", "Мэр сказал, что моста нет."),
        ("koi8-r", "Мэр сказал, что моста нет."),
        ("shift_jis", "市長は金曜日、橋は閉鎖されないと述べた。"),
        ("cp1253", "Ο δήμαρχος είπε ότι δεν υπάρχει γέφυρα."),
    ],
)
def test_another_alphabet_without_a_declaration_is_refused(codec: str, text: str) -> None:
    with pytest.raises(SourceError, match="not declared and cannot be told: save it as UTF-8"):
        decode(f"<p class='story'>{text}</p>".encode(codec), is_page=True)


@pytest.mark.parametrize("text", ["Où est né le traître ?", "„Größe“, hieß es.", "“Wait…” ‘Why?’", "£5 – ¿qué?"])
def test_western_text_without_a_declaration_is_kept(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_a_stray_byte_in_another_alphabet_does_not_refuse_its_utf_8() -> None:
    assert decode("Мэр сказал".encode() + b"\x85") == "Мэр сказал…"


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
