"""Another language is a lexicon and no code: a few words of an invented one are enough for its forms to be found."""

from typing import Any

from onrecord.annotation.time.forms import find_expressions, make_rules
from onrecord.annotation.times import date_article, see_times
from onrecord.lexicons import lexicon
from onrecord.nouns.parse import Parse
from tests import make

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


def dated(text: str, listed: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    article, rules = make.article(text), make_rules(listed)
    times, _ = date_article(article, see_times(article, Parse(), rules), rules)
    return [(one.text, one.when and one.when.earliest, one.when and one.when.latest) for one in times]


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


def test_a_word_of_time_in_another_language_needs_no_table_but_words_and_forms():
    known = make_rules({"words": {"month": {"majo": 5}}, "forms": {"calendar": ["day month year"]}})
    assert [one.at.of("La 3 majo 2024.") for one in find_expressions("La 3 majo 2024.", 0, 15, known)[1]] == [
        "3 majo 2024"
    ]


def test_a_language_says_in_which_order_it_writes_a_day_in_figures():
    listed = {"figures": {"marks": ["."], "order": "dmy"}, "words": {"of": {"de": 0}}, "forms": {"calendar": ["iso"]}}
    assert dated("De 3.5.2024.", listed) == [("3.5.2024", "2024-05-03", "2024-05-03")]
    assert dated("De 5.13.2024.", listed) == [("5.13.2024", None, None)]


def test_the_dates_of_another_language_come_to_days_and_bound_its_publication():
    text = "Poŝtita: la 3ta de majo 2024\n\nLundo la urbestro forveturis, antaŭ du tagoj."
    labels = {"labels": {"published": ["poŝtita: la", "poŝtita"]}}
    assert dated(text, LEXICON | labels) == [
        ("3ta de majo 2024", "2024-05-03", "2024-05-03"),
        ("Lundo", "2024-04-29", "2024-04-29"),
        ("antaŭ du tagoj", "2024-05-01", "2024-05-01"),
    ]
