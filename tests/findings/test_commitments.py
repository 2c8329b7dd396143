from msgspec.structs import replace

from onrecord.findings.commitments import find_commitments
from onrecord.nouns.article import Article
from onrecord.nouns.record import Actor, Condition, MentionAt, Phrase, Record, Statement
from tests import make

MONDAY = make.article(
    "Ruiz threatened to play the tape unless the council paid. The union demanded that Lang say whether it is real.",
    published="2031-05-05",
)
TAPE = make.item("the tape")
RUIZ, UNION = make.actor("Ruiz"), make.actor("the union", "organisation")
LANG = make.actor("Lang", "person", MentionAt(MONDAY.id, make.at(MONDAY, "Lang")))
THREAT = make.statement(
    MONDAY, RUIZ, "threatened", "to play the tape unless the council paid", act="threaten",
    conditions=(Condition("unless", make.at(MONDAY, "unless the council paid")),),
)  # fmt: skip
DEMAND = make.statement(
    MONDAY, UNION, "demanded", "that Lang say whether it is real", act="demand", about=(TAPE,),
)  # fmt: skip


def case(later: Article, *said: Statement, actors: tuple[Actor, ...] = ()) -> Record:
    everybody = (RUIZ, UNION, LANG, *actors)
    return make.record(MONDAY, later, actors=everybody, items=(TAPE,), statements=(THREAT, DEMAND, *said))


def status(record: Record) -> dict[str, tuple[str, str | None]]:
    return {one.act: (one.status, one.closed_by) for one in find_commitments(record)}


def test_a_threat_keeps_its_condition_and_time_alone_closes_nothing() -> None:
    threat, demand = find_commitments(case(make.article("Rain fell.", published="2033-01-01")))
    assert (threat.name, threat.conditions, threat.status) == ("Ruiz", ("unless the council paid",), "open")
    assert (demand.name, demand.to, demand.status) == ("the union", "Lang", "open")


def test_a_threat_that_is_taken_back_is_closed() -> None:
    later = make.article("Ruiz withdrew his threat.", published="2031-05-09")
    back = make.statement(later, RUIZ, "withdrew", "his threat", act="correct")
    assert status(case(later, back))["threaten"] == ("closed", back.id)


def test_a_threat_that_is_not_taken_back_stays_open() -> None:
    later = make.article("Ruiz said he would not withdraw his threat.", published="2031-05-09")
    stays = make.statement(later, RUIZ, "said", "he would not withdraw his threat")
    assert status(case(later, stays))["threaten"] == ("open", None)


def test_a_demand_to_say_something_is_closed_by_the_answer_of_the_one_asked() -> None:
    later = make.article("Lang confirmed that the tape is real.", published="2031-05-09")
    answer = make.statement(later, LANG, "confirmed", "that the tape is real", act="confirm", about=(TAPE,))
    assert status(case(later, answer))["demand"] == ("closed", answer.id)


def test_a_refusal_answers_no_demand_and_neither_does_what_was_said_before() -> None:
    earlier = make.article("Lang denied that the tape is real. Lang declined to answer.", published="2031-05-01")
    denial = make.statement(earlier, LANG, "denied", "that the tape is real", act="deny", about=(TAPE,))
    refusal = make.statement(earlier, LANG, "declined to answer", act="decline", about=(TAPE,))
    assert status(case(earlier, denial, refusal))["demand"] == ("open", None)


def test_what_was_threatened_is_closed_when_it_is_told_as_done() -> None:
    later = make.article("“I have played the whole tape; the council never paid,” Ruiz said.", published="2031-05-09")
    done = make.statement(later, RUIZ, "said", "I have played the whole tape")
    paid = make.statement(later, RUIZ, "said", "the council never paid")
    assert status(case(later, paid))["threaten"] == ("open", None)
    assert status(case(later, done))["threaten"] == ("closed", done.id)


def test_a_spokesman_does_what_the_body_that_he_speaks_for_was_asked() -> None:
    text = "Osk urged the council to publish the minutes."
    first = make.article(text, published="2031-05-01")
    to = Phrase("the council", make.at(text, "the council"))
    osk, speaker = make.actor("Osk"), make.actor("a spokesman for the council", "unnamed")
    urged = make.statement(first, osk, "urged", "to publish the minutes", act="urge", addressee=to)
    later = make.article("A spokesman said: “We have published the minutes.”", published="2031-05-02")
    done = make.statement(later, speaker, "said", "We have published the minutes")
    (one,) = find_commitments(make.record(first, later, actors=(osk, speaker), statements=(urged, done)))
    assert (one.to, one.status, one.closed_by) == ("the council", "closed", done.id)


def test_a_demand_that_is_made_again_is_one_demand() -> None:
    again = replace(make.article(MONDAY.text + " Again."), published=make.day("2031-05-06"))
    second = replace(THREAT, id="again", article=again.id)
    threat, _ = find_commitments(case(again, second))
    assert threat.statements == (THREAT.id, "again")


def test_what_a_later_version_dropped_stays_open_and_says_so() -> None:
    was = make.article("Ruiz promised to resign. The union said that it had met.")
    now = replace(make.article("The union said that it had met. Rain fell."), version_of=was.id)
    met = [make.statement(one, UNION, "said", "that it had met") for one in (was, now)]
    promise = make.statement(was, RUIZ, "promised", "to resign", act="promise")
    record = make.record(was, now, actors=(RUIZ, UNION), statements=(promise, *met))
    because = "a later version of the article no longer has these words"
    assert [(one.act, one.status, one.because) for one in find_commitments(record)] == [("promise", "open", because)]
