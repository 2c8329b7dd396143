from onrecord.findings.offices import FEW, roles_in, settle_roles
from onrecord.nouns.annotations import Office
from onrecord.nouns.record import RoleWhen
from tests import make


def roles(*offices: tuple[str, str | None, RoleWhen]) -> list[tuple[str, str | None, str]]:
    text = "Ann Lund left."
    found = tuple(
        Office(mention=0, at=make.at(text, "Ann"), title=title, of=of, when=when) for title, of, when in offices
    )
    one = make.annotated(make.article(text), mentions=(make.mention(text, "Ann Lund"),), offices=found)
    return [(role.title, role.of, role.when) for role in settle_roles(roles_in(one, (0,)))]


def test_a_role_that_is_given_twice_is_kept_as_fully_as_it_is_given() -> None:
    given = [("Director", None), ("director", "trust"), ("director", "the Sund Ferry Trust"), ("director", "trust")]
    assert roles(*((title, of, "current") for title, of in given)) == [("director", "the Sund Ferry Trust", "current")]


def test_roles_of_two_bodies_or_of_two_times_are_two() -> None:
    assert len(roles(("chair", "Ferry Board", "current"), ("chair", "Rail Board", "current"))) == 2
    assert len(roles(("chair", "Ferry Board", "current"), ("chair", "Ferry Board", "former"))) == 2


def test_an_office_without_end_takes_no_time_without_end() -> None:
    assert len(roles(*(("chair", f"Board{n} Club", "current") for n in range(FEW + 5)))) == FEW + 5
