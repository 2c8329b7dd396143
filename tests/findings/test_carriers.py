import pytest

from onrecord.models.parser import Parser
from onrecord.nouns.record import Record, Statement
from onrecord.pipeline import annotate_source, establish
from tests import make

OPENING = "A video of the raid was leaked on Monday. The council called the video a fake.\n\n"


def last_said(text: str, parser: Parser) -> tuple[Record, Statement]:
    record = establish([annotate_source(make.source(OPENING + text), parser)], make.MADE_BY)
    return record, record.statements[-1]


@pytest.mark.parametrize("text", ["In the video, Ivo Holm says the gate was open.", "A woman says: “Run to the gate.”"])
def test_what_is_said_in_a_thing_is_carried_by_it(text: str, parser: Parser) -> None:
    record, statement = last_said(text, parser)
    assert [relay.item for relay in statement.chain] == [item.id for item in record.items]


@pytest.mark.parametrize(
    "text", ["In the park, Ivo Holm said the gate was open.", "A woman said the gate was open.", "Holm says he ran."]
)
def test_what_is_said_elsewhere_is_carried_by_nothing(text: str, parser: Parser) -> None:
    assert last_said(text, parser)[1].chain == ()
