from benchmarks.coref import join_simply, label_turns, unlabel
from onrecord.nouns.span import Span

DOCUMENT = {
    "text": "Interview\n\nWhy?\n\nI was tired.",
    "turns": [{"start": 11, "speaker": "Gazette"}, {"start": 17, "speaker": "AdaMBrill"}],
}


def test_labels_stand_before_the_turns_again() -> None:
    assert label_turns(DOCUMENT)[0] == "Interview\n\nGazette: Why?\n\nAda M Brill: I was tired."


def test_a_span_of_the_labelled_text_is_found_back_and_one_of_a_label_is_not() -> None:
    text, stretches = label_turns(DOCUMENT)
    i, label = text.index("I was"), text.index("Ada")
    assert unlabel(stretches, Span(i, i + 1)) == (17, 18)
    assert DOCUMENT["text"][17:18] == "I"
    assert unlabel(stretches, Span(label, label + 3)) is None


def test_the_baseline_joins_last_words_and_gives_pronouns_to_the_last_name() -> None:
    assert join_simply("Ada Brill met Tom Pike. Brill said he left.") == [[(0, 9), (24, 29), (35, 37)], [(14, 22)]]
