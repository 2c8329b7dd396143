import pytest

from onrecord.dossiers.dates import say_publication, say_when
from onrecord.nouns.when import When


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2031-05-02", "2031-05-02", "2 May 2031"),
        ("2031-05-01", "2031-05-31", "May 2031"),
        ("2031-02-01", "2031-02-28", "February 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2029-01-01", "2031-12-31", "2029 to 2031"),
        ("2031-03-01", "2031-04-30", "March to April 2031"),
        ("2030-12-01", "2031-01-31", "December 2030 to January 2031"),
        ("2031-05-02", "2031-05-08", "2 to 8 May 2031"),
        ("2031-05-30", "2031-06-02", "30 May to 2 June 2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 to 2 January 2031"),
        ("2031-05-02", None, "on or after 2 May 2031"),
        (None, "2031-05-02", "by 2 May 2031"),
        (None, None, "date not stated"),
        ("soon", None, "soon"),
    ],
)
def test_a_date_reads_as_exact_as_its_bounds(earliest: str | None, latest: str | None, said: str):
    assert say_when(When("stated", earliest=earliest, latest=latest)) == said


def test_a_lasting_date_begins_in_its_bounds():
    assert say_when(When("stated", earliest="2031-05-01", latest="2031-05-31", lasting=True)) == "since May 2031"


def test_an_approximate_date_says_about():
    assert say_when(When("stated", edtf="2031~", earliest="2031-01-01", latest="2031-12-31")) == "about 2031"


def test_no_date_is_not_stated():
    assert say_when(None) == "date not stated"


def test_a_publication_within_bounds_is_one_day_among_them():
    within = When("inferred", earliest="2031-10-02", latest="2031-10-31")
    assert say_publication(within) == "published on a day from 2 to 31 October 2031 (inferred)"
    assert say_publication(When("stated")) is None
