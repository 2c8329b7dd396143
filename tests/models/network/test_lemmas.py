from itertools import permutations

import pytest

from onrecord.models.network.lemmas import Lemmatizer
from onrecord.nouns.span import Span


@pytest.mark.parametrize("text", ["", " ", "\n\n \t", "\u2003\u00a0"])
def test_white_space_has_no_tokens(lemmatizer: Lemmatizer, text: str) -> None:
    assert lemmatizer.tokens(text, [Span(0, len(text))] if text else []) == []


def test_tokens_stand_where_they_stand_in_the_text(lemmatizer: Lemmatizer) -> None:
    text = "No. Olm  didn't\nsay 😀“so”."
    found = [at.of(text) for at in lemmatizer.tokens(text, [Span(4, len(text))])]
    assert found == ["Olm", "did", "n't", "say", "😀", "“", "so", "”", "."]


def test_the_lemma_of_a_form_hangs_on_its_tag(lemmatizer: Lemmatizer) -> None:
    assert lemmatizer.lemmas(["denied", "sayings", "found", "found"], ["VBD", "NNS", "VBD", "VB"]) == [
        "deny", "saying", "find", "found",
    ]  # fmt: skip


def test_no_forms_have_no_lemmas(lemmatizer: Lemmatizer) -> None:
    assert lemmatizer.lemmas([], []) == []


def test_a_lemma_does_not_depend_on_what_is_read_beside_it(lemmatizer: Lemmatizer) -> None:
    pairs = [("let", "VB"), ("'s", "PRP"), ("gon", "VBG"), ("na", "TO")]  # the pipeline has lemmas for such neighbours
    found = []
    for order in permutations(pairs):
        fresh = Lemmatizer(lemmatizer.pipeline, {})
        found.append(dict(zip(order, fresh.lemmas(*map(list, zip(*order, strict=True))), strict=True)))
    assert found == [found[0]] * len(found)
