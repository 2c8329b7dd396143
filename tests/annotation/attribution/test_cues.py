from onrecord.annotation.attribution.cues import cue_words, seconds_of, senses_of


def test_a_word_has_a_sense_for_each_frame_it_fills() -> None:
    assert (senses_of("ask")["clause"].act, senses_of("ask")["order"].act) == ("ask", "urge")


def test_a_preposition_makes_another_cue_of_a_verb() -> None:
    assert "for" in seconds_of("call")
    assert senses_of("call", "for")["object"].act == "demand"


def test_a_word_that_attributes_nothing_has_no_sense() -> None:
    assert senses_of("harbour") == {}


def test_every_group_gives_an_act_and_an_attitude() -> None:
    kinds = ("verbs", "phrases", "adjectives", "nouns")
    senses = [sense for kind in kinds for frames in cue_words(kind).values() for sense in frames.values()]
    assert {sense.attitude for sense in senses} == {"said", "held"}
