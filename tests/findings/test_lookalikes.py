from onrecord.findings.lookalikes import find_lookalikes
from onrecord.nouns.record import MentionAt
from tests import make

FIRST, SECOND = make.article("Ann Pike and Bo Lund left."), make.article("Pike came.")
ANN = make.actor("Ann Pike", "person", MentionAt(FIRST.id, make.at(FIRST, "Ann Pike")))
LUND = make.actor("Bo Lund", "person", MentionAt(FIRST.id, make.at(FIRST, "Bo Lund")))
PIKE = make.actor("Pike", "person", MentionAt(SECOND.id, make.at(SECOND, "Pike")))


def test_a_surname_alone_is_shown_beside_whom_it_could_be() -> None:
    (pair,) = find_lookalikes(make.record(FIRST, SECOND, actors=(ANN, LUND, PIKE)))
    assert (pair.name, pair.other_name) == ("Ann Pike", "Pike")
    assert pair.because == "a surname alone, and no role or company that both have tells whose"


def test_people_of_other_names_are_not_shown() -> None:
    assert find_lookalikes(make.record(FIRST, actors=(ANN, LUND))) == ()
