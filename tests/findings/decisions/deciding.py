"""A small story for decisions, and short ways to make them."""

from onrecord.findings.decisions.subjects import subject_of
from onrecord.nouns.decision import Change, Decision, DecisionKind, Subject, decide_that
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Event, MentionAt, Record
from tests import make

FIRST = make.article(
    "Ilse Varga denied the tape was real.\n\nJon Olm said the tape was genuine.\n\nOlm called Mayor Varga a liar.",
    outlet="Courier", published="2024-03-11",
)  # fmt: skip
SECOND = make.article(
    "The mayor said the recording was real.\n\nOlm admitted that the recording was false.",
    outlet="Gazette", published="2024-03-12",
)  # fmt: skip


def _at(one, words, nth=0):
    return MentionAt(one.id, make.at(one, words, nth))


VARGA = make.actor("Ilse Varga", "person", _at(FIRST, "Ilse Varga"), _at(FIRST, "Varga", 1))
MAYOR = make.actor("the mayor", "unnamed", _at(SECOND, "The mayor"))
OLM = make.actor("Jon Olm", "person", _at(FIRST, "Jon Olm"), _at(FIRST, "Olm", 1), _at(SECOND, "Olm"))
TAPE = make.item("the tape", "recording", _at(FIRST, "the tape"), _at(FIRST, "the tape", 1))
RECORDING = make.item("the recording", "recording", _at(SECOND, "the recording"), _at(SECOND, "the recording", 1))

DENIAL = make.statement(
    FIRST, VARGA, "denied", "the tape was real", act="deny", source_at=make.at(FIRST, "Ilse Varga"), about=[TAPE]
)
SAYING = make.statement(FIRST, OLM, "said", "the tape was genuine", source_at=make.at(FIRST, "Jon Olm"), about=[TAPE])
INSULT = make.statement(FIRST, OLM, "called", "a liar", source_at=make.at(FIRST, "Olm", 1))
TURN = make.statement(
    SECOND, MAYOR, "said", "the recording was real", source_at=make.at(SECOND, "The mayor"), about=[RECORDING]
)
ADMISSION = make.statement(
    SECOND, OLM, "admitted", "that the recording was false", source_at=make.at(SECOND, "Olm"), about=[RECORDING]
)
TOLD = Event(digest("event", "told"), FIRST.id, make.at(FIRST, "was genuine"), "was genuine", voice=SAYING.id)
DENIES = make.position(VARGA, TAPE, "denies", DENIAL)
AFFIRMS = make.position(OLM, TAPE, "affirms", SAYING)
RECORD = make.record(
    FIRST, SECOND, actors=(VARGA, MAYOR, OLM), items=(TAPE, RECORDING),
    statements=(DENIAL, SAYING, INSULT, TURN, ADMISSION), events=(TOLD,),
    positions=(DENIES, AFFIRMS, make.position(MAYOR, RECORDING, "affirms", TURN),
               make.position(OLM, RECORDING, "denies", ADMISSION)),
)  # fmt: skip


def decision(
    kind: DecisionKind, row: object = None, *, at: int = 0, record: Record = RECORD, **change: object
) -> Decision:
    """Return a decision on a row as it stands in a record, made at a minute of one day."""
    subject = None if row is None else subject_of(record, getattr(row, "id", ""))
    undoes = change.pop("undoes", None)
    time = f"2024-04-01T10:{at:02}:00.000000+00:00"
    return decide_that(Decision("", kind, "Ana", time, subject, Change(**change), undoes=undoes))


def row(one: object, record: Record = RECORD) -> Subject | None:
    """Return a row as a decision names it."""
    return subject_of(record, getattr(one, "id", ""))


def held(record: Record) -> list[tuple[str, str, str]]:
    """Return who stands how on what, by name."""
    names = {one.id: one.name for one in record.actors} | {one.id: one.label for one in record.items}
    return [(names[one.actor], one.value, names[one.about]) for one in record.positions]
