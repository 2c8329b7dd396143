"""A split outlives another article about the same name."""

from onrecord.findings.decisions.deciding import decide
from onrecord.findings.decisions.subjects import subject_of
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.decision import Anchor, Change, Decision, Subject, decide_that
from onrecord.nouns.record import Record
from tests import make
from tests.drafting import establish_actors


def told(text: str) -> Annotated:
    return make.annotated(make.article(text), mentions=(make.mention(text, "Ilse Varga"),))


def recorded(*story: Annotated) -> Record:
    return make.record(*(one.article for one in story), actors=establish_actors(story).actors)


MAYOR, DOCTOR, LATER = told("Mayor Ilse Varga left."), told("Dr Ilse Varga came."), told("Ilse Varga slept.")


def test_a_split_outlives_another_article() -> None:
    record = recorded(MAYOR, DOCTOR)
    (whole,) = record.actors
    anchor = Anchor(DOCTOR.article.id, make.at(DOCTOR.article, "Ilse Varga"), "Ilse Varga")
    part = Subject("actor", "Ilse Varga, the doctor", (anchor,))
    split = decide_that(
        Decision("", "split", "Ana", "2024-04-01T10:00:00.000000+00:00", subject_of(record, whole.id), Change(to=part))
    )
    first, second = decide(recorded(LATER, DOCTOR, MAYOR), [split]).actors
    assert (second.name, [one.article for one in second.mentions]) == (part.label, [DOCTOR.article.id])
    assert {one.article for one in first.mentions} == {MAYOR.article.id, LATER.article.id}
