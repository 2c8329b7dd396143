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
        ("The mayor resigned after the vote.", "The mayor resigned", "the vote"),
        ("Ito met the mayor before the tape was posted on 3 May 2025.", "the tape", "Ito met"),
        ("The minister was sacked in May 2025. Soon after, her deputy left.", "her deputy", "The minister"),
        ("The mine was shut in May 2025. A day earlier, a rally had begun.", "The mine", "a rally"),
        ("Ito was born in 1960 and later moved to Olm.", "moved", "Ito was born"),
        ("Protests followed the election.", "Protests", "the election"),
        ("The minister resigned after losing the vote.", "The minister", "losing"),
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
        "The council did not meet after the vote. Nobody was hurt before the fire.",
        "The mayor said after the vote that it was late. If he resigns after the vote, we win.",
        "The board had decided to shut two mills before it asked the staff.",
        "The school closed on 4 June 2025 and since then the mill, burnt on 9 June 2025, has stood empty.",
    ],
)
def test_order_in_a_text_is_no_order_in_time(text: str, parser: Parser) -> None:
    assert order_in(text, parser) == []


def bounds_in(text: str, parser: Parser) -> dict[str, tuple[str | None, str | None] | None]:
    record = establish([annotate_source(make.source(text), parser)], make.MADE_BY)
    return {event.what: event.when and (event.when.earliest, event.when.latest) for event in record.events}


def test_what_has_no_date_is_bounded_by_what_it_came_after_and_before(parser: Parser) -> None:
    assert bounds_in("The mayor resigned after the vote on 3 May 2025.", parser) == {
        "The mayor resigned": ("2025-05-03", None),
        "the vote on 3 May 2025": ("2025-05-03", "2025-05-03"),
    }


def test_an_order_without_any_date_bounds_nothing(parser: Parser) -> None:
    assert bounds_in("The mayor resigned after the vote.", parser) == {"The mayor resigned": None, "the vote": None}
