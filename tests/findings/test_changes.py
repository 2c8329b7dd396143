from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.findings.changes import compare, find_changes
from onrecord.findings.versions import Version
from onrecord.nouns.article import Article
from onrecord.nouns.record import Correction, Hedge, Statement
from onrecord.nouns.span import Span
from onrecord.nouns.threads import Change
from tests import make

TAPE = make.item("the tape")
LUND, OSK = make.actor("Lund"), make.actor("Osk")
NAMES = {LUND.id: "Lund", OSK.id: "Osk"}
MIRROR = {"added": "removed", "removed": "added", "hedged": "unhedged", "unhedged": "hedged"}
WORDS = st.lists(st.sampled_from(["boats", "sank", "late", "17", "12", "May", "June", "Ruiz"]), min_size=1, max_size=4)
SAID = st.lists(st.tuples(st.sampled_from([LUND, OSK]), st.sampled_from(["said", "denied"]), WORDS), max_size=4)


def versions(was: str, now: str) -> Version:
    first = make.article(was)
    return Version(first, replace(make.article(now), version_of=first.id), "given as a version of it")


def changed(version: Version, was: Statement, now: Statement) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.old, one.new) for one in compare(version, (was,), (now,), NAMES)]


def test_a_number_that_changed_is_one_change_and_not_a_new_statement() -> None:
    both = versions("Lund said 17 boats sank.", "Lund said 12 boats sank.")
    was = make.statement(both.earlier, LUND, "said", "17 boats sank")
    now = make.statement(both.later, LUND, "said", "12 boats sank")
    assert changed(both, was, now) == [("number", "17", "12")]


def test_the_same_words_of_somebody_else_are_attributed_anew() -> None:
    both = versions("Lund said the tape is real.", "Osk said the tape is real.")
    was = make.statement(both.earlier, LUND, "said", "the tape is real", source_at=make.at(both.earlier, "Lund"))
    now = make.statement(both.later, OSK, "said", "the tape is real", source_at=make.at(both.later, "Osk"))
    assert changed(both, was, now) == [("re-attributed", "Lund", "Osk")]


def test_a_denial_that_became_a_refusal_is_a_change_of_act() -> None:
    both = versions("Lund denied the voice is hers.", "Lund declined to answer.")
    was = make.statement(both.earlier, LUND, "denied", "the voice is hers", act="deny", about=(TAPE,))
    now = make.statement(both.later, LUND, "declined to answer", act="decline", mode="none", about=(TAPE,))
    assert ("act", "deny", "decline") in changed(both, was, now)


def test_a_hedge_that_came_in_is_said_and_not_called_new_words() -> None:
    both = versions("Lund said the letter was forged.", "Lund said the letter was allegedly forged.")
    was = make.statement(both.earlier, LUND, "said", "the letter was forged")
    hedge = Hedge(make.at(both.later, "allegedly"))
    now = make.statement(both.later, LUND, "said", "the letter was allegedly forged", hedges=(hedge,))
    assert changed(both, was, now) == [("hedged", None, "allegedly")]


def test_what_the_article_itself_tells_may_change_too() -> None:
    both = versions("Some 40 people came to the hall.", "Some 14 people came to the hall.")
    assert [(one.kind, one.old, one.new) for one in compare(both, (), (), NAMES)] == [("number", "40", "14")]


def test_a_change_that_a_notice_owns_up_to_names_it_and_a_silent_one_does_not() -> None:
    notice = "Correction: the toll was 12, not 17."
    both = versions("Some 17 were hurt.\n\nIt was on Monday.", f"Some 12 were hurt.\n\nIt was on Sunday.\n\n{notice}")
    correction = Correction("c", both.later.id, make.at(both.later, notice), "correction", "17", "12")
    record = make.record(both.earlier, both.later, corrections=(correction,))
    assert [(one.kind, one.notice) for one in find_changes(record)] == [("number", "c"), ("date", None)]


@given(SAID, SAID)
def test_swapping_two_versions_mirrors_what_changed(was: list[tuple], now: list[tuple]) -> None:
    (one, left), (other, right) = told("Before.", was), told("After.", now)
    there = compare(Version(one, other, ""), left, right, NAMES)
    back = compare(Version(other, one, ""), right, left, NAMES)
    assert sorted(map(key, map(mirrored, back))) == sorted(map(key, there))


def told(first: str, said: list[tuple]) -> tuple[Article, tuple[Statement, ...]]:
    lines = [f"{who.name} {number} {cue} {' '.join(words)}." for number, (who, cue, words) in enumerate(said)]
    article = make.article("\n\n".join([first, *lines]))
    rows = []
    for line, (who, cue, words) in zip(lines, said, strict=True):
        start = make.at(article, line).start + line.index(" ".join([cue, *words])) + len(cue) + 1
        at = Span(start, start + len(" ".join(words)))
        cue_at = Span(start - len(cue) - 1, start - 1)
        act = "deny" if cue == "denied" else "assert"
        rows.append(Statement(f"{first}{line}", article.id, "paragraph", "indirect", act, "said", 0.9, speaker=who.id,
                              cue_at=(cue_at,), content_at=(at,)))  # fmt: skip
    return article, tuple(rows)


def mirrored(one: Change) -> Change:
    sides = {"earlier": one.later, "later": one.earlier, "was": one.now, "now": one.was, "old": one.new, "new": one.old}
    return replace(one, kind=MIRROR.get(one.kind, one.kind), **sides)


def key(one: Change) -> tuple[str, ...]:
    return (one.kind, str(one.was), str(one.now), str(one.old), str(one.new))
