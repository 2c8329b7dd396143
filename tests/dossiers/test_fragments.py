from hypothesis import given
from hypothesis import strategies as st

from onrecord.dossiers.fragments import Mark, cut_up, make_cut
from onrecord.nouns.dossier import Fragment
from onrecord.nouns.span import Span
from tests import make
from tests.strategies import spans

TEXT = "She said he lied."
marks = st.builds(Mark, spans, st.sampled_from(["s1", "s2", "e1"]), st.sampled_from(["content", "cue", "told"]))


def test_overlapping_marks_are_cut_where_either_ends():
    marks = (
        Mark(make.at(TEXT, "She said"), "s1", "source", 1),
        Mark(make.at(TEXT, "said he"), "s2", "content", 2),
    )
    assert cut_up(TEXT, (Span(0, len(TEXT)),), make_cut(marks, len(TEXT)))[0] == (
        Fragment("She ", ("s1",), ("source",), ("s1",), cue=1),
        Fragment("said", ("s1", "s2"), ("content", "source", "start"), ("s2",), (1,), cue=1),
        Fragment(" he", ("s2",), ("content",), closes=(2,)),
        Fragment(" lied."),
    )


def test_a_mark_over_two_parts_goes_on_in_the_second():
    cut = make_cut((Mark(make.at(TEXT, "said he lied"), "s1", "content", 1),), len(TEXT))
    first, second = cut_up(TEXT, (Span(0, 9), Span(9, len(TEXT))), cut)
    assert [(one.text, one.keys) for one in first] == [("She ", ()), ("said ", ("s1",))]
    assert [(one.text, one.keys, one.closes) for one in second] == [("he lied", ("s1",), (1,)), (".", (), ())]


def test_a_mark_past_the_end_is_left_out():
    assert cut_up("Hm.", (Span(0, 3),), make_cut((Mark(Span(1, 9), "s1", "content", 1),), 3)) == ((Fragment("Hm."),),)


@given(st.text(min_size=1, max_size=300), st.lists(marks, max_size=12), st.integers(1, 300))
def test_fragments_joined_are_the_text(text: str, marks: list[Mark], middle: int):
    middle = min(middle, len(text))
    parts = tuple(Span(*ends) for ends in ((0, middle), (middle, len(text))) if ends[0] < ends[1])
    blocks = cut_up(text, parts, make_cut(tuple(marks), len(text)))
    assert ["".join(one.text for one in block) for block in blocks] == [part.of(text) for part in parts]


@given(st.text(min_size=1, max_size=300), st.lists(marks, max_size=12))
def test_the_fragments_of_a_key_are_the_words_of_its_marks(text: str, marks: list[Mark]):
    (block,) = cut_up(text, (Span(0, len(text)),), make_cut(tuple(marks), len(text)))
    held = {
        at for one in marks if one.key == "s1" and one.at.end <= len(text) for at in range(one.at.start, one.at.end)
    }
    assert "".join(one.text for one in block if "s1" in one.keys) == "".join(text[at] for at in sorted(held))


@given(st.text(min_size=1, max_size=300), st.lists(marks, max_size=12))
def test_every_key_opens_once(text: str, marks: list[Mark]):
    (block,) = cut_up(text, (Span(0, len(text)),), make_cut(tuple(marks), len(text)))
    opened = [key for one in block for key in one.opens]
    assert sorted(opened) == sorted({one.key for one in marks if one.at.end <= len(text)})
