from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.times import date_article, find_published, find_times, see_times
from onrecord.models.parser import Parser
from onrecord.nouns.article import PartKind
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time
from onrecord.nouns.when import Relative
from tests import make

Find = Callable[..., tuple[Time, ...]]
WEDNESDAY = "2024-05-15"
ODD = [
    *(
        "two",
        "centuries",
        "decades",
        "ago",
        "later",
        "earlier",
        "the",
        "last",
        "next",
        "this",
        "end",
        "of",
        "in",
        "before",
        "since",
    ),
    *(
        "February",
        "29",
        "31",
        "0001",
        "2199",
        "2024-02-31",
        "13/13/2024",
        "99:99",
        "24",
        "p.m.",
        "'80s",
        "Easter",
        "Friday",
        "winter",
    ),
]


@pytest.fixture
def find(parser: Parser) -> Find:
    def find(text: str, published: str | None = WEDNESDAY) -> tuple[Time, ...]:
        article = make.article(text, published=published)
        return find_times(article, parser.parse(article))

    return find


def bounds(time: Time) -> tuple[str | None, str | None]:
    assert time.when is not None
    return time.when.earliest, time.when.latest


@pytest.mark.parametrize(
    ("words", "text", "first", "last"),
    [
        ("3 May 2022", "The vault was opened on 3 May 2022.", "2022-05-03", "2022-05-03"),
        ("May 3, 2022", "The vault was opened on May 3, 2022.", "2022-05-03", "2022-05-03"),
        ("Tuesday the 3rd of May", "The vault was opened on Tuesday the 3rd of May.", "2022-05-03", "2022-05-03"),
        ("2022-05-03", "The vault was opened on 2022-05-03.", "2022-05-03", "2022-05-03"),
        ("Sept. 22", "The vault was opened on Sept. 22.", "2023-09-22", "2023-09-22"),
        ("November", "The clip was made in November.", "2023-11-01", "2023-11-30"),
        ("August", "The report is due in August.", "2024-08-01", "2024-08-31"),
        ("late 2022", "The mill closed in late 2022.", "2022-10-01", "2022-12-31"),
        ("the 1990s", "The mill closed in the 1990s.", "1990-01-01", "1999-12-31"),
        ("the winter of 2021", "The mill closed in the winter of 2021.", "2021-01-01", "2022-02-28"),
        ("last summer", "The mill closed last summer.", "2023-06-01", "2024-02-29"),
        ("the 19th century", "The law dates from the 19th century.", "1800-01-01", "1900-12-31"),
        ("the eighties", "The mill closed in the eighties.", "1980-01-01", "1989-12-31"),
        ("the last week of March", "Sales rose in the last week of March.", "2024-03-25", "2024-03-31"),
        ("the second half of June", "It ran in the second half of June.", "2023-06-16", "2023-06-30"),
        ("3 and 4 June", "The fair was held on 3 and 4 June.", "2023-06-03", "2023-06-04"),
        ("in two weeks", "The court will sit in two weeks.", "2024-05-27", "2024-06-02"),
        ("Boxing Day", "The mill burnt down on Boxing Day.", "2023-12-26", "2023-12-26"),
        ("New Year’s Eve", "The mill burnt down on New Year’s Eve.", "2023-12-31", "2023-12-31"),
        ("Thanksgiving", "The mill burnt down at Thanksgiving.", "2023-10-09", "2023-11-23"),
        ("Ramadan", "They met during Ramadan.", "2024-03-09", "2024-04-11"),
        ("fiscal 2023", "The profit fell in fiscal 2023.", "2022-02-01", "2024-03-31"),
        ("the 2022-23 financial year", "Costs fell in the 2022-23 financial year.", "2022-01-01", "2023-12-31"),
        ("the last fiscal year", "The profit fell in the last fiscal year.", "2022-05-15", "2024-05-15"),
        ("the first quarter of 2023", "Sales fell in the first quarter of 2023.", "2023-01-01", "2023-03-31"),
        ("Monday", "The memo was posted on Monday.", "2024-05-13", "2024-05-13"),
        ("Monday", "The court will sit on Monday.", "2024-05-20", "2024-05-20"),
        ("Monday", "The ship lands on Monday.", "2024-05-20", "2024-05-20"),
        ("last Friday", "The memo was posted last Friday.", "2024-05-10", "2024-05-10"),
        ("next Friday", "The court meets next Friday.", "2024-05-17", "2024-05-24"),
        ("last week", "The memo was posted last week.", "2024-05-06", "2024-05-12"),
        ("last month", "The memo was posted last month.", "2024-04-01", "2024-04-30"),
        ("two years ago", "The mill closed two years ago.", "2022-01-01", "2022-12-31"),
        ("yesterday", "The memo was posted yesterday.", "2024-05-14", "2024-05-14"),
        ("last night", "The memo was posted last night.", "2024-05-14", "2024-05-14"),
        ("earlier this year", "The mill closed earlier this year.", "2024-01-01", "2024-05-15"),
        ("the end of the year", "The report will come at the end of the year.", "2024-10-01", "2024-12-31"),
        ("April next year", "The depot will close in April next year.", "2025-04-01", "2025-04-30"),
        ("Easter Monday", "The fair was held on Easter Monday.", "2024-04-01", "2024-04-01"),
        ("2 to 5 May", "The fair was held from 2 to 5 May.", "2024-05-02", "2024-05-05"),
    ],
)
def test_a_date_is_as_exact_as_the_words(find: Find, words: str, text: str, first: str, last: str):
    time = find(text)[0]
    assert (time.text, *bounds(time)) == (words, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last", "edtf"),
    [
        ("It was sold before May 13.", None, "2024-05-12", "[..2024-05-12]"),
        ("It was sold after 2019.", "2020-01-01", None, "[2020-01-01..]"),
        ("It must be sold by Friday.", None, "2024-05-17", "[..2024-05-17]"),
        ("It has been shut since early 2021.", "2021-01-01", "2021-03-31", "2021-01-01/.."),
        ("It was sold ahead of the October fair.", None, "2024-10-31", "[..2024-10-31]"),
        ("It was sold before Monday's meeting.", None, "2024-05-13", "[..2024-05-13]"),
        ("It was sold after the 2019 election.", "2019-01-01", None, "[2019-01-01..]"),
        ("It was sold in the winter of 2021.", "2021-01-01", "2022-02-28", "2021-24"),
    ],
)
def test_a_word_of_limit_opens_one_end(find: Find, text: str, first: str | None, last: str | None, edtf: str):
    time = find(text)[0]
    assert time.when is not None
    assert (time.when.earliest, time.when.latest, time.when.edtf) == (first, last, edtf)


def test_a_day_later_is_counted_from_the_date_before_it(find: Find):
    posted, picked = find("The memo was posted on Monday and picked up a day later.")
    assert bounds(picked) == ("2024-05-14", "2024-05-14")
    assert (posted.anchor, picked.anchor) == ("published", "0")
    assert picked.when is not None
    assert picked.when.relative == Relative(to="0", days=1)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was sold between March 2023 and May 2024.", "[2023-03-01..2024-05-31]"),
        ("It was sold between March and May.", "[2024-03-01..2024-05-31]"),
        ("It was shut from 3 May to 6 June 2023.", "2023-05-03/2023-06-06"),
        ("It was shut from November to March 2023.", "2022-11/2023-03"),
        ("It was shut from 2015 until 2019.", "2015/2019"),
        ("It was shut in March and May 2022.", "2022-03"),
    ],
)
def test_two_dates_of_one_range_are_read_together(find: Find, text: str, edtf: str):
    first, _ = find(text)
    assert first.when is not None
    assert (first.when.edtf, first.when.lasting) == (edtf, "from" in text)


def test_days_after_a_date_are_counted_from_it(find: Find):
    _, date = find("He left two days after 3 May 2023.")
    assert bounds(date) == ("2023-05-05", "2023-05-05")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales rose in February against the same month a year earlier.", "2023-02"),
        ("Sales rose in May 2023 against the same period of 2021.", "2021-05"),
        ("Sales fell in the third quarter of 2023, from the same period a year ago.", "2022-Q3"),
        ("Shares rose on Monday, to end the day at forty.", "2024-05-13"),
        ("He resigned on 3 May. He had been warned the day before.", "2024-05-02"),
    ],
)
def test_a_stretch_can_be_told_by_the_one_before_it(find: Find, text: str, value: str):
    assert find(text)[-1].value == value


def test_a_date_says_why_in_words(find: Find):
    when = find("The memo was posted on Monday.")[0].when
    assert when is not None
    assert when.because == "“Monday” at or before publication on Wed 15 May 2024"


@pytest.mark.parametrize(
    "text",
    [
        "Ada May may march on.",
        "The board voted by 14 votes to 11.",
        "It was the second recording.",
        "It opened three days later than planned.",
        "Call 0555 010 444 for a ticket.",
        "He paid $2010 for 1999 tickets.",
        "The 34-year-old surgeon is in his 70s.",
        "The day he left was cold.",
        "He was told the day before the vote.",
        "She read the minutes of the meeting.",
    ],
)
def test_what_only_looks_like_a_time_is_none(find: Find, text: str):
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It is a nine-minute tape.", "duration", "PT9M"),
        ("It lasted two and a half years.", "duration", "P2.5Y"),
        ("It took several weeks.", "duration", "PXW"),
        ("It runs every Monday.", "set", "XXXX-WXX-1"),
        ("It is a weekly paper.", "set", "P1W"),
        ("Polls closed at 9 p.m. on Sunday.", "time", "2024-05-12T21:00"),
        ("He landed at 6:40 p.m. (GMT+8) on Sunday.", "time", "2024-05-12T18:40+08:00"),
        ("The clip spread within minutes.", "duration", "PTXM"),
        ("It recovered in thirty minutes.", "duration", "PT30M"),
    ],
)
def test_lengths_rates_and_clock_times_are_kept_apart(find: Find, text: str, kind: str, value: str):
    assert [(time.type, time.value) for time in find(text)] == [(kind, value)]


def test_without_a_day_of_publication_a_weekday_has_no_bounds(find: Find):
    (time,) = find("The memo was posted on Monday.", None)
    assert (time.value, time.when) == ("XXXX-WXX-1", None)


def test_nothing_is_found_in_furniture(parser: Parser):
    article = make.article("Read on Monday\n\nNothing happened.", {0: "furniture"}, published=WEDNESDAY)
    assert find_times(article, parser.parse(article)) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The fair opens in October 2031.", None, "2031-10-31"),
        ("The mill burnt down on 3 March 2019.", "2019-03-03", None),
        ("The synod opens next month, on 7 October 2024.", "2024-09-01", "2024-09-30"),
        ("Nobody knows why.", None, None),
        ("ON Thursday, 2 October 2025, the town learned of it.", "2025-10-02", None),
        ("It would have opened in 1995.", None, None),
        ("She has been fighting it since 2004.", "2004-01-01", None),
        ("Mayor Olm speaks at the fair in Torvik, May 3, 2024.", "2024-05-03", None),
    ],
)
def test_the_words_bound_the_day_of_publication_and_never_invent_it(
    parser: Parser, text: str, first: str | None, last: str | None
):
    article = make.article(text)
    when = find_published(article, parser.parse(article))
    assert (when.earliest, when.latest) == (first, last)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TORVIK, Tuesday, 10 June 2025 (Hill Agency) – The mayor left.", "paragraph"),
        ("10 June 2025", "dateline"),
        ("Published 10 June 2025", "paragraph"),
    ],
)
def test_a_dateline_states_the_day(parser: Parser, text: str, kind: PartKind):
    article = make.article(text, {0: kind})
    when = find_published(article, parser.parse(article))
    assert (when.basis, when.earliest, when.latest) == ("stated", "2025-06-10", "2025-06-10")


def test_inside_inferred_bounds_a_relative_date_keeps_them(find: Find):
    leaked, _, _ = find("It was leaked last month, before the fair, which opens next month, on 7 October 2024.", None)
    assert bounds(leaked) == ("2024-08-01", "2024-08-31")


@pytest.mark.parametrize("published", [None, WEDNESDAY])
def test_one_look_dates_an_article_as_two_do(parser: Parser, published: str | None):
    article = make.article("It was leaked last month, before the fair on 7 October 2024.", published=published)
    parse = parser.parse(article)
    times, when = date_article(article, see_times(article, parse))
    assert ([time.text for time in times], times) == (["last month", "7 October 2024"], find_times(article, parse))
    assert when == find_published(article, parse)


def test_a_text_of_nothing_but_dates_takes_linear_time():
    text = "a day later on Monday May 3 " * 5_000
    assert len(find_times(make.article(text, published=WEDNESDAY), Parse())) == 10_000


@given(st.lists(st.sampled_from(ODD), max_size=12), st.sampled_from([None, "0001-01-01", "9999-12-31", WEDNESDAY]))
def test_no_row_of_words_of_time_raises(words: list[str], published: str | None):
    for time in find_times(make.article(" ".join(words), published=published), Parse()):
        first, last = bounds(time) if time.when else (None, None)
        assert first is None or last is None or first <= last


def test_odd_text_never_raises(find: Find):
    assert find("99999999999999 years ago, on 31 February 2024, in 0000-00-00, at 99:99, a century ago") is not None
