from msgspec.structs import replace

from onrecord.dossiers.register import make_register
from onrecord.nouns.record import Actor, MentionAt, Record, Role
from tests import make
from tests.dossiers.story import ARTICLE, RECORD, TEXT, VARGA

LATER = make.article("Police said no.\n\nThe police said yes.", outlet="Gazette")


def police(row: str, article: str, words: str, *titles: str) -> Actor:
    at = make.at(TEXT if article == ARTICLE.id else LATER, words)
    roles = tuple(Role(title, article, at) for title in titles)
    return replace(make.actor("Police", "group", MentionAt(article, at)), id=row, roles=roles)


def names(*actors: Actor) -> list[str]:
    record: Record = replace(RECORD, articles=(ARTICLE, LATER), actors=actors)
    return [make_register(record).names[actor.id] for actor in actors]


def test_a_name_that_nobody_shares_stands_as_it_is():
    assert names(VARGA) == ["Ilse Varga"]


def test_namesakes_are_told_apart_by_their_roles():
    both = police("a", ARTICLE.id, "Mayor", "harbour force"), police("b", LATER.id, "Police", "river force")
    assert names(*both) == ["Police [harbour force]", "Police [river force]"]


def test_namesakes_without_roles_are_told_apart_by_article():
    both = police("a", ARTICLE.id, "Mayor"), replace(police("b", LATER.id, "police"), name="police")
    assert names(*both) == ["Police [Courier]", "police [Gazette]"]


def test_namesakes_of_one_article_are_told_apart_by_their_spot():
    both = police("a", LATER.id, "Police"), police("b", LATER.id, "police")
    assert names(*both) == ["Police [Gazette, ¶\u00a01]", "Police [Gazette, ¶\u00a02]"]


def test_namesakes_whom_nothing_tells_apart_are_counted():
    both = replace(VARGA, id="a", mentions=()), replace(VARGA, id="b", mentions=())
    assert names(*both) == ["Ilse Varga [1 of 2]", "Ilse Varga [2 of 2]"]
