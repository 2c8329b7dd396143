"""What a disk refuses is told in one line, and leaves a case that holds."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import CaseError
from onrecord.store import Store

ADDING = Path(__file__).with_name("adding.py")


def test_a_disk_that_fills_up_ends_in_one_error_and_a_sound_case(tmp_path: Path):
    case = tmp_path / "case.onrecord"
    limit = (200_000, 200_000)  # no file may grow beyond this many bytes
    ended = subprocess.run(
        [sys.executable, str(ADDING), str(case), "1", "1000"],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
    )  # fmt: skip
    assert "onrecord.errors.CaseError" in ended.stderr.splitlines()[-1]
    with Store(case) as store:
        assert len(store) > 0
        assert store.verify().faults == ()


def test_a_place_where_no_folder_can_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    for place in (tmp_path / "file", tmp_path / "file" / "case"):
        with pytest.raises(CaseError):
            Store(place, create=True)
