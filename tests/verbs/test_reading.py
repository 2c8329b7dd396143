"""The verbs that read: one record for all, or one for each in constant memory."""

import gc
import tracemalloc
from pathlib import Path

import pytest

import onrecord
from onrecord.models.pins import say_made_by
from onrecord.models.weights import default_engine
from onrecord.nouns.source import Carrier, Refused
from onrecord.verbs.reading import choose_engine


def write(folder: Path, **texts: str) -> list[str]:
    """Write text files and return their places."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return [str(folder / f"{name}.txt") for name in texts]


def memory_held() -> int:
    """Return the bytes that are held when nothing is left to collect."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def test_the_first_place_that_cannot_be_read_raises(tmp_path: Path):
    with pytest.raises(onrecord.SourceError, match=r"missing\.txt"):
        onrecord.read([tmp_path / "missing.txt"], engine="rules")


def test_who_wants_to_be_told_of_refused_places_gets_the_rest(tmp_path: Path):
    told: list[Refused] = []
    (place,) = write(tmp_path, one="Varga denied it.\n")
    record = onrecord.read([str(tmp_path / "missing.txt"), place], refuse=told.append, engine="rules")
    assert [one.place for one in told] == [str(tmp_path / "missing.txt")]
    assert [one.text for one in record.articles] == ["Varga denied it.\n"]


def test_the_same_bytes_under_two_names_are_one_article(tmp_path: Path):
    record = onrecord.read(write(tmp_path, one="Varga denied it.\n", two="Varga denied it.\n"), engine="rules")
    assert len(record.articles) == 1


def test_the_same_bytes_from_two_outlets_are_one_article_that_both_carry(tmp_path: Path):
    write(tmp_path, one="Varga denied it.\n", two="Varga denied it.\n")
    rows = [
        f'[[source]]\nfile = "{name}.txt"\noutlet = "{outlet}"'
        for name, outlet in (("one", "Courier"), ("two", "Echo"))
    ]
    (tmp_path / "story.toml").write_text("\n".join(rows))
    (article,) = onrecord.read(tmp_path / "story.toml", engine="rules").articles
    assert (article.outlet, article.also) == ("Courier", (Carrier("Echo"),))


def test_one_place_need_not_be_in_a_list(tmp_path: Path):
    (place,) = write(tmp_path, one="Varga denied it.\n")
    assert onrecord.read(place, engine="rules") == onrecord.read([Path(place)], engine="rules")


def test_a_record_of_each_is_what_the_source_gives_by_itself(tmp_path: Path):
    places = write(tmp_path, one='Varga said: "It is false."\n', two='Olm said: "It is true."\n')
    assert list(onrecord.read_each(places, engine="rules")) == [
        onrecord.read(place, engine="rules") for place in places
    ]


def test_a_record_says_which_engine_made_it(tmp_path: Path):
    (place,) = write(tmp_path, one="Varga denied it.\n")
    assert onrecord.read(place, engine="rules").made_by == say_made_by("rules")


def test_an_engine_that_is_named_comes_before_the_last_one_and_that_before_the_best():
    assert choose_engine("rules", "learned") == "rules"
    assert choose_engine(None, "rules") == "rules"
    assert choose_engine(None, "regular expressions") == choose_engine(None) == default_engine()


def test_an_engine_that_there_is_not_is_refused_with_those_there_are():
    with pytest.raises(onrecord.QueryError, match="'oracle' is no engine: name one of learned, rules"):
        choose_engine("oracle")


def test_a_thousand_files_need_no_more_memory_than_ten(tmp_path: Path):
    numbers = range(70)
    places = write(tmp_path, **{f"n{n}": f'Mayor Varga{n} said: "The tape{n} is false."\n' for n in numbers})
    tracemalloc.start()
    try:
        read = enumerate(onrecord.read_each(places, engine="rules"))
        held = [memory_held() for number, _ in read if number in (20, numbers[-1])]
    finally:
        tracemalloc.stop()
    assert held[1] - held[0] < 100_000
