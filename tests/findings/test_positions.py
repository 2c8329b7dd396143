import pytest

from onrecord.findings.actors import Cast
from onrecord.nouns.record import Position, Statement
from tests import make
from tests.drafting import establish_items, establish_positions

ILSE = make.actor("Ilse Varga")


def positions(text: str, *said: tuple[str, str, str], thing: str = "the tape", **more: object) -> list[Position]:
    article = make.article(text)
    things = tuple(make.thing(text, thing, nth=nth) for nth in range(text.count(thing)))
    story = (make.annotated(article, things=things),)
    cast = Cast((ILSE,))
    statements = tuple(make.statement(article, ILSE, cue, content, act=act, **more) for act, cue, content in said)
    return list(establish_positions(story, cast, establish_items(story, cast), statements))


CLAIMS = [
    ("deny", "denied", "that the tape was real", "genuine", "denies"),
    ("deny", "denied", "that the tape was a forgery", "genuine", "affirms"),
    ("assert", "said", "that the tape was “a clumsy fake”", "genuine", "denies"),
    ("assert", "said", "that nobody had doctored the tape", "genuine", "affirms"),
    ("confirm", "confirmed", "that the voice on the tape was hers", "identity", "affirms"),
    ("assert", "said", "that she had never recorded the tape", "identity", "denies"),
    ("deny", "denied", "that there was such a thing as the call on the tape", "other", "denies"),
    ("assert", "said", "that the tape proved the deal", "content", "affirms"),
    ("assert", "said", "that the tape showed no such deal", "content", "denies"),
    ("assert", "said", "that publishing the tape was a crime", "lawful", "denies"),
    ("neither", "would neither confirm nor deny", "that the tape was real", "genuine", "neither"),
    ("confirm", "confirmed", "the tape", "genuine", "affirms"),
    ("assert", "said", "that whether or not the tape was genuine, the deal stood", "genuine", "conditional"),
    ("assert", "said", "that if the tape was real, he must go", "genuine", "conditional"),
    ("assert", "said", "that if the tape is a recording, it will be played", "genuine", "conditional"),
    ("accuse", "alleged", "that the tape was cooked up by rivals", "genuine", "denies"),
    ("assert", "said", "that the tape was a modern fake by an admirer", "genuine", "denies"),
    ("assert", "said", "that somebody had cut two men out of the tape", "genuine", "denies"),
    ("assert", "said", "that nobody had touched a second of the tape", "genuine", "affirms"),
    ("confirm", "acknowledged", "that the tape came from his office", "genuine", "affirms"),
    ("confirm", "confirmed", "that the tape was its own", "identity", "affirms"),
    ("deny", "denied", "having anything to do with the tape", "other", "denies"),
    ("assert", "said", "that the tape was filmed in a studio", "content", "affirms"),
    ("express", "called", "the tape a fairy tale", "genuine", "denies"),
    ("demand", "demanded", "that he say whether the tape was real", "genuine", "demands"),
    ("ask", "asked", "Is the tape real?", "genuine", "demands"),
    ("deny", "said", "that the tape had not been cut", "genuine", "affirms"),
    ("assert", "said", "that the tape posted by the club on Monday is a fake", "genuine", "denies"),
    ("assert", "said", "that a gunshot can be heard on the tape", "content", "affirms"),
    ("assert", "said", "that the tape was recorded by a neighbour", "identity", "affirms"),
    ("assert", "said", "that she had made the tape, which a suspected thief took", "identity", "affirms"),
    ("assert", "said", "that he made the tape in May", "identity", "affirms"),
    ("assert", "found no", "evidence that the tape had been cut", "genuine", "affirms"),
    ("assert", "said", "there was no evidence that the tape had been cut", "genuine", "affirms"),
    ("assert", "said", "that making the tape was illegal", "lawful", "denies"),
    ("assert", "said", "that the page above the tape was not real", "genuine", "denies"),
    ("express", "dismissed", "as an obvious montage the tape that spread on Monday", "genuine", "denies"),
    ("express", "described", "the tape as a set-up", "genuine", "denies"),
    ("express", "called", "the tape genuine", "genuine", "affirms"),
    ("assert", "said", "that the tape, which spread on Monday, had been doctored", "genuine", "denies"),
    ("assert", "said", "that the tape had been taken out of context", "genuine", "denies"),
    ("assert", "said", "that the tape could not be genuine", "genuine", "denies"),
    ("assert", "said", "that there was no reason to doubt the tape", "genuine", "affirms"),
    ("assert", "said", "that she did not recognise the tape", "genuine", "denies"),
    ("express", "apologised", "for the words she used on the tape", "identity", "affirms"),
    ("deny", "said", "that her client had not recorded the tape", "identity", "denies"),
    ("deny", "disputed", "the contents of the tape", "content", "denies"),
]  # fmt: skip


@pytest.mark.parametrize(("act", "cue", "content", "proposition", "value"), CLAIMS)
def test_what_is_said_of_a_thing_is_a_position(act: str, cue: str, content: str, proposition: str, value: str) -> None:
    (found,) = positions(f"Varga {cue} {content}.", (act, cue, content))
    assert (found.proposition, found.value) == (proposition, value)


def test_one_clause_can_put_two_propositions_forward_each_with_its_own_negation() -> None:
    said = ("assert", "said", "that the call never took place and that the voice on the tape was hers")
    found = positions(f"Varga said {said[2]}.", said)
    assert {(one.proposition, one.value) for one in found} == {("occurred", "denies"), ("identity", "affirms")}


def test_a_finding_is_a_position_though_it_is_not_uttered() -> None:
    said = ("assert", "concluded", "that the tape had been cut")
    assert [one.value for one in positions(f"Varga {said[1]} {said[2]}.", said, attitude="held")] == ["denies"]


@pytest.mark.parametrize(("words", "values"), [("to a letter", []), ("to questions about a letter", ["no-reply"])])
def test_a_letter_left_unanswered_is_not_the_contested_one(words: str, values: list[str]) -> None:
    article = make.article(f"Varga did not reply {words}. Rain fell.")
    story = (make.annotated(article, things=(make.thing(article, "a letter", kind="document"),)),)
    said = (make.statement(article, ILSE, "did not reply", act="no-reply"),)
    cast = Cast((ILSE,))
    found = establish_positions(story, cast, establish_items(story, cast), said)
    assert [one.value for one in found] == values


NONE = [
    ("assert", "said", "that she had heard the tape at breakfast"),
    ("assert", "said", "that he would say if the tape was real"),
    ("assert", "said", "that the tape was perhaps a fake"),
    ("assert", "said", "the tape was a hoax, but maybe not"),
    ("assert", "said", "that he would wait until he had heard the tape"),
    ("assert", "said", "that he was not going to say that the tape was real"),
    ("assert", "said", "that no tape had been given to the police"),
    ("assert", "said", "that she had removed her name from the tape"),
    ("assert", "said", "that the tape was its own worst advertisement"),
    ("assert", "argued", "over where the tape was filmed"),
    ("assert", "said", "that its maker denied that the tape was real"),
    ("confirm", "say", "whether the tape was real"),
    ("express", "hoped", "that the tape would be forgotten"),
    ("express", "called", "the tape devastating"),
    ("confirm", "confirmed", "it was looking into the tape"),
    ("assert", "said", "that she could not be sure that the tape was genuine"),
    ("assert", "said", "that she had doubts about the tape"),
    ("ask", "questioned", "the authenticity of the tape"),
]


@pytest.mark.parametrize(("act", "cue", "content"), NONE)
def test_a_mention_a_doubt_or_hearsay_is_no_position(act: str, cue: str, content: str) -> None:
    assert positions(f"Varga {cue} {content}.", (act, cue, content)) == []


@pytest.mark.parametrize(
    ("act", "cue", "value"),
    [
        ("decline", "declined to discuss", "declines"),
        ("silent", "did not mention", "silent"),
        ("no-reply", "did not answer questions about", "no-reply"),
    ],
)
def test_refusal_silence_and_no_reply_stay_apart(act: str, cue: str, value: str) -> None:
    (found,) = positions(f"Varga {cue} the tape. Rain fell.", (act, cue, ""))
    assert (found.value, found.proposition) == (value, "other")


def test_a_later_position_supersedes_and_the_history_stays() -> None:
    text = "Varga denied that the tape was real. Later she confirmed that the tape was authentic."
    said = ("deny", "denied", "that the tape was real"), ("confirm", "confirmed", "that the tape was authentic")
    first, last = positions(text, *said)
    assert (first.value, first.superseded_by, last.value, last.superseded_by) == ("denies", last.id, "affirms", None)


def test_the_same_position_twice_is_one_with_two_statements() -> None:
    text = "Varga said that the tape was fake. She repeated that the tape was forged."
    said = ("assert", "said", "that the tape was fake"), ("assert", "repeated", "that the tape was forged")
    assert [len(found.statements) for found in positions(text, *said)] == [2]


def test_what_is_held_or_taken_back_is_no_position() -> None:
    text = "Varga withdrew her remark that the tape was fake."
    assert positions(text, ("correct", "withdrew", "that the tape was fake")) == []
    assert positions(text, ("assert", "remark", "that the tape was fake"), attitude="held") == []


def test_a_class_is_spoken_of_generally_beside_the_one_thing() -> None:
    text = "Asked about the tape, Varga said that such fakes were a plague."
    (found,) = positions(text, ("assert", "said", "that such fakes were a plague"), general=True)
    assert found.value == "general"


def test_a_statement_without_a_speaker_gives_no_position() -> None:
    article = make.article("The tape is fake.")
    story = (make.annotated(article, things=(make.thing("The tape is fake.", "The tape"),)),)
    said: Statement = make.statement(article, None, "is", "The tape is fake")
    assert establish_positions(story, Cast(), establish_items(story, Cast()), (said,)) == ()
