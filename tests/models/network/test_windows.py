from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.network.windows import AGAIN, LENGTH, Window, cut_windows

paragraphs = st.lists(st.integers(1, 40), max_size=30).map(
    lambda sizes: [number for number, size in enumerate(sizes) for _ in range(size)]
)


def test_a_text_without_words_has_no_windows() -> None:
    assert cut_windows([]) == []


def test_a_short_text_is_one_window() -> None:
    assert cut_windows([0, 0, 1]) == [Window(0, 3, 0, 3, 3)]


def test_windows_are_whole_paragraphs_and_the_last_is_read_again() -> None:
    found = cut_windows([0] * 6 + [1] * 3 + [2] * 5, length=10, again=3)
    assert found == [Window(0, 9, 0, 8, 6), Window(6, 14, 8, 14, 14)]


def test_a_paragraph_longer_than_a_window_is_cut_inside() -> None:
    found = cut_windows([0] * 20, length=10, again=4)
    assert found == [Window(0, 10, 0, 8, 6), Window(6, 16, 8, 14, 12), Window(12, 20, 14, 20, 20)]


def test_no_window_lies_within_the_one_before_it() -> None:
    sizes = [130, *[10] * 12, 300]  # paragraphs that fit are followed by one that does not
    found = cut_windows([number for number, size in enumerate(sizes) for _ in range(size)])
    assert all(one.last < other.last for one, other in pairwise(found))


@given(paragraphs, st.integers(1, 30), st.integers(0, 30))
def test_every_word_is_owned_once_by_a_window_that_holds_it(paragraph: list[int], length: int, again: int) -> None:
    found = cut_windows(paragraph, length, again)
    assert [word for one in found for word in range(one.own_first, one.own_last)] == list(range(len(paragraph)))
    assert all(one.first <= one.own_first <= one.own_last <= one.last for one in found)


@given(paragraphs, st.integers(1, 30), st.integers(0, 30))
def test_windows_are_never_too_long_and_go_on(paragraph: list[int], length: int, again: int) -> None:
    found = cut_windows(paragraph, length, again)
    assert all(one.last - one.first <= length for one in found)
    assert all(one.first < other.first == one.later <= one.last < other.last for one, other in pairwise(found))


@given(st.lists(st.integers(1, 400), max_size=12))
def test_a_word_is_read_no_more_than_a_few_times(sizes: list[int]) -> None:
    total = sum(sizes)
    starts = set(accumulate(sizes))
    found = cut_windows(list(accumulate(place in starts for place in range(total))))
    assert len(found) <= 1 + 4 * total / (LENGTH - 2 * AGAIN)
