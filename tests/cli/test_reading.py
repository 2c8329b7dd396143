"""`read`, `schema` and `demo` on the command line."""

import json
from pathlib import Path
from typing import get_args

import msgspec

from onrecord.cli.options import ENGINES
from onrecord.models.pins import EngineName
from onrecord.nouns.record import Record
from tests.cli.conftest import DENIAL, REPLY, Run


def test_a_story_is_one_record_in_the_order_of_its_sources(onrecord: Run):
    record = msgspec.json.decode(onrecord("read", "story.toml", "--json").stdout, type=Record)
    assert [(one.text, one.outlet) for one in record.articles] == [(DENIAL, "Torvik Courier"), (REPLY, "Coast Gazette")]


def test_each_source_is_a_record_on_a_line_of_its_own(onrecord: Run):
    lines = onrecord("read", "--each", "denial.txt", "reply.txt", "--jsonl").stdout.splitlines()
    records = [msgspec.json.decode(line, type=Record) for line in lines]
    assert [[one.text for one in record.articles] for record in records] == [[DENIAL], [REPLY]]


def test_a_summary_names_who_said_what(onrecord: Run):
    told = onrecord("read", "story.toml").stdout
    assert "Torvik Courier · Mayor denies the harbour tape · 12 March 2024" in told
    assert "Ilse Varga" in told
    assert "I have never met the man," in told


def test_a_place_that_cannot_be_read_is_named_and_the_rest_is_read(onrecord: Run):
    ended = onrecord("read", "--each", "missing.txt", "denial.txt", "--jsonl")
    assert ended.exit_code == 1
    assert ended.stderr.startswith("onrecord: missing.txt: ")
    assert (ended.stderr.count("\n"), ended.stdout.count("\n")) == (1, 1)


def test_nothing_that_can_be_read_ends_with_two_and_prints_nothing(onrecord: Run):
    for arguments in (("missing.txt",), ("missing.txt", "--json"), ("missing.txt", "--each", "--jsonl")):
        ended = onrecord("read", *arguments)
        assert (ended.exit_code, ended.stdout) == (2, "")


def test_the_day_that_is_given_holds_for_sources_without_one(onrecord: Run):
    record = json.loads(onrecord("read", "story.toml", "denial.txt", "--json", "--published", "2024-05-31").stdout)
    assert [one["published"]["edtf"] for one in record["articles"]] == ["2024-03-12", "2024-03-13"]
    alone = json.loads(onrecord("read", "denial.txt", "--json", "--published", "2024-05-31").stdout)
    assert (alone["articles"][0]["published"]["earliest"], alone["articles"][0]["published"]["basis"]) == (
        "2024-05-31",
        "given",
    )


def test_what_is_no_day_is_refused_before_anything_is_read(onrecord: Run):
    for day in ("31.5.2024", "2024-02-30", "20240531", "yesterday"):
        ended = onrecord("read", "denial.txt", "--published", day)
        assert (ended.exit_code, ended.stderr) == (2, f"onrecord: '{day}' is no day: write it as 2024-05-31\n")


def test_the_schema_is_json_schema(onrecord: Run):
    schema = json.loads(onrecord("schema").stdout)
    assert "statements" in schema["$defs"]["Record"]["properties"]


def test_the_demo_prints_a_summary_and_writes_a_page(onrecord: Run):
    ended = onrecord("demo", "-o", "page.html")
    assert ended.exit_code == 0
    assert str(Path("page.html").resolve()) in ended.stdout.replace("\n", "")
    assert Path("page.html").read_text("utf-8").startswith("<!doctype html>")


def test_an_empty_name_reads_nothing(onrecord: Run):
    run = onrecord("read", "")
    assert (run.exit_code, run.stdout, "no place" in run.stderr) == (2, "", True)


def test_the_engines_to_choose_from_are_those_there_are():
    assert tuple(ENGINES.choices) == get_args(EngineName)


def test_an_engine_that_there_is_not_is_refused_before_anything_is_read(onrecord: Run):
    for command in ("read", "add", "demo", "export"):
        ended = onrecord(command, "--engine", "oracle", *(["denial.txt"] if command in {"read", "add"} else []))
        assert (ended.exit_code, ended.stdout) == (2, "")
        assert "'oracle' is not one of 'learned', 'rules'" in ended.stderr


def test_each_record_says_which_engine_made_it(onrecord: Run):
    printed = onrecord("read", "--each", "denial.txt", "reply.txt", "--jsonl").stdout.splitlines()
    assert [json.loads(line)["made_by"]["engine"] for line in printed] == ["rules", "rules"]
