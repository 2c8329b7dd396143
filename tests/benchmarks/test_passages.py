from benchmarks.gold import locate
from benchmarks.passages import PASSAGES, Marked, Passage, count, load_passages, summarise

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


def test_a_passage_is_scored_by_its_words() -> None:
    text = "Ines Olm denied on Monday that the tape was real."
    mark = Marked("deny", "said", "Ines Olm", "denied", ("that the tape was real",))
    scores = summarise(count(Passage(id="t", text=text, statements=(mark,))))
    assert {name: scores[name] for name in ("attributions F1", "source", "act", "attitude")} == {
        "attributions F1": 1, "source": 1, "act": 1, "attitude": 1,
    }  # fmt: skip
