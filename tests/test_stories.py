"""Reading the bundled stories is the same on every machine and in any order."""

import subprocess
import sys
from functools import cache

import msgspec
import pytest

from benchmarks.gold import Case
from onrecord import verbs
from onrecord.nouns.record import Record
from tests.stories import CASES, DEMO

# Binding is left out: urllib3, which trafilatura imports, tries whether the machine knows IPv6.
NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(refuse)
from onrecord.cli import main
main(["read", sys.argv[1], "--json"])
"""

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)


@cache
def read(story: str) -> Record:
    return verbs.read([story])


def test_there_are_stories_with_two_outlets_and_with_a_corrected_version() -> None:
    assert len(CASES) >= 3
    demo = read(str(DEMO / "story.toml"))
    assert {article.outlet for article in demo.articles} == {"The Ellory Gazette", "Coastal Press Agency"}
    assert [article.version_of for article in demo.articles] == [None, None, demo.articles[0].id]


@pytest.mark.parametrize("case", CASES[:2], ids=lambda case: case.folder.name)
def test_articles_in_any_order_give_the_same_ids(case: Case) -> None:
    files = sorted(str(path) for path in case.folder.iterdir() if path.suffix in {".html", ".txt"})
    assert _ids(verbs.read(files)) == _ids(verbs.read(files[::-1]))


def _ids(record: Record) -> dict[str, set[str]]:
    return {name: {row.id for row in getattr(record, name)} for name in ("actors", "items", "statements", "events")}


@every_case
def test_nothing_is_said_in_furniture(case: Case) -> None:
    record = read(case.story)
    parts = {one.id: one for one in record.articles}
    spans = [(parts[one.article], at) for one in record.statements for at in (*one.content_at, *one.cue_at)]
    assert [at.of(article.text) for article, at in spans if article.part_at(at.start).kind == "furniture"] == []


def test_another_process_reads_the_same_bytes_and_opens_no_connection() -> None:
    command = [sys.executable, "-c", NO_NETWORK, str(DEMO / "story.toml")]
    run = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.strip() == msgspec.json.encode(read(str(DEMO / "story.toml")))
