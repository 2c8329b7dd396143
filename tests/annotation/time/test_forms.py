"""Another language is a lexicon and no code: a few words of an invented one are enough for its forms to be found."""

from onrecord.annotation.time.forms import find_expressions, make_rules
from onrecord.lexicons import lexicon

LEXICON = {
    "capitalised": ["weekday"],
    "endings": {"decade": ["er"], "nth": ["ta"]},
    "words": {
        "month": {"majo": 5, "junio": 6},
        "weekday": {"lundo": 1},
        "count": {"du": 2, "dudek": 20},
        "units": {"tagoj": "D"},
        "ago": {"antaŭ": -1},
        "holiday": {"nova jaro": "01-01"},
        "of": {"de": 0},
    },
    "forms": {
        "calendar": ["day|nth of? month (of? year)?", "holiday", "decade"],
        "weekday": ["weekday"],
        "shift": ["ago number|count units"],
    },
    "bounds": {"ĝis": "until"},
    "joints": {"either": ["kaj"], "plain": ["kaj"]},
    "around": {},
}


def found(text: str) -> list[tuple[str, str, dict[str, object]]]:
    _, expressions = find_expressions(text, 0, len(text), make_rules(LEXICON))
    return [(one.kind, one.at.of(text), dict(one.values)) for one in expressions]


def test_a_language_is_data():
    assert found("Lundo la 3ta de majo de 2024 estis antaŭ du tagoj.") == [
        ("weekday", "Lundo", {"weekday": 1}),
        ("calendar", "3ta de majo de 2024", {"day": 3, "of": 0, "month": 5, "year": 2024}),
        ("shift", "antaŭ du tagoj", {"ago": -1, "number": 2, "units": "D"}),
    ]


def test_a_word_of_a_class_can_be_several():
    assert found("La nova jaro, la 80er.") == [
        ("calendar", "nova jaro", {"holiday": "01-01"}),
        ("calendar", "80er", {"decade": "80er"}),
    ]


def test_every_class_that_a_form_names_has_words():
    assert make_rules(lexicon("time-en")).forms
