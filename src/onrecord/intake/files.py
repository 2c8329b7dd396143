"""One file becomes one source: what it is, how large, and whether it can hold a news text at all."""

import os
import stat
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.nouns.source import Given, Source, make_source

MANIFEST = "story.toml"
# Markdown is left out: its signs would be read as words, and in most folders it is a README.
PAGES = (".txt", ".text", ".html", ".htm", ".xhtml")
ARCHIVES = (".warc", ".warc.gz")
HTML = (".html", ".htm", ".xhtml")

# The text of the longest newspaper page measured is below 1 MB and its mark-up below 10 MB; 64 MiB leaves room
# for pictures written into the page and still fits several times over into the memory of a small laptop.
MAX_BODY = 64 * 1024 * 1024

# Files that people drop in by mistake, by their first bytes.
SIGNATURES = {
    b"%PDF-": "a PDF: copy its text into a .txt file",
    b"PK\x03\x04": "a zip file or office document: save its text as .txt",
    b"\x1f\x8b": "packed with gzip: unpack it first, or name it .warc.gz if it is a web archive",
    b"\x89PNG": "a picture: onrecord reads text",
    b"\xff\xd8\xff": "a picture: onrecord reads text",
    b"GIF8": "a picture: onrecord reads text",
    b"RIFF": "a sound, picture or video file: onrecord reads text",
    b"\x7fELF": "a program: onrecord reads text",
    b"\xd0\xcf\x11\xe0": "an old office document: save its text as .txt",
    b"{\\rtf": "a rich text document: save its text as .txt",
}
# A page and its pictures as one mail, which browsers save under the name of a page as well.
MAILS = (b"from: <saved by", b'from: "saved by', b"mime-version:", b"from: =?utf-8?q?saved")
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
SAMPLE = 65536  # bytes looked at to tell text from binary
MAX_CONTROLS = 0.01  # share of control bytes: saved pages with a stray NUL stay far below, binaries lie above 0.05
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x0b"))


def take_file(path: Path, given: Given | None = None) -> Source:
    """Take one page or text file; raises SourceError with the reason when it cannot be one."""
    if suffix_of(path) not in PAGES:
        raise SourceError(f"is of no type that onrecord reads: save it as one of {', '.join((*PAGES, *ARCHIVES))}")
    body = _load(path)
    check_text(body)
    return make_source(show(path), media_of(path, body), body, given=given)


def examine(path: Path) -> os.stat_result:
    """Look at what stands at a path; raises SourceError unless it is a file or a folder."""
    try:
        status = path.stat()
    except FileNotFoundError:
        broken = "is a link to a file that is not there" if path.is_symlink() else "there is no such file or folder"
        raise SourceError(f"{broken}: check the path") from None
    except (OSError, ValueError) as problem:
        raise SourceError(f"cannot be opened ({_why(problem)}): check the path and its permissions") from None
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise SourceError("is a device, pipe or socket: save its content as a file first")
    return status


def check_text(body: bytes) -> None:
    """Raise SourceError for what cannot be text: nothing at all, a known binary type, too many control bytes."""
    if not body.strip():
        raise SourceError("is empty: save the page again")
    for mark, what in SIGNATURES.items():
        if body.startswith(mark):
            raise SourceError(f"is {what}")
    if body[:SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")[:80].lower().startswith(MAILS):
        raise SourceError("is a page packed as mail (MHTML): open it in a browser and save it as HTML only")
    sample = body[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if controls > MAX_CONTROLS * len(sample) and not _is_wide(sample):
        raise SourceError("is binary and not text: save the page as .html or its text as .txt")


def media_of(path: Path, body: bytes) -> str:
    """Tell text from a page: by the name, unless the first bytes say otherwise."""
    opening = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_page = suffix_of(path) in HTML or opening.startswith((b"<!doctype html", b"<html"))
    return "text/html" if is_page else "text/plain"


def suffix_of(path: Path) -> str:
    """Return the ending that says the type, in small letters: ".warc.gz" counts as one."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    return "".join(suffixes[-2:]) if suffixes[-2:] == [".warc", ".gz"] else "".join(suffixes[-1:])


def real(path: Path) -> Path:
    """Resolve a path with all its links, without an error where they lead in a circle."""
    return Path(os.path.realpath(path))


def show(path: Path) -> str:
    r"""Write a path so that it stays on one line and can be printed, whatever its name holds.

    >>> show(Path("a\nb.txt"))
    'a\\nb.txt'
    """
    return escape(str(path))


def escape(text: str) -> str:
    """Escape everything that a terminal would not print as itself."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def _load(path: Path) -> bytes:
    """Read a file whole, unless it is too large to be a page."""
    size = examine(path).st_size
    if size > MAX_BODY:
        raise SourceError(
            f"is {size / 2**20:,.0f} MiB, more than the {MAX_BODY // 2**20} that a page may have: "
            "save the article alone, or its text as .txt"
        )
    try:
        with path.open("rb") as file:
            return file.read(MAX_BODY)
    except OSError as problem:
        raise SourceError(f"cannot be read ({_why(problem)}): check its permissions") from None


def _is_wide(sample: bytes) -> bool:
    """Tell UTF-16 and UTF-32, where every second byte of plain English is zero, from binary."""
    if sample.startswith(WIDE_MARKS) or sample.startswith(b"\x00\x00\xfe\xff"):
        return True
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return max(even, odd) > 0.4 * len(sample) / 2 and min(even, odd) < 0.05 * len(sample) / 2


def _why(problem: OSError | ValueError) -> str:
    return escape((problem.strerror if isinstance(problem, OSError) else str(problem)) or "no reason given")
