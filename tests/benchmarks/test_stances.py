from collections import Counter
from pathlib import Path

import pytest

from benchmarks.stances import summarise
from training.stories import Stand, load_stories

MARKED = """== abc1 | two items
1 recording yes
2 image no
a held deny denies genuine 1, affirms identity 1
b any -
--
[1:The tape] is short.

<a=Ana Brun> {a:thinks} <a:[1:it] was cut>, beside [2:a picture]. {b:Said} nobody.
"""


def stories(folder: Path, text: str) -> list:
    file = folder / "marked.txt"
    file.write_text(text, "utf-8")
    return list(load_stories(file))


def test_marks_are_taken_out_and_say_where_the_words_stand(tmp_path: Path) -> None:
    (story,) = stories(tmp_path, MARKED)
    assert story.text == "The tape is short.\n\nAna Brun thinks it was cut, beside a picture. Said nobody."
    mentions = {number: [story.text[slice(*at)] for at in one.mentions] for number, one in story.things.items()}
    assert mentions == {1: ["The tape", "it"], 2: ["a picture"]}
    assert [story.text[slice(*at)] for at in story.statements[0].content] == ["it was cut"]


def test_a_statement_has_its_act_and_its_positions(tmp_path: Path) -> None:
    (story,) = stories(tmp_path, MARKED)
    first, second = story.statements
    assert (first.act, first.held) == ("deny", True)
    assert first.stands == (Stand("denies", "genuine", 1), Stand("affirms", "identity", 1))
    assert (second.act, second.held, second.stands) == ("", False, ())


@pytest.mark.parametrize("broken", ["[1:The tape", "A ] bracket", "[3:The tape]"])
def test_a_mark_that_is_not_closed_or_not_told_of_is_named(tmp_path: Path, broken: str) -> None:
    with pytest.raises(ValueError, match="abc1"):
        stories(tmp_path, f"== abc1 | one\n1 recording yes\n--\n{broken}")


def test_counts_become_shares() -> None:
    tally = Counter({"things right": 1, "things found": 2, "things gold": 1})
    assert summarise(tally)["things"] == {"precision": 0.5, "recall": 1.0, "f1": 2 / 3, "gold": 1}
