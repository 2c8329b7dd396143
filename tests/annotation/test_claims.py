from onrecord import pipeline
from onrecord.models.engines import load_engine
from tests import make

MINERS = (
    "Officials in Vell said that eleven miners had been trapped in the Orsk pit. "
    "The owner, Dorran Minerals, denied that anyone was trapped. The governor said the reports were untrue."
)
RESIGNED = (
    "Two newspapers reported that the mayor of Halden had resigned.\n\n"
    "The reports were denied by the council. The Halden Post said the mayor resigned on Tuesday."
)


def claims(text: str) -> list[list[str]]:
    article = make.article(text)
    things = pipeline.annotate(article, load_engine("rules")).things
    chains = dict.fromkeys(thing.chain for thing in things if thing.kind == "claim")
    return [[thing.at.of(text) for thing in things if thing.chain == chain] for chain in chains]


def test_what_some_say_and_another_denies_is_a_claim_with_all_its_places() -> None:
    assert claims(MINERS) == [["eleven miners had been trapped in the Orsk pit", "anyone was trapped", "the reports"]]


def test_reports_that_are_denied_go_back_to_what_was_reported() -> None:
    assert claims(RESIGNED) == [["the mayor of Halden had resigned", "The reports", "the mayor resigned on Tuesday"]]


def test_a_noun_that_carries_its_clause_needs_no_second_voice() -> None:
    text = "The bank denied allegations that it had hidden losses of a billion crowns."
    assert claims(text) == [["allegations", "it had hidden losses of a billion crowns"]]


def test_what_nobody_else_says_is_no_claim() -> None:
    assert claims("The treasurer denied that his party had blocked the vote. The mayor thanked the staff.") == []


def test_what_is_denied_of_a_tape_belongs_to_the_tape() -> None:
    assert claims("The leaked tape is real, the club said. The coach denied that the tape was real.") == []


def test_claims_about_two_people_are_two() -> None:
    text = (
        "Ana Brun took bribes from a builder, a witness claimed. Ana Brun denied that she took bribes from a builder. "
        "Ole Fisk denied reports that he took bribes from a broker."
    )
    assert [places[0] for places in claims(text)] == ["Ana Brun took bribes from a builder", "reports"]


def test_nothing_to_read_is_nothing_to_claim() -> None:
    assert claims("It. \n\n“”. Denied that.") == []


def test_a_claim_called_a_fairy_tale_is_in_dispute_in_its_headline_too() -> None:
    text = (
        "Did road deaths fall by half?\n\nThe minister claimed that road deaths had fallen by half.\n\n"
        "The opposition called the claim a fairy tale."
    )
    article = make.article(text, {0: "headline"})
    things = pipeline.annotate(article, load_engine("rules")).things
    assert [thing.at.of(text) for thing in things if thing.kind == "claim"] == [
        "Did road deaths fall by half", "road deaths had fallen by half", "the claim",
    ]  # fmt: skip
