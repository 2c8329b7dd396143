import msgspec

from onrecord.findings.tellings import tellings
from onrecord.nouns.annotations import Annotated, Circumstance
from tests import make

TEXT = "Lund said that Varga could say that Holt denied it."
OUTER = make.attribution(TEXT, "Lund", "said", "that Varga could say that Holt denied it")
MIDDLE = make.attribution(TEXT, "Varga", "could say", "that Holt denied it", inside=0)
INNER = make.attribution(TEXT, "Holt", "denied", "it", inside=0)


def told(*, reported: bool) -> Annotated:
    return make.annotated(
        make.article(TEXT),
        attributions=(OUTER, msgspec.structs.replace(MIDDLE, reported=reported), INNER),
        readings=tuple(make.reading() for _ in range(3)),
        circumstances=(Circumstance(),) * 3,
    )


def test_an_attribution_that_reports_something_is_told() -> None:
    found = [(one.index, one.outer, one.inner) for one in tellings(told(reported=True))]
    assert found == [(0, (), (1, 2)), (1, (0,), ()), (2, (0,), ())]


def test_an_attribution_that_reports_nothing_is_not_told() -> None:
    found = [(one.index, one.outer, one.inner) for one in tellings(told(reported=False))]
    assert found == [(0, (), (2,)), (2, (0,), ())]
