"""The stories to measure with are sound: every word of their gold stands in its article, and every id is known."""

from collections.abc import Iterator

import pytest

from benchmarks.gold import Case, locate
from onrecord.intake import take
from onrecord.nouns.source import Source
from onrecord.reading import read
from tests.stories import CASES, FURTHER

every_story = pytest.mark.parametrize("case", [*CASES, *FURTHER], ids=lambda case: case.folder.name)


def _texts(case: Case) -> list[str]:
    return [read(source).text for source in take([case.story]) if isinstance(source, Source)]


@every_story
def test_every_word_of_the_gold_stands_in_its_article(case: Case) -> None:
    texts = _texts(case)
    assert [f"{number}: {words}" for number, words in _words(case) if not locate(texts[number], words)] == []


def _words(case: Case) -> Iterator[tuple[int, object]]:
    for one in case.gold.statements:
        yield from ((one.article, words) for words in (one.cue, *one.content) if words)
    for item in case.gold.items:
        yield from ((mention.article, mention) for mention in item.mentions)
    yield from ((event.article, event.text) for event in case.gold.events)


@every_story
def test_every_id_of_the_gold_is_known(case: Case) -> None:
    actors, items = {one.id for one in case.gold.actors}, {one.id for one in case.gold.items}
    assert {one.speaker for one in case.gold.statements} <= actors | {None}
    assert {one.actor for one in case.gold.positions} <= actors
    assert {one.about for one in case.gold.positions} <= items
