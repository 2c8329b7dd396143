import pytest

from onrecord.models.parser import Parser
from onrecord.pipeline import annotate_source, establish
from tests import make

OPENING = "A ledger of the depot turned up on Monday. Ada Kerr is the clerk. Tom Moss is the treasurer.\n\n"


def speakers_with_positions(text: str, parser: Parser) -> list[str]:
    record = establish([annotate_source(make.source(OPENING + text), parser)], make.MADE_BY)
    names = {actor.id: actor.name for actor in record.actors}
    return [names[position.actor] for position in record.positions if position.proposition == "genuine"]


@pytest.mark.parametrize(
    "text",
    [
        "Moss denied a report that Kerr had said the ledger was genuine.",
        "The paper wrongly reported that Kerr had confirmed that the ledger was genuine.",
        "Moss said reports that Kerr had admitted the ledger was forged were false.",
        "Kerr did not say that the ledger was forged, a spokesman said.",
        "Kerr never claimed the ledger was genuine, Moss told reporters.",
    ],
)
def test_what_is_told_as_never_said_is_nobodys_position(text: str, parser: Parser) -> None:
    assert speakers_with_positions(text, parser) == []


def test_what_is_relayed_without_doubt_stays_a_position(parser: Parser) -> None:
    assert speakers_with_positions("Moss said that Kerr had said the ledger was genuine.", parser) == ["Ada Kerr"]
