import pytest
from msgspec.structs import replace

from onrecord.findings.actors import Cast
from onrecord.findings.published import settle_published
from onrecord.findings.tellings import statement_id
from onrecord.nouns.annotations import Annotated, Annotations, Attribution, Happening
from onrecord.nouns.record import Act, Mode, Statement, Time
from onrecord.nouns.sighting import Expression, Sighting
from onrecord.nouns.when import When
from tests import make
from tests.drafting import establish_events

ARTICLE = make.article("Reyes said the mill burnt down in May.")
EVENT = make.at(ARTICLE, "the mill burnt down in May")
SAID = Attribution((make.at(ARTICLE, "said"),), (EVENT,), None, "test", 1.0)
MAY = When(basis="stated", edtf="2024-05", earliest="2024-05-01", latest="2024-05-31")


def annotated(happening: Happening, published: When | None = None) -> Annotated:
    time = Time(article=ARTICLE.id, at=make.at(ARTICLE, "May"), text="May", type="date", when=MAY)
    layers = Annotations(
        article=ARTICLE.id, times=(time,), attributions=(SAID,), happenings=(happening,), published=published
    )
    return Annotated(ARTICLE, layers)


def test_an_event_told_in_a_statement_has_that_statement_as_its_voice():
    one, id_ = annotated(Happening(EVENT, 0, voice=0)), statement_id(annotated(Happening(EVENT, 0)), SAID)
    statement = Statement(
        id=id_, article=ARTICLE.id, part="paragraph", mode="indirect", act="assert", attitude="said", confidence=1.0,
        content_at=(EVENT,),
    )  # fmt: skip
    (event,) = establish_events((one,), Cast(), (statement,))
    assert (event.what, event.when, event.voice) == ("the mill burnt down in May", MAY, id_)


@pytest.mark.parametrize(("told", "act", "events"), [(True, "deny", 0), (True, "assert", 1), (False, "deny", 1)])
def test_what_its_only_teller_denies_is_no_event(*, told: bool, act: Act, events: int):
    one, id_ = annotated(Happening(EVENT, 0, voice=0, told=told)), statement_id(annotated(Happening(EVENT, 0)), SAID)
    statement = Statement(
        id=id_, article=ARTICLE.id, part="paragraph", mode="indirect", act=act, attitude="said", confidence=1.0,
        content_at=(EVENT,),
    )  # fmt: skip
    assert len(establish_events((one,), Cast(), (statement,))) == events


def test_an_event_in_the_article_s_own_words_has_no_voice():
    (event,) = establish_events((annotated(Happening(EVENT, 0)),), Cast(), ())
    assert event.voice is None


def test_of_two_dates_of_one_event_the_more_exact_counts():
    day = When(basis="stated", edtf="2024-05-03", earliest="2024-05-03", latest="2024-05-03")
    one, head = annotated(Happening(EVENT, 0)), make.at(ARTICLE, "burnt")
    dates = tuple(replace(one.annotations.times[0], when=when) for when in (MAY, day, None))
    told = tuple(Happening(EVENT, number, head=head) for number in range(3))
    (event,) = establish_events(
        (Annotated(ARTICLE, replace(one.annotations, times=dates, happenings=told)),), Cast(), ()
    )
    assert event.when == day


def test_a_happening_whose_date_comes_to_nothing_is_no_event():
    one = annotated(Happening(EVENT, 0))
    undated = (replace(one.annotations.times[0], when=None),)
    assert establish_events((Annotated(ARTICLE, replace(one.annotations, times=undated)),), Cast(), ()) == ()


def test_a_date_found_in_the_text_settles_an_unknown_day_of_publication():
    assert settle_published(annotated(Happening(EVENT, 0), published=MAY)).published == MAY


def test_a_known_day_of_publication_stays():
    article = make.article("Nothing.", published="2024-05-15")
    one = Annotated(article, Annotations(article=article.id, published=MAY))
    assert settle_published(one) == article


BY_JULY = When(basis="inferred", edtf="[..2024-07-31]", latest="2024-07-31", because="not after")
JULY = Sighting(Expression(EVENT, "calendar", {"month": 7}), ARTICLE.parts[0], 0, "future", "by", firm=True)


@pytest.mark.parametrize(
    ("mode", "said", "earliest"),
    [
        (None, None, "2024-05-15"),
        ("indirect", None, "2024-05-15"),
        ("indirect", make.day("2024-05-13"), "2024-05-13"),
        ("direct", None, None),
        ("direct", make.day("2024-05-13"), "2024-05-13"),
    ],
)
def test_what_will_happen_by_a_day_comes_no_sooner_than_it_is_told(mode: Mode, said: When, earliest: str | None):
    article = replace(ARTICLE, published=make.day("2024-05-15"))
    one = annotated(Happening(EVENT, 0, voice=0 if mode else None))
    layers = replace(one.annotations, times=(replace(one.annotations.times[0], when=BY_JULY),), seen=(JULY,))
    statement = Statement(
        id=statement_id(one, SAID), article=ARTICLE.id, part="paragraph", mode=mode or "none", act="assert",
        attitude="said", confidence=1.0, when=said,
    )  # fmt: skip
    (event,) = establish_events((Annotated(article, layers),), Cast(), (statement,))
    assert event.when
    assert (event.when.earliest, event.when.latest) == (earliest, "2024-07-31")
