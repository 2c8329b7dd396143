from pathlib import Path

import pytest

from onrecord.errors import ManifestError
from onrecord.intake import take, take_story
from onrecord.nouns.digest import sha256
from onrecord.nouns.source import Given, Refused, Source

MANIFEST = """
title = "The letter"
[[source]]
file = "b.txt"
outlet = "The Star"
published = 2024-03-11
version_of = "a.txt"
[[source]]
file = "a.txt"
"""


def write(folder: Path, manifest: str) -> Path:
    (folder / "a.txt").write_text("The first letter.")
    (folder / "b.txt").write_text("The second letter.")
    (folder / "story.toml").write_text(manifest)
    return folder / "story.toml"


def test_a_story_gives_its_sources_in_its_order_with_what_it_knows(tmp_path: Path) -> None:
    story = take_story(str(write(tmp_path, MANIFEST)))
    first = sha256(b"The first letter.")
    assert story.title == "The letter"
    assert [source.given for source in story.sources] == [
        Given(outlet="The Star", published="2024-03-11", version_of=first),
        Given(),
    ]


def test_a_folder_with_a_manifest_is_the_story_and_then_what_it_does_not_list(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST)
    (tmp_path / "0.txt").write_text("Another letter.")
    assert [Path(source.place).name for source in take([str(tmp_path)])] == ["b.txt", "a.txt", "0.txt"]


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        (
            '[[source]]\nfile = "a.txt"\noutlt = "x"',
            'unknown key "outlt": the known ones are file, outlet, published, version_of',
        ),
        ('titel = "x"\n[[source]]\nfile = "a.txt"', 'unknown key "titel": the known ones are title, source'),
        ('title = "x"', "names no source"),
        ("source = 3", "names no source"),
        ("title = 3", "the title is not text"),
        ("[[source]]\noutlet = 'x'", "source 1 names no file"),
        ('[[source]]\nfile = "a.txt"\npublished = "11 March"', "published of source 1 is not a day"),
        ('[[source]]\nfile = "a.txt"\npublished = 2024', "published of source 1 is not a day"),
        ('[[source]]\nfile = "a.txt"\noutlet = 5', "outlet of source 1 is not text"),
        ('[[source]]\nfile = "c.txt"', '"c.txt" there is no such file'),
        ('[[source]]\nfile = "../a.txt"', "outside the folder of the manifest"),
        ('[[source]]\nfile = "/etc/hostname"', "outside the folder of the manifest"),
        ('[[source]]\nfile = "away/passwd"', "outside the folder of the manifest"),
        ('[[source]]\nfile = "a\\u0000.txt"', "is no path"),
        ('[[source]]\nfile = "a.txt"\n[[source]]\nfile = "./a.txt"', "listed twice"),
        ('[[source]]\nfile = "a.txt"\nversion_of = "a.txt"', "names no other file"),
        ('[[source]]\nfile = "a.txt"\nversion_of = "b.txt"', "names no other file"),
        (MANIFEST.replace('file = "a.txt"', 'file = "a.txt"\nversion_of = "b.txt"'), "version of itself"),
        ('[[source]]\nfile = "a.txt"\n[[source]]\nfile = "empty.txt"', '"empty.txt" is empty'),
        ('[[source]]\nfile = "a.txt', "not valid TOML"),
        ("a = " + "[" * 5000, "not valid TOML"),
    ],
)
def test_a_wrong_manifest_gives_one_refusal_and_no_source(tmp_path: Path, manifest: str, words: str) -> None:
    path = write(tmp_path, manifest)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "away").symlink_to("/etc")
    (refused,) = take([str(path)])
    assert isinstance(refused, Refused)
    assert words in refused.reason
    assert refused.reason.isprintable()


def test_a_manifest_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "story.toml").write_bytes(b"\xff\xfe\x00")
    (refused,) = take([str(tmp_path / "story.toml")])
    assert isinstance(refused, Refused)
    assert "not UTF-8" in refused.reason


def test_the_files_of_a_wrong_manifest_are_not_read_without_it(tmp_path: Path) -> None:
    write(tmp_path, "title = ")
    assert [Path(one.place).name for one in take([str(tmp_path)])] == ["story.toml"]


def test_a_story_taken_whole_raises_with_the_place(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"story\.toml: names no source"):
        take_story(str(write(tmp_path, 'title = "x"')))


def test_a_link_inside_the_folder_may_be_listed(tmp_path: Path) -> None:
    path = write(tmp_path, '[[source]]\nfile = "c.txt"')
    (tmp_path / "c.txt").symlink_to("a.txt")
    (source,) = take([str(path)])
    assert isinstance(source, Source)
