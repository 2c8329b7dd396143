"""Web archives: every captured page of a WARC becomes a source.

The frame of each record is read here, line by line and within bounds, and only then handed to warcio: its own
iterator reads headers and chunks of any length into memory, prints to the terminal when a length is wrong, and
takes a gzip member that breaks off for the end of the archive.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import msgspec

from onrecord.errors import SourceError
from onrecord.intake.files import MAX_BODY, check_text, escape, examine, show
from onrecord.nouns.source import Given, Refused, Source, make_source

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MAX_HEAD = 256 * 1024  # bytes of header lines in one record; crawlers write below 8 kB
MAX_RECORDS = 10_000_000  # a crawler starts a new file at about a gigabyte, some hundred thousand records
CHUNK = 1024 * 1024
# Text packs tenfold and a crawl fivefold; gzip itself could reach a thousandfold. Archives of a few kilobytes
# may hold anything up to the slack.
MAX_RATIO = 100
SLACK = 256 * 1024 * 1024
MEDIA = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
PAGE_RECORDS = (b"response", b"resource")
LOGIN = re.compile(r"^(https?://)[^/?#\\]*@")  # "https://name:password@…"


class _Frame(NamedTuple):
    """The header lines of one record, the length that they declare, and what was kept of its block."""

    head: bytes
    kind: bytes
    length: int
    block: bytes = b""


def take_archive(path: Path, given: Given | None = None) -> Iterator[Source | Refused]:
    """Take the captured pages of an archive in order; raises SourceError where it breaks off or holds none."""
    size = examine(path).st_size
    number, found = 0, False
    try:
        with _open(path) as stream:
            for number, record in enumerate(_read_records(stream, MAX_RATIO * size + SLACK), 1):
                for source in _take_record(f"{show(path)}#{number}", record, given or Given()):
                    found = True
                    yield source
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise SourceError("breaks off inside a packed record: what came before was taken; fetch it again") from None
    except OSError as problem:
        raise SourceError(f"cannot be read ({problem.strerror}): check its permissions") from None
    if not found:
        raise SourceError(f"holds no page that can be read ({number} record{'s' * (number != 1)} passed by)")


def _open(path: Path) -> BinaryIO:
    """Open plain or packed, by its first bytes and not by its name."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path) if packed else path.open("rb")  # type: ignore[return-value]  # a GzipFile reads bytes


def _read_records(stream: BinaryIO, bound: int) -> Iterator[_Frame]:
    """Read all records, with a block where one may hold a page; of a large one only the beginning, which says what."""
    number, unpacked = 0, 0
    while (frame := _read_frame(stream, number + 1)) is not None:
        number, unpacked = number + 1, unpacked + len(frame.head) + frame.length
        if unpacked > bound or number > MAX_RECORDS:
            raise SourceError(f"unpacks to far more than an archive of its size holds (record {number}): leave it out")
        wanted = frame.kind in PAGE_RECORDS
        keep = frame.length if frame.length <= MAX_BODY else MAX_HEAD
        block = _read_block(stream, frame.length, keep if wanted else 0)
        yield frame._replace(block=block)


def _read_frame(stream: BinaryIO, number: int) -> _Frame | None:
    """Read the header lines of the next record; None at the end of the archive."""
    lines: list[bytes] = []
    size = 0
    while line := stream.readline(MAX_HEAD):
        size += len(line)
        if size > MAX_HEAD:
            raise SourceError(f"record {number} has no end to its header: the archive is damaged, fetch it again")
        if line.strip():
            lines.append(line)
        elif lines:
            return _parse_frame(lines, number)
    if lines:
        raise SourceError(f"breaks off in the header of record {number}: what came before was taken; fetch it again")
    return None


def _parse_frame(lines: list[bytes], number: int) -> _Frame:
    fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines[1:])}
    length = fields.get(b"content-length", b"")
    if not lines[0].startswith(b"WARC/") or not length.isdigit() or len(length) > 15:
        raise SourceError(f"record {number} does not begin as a WARC record: the archive is damaged, fetch it again")
    return _Frame(b"".join(lines) + b"\r\n", fields.get(b"warc-type", b"").lower(), int(length))


def _read_block(stream: BinaryIO, length: int, keep: int) -> bytes:
    """Read over the block of a record and return its beginning; raises where the archive ends before it does."""
    kept, left = [], length
    while left:
        chunk = stream.read(min(left, CHUNK))
        if not chunk:
            raise SourceError("breaks off inside a record: what came before was taken; fetch the archive again")
        if length - left < keep:
            kept.append(chunk)
        left -= len(chunk)
    return b"".join(kept)


def _take_record(place: str, frame: _Frame, given: Given) -> Iterator[Source | Refused]:
    """Take one record if it is a page that was delivered; everything else is passed by in silence."""
    if frame.kind not in PAGE_RECORDS:
        return
    try:
        record = _parse(frame.head, frame.block)
        media, charset = _media(record)
        if media is None or _status(record) != "200":
            return
        place = f"{place} {escape(_uri(record) or '')}".strip()
        body = _payload(record) if frame.length <= MAX_BODY else b""
        if frame.length > MAX_BODY or len(body) > MAX_BODY:
            raise SourceError(f"the page is larger than {MAX_BODY // 2**20} MiB: leave it out")
        check_text(body)
    except SourceError as problem:
        yield Refused(place, str(problem))
    else:
        known = msgspec.structs.replace(given, url=_uri(record))
        yield make_source(place, media, body, charset=charset, given=known)


def _parse(head: bytes, block: bytes) -> "ArcWarcRecord":
    from warcio.exceptions import ArchiveLoadFailed  # only a run that meets an archive pays for the import
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    try:
        return ArcWarcRecordLoader(verify_http=False).parse_record_stream(BytesIO(head + block), known_format="warc")
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, AttributeError):
        # warcio meets a record without an address with an AttributeError.
        raise SourceError("a record has no address or no readable header: passed by") from None


def _status(record: "ArcWarcRecord") -> str:
    """A response has the status it was answered with; a resource was stored as it stands."""
    return record.http_headers.get_statuscode() if record.http_headers else "200"


def _media(record: "ArcWarcRecord") -> tuple[str | None, str | None]:
    """Return the type of a page and its declared character set; no type where it is no page."""
    declared = record.http_headers.get_header("Content-Type") if record.http_headers else record.content_type
    media, *options = (declared or "").split(";")
    pairs = (option.partition("=") for option in options)
    charsets = [value.strip().strip("\"'") for name, _, value in pairs if name.strip().lower() == "charset"]
    return MEDIA.get(media.strip().lower()), (charsets[0] if charsets and charsets[0] else None)


def _uri(record: "ArcWarcRecord") -> str | None:
    """Return the address of a page, without the name and password that a crawler may have logged in with."""
    uri = record.rec_headers.get_header("WARC-Target-URI")
    return LOGIN.sub(r"\1", uri) if uri and uri.startswith(("http://", "https://")) else None


def _payload(record: "ArcWarcRecord") -> bytes:
    """Undo chunks and packing, and stop one byte past what a page may have."""
    complaints = StringIO()
    try:
        with redirect_stderr(complaints):  # where warcio reports that a page is packed badly
            body = bytes(record.content_stream().read(MAX_BODY + 1))
    except zlib.error:
        body = b""
    if complaints.getvalue() or not body:
        raise SourceError("the page is empty or packed badly: capture it again")
    return body
