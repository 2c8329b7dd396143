import pytest

from onrecord.errors import QueryError
from onrecord.nouns.choice import choose

NAMES = {
    "3f9a0c11": ["Ilse Varga", "the mayor", "Varga"],
    "77b1de22": ["Jon Olm"],
    "77b1ff33": ["Jon Olm Junior"],
    "a0000001": ["The port authority"],
    "b0000002": ["the tape"],
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3f9a", "3f9a0c11"), ("Ilse Varga", "3f9a0c11"), ("ilse varga", "3f9a0c11"), ("Mayor", "3f9a0c11"),
        ("Jon Olm", "77b1de22"), ("junior", "77b1ff33"), ("port authority", "a0000001"), ("tape", "b0000002"),
    ],
)  # fmt: skip
def test_a_row_is_meant_by_id_name_alias_or_some_of_its_words(typed: str, meant: str):
    assert choose("person", typed, NAMES) == meant


def test_words_that_fit_several_rows_are_asked_back():
    with pytest.raises(QueryError) as error:
        choose("person", "jon", NAMES)
    assert str(error.value) == (
        "'jon' could be Jon Olm (77b1de22), Jon Olm Junior (77b1ff33): type the id or the whole name"
    )


def test_a_misspelt_name_is_answered_with_the_nearest():
    with pytest.raises(QueryError, match=r"no person is called 'Ilsa Varga': did you mean Ilse Varga \(3f9a0c11\)\?"):
        choose("person", "Ilsa Varga", NAMES)


def test_a_case_without_such_rows_says_so():
    with pytest.raises(QueryError, match="there is no item in this case yet"):
        choose("item", "tape", {})


@pytest.mark.parametrize("typed", ["", " ", "…", "?"])
def test_nothing_is_meant_by_no_words(typed: str):
    with pytest.raises(QueryError):
        choose("person", typed, NAMES)
