"""Laying decisions over a record: what was settled holds, the positions follow, and the record stays sound."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.findings.decisions.deciding import decide, lay_over
from onrecord.findings.decisions.subjects import mentions_of
from onrecord.nouns.record import MentionAt
from onrecord.nouns.soundness import find_faults
from tests import make
from tests.findings.decisions.deciding import (
    ADMISSION,
    AFFIRMS,
    DENIAL,
    DENIES,
    FIRST,
    INSULT,
    MAYOR,
    OLM,
    RECORD,
    RECORDING,
    SAYING,
    SECOND,
    TAPE,
    TOLD,
    TURN,
    VARGA,
    decision,
    held,
    row,
)  # fmt: skip

OTHER = mentions_of(RECORD, "actor", (MentionAt(SECOND.id, make.at(SECOND, "Olm")),), "Per Olm")
EVERY = [
    decision("reject", SAYING, at=1), decision("accept", SAYING, at=2), decision("reject", DENIES, at=3),
    decision("accept", AFFIRMS, at=4), decision("reject", TAPE, at=5), decision("reject", TOLD, at=6),
    decision("edit", DENIAL, at=7, field="act", value="decline"),
    decision("edit", TAPE, at=8, field="label", value="it"),
    decision("edit", DENIAL, at=9, field="speaker", to=row(OLM)), decision("edit", INSULT, at=10, field="speaker"),
    decision("merge", VARGA, at=11, to=row(MAYOR)), decision("merge", TAPE, at=12, to=row(RECORDING)),
    decision("split", OLM, at=13, to=OTHER), decision("reject", OLM, at=14), decision("accept", OLM, at=15),
    decision("edit", AFFIRMS, at=16, field="value", value="neither"),
    decision("edit", ADMISSION, at=17, field="when", value="2024-02"), decision("merge", MAYOR, at=18, to=row(OLM)),
]  # fmt: skip
decisions = st.lists(st.sampled_from(EVERY), unique_by=lambda one: one.id)


def test_without_decisions_it_is_the_record_itself():
    assert decide(RECORD, ()) is RECORD


@settings(max_examples=300, deadline=None)
@given(decisions, st.randoms())
def test_the_order_in_which_decisions_come_changes_nothing(made, chance):
    shuffled = chance.sample(made, len(made))
    assert decide(RECORD, shuffled) == decide(RECORD, made)


@settings(max_examples=300, deadline=None)
@given(decisions)
def test_a_decided_record_is_sound(made):
    assert list(find_faults(decide(RECORD, made))) == []


@settings(max_examples=200, deadline=None)
@given(decisions)
def test_undoing_everything_restores_the_record(made):
    undone = [decision("undo", at=50, undoes=one.id) for one in made]
    assert decide(RECORD, [*made, *undone]) == RECORD


@settings(max_examples=200, deadline=None)
@given(decisions, st.sampled_from(EVERY))
def test_undoing_one_decision_is_as_if_it_had_not_been_made(made, one):
    others = [other for other in made if other.id != one.id]
    assert decide(RECORD, [*others, one, decision("undo", at=50, undoes=one.id)]) == decide(RECORD, others)


@settings(max_examples=200, deadline=None)
@given(decisions)
def test_an_article_that_comes_later_and_other_ids_lose_no_decision(made):
    news = make.article("Nothing was heard.", published="2024-03-13")
    later = msgspec.structs.replace(RECORD, articles=(*RECORD.articles, news))
    expected = decide(RECORD, made)
    assert decide(later, made) == msgspec.structs.replace(expected, articles=later.articles)
    assert lay_over(later, made).resting == lay_over(RECORD, made).resting


def test_an_undoing_that_is_undone_undoes_nothing():
    first = decision("reject", SAYING, at=1)
    second = decision("undo", at=2, undoes=first.id)
    third = decision("undo", at=3, undoes=second.id)
    assert decide(RECORD, (first, second, third)) == decide(RECORD, (first,))


def test_a_rejected_statement_takes_along_the_positions_that_rest_on_it_alone():
    left = decide(RECORD, [decision("reject", SAYING)])
    assert SAYING.id not in [one.id for one in left.statements]
    assert ("Jon Olm", "affirms", "the tape") not in held(left)
    assert left.events == ()


def test_a_position_keeps_what_is_left_of_its_statements():
    both = make.position(VARGA, TAPE, "denies", DENIAL, INSULT)
    record = msgspec.structs.replace(RECORD, positions=(both,))
    (left,) = decide(record, [decision("reject", DENIAL, record=record)]).positions
    assert (left.actor, left.value, left.statements) == (VARGA.id, "denies", (INSULT.id,))


def test_what_is_rejected_and_then_accepted_stands_and_is_marked():
    made = [decision("reject", SAYING, at=1), decision("accept", SAYING, at=2)]
    left = decide(RECORD, made)
    assert left.statements[1] == msgspec.structs.replace(SAYING, decided=made[1].id)
    assert held(left) == held(RECORD)


def test_a_statement_of_somebody_else_takes_its_position_along():
    left = decide(RECORD, [decision("edit", DENIAL, field="speaker", to=row(OLM))])
    assert left.statements[0].speaker == OLM.id
    assert held(left)[:2] == [("Jon Olm", "denies", "the tape"), ("Jon Olm", "affirms", "the tape")]
    assert left.positions[0].superseded_by == left.positions[1].id


def test_a_statement_that_nobody_can_be_named_for_puts_nobody_anywhere():
    left = decide(RECORD, [decision("edit", DENIAL, field="speaker")])
    assert (left.statements[0].speaker, left.statements[0].basis) == (None, "given")
    assert [one.actor for one in left.positions if one.about == TAPE.id] == [OLM.id]


def test_somebody_whom_no_article_names_is_named_by_a_decision():
    stranger = msgspec.structs.replace(row(OLM), label="Per Lund", anchors=())
    left = decide(RECORD, [decision("edit", DENIAL, field="speaker", to=stranger)])
    assert ("Per Lund", "denies", "the tape") in held(left)


def test_two_who_are_one_have_one_history():
    made = [decision("merge", VARGA, at=1, to=row(MAYOR)), decision("merge", TAPE, at=2, to=row(RECORDING))]
    left = decide(RECORD, made)
    assert [one.name for one in left.actors] == ["Ilse Varga", "Jon Olm"]
    assert left.actors[0].aliases == ("the mayor",)
    assert held(left)[:2] == [("Ilse Varga", "denies", "the tape"), ("Ilse Varga", "affirms", "the tape")]
    assert left.positions[0].superseded_by == left.positions[1].id
    assert [one.id for one in left.items] == [TAPE.id]


def test_one_who_is_two_has_two_histories():
    left = decide(RECORD, [decision("split", OLM, to=OTHER)])
    assert ("Per Olm", "denies", "the recording") in held(left)
    assert ("Jon Olm", "affirms", "the tape") in held(left)
    assert [one.name for one in left.actors] == ["Ilse Varga", "the mayor", "Jon Olm", "Per Olm"]


def test_a_later_merge_wins_over_an_earlier_split():
    split = decision("split", OLM, at=1, to=OTHER)
    apart = decide(RECORD, [split])
    merge = decision("merge", OLM, at=2, to=row(apart.actors[-1], apart), record=apart)
    left = decide(RECORD, [split, merge])
    assert held(left) == held(RECORD)
    assert [one.mentions for one in left.actors] == [one.mentions for one in RECORD.actors]


def test_a_rejected_position_is_gone_and_its_statement_stays():
    left = decide(RECORD, [decision("reject", DENIES)])
    assert DENIES.id not in [one.id for one in left.positions]
    assert left.statements == RECORD.statements


def test_a_position_that_new_words_support_too_is_rejected_for_the_old_ones_only():
    both = make.position(VARGA, TAPE, "denies", DENIAL, INSULT)
    record = msgspec.structs.replace(RECORD, positions=(both,))
    left = decide(record, [decision("reject", DENIES)])
    assert [one.statements for one in left.positions] == [(INSULT.id,)]


def test_an_edited_position_is_given_and_says_so():
    one = decision("edit", AFFIRMS, field="value", value="neither")
    position = decide(RECORD, [one]).positions[1]
    assert (position.value, position.basis, position.decided) == ("neither", "given", one.id)


def test_the_act_of_a_statement_moves_its_position():
    left = decide(RECORD, [decision("edit", DENIAL, field="act", value="decline")])
    assert (left.statements[0].act, left.positions[0].value) == ("decline", "declines")


def test_the_later_of_two_values_holds():
    made = [decision("edit", TAPE, at=1, field="label", value="one"),
            decision("edit", TAPE, at=2, field="label", value="two")]  # fmt: skip
    assert decide(RECORD, made).items[0].label == "two"


def test_a_day_given_by_hand_is_bounds_and_given():
    left = decide(RECORD, [decision("edit", ADMISSION, field="when", value="2024-02")])
    when = left.statements[-1].when
    assert when is not None
    assert (when.basis, when.earliest, when.latest) == ("given", "2024-02-01", "2024-02-29")


def test_other_spans_for_the_same_words_are_the_same_statement():
    wider = make.statement(FIRST, OLM, "said", "said the tape was genuine", about=[TAPE])
    record = msgspec.structs.replace(
        RECORD, statements=(DENIAL, wider, INSULT, TURN, ADMISSION), positions=(), events=()
    )
    assert wider.id not in [one.id for one in decide(record, [decision("reject", SAYING)]).statements]


def test_a_text_that_has_moved_is_searched_for_the_words():
    moved = make.article("By our staff\n\n" + FIRST.text)
    moved = msgspec.structs.replace(moved, id=FIRST.id)
    there = make.statement(moved, None, "denied", "the tape was real")
    record = make.record(moved, statements=(there,))
    assert decide(record, [decision("reject", DENIAL)]).statements == ()


def test_what_names_nothing_any_more_rests_and_is_told():
    made = (decision("reject", SAYING, at=1), decision("merge", VARGA, at=2, to=row(MAYOR)),
            decision("reject", DENIES, at=3), decision("split", OLM, at=4, to=OTHER))  # fmt: skip
    laid = lay_over(make.record(FIRST), made)
    assert (laid.record, laid.resting) == (make.record(FIRST), frozenset(one.id for one in made))


@pytest.mark.parametrize("gone", [VARGA, OLM, TAPE, DENIAL, TOLD], ids=lambda one: type(one).__name__)
def test_nothing_refers_to_a_row_that_was_rejected(gone):
    left = decide(RECORD, [decision("reject", gone)])
    assert list(find_faults(left)) == []
    assert gone.id not in msgspec.json.encode(left).decode()
