from hypothesis import given, settings

from onrecord.nouns.article import Part
from onrecord.nouns.record import Actor, Event, MentionAt, Phrase, Record, Statement
from onrecord.nouns.soundness import find_faults
from onrecord.nouns.span import Span
from tests import make, strategies

ARTICLE = make.article("Varga denied it.", published="2024-03-11")
VARGA = Actor("varga", "Varga", "person", mentions=(MentionAt(ARTICLE.id, make.at(ARTICLE, "Varga")),))
DENIAL = Statement(
    "denial",
    ARTICLE.id,
    "paragraph",
    "none",
    "deny",
    "said",
    0.9,
    speaker="varga",
    cue_at=make.spans(ARTICLE, "denied"),
)


def faults(**rows: tuple[object, ...]) -> list[str]:
    """Return the faults of a record of one article with these rows."""
    return list(find_faults(Record(**{"made_by": make.MADE_BY, "articles": (ARTICLE,), **rows})))


def test_a_record_whose_rows_rest_on_its_article_is_sound():
    assert faults(actors=(VARGA,), statements=(DENIAL,)) == []


def test_a_span_outside_its_article_is_a_fault():
    beyond = Event("e", ARTICLE.id, Span(7, 99), "denied it")
    assert faults(events=(beyond,)) == ["events e: 7..99 lies outside its article"]


def test_words_that_the_article_does_not_have_there_are_a_fault():
    row = Statement("s", ARTICLE.id, "paragraph", "none", "deny", "said", 1, cue_at=(Span(6, 12),),
                    place=Phrase("Torvik", Span(0, 5)))  # fmt: skip
    assert faults(statements=(row,)) == ["statements s: 0..5 reads 'Varga' and not 'Torvik'"]


def test_a_row_of_an_article_that_is_not_there_is_a_fault():
    row = Event("e", "elsewhere", Span(0, 5), "it")
    assert faults(events=(row,)) == ["events e: points into article elsewhere, which is not in the record"]


def test_somebody_who_is_not_in_the_record_is_a_fault():
    assert faults(statements=(DENIAL,)) == ["statements denial: refers to varga, which is not in the record"]


def test_a_statement_without_words_is_a_fault():
    row = Statement("s", ARTICLE.id, "paragraph", "none", "silent", "said", 1)
    assert faults(statements=(row,)) == ["statements s: rests on no words: neither cue nor content"]


def test_parts_that_do_not_cover_the_text_are_a_fault():
    from msgspec.structs import replace

    gap = replace(ARTICLE, parts=(Part("paragraph", 0, 5), Part("paragraph", 6, 16)))
    assert faults(articles=(gap,)) == [f"articles {ARTICLE.id[:12]}: its parts leave a gap or overlap at 5"]


def test_two_rows_of_one_id_are_a_fault():
    assert faults(actors=(VARGA, VARGA)) == ["actors varga: another row has the same id"]


@settings(max_examples=25, deadline=None)
@given(strategies.records)
def test_no_record_is_too_odd_to_be_checked(record: Record):
    assert isinstance(list(find_faults(record)), list)
