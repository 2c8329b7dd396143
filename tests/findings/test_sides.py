import pytest

from onrecord.findings.actors import Cast
from onrecord.nouns.annotations import Thing
from tests import make
from tests.drafting import establish_items, establish_positions

ILSE = make.actor("Ilse Varga")
CLAUSE = "the bridge was closed"


def sides(text: str, act: str, cue: str, content: str, mention: str) -> list[tuple[str, str]]:
    """Return the positions that one statement takes on the claim that the bridge was closed."""
    article = make.article(f"It is said that {CLAUSE}. {text}")
    claim = [Thing(make.at(article, CLAUSE), make.at(article, "closed"), "claim", 0, claimed=True)]
    if mention:
        at = make.at(article, mention, 1 if mention == CLAUSE else 0)
        head = make.at(article, mention.split()[-1], 1 if mention == CLAUSE else 0)
        claim.append(Thing(at, head, "claim", 0, claimed=True))
    story = (make.annotated(article, things=tuple(claim)),)
    stock = establish_items(story, Cast((ILSE,)))
    said = (make.statement(article, ILSE, cue, content, act=act),)
    return [(one.proposition, one.value) for one in establish_positions(story, Cast((ILSE,)), stock, said)]


SIDES = [
    ("assert", "said", "that the bridge was closed", CLAUSE, "affirms"),
    ("deny", "denied", "that the bridge was closed", CLAUSE, "denies"),
    ("assert", "said", "that the bridge was open", "the bridge was open", "denies"),
    ("deny", "denied", "that the bridge was open", "the bridge was open", "affirms"),
    ("assert", "said", "that the claims are false", "the claims", "denies"),
    ("assert", "said", "that there is no truth to the allegations", "the allegations", "denies"),
    ("deny", "denied", "the reports", "the reports", "denies"),
    ("confirm", "confirmed", "the reports", "the reports", "affirms"),
    ("neither", "said", "that she could not confirm that the bridge was closed", CLAUSE, "neither"),
    ("assert", "said", "that is a lie", "", "denies"),
    ("assert", "said", "it is not true", "", "denies"),
    ("assert", "said", "it is true", "", "affirms"),
]  # fmt: skip


@pytest.mark.parametrize(("act", "cue", "content", "mention", "value"), SIDES)
def test_a_statement_takes_a_side_on_a_claim(act: str, cue: str, content: str, mention: str, value: str) -> None:
    assert sides(f"Varga {cue} {content}.", act, cue, content, mention) == [("occurred", value)]


NONE = [
    ("assert", "said", "that a guard had told her the bridge was closed", CLAUSE),
    ("assert", "said", "that if the bridge was closed, she would walk", CLAUSE),
    ("ask", "asked", "whether the bridge was closed", CLAUSE),
    ("assert", "said", "that she was not aware that the bridge was closed", CLAUSE),
    ("assert", "said", "that she had heard the rumours", "the rumours"),
]


@pytest.mark.parametrize(("act", "cue", "content", "mention"), NONE)
def test_hearsay_a_condition_a_question_or_a_mention_takes_no_side(
    act: str, cue: str, content: str, mention: str
) -> None:
    assert sides(f"Varga {cue} {content}.", act, cue, content, mention) == []


def test_who_somebody_is_is_asked_apart_from_what_happened() -> None:
    text = "Ana is his wife, it is said. Varga said that Ana is his wife."
    article = make.article(text)
    claim = [Thing(make.at(text, "Ana is his wife", n), make.at(text, "is", 2 * n), "claim", 0) for n in (0, 1)]
    claim[1] = Thing(claim[1].at, make.at(text, "wife", 1), "claim", 0)
    story = (make.annotated(article, things=tuple(claim)),)
    stock = establish_items(story, Cast((ILSE,)))
    said = (make.statement(article, ILSE, "said", "that Ana is his wife"),)
    (found,) = establish_positions(story, Cast((ILSE,)), stock, said)
    assert (found.proposition, found.value) == ("identity", "affirms")
