import pytest

from onrecord.findings.sources import mention_at, mentions_at
from tests import make

TEXT = "Ann Lemov, Bo Sarr and Cy Holt said so. Two members, Ann Lemov and Bo Sarr, agreed."
ARTICLE = make.article(TEXT)
ONE = make.annotated(
    ARTICLE,
    mentions=(
        make.mention(TEXT, "Ann Lemov", 0),
        make.mention(TEXT, "Bo Sarr", 1),
        make.mention(TEXT, "Cy Holt", 2),
        make.mention(TEXT, "Two members", 3, form="description", kind="group", name=None),
        make.mention(TEXT, "Ann Lemov", 0, nth=1),
        make.mention(TEXT, "Bo Sarr", 1, nth=1),
    ),
)


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("Ann Lemov", ["Ann Lemov"]),
        ("Ann Lemov, Bo Sarr and Cy Holt", ["Ann Lemov", "Bo Sarr", "Cy Holt"]),
        ("Bo Sarr and Cy Holt", ["Bo Sarr", "Cy Holt"]),
        ("Ann Lemov, Bo Sarr", ["Ann Lemov"]),
        ("Two members, Ann Lemov and Bo Sarr", ["Two members"]),
        ("Cy Holt said so. Two members", ["Cy Holt"]),
        ("said so", []),
    ],
)
def test_those_joined_by_and_speak_together(source: str, speakers: list[str]) -> None:
    assert [one.at.of(TEXT) for one in mentions_at(ONE, make.at(TEXT, source))] == speakers


def test_a_mention_inside_another_is_not_who_speaks() -> None:
    text = "Tomas Rieck's lawyer left."
    inner = make.mention(text, "Tomas Rieck", 0)
    outer = make.mention(text, "Tomas Rieck's lawyer", 1, head=make.at(text, "lawyer"), form="description")
    one = make.annotated(make.article(text), mentions=(inner, outer))
    assert mention_at(one, make.at(text, "Tomas Rieck's lawyer")) == outer


def test_a_source_cut_short_before_its_head_still_names_its_speaker() -> None:
    text = "Cllr Pike denied it."
    pike = make.mention(text, "Cllr Pike", head=make.at(text, "Pike"), name="Pike")
    one = make.annotated(make.article(text), mentions=(pike,))
    assert mention_at(one, make.at(text, "Cllr")) == pike
