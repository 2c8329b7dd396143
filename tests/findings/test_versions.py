from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.findings.alignment import align
from onrecord.findings.versions import Edit, find_edits, find_versions, match_sentences
from onrecord.nouns.span import Span
from tests import make

WORDS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=4), max_size=6)


def test_versions_are_what_the_story_names_and_captures_of_one_address() -> None:
    first, second = make.article("It rained."), make.article("It snowed.")
    given_, other = replace(second, version_of=first.id), replace(make.article("It hailed."), url="news.test/1#top")
    again = replace(make.article("It hailed twice."), url="news.test/1")
    found = find_versions((first, given_, other, again))
    assert [(one.earlier.id, one.later.id) for one in found] == [(first.id, given_.id), (other.id, again.id)]


def test_a_sentence_is_known_again_though_a_number_in_it_changed() -> None:
    was, now = make.article("Rain fell. Some 17 boats sank."), make.article("Some 12 boats sank. Wind rose.")
    assert match_sentences(was, now) == ((make.at(was, "Some 17 boats sank"), make.at(now, "Some 12 boats sank")),)


def test_what_differs_between_two_wordings_is_given_word_for_word() -> None:
    was, now = "Some 17 boats sank", "Some 12 boats sank late"
    edits = find_edits(was, Span(0, len(was)), now, Span(0, len(now)))
    assert edits == (Edit(make.at(was, "17"), make.at(now, "12")), Edit(None, make.at(now, "late")))


@given(WORDS, WORDS)
def test_swapping_two_versions_swaps_the_pairs(left: list[frozenset[str]], right: list[frozenset[str]]) -> None:
    assert sorted((j, i) for i, j in align(left, right)) == list(align(right, left))


@given(st.text("ab c.", min_size=1, max_size=30), st.text("ab c.", min_size=1, max_size=30))
def test_swapping_two_wordings_swaps_what_differs(one: str, other: str) -> None:
    there = find_edits(one, Span(0, len(one)), other, Span(0, len(other)))
    back = find_edits(other, Span(0, len(other)), one, Span(0, len(one)))
    assert tuple(Edit(edit.new, edit.old) for edit in back) == there
