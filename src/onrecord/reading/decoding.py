"""Bytes to characters: never an error, and never a character changed that could be kept.

A byte order mark decides; then UTF-8, which no other encoding of real text is taken for by chance; then what the
server or the page declares; and last UTF-8 with each byte that does not fit read as cp1252, which is plain cp1252
for text that has no UTF-8 in it and mends files in which both were pasted together. Where that gives no western text,
the source is refused: garbage must not reach a record.
"""

import codecs
import re

from onrecord.errors import SourceError

# The encodings of the HTML standard, by Python's names. Others (UTF-7, Python's own escapes) are tricks and not text.
CODECS = (
    "utf-8", "cp866", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
    "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "koi8-r", "koi8-u", "mac-roman",
    "mac-cyrillic", "cp874", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949",
)  # fmt: skip
# Labels that the HTML standard reads as a larger set than their name says.
WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,100}?encoding|<meta[^>]{0,300}?charset)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)
HEAD = 4096  # bytes in which a page may declare its encoding; the standard asks for 1024, pages often need more
SAMPLE = 4096
SURROGATE = re.compile(r"[\ud800-\udfff]")
ACCENTED = "À-ÖØ-öø-ÿŠŽŒšžœŸƒªºµ"  # the letters of cp1252 outside ASCII
# Western words hold one such letter or two side by side; the bytes of another alphabet come in rows.
ACCENTED_LETTER = re.compile(f"[{ACCENTED}]")
ACCENTED_ROW = re.compile(f"[{ACCENTED}]{{3,}}")
CONTROL = re.compile(r"[\x80-\x9f]")
MIN_CONTROLS = 3  # a stray byte or two do not make a text foreign
MAX_CONTROLS = 0.1  # share of them among the characters outside ASCII; cp1252 has none, Shift-JIS every fifth


def decode(body: bytes, charset: str | None = None, *, is_page: bool = False) -> str:
    """Decode a body; `charset` is what was declared outside of it. A NUL becomes U+FFFD, as in a browser.

    Raises SourceError where nothing is declared and the bytes are neither UTF-8 nor western text.

    >>> decode("“Yes”".encode("cp1252"))
    '“Yes”'
    """
    return mend_surrogates(_decode(body, charset, is_page=is_page).replace("\0", "\ufffd"))


def mend_surrogates(text: str) -> str:
    """Replace halves of characters, which cannot be written to any file, by U+FFFD."""
    return SURROGATE.sub("\ufffd", text)


def _decode(body: bytes, charset: str | None, *, is_page: bool) -> str:
    for mark, codec in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    if wide := _wide(body[:SAMPLE]):
        return body.decode(wide, "replace")
    declared = _codec(charset) or (_declared(body[:HEAD]) if is_page else None)
    codec = declared or "utf-8"
    if codec != "iso2022_jp":  # the one encoding whose bytes are all valid ASCII
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    text = body.decode(codec, MEND if codec in ("utf-8", "cp1252") else "replace")
    if declared is None and not _is_western(body, text):
        raise SourceError("its encoding is not declared and cannot be told: save it as UTF-8")
    return text


def _is_western(body: bytes, text: str) -> bool:
    """Tell text that the bytes which are no UTF-8 were mended to from another alphabet, which gives rows of accents."""
    valid = body.decode("utf-8", "ignore")
    outside = sum(not c.isascii() for c in text)
    if 2 * sum(not c.isascii() for c in valid) > outside:  # UTF-8 in the main, of any alphabet
        return True
    controls = sum(1 for _ in CONTROL.finditer(text))
    if controls >= MIN_CONTROLS and controls > MAX_CONTROLS * outside:
        return False
    letters = sum(1 for _ in ACCENTED_LETTER.finditer(text))
    return 2 * sum(len(row.group()) for row in ACCENTED_ROW.finditer(text)) <= letters


def _declared(head: bytes) -> str | None:
    found = DECLARED.search(head)
    return _codec(found.group(1).decode("ascii", "replace")) if found else None


def _codec(label: str | None) -> str | None:
    """Return the codec behind a label, or None when the label means nothing."""
    try:
        name = codecs.lookup((label or "").strip()).name
    except (LookupError, ValueError):
        return None
    name = WIDER.get(name, name)
    return name if name in CODECS else None


def _wide(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zeros, which fall on every second byte of western text."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) <= 0.4 * len(sample) / 2 or min(even, odd) >= 0.05 * len(sample) / 2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _mend(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that do not fit as cp1252, and its five holes as the control characters browsers make of them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in wrong), error.end


MEND = "onrecord.cp1252"
codecs.register_error(MEND, _mend)
