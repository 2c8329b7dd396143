import pytest

from onrecord.findings.actors import Cast
from tests import make
from tests.drafting import establish_items, establish_positions

ILSE = make.actor("Ilse Varga")

BARE = [
    ("did not respond", "to a request for comment", ["no-reply"]),
    ("did not respond", "to requests for comment on Monday", ["no-reply"]),
    ("did not respond", "to questions about the harbour", []),
    ("did not say", "when she would return", []),
]


@pytest.mark.parametrize(("cue", "rest", "values"), BARE)
def test_who_does_not_answer_at_all_does_not_answer_on_the_one_thing_told_of(
    cue: str, rest: str, values: list[str]
) -> None:
    article = make.article(f"A tape was posted on Monday.\n\nVarga {cue} {rest}.")
    story = (make.annotated(article, things=(make.thing(article, "A tape"),)),)
    said = (make.statement(article, ILSE, cue, act="no-reply"),)
    cast = Cast((ILSE,))
    assert [one.value for one in establish_positions(story, cast, establish_items(story, cast), said)] == values


def test_of_two_things_a_bare_refusal_names_neither() -> None:
    article = make.article("A tape and a letter were posted.\n\nVarga declined to comment.")
    things = (make.thing(article, "A tape"), make.thing(article, "a letter", kind="document", chain=1))
    story = (make.annotated(article, things=things),)
    said = (make.statement(article, ILSE, "declined to comment", act="decline"),)
    cast = Cast((ILSE,))
    assert establish_positions(story, cast, establish_items(story, cast), said) == ()
