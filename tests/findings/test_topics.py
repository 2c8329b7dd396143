import pytest

from onrecord.findings.refusals import Refusal, refused_on
from onrecord.findings.topics import asked_about, pointed_at
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Act, ItemKind
from tests import make


def told(text: str) -> Annotated:
    """An article in which "tape" is one thing and "memo" another, wherever they stand behind an article word."""
    article = make.article(text)
    kinds: dict[str, ItemKind] = {"tape": "recording", "memo": "document"}
    things = [
        make.thing(article, f"{first} {noun}", chain, kind)
        for chain, (noun, kind) in enumerate(kinds.items())
        for first in ("A", "the")
        if f"{first} {noun}" in text
    ]
    return make.annotated(article, things=tuple(sorted(things, key=lambda thing: thing.at)))


def meant(text: str, words: str) -> list[str]:
    one = told(text)
    topic = pointed_at(one, (make.at(text, words),))
    return [thing.at.of(text).split()[-1] for thing in topic.things] if topic else []


def refused(text: str, cue: str, act: Act) -> list[str]:
    one = told(text)
    topic = refused_on(one, Refusal(act, (make.at(text, cue),)))
    return [thing.at.of(text).split()[-1] for thing in topic.things] if topic else []


def test_a_verdict_on_it_is_on_the_thing_told_last() -> None:
    text = "A memo was read out. Then A tape was posted. She said: It is a crude forgery."
    assert meant(text, "It is a crude forgery") == ["tape"]


def test_of_two_things_in_the_sentence_before_neither_is_meant() -> None:
    text = "A memo and the tape were posted. She said: It is a crude forgery."
    assert meant(text, "It is a crude forgery") == []


def test_both_are_the_two_things_told_of() -> None:
    text = "A memo was read out. A tape was posted. She said: Both are mine."
    assert meant(text, "Both are mine") == ["memo", "tape"]


def test_it_means_what_its_own_sentence_names_before() -> None:
    text = "A memo was read out. A tape was posted. He paid for a harbour with mud in it."
    assert meant(text, "He paid for a harbour with mud in it") == []


def test_an_answer_is_about_what_was_asked() -> None:
    text = "A memo was read out. Asked about the tape, Varga said she had been in bed."
    one = told(text)
    topic = asked_about(one, make.at(text, "said"), (make.at(text, "she had been in bed"),))
    assert topic is not None
    assert (topic.things[0].at.of(text), topic.because) == ("the tape", "it was said of “the tape”")


REFUSALS: list[tuple[str, str, Act, list[str]]] = [
    ("Asked whether the tape was real, he declined to reply.", "declined to reply", "decline", ["tape"]),
    ("A tape was posted. He left the matter out altogether.", "left", "silent", ["tape"]),
    ("A tape was posted. He could not confirm its date.", "could not confirm", "neither", ["tape"]),
    ("A tape was posted. He would not say when the bridge opens.", "would not say", "decline", []),
    ("A tape and the memo were posted. He declined to comment.", "declined to comment", "decline", []),
]


@pytest.mark.parametrize(("text", "cue", "act", "things"), REFUSALS)
def test_a_refusal_bears_on_the_thing_in_mind(text: str, cue: str, act: Act, things: list[str]) -> None:
    assert refused(text, cue, act) == things
