from benchmarks.gold import locate
from benchmarks.passages import PASSAGES, Marked, Passage, count, group_for, load_held, load_passages, summarise
from benchmarks.stances import STORIES
from onrecord.models.parser import Parser
from training.stories import load_stories

EVERY = [one for file in sorted(PASSAGES.glob("*.jsonl")) for one in load_passages(file)]


def test_every_marked_word_stands_in_its_passage() -> None:
    lost = [
        (one.id, words)
        for one in EVERY
        for mark in one.statements
        for words in (mark.source, mark.cue, *mark.content, *one.decoys)
        if words is not None and locate(one.text, words) is None
    ]
    assert lost == []


def test_what_a_statement_refers_to_is_another_of_its_passage() -> None:
    for one in EVERY:
        for place, mark in enumerate(one.statements):
            for other in (mark.inside, mark.inherits):
                assert other is None or (other != place and 0 <= other < len(one.statements))


def test_no_two_passages_have_one_id() -> None:
    assert len({one.id for one in EVERY}) == len(EVERY)


def test_what_is_held_out_is_among_the_passages_and_the_marked_stories() -> None:
    stories = (one for file in STORIES.glob("*.txt") for one in load_stories(file))
    assert load_held() <= {one.id for one in (*EVERY, *stories)}


def test_the_network_is_scored_on_nothing_where_nothing_was_held_out() -> None:
    files = {"quotations": (Passage("a1", "", ()),)}
    assert group_for("learned", files, frozenset()) == {}
    assert list(group_for("rules", files, frozenset())) == ["quotations", "all"]


def test_a_passage_is_scored_by_its_words(parser: Parser) -> None:
    text = "Ines Olm denied on Monday that the tape was real."
    mark = Marked("deny", "said", "Ines Olm", "denied", ("that the tape was real",))
    scores = summarise(count(Passage(id="t", text=text, statements=(mark,)), parser))
    assert {name: scores[name] for name in ("attributions F1", "source", "act", "attitude")} == {
        "attributions F1": 1, "source": 1, "act": 1, "attitude": 1,
    }  # fmt: skip
