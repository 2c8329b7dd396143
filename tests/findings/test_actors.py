from hypothesis import given
from hypothesis import strategies as st

from onrecord.findings.actors import actor_at
from onrecord.nouns.annotations import Annotated, Office
from tests import make
from tests.drafting import establish_actors


def story(*texts: str) -> tuple[Annotated, ...]:
    """Return articles in which every sentence "X said so." makes X a mention with a chain of its own."""
    return tuple(_article(text) for text in texts)


def _article(text: str) -> Annotated:
    sources = [piece.strip() for piece in text.split("said so.") if piece.strip()]
    chains = {source: number for number, source in enumerate(dict.fromkeys(sources))}
    mentions = tuple(_mention(text, source, chains[source]) for source in chains)
    attributions = tuple(make.attribution(text, source, "said", "so") for source in chains)
    return make.annotated(make.article(text), mentions=mentions, attributions=attributions)


def _mention(text: str, source: str, chain: int) -> object:
    if source.startswith("A "):
        return make.mention(text, source, chain, form="description", kind="unnamed", name=None)
    kind = "organisation" if source.split()[-1] in ("Rail", "Union", "Northmoor") else "person"
    return make.mention(text, source, chain, kind=kind)


def names(*texts: str) -> list[str]:
    return [actor.name for actor in establish_actors(story(*texts)).actors]


def test_a_full_name_is_one_person_in_every_article() -> None:
    assert names("Ilse Varga said so.", "Ilse Varga said so. ") == ["Ilse Varga"]


def test_a_surname_joins_the_only_full_name_of_the_story_that_is_named_in_the_same_company() -> None:
    company = "Northmoor Rail said so."
    assert names(f"Varga said so. {company}", f"Ilse Varga said so. {company}") == ["Ilse Varga", "Northmoor Rail"]


def test_a_surname_alone_joins_nobody() -> None:
    assert names("Varga said so.", "Ilse Varga said so.", "Varga said so. ") == ["Varga", "Ilse Varga", "Varga"]


def test_no_two_actors_have_one_id() -> None:
    found = establish_actors(story("Varga said so.", "Ilse Varga said so.", "Varga said so. ")).actors
    assert len({actor.id for actor in found}) == len(found)


def test_a_name_that_is_spelled_otherwise_is_one_person() -> None:
    assert names("Muhammad Karavi said so.", "Mohamed Karavi said so.") == ["Muhammad Karavi"]


def test_a_surname_that_two_bear_joins_neither() -> None:
    assert names("Ann Pike said so. Bo Pike said so.", "Pike said so.") == ["Ann Pike", "Bo Pike", "Pike"]


def test_first_names_that_differ_are_two_people() -> None:
    assert names("Ann Pike said so.", "Bo Pike said so.") == ["Ann Pike", "Bo Pike"]


def test_an_initial_is_the_name_that_it_opens() -> None:
    assert names("A. Pike said so.", "Anna Pike said so.") == ["Anna Pike"]


def test_an_initial_that_two_names_open_with_joins_neither() -> None:
    assert names("A. Pike said so.", "Anna Pike said so.", "Ada Pike said so.") == ["A. Pike", "Anna Pike", "Ada Pike"]


def test_a_body_is_known_by_the_opening_of_its_name() -> None:
    assert names("Northmoor Rail said so.", "Northmoor said so.") == ["Northmoor Rail"]


def test_bodies_that_share_only_their_last_word_are_two() -> None:
    assert names("Rail Union said so.", "Miners Union said so.") == ["Rail Union", "Miners Union"]


def test_unnamed_sources_of_two_articles_are_two() -> None:
    actors = establish_actors(story("A council source said so.", "A council source said so. ")).actors
    assert [actor.name for actor in actors] == ["A council source", "A council source"]
    assert actors[0].id != actors[1].id


def test_who_has_neither_a_name_nor_a_say_is_no_actor() -> None:
    text = "A miner left."
    mention = make.mention(text, "A miner", 0, form="description", kind="unnamed", name=None)
    assert establish_actors((make.annotated(make.article(text), mentions=(mention,)),)).actors == ()


def test_aliases_are_every_other_way_the_story_names_somebody() -> None:
    text = "Mayor Alan Pike left. The mayor came back. He slept."
    mentions = (
        make.mention(text, "Mayor Alan Pike", head=make.at(text, "Alan Pike"), name="Alan Pike"),
        make.mention(text, "The mayor", form="description", name=None),
        make.mention(text, "He", form="pronoun", name=None),
    )
    (actor,) = establish_actors((make.annotated(make.article(text), mentions=mentions),)).actors
    assert (actor.name, actor.aliases) == ("Alan Pike", ("Mayor Alan Pike", "The mayor"))
    assert [one.at.of(text) for one in actor.mentions] == ["Mayor Alan Pike", "The mayor", "He"]


def test_an_office_becomes_a_role_once() -> None:
    text = "Mayor Alan Pike left. Mayor Alan Pike came back."
    mentions = (make.mention(text, "Alan Pike"), make.mention(text, "Alan Pike", nth=1))
    offices = tuple(Office(mention=k, at=make.at(text, "Mayor", k), title="Mayor") for k in (0, 1))
    (actor,) = establish_actors((make.annotated(make.article(text), mentions=mentions, offices=offices),)).actors
    assert [(role.title, role.at) for role in actor.roles] == [("Mayor", make.at(text, "Mayor"))]


def test_words_that_nobody_fits_refer_to_nobody() -> None:
    text = "She left. Nobody came."
    one = make.annotated(make.article(text), mentions=(make.mention(text, "She", None, form="pronoun", name=None),))
    cast = establish_actors((one,))
    assert actor_at(cast, one, make.at(text, "She")) is None
    assert actor_at(cast, one, make.at(text, "Nobody")) is None


def test_words_refer_to_the_actor_of_their_chain() -> None:
    (one,) = story("Ilse Varga said so.")
    cast = establish_actors((one,))
    assert actor_at(cast, one, make.at(one.article, "Ilse Varga")) == cast.actors[0].id


ARTICLES = (
    "Ilse Varga said so.",
    "Varga said so.",
    "Northmoor said so.",
    "Northmoor Rail said so.",
    "A clerk said so.",
)


@given(st.permutations(ARTICLES))
def test_the_order_of_articles_changes_no_actor(order: list[str]) -> None:
    assert {actor.id for actor in establish_actors(story(*order)).actors} == {
        actor.id for actor in establish_actors(story(*ARTICLES)).actors
    }
