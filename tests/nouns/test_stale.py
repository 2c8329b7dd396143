from onrecord.nouns.record import Correction, MentionAt
from onrecord.nouns.stale import stale_parts, stale_statements
from tests import make

WAS, NOW = make.article("Lund said 17 boats sank."), make.article("Lund said 12 boats sank.")
LUND = make.actor("Lund")
OLD, NEW = make.statement(WAS, LUND, "said", "17 boats sank"), make.statement(NOW, LUND, "said", "12 boats sank")


def corrected(*touches: str) -> Correction:
    old_at = (MentionAt(WAS.id, make.at(WAS, "17")),)
    return Correction("c", NOW.id, make.at(NOW, "12"), "correction", "17", "12", touches=touches, old_at=old_at)


def test_a_wrong_value_leaves_the_answers_where_the_right_one_stands() -> None:
    record = make.record(WAS, NOW, statements=(OLD, NEW), corrections=(corrected(OLD.id, NEW.id),))
    assert stale_statements(record) == {OLD.id}
    assert stale_parts(record) == {WAS.id: (make.at(WAS, "17"),)}


def test_words_without_a_better_wording_stay() -> None:
    record = make.record(WAS, NOW, statements=(OLD, NEW), corrections=(corrected(OLD.id),))
    assert stale_statements(record) == frozenset()
