"""What a learned engine is asked about stands: near and contested things first, and not without end."""

from onrecord.annotation.stances import MOST, SOME, find_questions
from onrecord.nouns.annotations import Attribution, Thing
from onrecord.nouns.span import Span


def _told(at: int, *, reported: bool = True) -> Attribution:
    return Attribution(
        cue=(Span(at, at + 4),), content=(), source=None, rule="link", confidence=1.0, reported=reported
    )  # fmt: skip


def _thing(at: int, chain: int, *, contested: bool = True) -> Thing:
    return Thing(at=Span(at, at + 8), head=Span(at + 4, at + 8), kind="recording", chain=chain, contested=contested)


def test_every_statement_is_asked_about_every_thing() -> None:
    questions = find_questions([_told(50), _told(90)], [_thing(0, 1), _thing(20, 2), _thing(70, 1)])
    assert [(one.attribution, one.chain) for one in questions] == [(0, 1), (0, 2), (1, 1), (1, 2)]
    assert questions[0].things == (Span(0, 8), Span(70, 78))
    assert questions[0].others == (Span(20, 28),)


def test_the_nearest_contested_things_come_first() -> None:
    things = [_thing(10 * number, number, contested=number != SOME) for number in range(SOME + 1)]
    asked = [one.chain for one in find_questions([_told(100)], things)]
    assert asked == [*range(SOME - 1, -1, -1)]


def test_what_reports_nothing_is_not_asked_about() -> None:
    assert not find_questions([_told(50, reported=False)], [_thing(0, 1)])


def test_a_long_article_is_asked_about_so_often_and_no_more() -> None:
    told = [_told(50 + 10 * number) for number in range(MOST)]
    assert len(find_questions(told, [_thing(0, 1), _thing(20, 2)])) == MOST
