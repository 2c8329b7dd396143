from onrecord.nouns.annotations import Annotated, Mention
from onrecord.nouns.record import ActorKind
from tests import make
from tests.drafting import establish_actors


def article(text: str, name: str, kind: ActorKind, *more: Mention) -> Annotated:
    mention = make.mention(text, name, kind=kind)
    said = make.attribution(text, name, "said", "so")
    return make.annotated(make.article(text), mentions=(mention, *more), attributions=(said,))


def kinds(*story: Annotated) -> list[tuple[str, str]]:
    return [(actor.name, actor.kind) for actor in establish_actors(story).actors]


COMPANY = "Torvik Marine said so. The company left."
BODY = article(
    COMPANY, "Torvik Marine", "organisation",
    make.mention(COMPANY, "The company", form="description", kind="organisation", name=None),
)  # fmt: skip
GUESS = article("On Monday Torvik Marine said so.", "Torvik Marine", "person")


def test_a_name_that_one_article_knows_for_a_body_is_one_everywhere() -> None:
    assert kinds(BODY, GUESS) == kinds(GUESS, BODY) == [("Torvik Marine", "organisation")]


def test_a_pronoun_makes_a_person_of_a_name_that_is_taken_for_a_body() -> None:
    text = "Odile Marne said so. She left."
    person = article(text, "Odile Marne", "person", make.mention(text, "She", form="pronoun", name=None))
    guess = article("On Monday Odile Marne said so.", "Odile Marne", "organisation")
    assert kinds(guess, person) == [("Odile Marne", "person")]


def test_a_lone_word_of_doubtful_kind_joins_the_name_that_it_opens() -> None:
    assert kinds(BODY, article("Torvik said so.", "Torvik", "person")) == [("Torvik Marine", "organisation")]


def test_a_lone_word_that_never_speaks_is_nobody() -> None:
    text = "Torvik slept."
    assert kinds(make.annotated(make.article(text), mentions=(make.mention(text, "Torvik"),))) == []


def test_a_title_makes_somebody_of_a_lone_word() -> None:
    text = "Captain Torvik slept."
    mention = make.mention(text, "Captain Torvik", head=make.at(text, "Torvik"), name="Torvik")
    assert kinds(make.annotated(make.article(text), mentions=(mention,))) == [("Torvik", "person")]
