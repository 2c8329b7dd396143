"""Archives made by hand, record by record, so that each can be broken where it hurts."""

import gzip
from pathlib import Path

import pytest

from onrecord.intake import take
from onrecord.intake.files import MAX_BODY
from onrecord.nouns.source import Refused, Source

PAGE = b"<p>The mayor said that there was no letter.</p>"
HTML = "text/html; charset=windows-1252"
FIELDS = (
    "WARC/1.0",
    "WARC-Type: {}",
    "WARC-Target-URI: https://star.example/{}",
    "Content-Type: {}",
    "Content-Length: {}",
)
FRAME = "\r\n".join((*FIELDS, "", ""))


def page(name: str, body: bytes = PAGE, *, media: str = HTML, status: str = "200 OK", kind: str = "response") -> bytes:
    """Return one record of an archive."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() if kind != "resource" else b""
    declared = media if kind == "resource" else "application/http"
    return FRAME.format(kind, name, declared, len(http + body)).encode() + http + body + b"\r\n\r\n"


def write(path: Path, *records: bytes) -> Path:
    """Write an archive, packed record by record where its name says so."""
    path.write_bytes(b"".join(gzip.compress(one) if path.name.endswith(".gz") else one for one in records))
    return path


def show(path: Path) -> list[tuple[str, str]]:
    """Return the address of what is taken and the reason of what is refused."""
    return [
        ("taken", one.given.url or "") if isinstance(one, Source) else ("refused", one.reason)
        for one in take([str(path)])
    ]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_every_captured_page_is_a_source_with_its_address(tmp_path: Path, name: str) -> None:
    first, second = take([str(write(tmp_path / name, page("1"), page("2", media="text/plain")))])
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert (first.body, first.charset, first.media, second.media) == (PAGE, "windows-1252", "text/html", "text/plain")
    assert [one.given.url for one in (first, second)] == ["https://star.example/1", "https://star.example/2"]


def test_what_is_no_delivered_page_is_passed_by(tmp_path: Path) -> None:
    others = (
        page("gone", status="404 Not Found"),
        page("picture", media="image/png"),
        page("again", kind="revisit", body=b""),
        page("asked", kind="request", body=b"GET / HTTP/1.1"),
    )
    path = write(tmp_path / "a.warc.gz", *others, page("here"), page("kept", kind="resource", media="text/html"))
    assert show(path) == [("taken", "https://star.example/here"), ("taken", "https://star.example/kept")]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_truncated_archive_gives_what_is_whole_and_names_the_break(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, page("1"), page("2"), page("3"))
    path.write_bytes(path.read_bytes()[:-60])
    *whole, (verdict, reason) = show(path)
    assert whole == [("taken", "https://star.example/1"), ("taken", "https://star.example/2")]
    assert verdict == "refused"
    assert reason.startswith("breaks off")


@pytest.mark.parametrize("cut", range(1, 400, 7))
def test_an_archive_cut_anywhere_never_raises(tmp_path: Path, cut: int) -> None:
    path = write(tmp_path / "a.warc.gz", page("1"))
    path.write_bytes(path.read_bytes()[:cut])
    assert {type(one) for one in take([str(path)])} <= {Source, Refused}


def test_bytes_that_are_no_archive_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"these are not the records you are looking for\r\n\r\n")
    ((verdict, reason),) = show(tmp_path / "a.warc")
    assert (verdict, "does not begin as a WARC record" in reason) == ("refused", True)


def test_an_archive_packed_as_one_piece_is_read(tmp_path: Path) -> None:
    plain = write(tmp_path / "a.warc", page("1"), page("2")).read_bytes()
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(plain))
    assert [verdict for verdict, _ in show(tmp_path / "b.warc.gz")] == ["taken", "taken"]


def test_a_packed_and_chunked_page_is_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    media = "text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"
    (source,) = take([str(write(tmp_path / "a.warc", page("1", chunked, media=media)))])
    assert isinstance(source, Source)
    assert source.body == PAGE


def test_a_bomb_in_an_archive_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.warc.gz",
        page("bomb", b" " * (MAX_BODY + 10)),
        page("film", b"x" * (MAX_BODY + 10), media="video/mp4"),
        page("after"),
    )
    (first, reason), second = show(path)
    assert (first, second) == ("refused", ("taken", "https://star.example/after"))
    assert reason == "the page is larger than 64 MiB: leave it out"


def test_a_header_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\n" + b"x" * 5_000_000))
    ((verdict, reason),) = show(tmp_path / "a.warc.gz")
    assert (verdict, "no end to its header" in reason) == ("refused", True)


def test_a_page_that_is_packed_badly_is_refused_and_nothing_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt = gzip.compress(PAGE * 9000)
    spoilt = spoilt[:60] + bytes(40) + spoilt[100:]
    path = write(tmp_path / "a.warc", page("1", spoilt, media="text/html\r\nContent-Encoding: gzip"), page("2"))
    assert [verdict for verdict, _ in show(path)] == ["refused", "taken"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_archive_without_a_page_is_refused_once(tmp_path: Path, count: int) -> None:
    others = (page("gone", status="404 Not Found"), page("data", media="application/json"), page("a", kind="revisit"))
    reason = f"holds no page that can be read ({count} records passed by)".replace("1 records", "1 record")
    assert show(write(tmp_path / "a.warc", *others[:count])) == [("refused", reason)]


@pytest.mark.parametrize("login", ["ana:secret@", "ana@", "ana:p@ss@"])
def test_a_login_in_an_address_is_not_kept(tmp_path: Path, login: str) -> None:
    record = page("a@b?c=d@e").replace(b"star.example", login.encode() + b"star.example")
    (source,) = take([str(write(tmp_path / "a.warc", record))])
    assert isinstance(source, Source)
    assert (source.given.url, "secret" in source.place) == ("https://star.example/a@b?c=d@e", False)
