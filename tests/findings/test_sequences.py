import pytest

from onrecord.models.parser import Parser
from onrecord.pipeline import annotate_source, establish
from tests import make


def order_in(text: str, parser: Parser) -> list[tuple[str, str]]:
    record = establish([annotate_source(make.source(text), parser)], make.MADE_BY)
    what = {event.id: event.what for event in record.events}
    return [(what[link.start], what[link.end]) for link in record.links if link.kind == "follows"]


@pytest.mark.parametrize(
    ("text", "later", "earlier"),
    [
        ("Lena Arp sold the boat on 3 May 2025 and a day later she left the town.", "she left", "Lena Arp sold"),
        ("The school closed on 4 June 2025 and the mill then burnt on 9 June 2025.", "the mill", "The school"),
        ("The raid on 1 March 2025 was followed by a protest on 2 March 2025.", "a protest", "The raid"),
    ],
)
def test_words_of_order_put_one_event_after_another(text: str, later: str, earlier: str, parser: Parser) -> None:
    ((last, first),) = order_in(text, parser)
    assert (later in last, earlier in first) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "The spring and autumn fairs opened on 3 April and then on 4 October 2024, respectively.",
        "The school closed on 4 June 2025. The mill burnt on 9 June 2025.",
        "The school closed on 4 June 2025 and since then the mill, burnt on 9 June 2025, has stood empty.",
    ],
)
def test_order_in_a_text_is_no_order_in_time(text: str, parser: Parser) -> None:
    assert order_in(text, parser) == []
