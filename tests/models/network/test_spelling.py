import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.network.spelling import spell

UNKNOWN = 0
VOCABULARY = {
    form: at for at, form in enumerate(("[UNK]", "ferry", "fer", "##ries", "##r", "##y", "'", "s", "cafe", "人"))
}


@pytest.mark.parametrize(
    ("form", "pieces"),
    [
        ("ferry", ["ferry"]),
        ("FERRY", ["ferry"]),
        ("ferries", ["fer", "##ries"]),
        ("ferries7", ["[UNK]"]),
        ("ferry's", ["ferry", "'", "s"]),
        ("Café", ["cafe"]),
        ("人人", ["人", "人"]),
        ("ferrry", ["fer", "##r", "##r", "##y"]),
        ("\u200b\0", []),
        ("x" * 200, ["[UNK]"]),
    ],
)
def test_a_word_is_spelt_with_the_longest_pieces(form: str, pieces: list[str]) -> None:
    known = list(VOCABULARY)
    assert [known[piece] for piece in spell(form, VOCABULARY, UNKNOWN)] == pieces


@given(st.text(max_size=60))
def test_every_word_can_be_spelt(form: str) -> None:
    assert set(spell(form, VOCABULARY, UNKNOWN)) <= set(VOCABULARY.values())
