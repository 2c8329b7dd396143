from benchmarks.baseline import read_simply
from tests import make


def test_the_baseline_takes_what_is_quoted_and_the_nearest_name() -> None:
    article = make.article("“The tape is cut,” Amara Osei said.")
    record = read_simply((article,))
    assert [actor.name for actor in record.actors] == ["Amara Osei"]
    assert [span.of(article.text) for one in record.statements for span in one.content_at] == ["The tape is cut,"]


def test_the_baseline_takes_what_follows_the_verb_where_nothing_is_quoted() -> None:
    article = make.article("Amara Osei denied that she knew.")
    assert [one.mode for one in read_simply((article,)).statements] == ["indirect"]
    assert [one.content_at[0].of(article.text) for one in read_simply((article,)).statements] == [" that she knew."]


def test_the_baseline_finds_nothing_where_nobody_speaks() -> None:
    assert read_simply((make.article("The harbour was closed."),)).statements == ()
