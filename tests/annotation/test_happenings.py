from collections.abc import Callable

import pytest

from onrecord.annotation.happenings import find_happenings
from onrecord.annotation.times import find_times
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Attribution, Happening
from tests import make

Find = Callable[..., tuple[Happening, ...]]


@pytest.fixture
def find(parser: Parser) -> Find:
    def find(text: str, *said: Attribution) -> tuple[Happening, ...]:
        article = make.article(text, published="2024-05-15")
        parse = parser.parse(article)
        return find_happenings(article, parse, find_times(article, parse), said)

    return find


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Six miners drowned last month.", "Six miners drowned last month"),
        ("A vigil will be held tomorrow.", "A vigil will be held tomorrow"),
        ("After a fire in 2019 nobody came.", "a fire in 2019"),
        ("The council approved the homes by 14 votes to 11 on April 24.", None),
    ],
)
def test_a_dated_deed_is_a_happening(find: Find, text: str, event: str | None):
    assert [one.at.of(text) for one in find(text)] == [event or text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "The firm did not pay in May.",
        "He may leave on Friday.",
        "If he resigned on Monday, we won.",
        "Did he resign on Monday?",
        "The tape lasts nine minutes.",
        "Lund, Olm and Berg resigned on Monday and Tuesday, respectively.",
        "Lund and Olm closed the mill and the quarry on Monday and Tuesday, respectively.",
        "Prices fell to their lowest level since 1997.",
        "The choir posted its first loss in six years.",
    ],
)
def test_what_nobody_says_happened_is_no_happening(find: Find, text: str):
    assert find(text) == ()


def test_a_date_of_saying_dates_no_event(find: Find):
    text = "Reyes said on Friday that the mill burnt down in May."
    said = Attribution((make.at(text, "said"),), (make.at(text, "that the mill burnt down in May"),), None, "test", 1.0)
    (event,) = find(text, said)
    assert (event.at.of(text), event.voice) == ("the mill burnt down in May", 0)


def test_what_has_two_dates_beside_it_is_found_with_each(find: Find):
    month, day = find("The synod opens next month, on 7 June 2024.")
    assert ((month.time, day.time), month.head) == ((0, 1), day.head)


def test_a_passive_event_has_an_undergoer_and_a_doer(find: Find):
    text = "The urn was sold by the museum in 2019."
    (event,) = find(text)
    assert event.doer is not None
    assert event.undergoer is not None
    assert (event.doer.of(text), event.undergoer.of(text)) == ("the museum", "The urn")


def test_the_innermost_of_those_who_tell_it_is_the_voice_of_an_event(find: Find):
    text = "Lund said that Varga had told them that the dam burst on 3 May."
    inner = make.attribution(text, "Varga", "told", "the dam burst on 3 May")
    outer = make.attribution(text, "Lund", "said", text[text.index("that Varga") : -1])
    assert [one.voice for one in find(text, outer, inner)] == [1]
    assert [one.voice for one in find(text, inner, outer)] == [0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ito and Sund left in 2019 and 2021 respectively.", ["Ito … left … 2019", "Sund left … 2021"]),
        (
            "Spring and autumn auctions are planned for March and September, respectively.",
            ["Spring … auctions are planned … March", "autumn auctions are planned … September"],
        ),
        (
            "Lund closed the mill and the quarry, respectively, on Monday and on Tuesday.",
            ["Lund closed the mill … Monday", "Lund closed … the quarry … Tuesday"],
        ),
    ],
)
def test_dates_that_are_handed_out_belong_each_to_its_own_event(find: Find, text: str, told: list[str]):
    assert [" … ".join(words.of(text) for words in one.words) for one in find(text)] == told


def test_what_is_planned_for_a_day_is_a_happening(find: Find):
    text = "The hearing is set for Friday. The accounts for May are late."
    assert [one.at.of(text) for one in find(text)] == ["The hearing is set for Friday"]
