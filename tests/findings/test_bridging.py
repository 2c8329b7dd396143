from onrecord.findings.bridging import bridge_from
from onrecord.nouns.annotations import Thing, Trait
from onrecord.nouns.record import ItemKind
from tests import make


def meant(text: str, words: str, *things: Thing) -> tuple[str, int] | None:
    one = make.annotated(make.article(text), things=things)
    bridge = bridge_from(one, make.at(text, words))
    return (bridge.at.of(text), bridge.thing.chain) if bridge else None


def video(text: str, words: str = "The video", chain: int = 0, kind: ItemKind = "video") -> Thing:
    return make.thing(text, words, chain, kind)


def test_a_frame_is_the_one_videos() -> None:
    text = "The video was posted. The date stamp was added later, he said."
    assert meant(text, "The date stamp was added later", video(text)) == ("The date stamp", 0)


def test_a_frame_of_which_of_two_videos_is_not_known() -> None:
    text = "The video and the clip were posted. The first frame was cut, he said."
    assert meant(text, "The first frame was cut", video(text), video(text, "the clip", 1)) is None


def test_a_paragraph_is_the_letters_and_not_the_videos() -> None:
    text = "The video shows the letter. The last paragraph is false, he said."
    things = (video(text), video(text, "the letter", 1, "document"))
    assert meant(text, "The last paragraph is false", *things) == ("The last paragraph", 1)


def test_what_was_heard_in_a_clip_means_the_clip() -> None:
    text = "He spoke of the explosion heard in the clip. She said the explosion was in a quarry."
    assert meant(text, "the explosion was in a quarry", video(text, "the clip")) == ("the explosion", 0)


def test_a_length_means_the_one_thing_that_is_as_long() -> None:
    text = "The 47-second tape was posted. He said 47 seconds are too short."
    tape = Thing(
        make.at(text, "The 47-second tape"),
        make.at(text, "tape"),
        "recording",
        0,
        traits=(Trait("duration", make.at(text, "47-second"), "47"),),
    )
    assert meant(text, "47 seconds are too short", tape) == ("47 seconds", 0)
    assert meant(text.replace("are too", "later, too"), "47 seconds later, too short", tape) is None


def test_who_says_i_typed_it_means_the_one_letter() -> None:
    text = "The letter is short.\n\nRusk spoke on the radio.\n\nShe said: I typed it."
    assert meant(text, "I typed it", video(text, "The letter", 0, "document")) == ("typed it", 0)
