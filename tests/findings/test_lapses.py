from msgspec.structs import replace

from onrecord.findings.actors import Cast
from onrecord.findings.lapses import find_lapses
from onrecord.nouns.record import Position
from tests import make
from tests.drafting import establish_items, establish_positions

BOARD = make.actor("The harbour board", "organisation")
DENIED = "The harbour board denied that the email was real. The harbour board said that it had met."
DECLINED = "The harbour board declined to discuss the email. The harbour board said that it had met."


def positions(later: str, *said: tuple[str, str, str]) -> list[Position]:
    was = make.article(DENIED)
    now = replace(make.article(later), version_of=was.id)
    story = tuple(make.annotated(one, things=(make.thing(one.text, "the email"),)) for one in (was, now))
    first = ("deny", "denied", "that the email was real"), ("assert", "said", "that it had met")
    statements = (
        *(make.statement(was, BOARD, cue, content, act=act) for act, cue, content in first),
        *(make.statement(now, BOARD, cue, content, act=act) for act, cue, content in said),
    )
    cast = Cast((BOARD,))
    return list(establish_positions(story, cast, establish_items(story, cast), statements))


def test_a_silent_edit_from_denied_to_declined_supersedes_the_denial() -> None:
    met = ("assert", "said", "that it had met")
    denies, declines = positions(DECLINED, ("decline", "declined to discuss", ""), met)
    assert (denies.value, declines.value) == ("denies", "declines")
    assert (denies.superseded_by, declines.superseded_by, declines.lapsed) == (declines.id, None, None)


def test_what_the_later_version_left_out_lapses_and_is_kept() -> None:
    later = "The harbour board said that it had met. Rain fell on the email."
    (denies,) = positions(later, ("assert", "said", "that it had met"))
    assert (denies.value, denies.superseded_by, denies.lapsed is None) == ("denies", None, False)


def test_what_the_later_version_repeats_stands() -> None:
    said = ("deny", "denied", "that the email was real"), ("assert", "said", "that it had met")
    assert [(one.value, one.lapsed) for one in positions(f"{DENIED} It rained.", *said)] == [("denies", None)]


def test_articles_that_are_no_versions_of_one_another_take_nothing_back() -> None:
    articles = make.article(DENIED), make.article(DECLINED)
    assert find_lapses(articles, (make.statement(articles[0], BOARD, "denied", "that the email was real"),), {}) == {}
