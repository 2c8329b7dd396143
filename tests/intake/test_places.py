import os
import socket
from pathlib import Path

import pytest

from onrecord.intake import take
from onrecord.intake.files import MAX_BODY, show
from onrecord.nouns.digest import sha256
from onrecord.nouns.source import Refused, Source

TEXT = "Nobody has seen the letter."


def write(folder: Path, **files: str | bytes) -> Path:
    """Write files into a folder; two underscores stand for a slash and one for a full stop."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def names(*places: Path) -> list[str]:
    """Return the names of what is taken, in order; refused places in brackets."""
    taken = take([str(place) for place in places])
    return [Path(one.place).name if isinstance(one, Source) else f"({Path(one.place).name})" for one in taken]


def reason(place: Path) -> str:
    (refused,) = take([str(place)])
    assert isinstance(refused, Refused)
    assert refused.place == show(place)
    assert (refused.place + refused.reason).isprintable()
    return refused.reason


def test_a_source_is_its_bytes_under_their_digest(tmp_path: Path) -> None:
    (source,) = take([str(write(tmp_path, a_txt=TEXT) / "a.txt")])
    assert isinstance(source, Source)
    assert (source.id, source.body, source.media) == (sha256(TEXT.encode()), TEXT.encode(), "text/plain")


def test_places_are_taken_in_the_order_given_and_folders_in_order_of_name(tmp_path: Path) -> None:
    write(tmp_path, b_txt=TEXT, a__z_html="<p>x", a__c_txt=TEXT, last_txt=TEXT)
    assert names(tmp_path / "last.txt", tmp_path) == ["last.txt", "c.txt", "z.html", "b.txt", "last.txt"]


def test_what_is_no_news_in_a_folder_is_passed_by(tmp_path: Path) -> None:
    write(tmp_path, a_html="<p>x", a_jpg=b"\xff\xd8\xff", notes_md=TEXT, _hidden_txt=TEXT, _git__x_txt=TEXT)
    (tmp_path / "a_files").mkdir()
    write(tmp_path / "a_files", frame_html="<p>an advertisement")
    assert names(tmp_path) == ["a.html"]


def test_a_folder_that_only_looks_like_a_saved_page_s_is_read(tmp_path: Path) -> None:
    (tmp_path / "case_files").mkdir()
    write(tmp_path / "case_files", a_txt=TEXT)
    assert names(tmp_path) == ["a.txt"]


def test_one_bad_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=b"", c_txt=TEXT)
    assert names(tmp_path) == ["a.txt", "(b.txt)", "c.txt"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t ", "is empty"),
        ("a.txt", b"%PDF-1.7 ...", "is a PDF"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "is a picture"),
        ("a.txt", b"PK\x03\x04zip", "is a zip file"),
        ("a.txt", b"\x1f\x8b\x08gz", "packed with gzip"),
        ("a.txt", bytes(range(256)) * 4, "is binary"),
        ("a.txt", b"one\0\0two\0 three", "is binary"),
        ("a.docx", b"text", "no type that onrecord reads"),
        ("no-ending", b"text", "no type that onrecord reads"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert words in reason(tmp_path / name)


def test_missing_files_broken_links_and_empty_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("nowhere.txt")
    (tmp_path / "empty").mkdir()
    assert "no such file" in reason(tmp_path / "a.txt")
    assert "link to a file that is not there" in reason(tmp_path / "link.txt")
    assert "holds nothing to read" in reason(tmp_path / "empty")


def test_pipes_and_devices_and_sockets_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as endpoint:
        endpoint.bind(str(tmp_path / "s.txt"))
        assert "pipe or socket" in reason(tmp_path / "pipe.txt")
        assert "pipe or socket" in reason(tmp_path / "s.txt")
    assert "device" in reason(Path("/dev/zero"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert "permissions" in reason(tmp_path / "a.txt")


def test_a_page_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.html").open("wb") as file:
        file.truncate(200_000_000)
    assert reason(tmp_path / "a.html").startswith(f"is 191 MiB, more than the {MAX_BODY // 2**20} that a page may have")


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "a\x1b[31m.txt", "\u202egnp.txt", "a\udcffb.txt", "a" * 300 + ".txt", "a\0.txt"]
)
def test_any_name_can_be_printed(tmp_path: Path, name: str) -> None:
    assert reason(tmp_path / name)


def test_a_text_that_is_a_page_is_read_as_one(tmp_path: Path) -> None:
    write(tmp_path, a_txt="<!DOCTYPE html><p>x", b_txt="<not html>")
    assert [one.media for one in take([str(tmp_path)]) if isinstance(one, Source)] == ["text/html", "text/plain"]


def test_utf_16_is_text(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT.encode("utf-16"), b_txt=TEXT.encode("utf-16-le"))
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_links_that_lead_back_into_a_folder_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (tmp_path / "again").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def test_sources_are_taken_one_by_one(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    sources = take([str(tmp_path / "a.txt"), str(tmp_path / "later.txt")])
    next(sources)
    write(tmp_path, later_txt=TEXT)
    assert isinstance(next(sources), Source)


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert names(tmp_path) == ["(a.txt)"]


@pytest.mark.parametrize("opening", ["From: <Saved by Blink>\r\n", "MIME-Version: 1.0\r\n", '\nFrom: "Saved by X"\n'])
def test_a_page_packed_as_mail_is_refused_with_what_to_do(tmp_path: Path, opening: str) -> None:
    (tmp_path / "a.html").write_text(f"{opening}Subject: Bridge closed\r\n\r\n<p>The bridge is closed.</p>")
    reason = "is a page packed as mail (MHTML): open it in a browser and save it as HTML only"
    assert list(take([str(tmp_path / "a.html")])) == [Refused(str(tmp_path / "a.html"), reason)]
