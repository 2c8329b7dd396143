from onrecord.findings.decisions.deciding import decide
from onrecord.findings.decisions.subjects import subject_of
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.decision import Change, Decision, DecisionKind
from onrecord.nouns.record import Record
from onrecord.nouns.soundness import find_faults
from onrecord.pipeline import annotate, establish
from tests import make

CLINIC = "The clinic said that the nurse left in May, when she was on leave."
LETTER = "Tom Ash met Paul Moreau before he denied that the letter was real. Moreau said that it was lost."


def read(text: str, parser: Parser) -> Record:
    article = make.article(text)
    return establish([Annotated(article, annotate(article, parser))], make.MADE_BY)


def decided(record: Record, kind: DecisionKind, change: Change = Change()) -> Record:  # noqa: B008 - frozen
    subject = subject_of(record, record.statements[0].id)
    return decide(record, [Decision("", kind, "Ana", "2024-04-01T10:00:00.000000+00:00", subject, change)])


def test_both_readings_of_a_clause_are_on_the_record(parser: Parser) -> None:
    said = read(CLINIC, parser).statements[0]
    (other,) = said.alternatives
    assert (other.field, other.at.of(CLINIC)) == ("scope", ", when she was on leave")


def test_both_men_who_can_be_he_are_on_the_record(parser: Parser) -> None:
    record = read(LETTER, parser)
    names = {actor.id: actor.name for actor in record.actors}
    said = record.statements[0]
    (other,) = said.alternatives
    assert {names[said.speaker or ""], names[other.actor or ""]} == {"Tom Ash", "Paul Moreau"}
    maybe = [names[row] for actor in record.actors for mention in actor.mentions for row in mention.maybe]
    assert maybe == [names[other.actor or ""]]
    assert list(find_faults(record)) == []


def test_who_accepts_a_statement_accepts_how_it_is_read(parser: Parser) -> None:
    assert decided(read(CLINIC, parser), "accept").statements[0].alternatives == ()


def test_what_is_the_writers_own_leaves_what_is_said(parser: Parser) -> None:
    (said,) = decided(read(CLINIC, parser), "edit", Change("scope", "writer")).statements
    assert [at.of(CLINIC) for at in said.content_at] == ["that the nurse left in May"]
    assert said.alternatives == ()


def test_what_is_the_speakers_stays_in_what_is_said(parser: Parser) -> None:
    (said,) = decided(read(CLINIC, parser), "edit", Change("scope", "speaker")).statements
    assert [at.of(CLINIC) for at in said.content_at] == ["that the nurse left in May, when she was on leave"]


def test_who_says_who_spoke_settles_it(parser: Parser) -> None:
    record = read(LETTER, parser)
    other = record.statements[0].alternatives[0].actor or ""
    after = decided(record, "edit", Change("speaker", to=subject_of(record, other)))
    assert (after.statements[0].speaker, after.statements[0].alternatives) == (other, ())


def test_who_leaves_the_record_leaves_the_other_readings(parser: Parser) -> None:
    record = read(LETTER, parser)
    other = record.statements[0].alternatives[0].actor or ""
    gone = Decision("", "reject", "Ana", "2024-04-01T10:00:00.000000+00:00", subject_of(record, other))
    after = decide(record, [gone])
    assert [one.alternatives for one in after.statements if one.act == "deny"] == [()]
    assert list(find_faults(after)) == []
