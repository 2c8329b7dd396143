from onrecord.annotation.mention.ranking import learned_weights
from onrecord.lexicons import lexicon
from onrecord.nouns.digest import sha256


def test_the_weights_are_those_that_training_wrote() -> None:
    kept = dict(learned_weights())
    assert sha256(repr(kept).encode()) == lexicon("antecedents")["digest"]
