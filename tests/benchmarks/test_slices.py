import re
from collections import Counter

import pytest

from benchmarks.slices import Recall, kind_of_cue, kind_of_source, summarise
from onrecord.nouns.parse import Token

SAYING = re.compile(r"\b(?:say|said|claim)s?\b|according to|^-$")


@pytest.mark.parametrize(
    ("cue", "tags", "kind"),
    [
        ("had said", "AUX VERB", "cue: listed verb"),
        ("wants", "VERB", "cue: another verb"),
        ("made the claim", "VERB DET NOUN", "cue: another verb"),
        ("his claim", "PRON NOUN", "cue: noun"),
        ("to", "ADP", "cue: neither verb nor noun"),
        ("According to", "VERB ADP", "cue: according to"),
        ("-", "PUNCT", "cue: mark"),
    ],
)
def test_a_cue_is_named_after_its_verb_and_only_then_after_its_noun(cue: str, tags: str, kind: str) -> None:
    tokens = list(zip(cue.split(), tags.split(), strict=True))
    assert kind_of_cue(cue, tokens, SAYING) == kind


def test_a_source_is_named_after_its_head() -> None:
    first, last, she, lake = _token("PROPN", 2), _token("PROPN", 5), _token("PRON", 5), _token("NOUN", 5)
    assert kind_of_source([(1, first), (2, last)]) == "name"
    assert kind_of_source([(0, she)]) == "pronoun"
    assert kind_of_source([(1, first), (2, lake)]) == "common noun"
    assert kind_of_source([]) == "none"


def test_a_share_comes_with_the_interval_over_articles() -> None:
    tally = Counter({("all", "gold"): 4, ("all", "found"): 3})
    assert summarise([tally, tally]) == {"all": Recall(8, 6, 0.75, 0.75, 0.75)}


def test_a_kind_that_a_draw_lacks_does_not_count_as_missed_in_it() -> None:
    with_one, without = Counter({("rare", "gold"): 1, ("rare", "found"): 1}), Counter({("all", "gold"): 1})
    assert summarise([with_one, without, without])["rare"] == Recall(1, 1, 1.0, 1.0, 1.0)


def test_lengths_are_in_order_of_their_numbers() -> None:
    tally = Counter({(f"words: {length}", "gold"): 1 for length in ("16 to 40", "6 to 15", "over 40", "1 to 5")})
    assert list(summarise([tally])) == ["words: 1 to 5", "words: 6 to 15", "words: 16 to 40", "words: over 40"]


def _token(pos: str, head: int) -> Token:
    return Token(start=0, end=1, lemma="", pos=pos, tag="", dep="", head=head, name="")
