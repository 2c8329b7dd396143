"""The record keeps to its published format: every field by its name, and nothing lost on the way."""

import json

import msgspec
import pytest
from hypothesis import given, settings

from onrecord.nouns.article import Article
from onrecord.nouns.record import (
    Actor,
    Correction,
    Event,
    Item,
    Link,
    Position,
    Record,
    Role,
    Statement,
    Time,
)
from onrecord.nouns.span import Span
from onrecord.nouns.when import Relative, When
from tests import strategies

# The fields that the format of version 1 promises.
FORMAT = {
    Record: "format made_by articles actors items statements positions events times corrections links",
    When: "edtf earliest latest basis because at relative lasting",
    Relative: "to days",
    Article: "id outlet title url language published version_of text parts credits",
    Actor: "id name kind count aliases mentions roles",
    Role: "title of when from to article at basis",
    Item: "id kind label existence facts mentions",
    Statement: "id article part speaker with source_at cue_at content_at quoted_at mode act attitude addressee medium "
    "occasion place when chain hedges conditions about general inserted_at omitted_at translated same_as corrected "
    "confidence",
    Position: "id actor about proposition text value statements when superseded_by",
    Event: "id article at what participants where when voice hedges corrected",
    Time: "article at text type value when anchor",
    Correction: "id article at kind old new new_at touches",
    Link: "id kind from to by article at",
}


@pytest.mark.parametrize("noun", FORMAT, ids=lambda noun: noun.__name__)
def test_every_field_of_the_format_has_its_name_in_json(noun: type[msgspec.Struct]):
    assert set(FORMAT[noun].split()) <= set(noun.__struct_encode_fields__)


@settings(max_examples=50, deadline=None)
@given(strategies.records)
def test_a_record_comes_back_from_json_the_same(record: Record):
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def test_a_span_is_two_numbers_in_json():
    assert msgspec.json.encode(Span(3, 9)) == b"[3,9]"


@pytest.mark.parametrize("span", ["[9,3]", "[3,3]", "[-1,3]", "[3]", '["3","9"]', "[3.5,9]", "null"])
def test_what_cannot_be_sliced_is_not_decoded(span: str):
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(span, type=Span)


def test_another_format_is_not_decoded():
    with pytest.raises(msgspec.ValidationError, match="onrecord/2"):
        msgspec.json.decode('{"format":"onrecord/2","made_by":{"program":"x","engine":"rules"}}', type=Record)


def test_every_type_of_the_schema_says_what_it_is():
    schema = json.loads(msgspec.json.encode(msgspec.json.schema(Record)))
    assert [name for name, kind in schema["$defs"].items() if not kind.get("description")] == []
