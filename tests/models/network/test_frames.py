"""The words that are read for a question, and what each is to it."""

from onrecord.models.network.frames import (
    CONTENT,
    CONTEXT,
    CUE,
    FIRST,
    MOST,
    NAMED,
    NAMING,
    NOTHING,
    OTHER,
    SOURCE,
    THING,
    frame_question,
)  # fmt: skip
from onrecord.nouns.span import Span
from onrecord.nouns.stance import Question

STARTS = tuple(range(0, 5000, 5))  # a word in every five code points


def _words(first: int, last: int) -> tuple[Span, ...]:
    return (Span(5 * first, 5 * last),)


def _question(**changes: tuple[Span, ...]) -> Question:
    spans = {
        "cue": _words(41, 42), "source": _words(40, 41), "content": _words(42, 46), "things": _words(2, 4),
        "others": _words(45, 46),
    } | changes  # fmt: skip
    return Question(attribution=0, chain=0, kind="video", **spans)


def test_the_naming_of_the_thing_comes_first_and_then_the_words_around_the_statement() -> None:
    frame = frame_question(STARTS, _question())
    assert frame is not None
    assert frame.words == [2, 3, *range(16, 54)]
    roles, marks = (dict(zip(frame.words, row, strict=True)) for row in (frame.roles, frame.marks))
    assert [roles[word] for word in (2, 16, 40, 41, 42, 46)] == [NAMED, CONTEXT, SOURCE, CUE, CONTENT, CONTEXT]
    assert [marks[word] for word in (2, 16, 45)] == [FIRST, NOTHING, OTHER]


def test_other_mentions_of_the_thing_are_marked_where_they_stand() -> None:
    frame = frame_question(STARTS, _question(things=(*_words(2, 4), *_words(44, 45))))
    assert frame is not None
    assert frame.marks[frame.words.index(44)] == THING


def test_no_question_reads_more_than_so_many_words() -> None:
    frame = frame_question(STARTS, _question(content=_words(42, 900), things=_words(2, 90)))
    assert frame is not None
    assert len(frame.words) <= MOST + NAMING
    assert 41 in frame.words


def test_nothing_is_read_without_a_cue_or_a_thing() -> None:
    assert frame_question(STARTS, _question(cue=())) is None
    assert frame_question(STARTS, _question(things=())) is None
