from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.models.pins import NETWORK, PIPELINE
from onrecord.models.weights import HOME, check, digest_of, find_network, find_pipeline


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_the_same_files_have_the_same_digest_wherever_they_lie(tmp_path: Path) -> None:
    one = write(tmp_path / "one", a="1", deep__b="2")
    other = write(tmp_path / "other", deep__b="2", a="1")
    assert digest_of(one) == digest_of(other)


@pytest.mark.parametrize("files", [{"a": "2"}, {"b": "1"}, {"deep__a": "1"}, {"a": "1", "b": ""}, {}])
def test_another_name_or_byte_or_file_makes_another_digest(tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "other").mkdir()
    assert digest_of(write(tmp_path / "other", **files)) != digest_of(write(tmp_path / "one", a="1"))


def test_pinned_weights_are_taken(tmp_path: Path) -> None:
    folder = write(tmp_path, a="1")
    assert check(folder, digest_of(folder)) == folder


def test_other_weights_are_refused_by_name_of_their_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=f"{tmp_path.name}.* are not the pinned ones"):
        check(write(tmp_path, a="1"), "0" * 64)


def test_the_installed_pipeline_is_the_pinned_one() -> None:
    assert digest_of(find_pipeline()) == PIPELINE


@pytest.mark.skipif(not HOME.is_dir(), reason="the network's weights are not in the tree")
def test_the_network_in_the_tree_is_the_pinned_one() -> None:
    assert digest_of(find_network()) == NETWORK
