from onrecord.findings.identity import group_by_bearer, words_of
from onrecord.nouns.draft import Appearance, Circle
from onrecord.nouns.span import Span

FIRM = frozenset({("northmoor", "rail")})


def one(article: str, *names: str, **circle: object) -> Appearance:
    """Return somebody in an article, with what it says of them."""
    own = words_of(names[0])
    return Appearance(article, 0, (Span(0, 1),), "person", names, circle=Circle(own=own, **circle))


def grouped(*appearances: Appearance) -> list[str]:
    """Return the articles of each group in one word."""
    return ["".join(one.article for one in group) for group in group_by_bearer(appearances)]


def test_a_role_tells_which_of_two_bearers_a_surname_is() -> None:
    mayor, pilot = (("mayor", "Torvik"),), (("pilot", None),)
    people = one("a", "Ann Pike", offices=mayor), one("b", "Bo Pike", offices=pilot)
    assert grouped(*people, one("c", "Pike", offices=(("mayor", None),))) == ["ac", "b"]


def test_company_does_not_tell_two_bearers_of_one_surname_apart() -> None:
    people = one("a", "Ann Pike", company=FIRM), one("b", "Bo Pike", company=FIRM)
    assert grouped(*people, one("c", "Pike", company=FIRM)) == ["a", "b", "c"]


def test_father_and_son_stay_two_and_the_bare_name_is_neither() -> None:
    names = "Jon Olm Sr", "Jon Olm Jr", "Jon Olm"
    assert grouped(*(one(place, name, company=FIRM) for place, name in zip("abc", names, strict=True))) == [
        "a",
        "b",
        "c",
    ]


def test_one_name_in_other_offices_among_other_people_is_two_people() -> None:
    mayor, pilot = one("a", "Ann Pike", offices=(("mayor", None),)), one("b", "Ann Pike", offices=(("pilot", None),))
    assert grouped(mayor, pilot) == ["a", "b"]


def test_one_name_in_other_offices_in_the_same_company_is_one_person() -> None:
    mayor = one("a", "Ann Pike", offices=(("mayor", None),), company=FIRM)
    assert grouped(mayor, one("b", "Ann Pike", offices=(("pilot", None),), company=FIRM)) == ["ab"]


def test_a_she_and_a_he_of_one_name_are_two_people() -> None:
    assert grouped(one("a", "Kim Olm", gender="she"), one("b", "Kim Olm", gender="he")) == ["a", "b"]


def test_two_holders_of_one_office_are_two_people() -> None:
    mayor = (("mayor", "Torvik"),)
    assert grouped(one("a", "Bo Ito", offices=mayor), one("b", "Al Ito", offices=mayor)) == ["a", "b"]


def test_a_nickname_joins_where_an_article_has_linked_it() -> None:
    assert grouped(one("a", "William Tenning", "Bill Tenning"), one("b", "Bill Tenning")) == ["ab"]
    assert grouped(one("a", "William Tenning"), one("b", "Bill Tenning")) == ["a", "b"]


def test_an_initial_that_two_could_bear_goes_to_the_one_with_the_role() -> None:
    people = one("a", "Jon Olm", offices=(("judge", None),)), one("b", "Jan Olm")
    assert grouped(*people, one("c", "J. Olm", offices=(("judge", None),))) == ["ac", "b"]
    assert grouped(*people, one("c", "J. Olm")) == ["a", "b", "c"]
