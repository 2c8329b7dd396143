import msgspec

from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import ActorKind
from tests import make
from tests.drafting import establish_actors


def told_by(text: str, words: str, kind: ActorKind = "unnamed", version_of: Annotated | None = None) -> Annotated:
    """Return an article in which the words without a name say something."""
    article = msgspec.structs.replace(make.article(text), version_of=version_of and version_of.article.id)
    mention = make.mention(text, words, form="description", kind=kind, name=None)
    return make.annotated(article, mentions=(mention,), attributions=(make.attribution(text, words, "said", "so"),))


def names(*story: Annotated) -> list[str]:
    return [actor.name for actor in establish_actors(story).actors]


def test_a_body_described_as_only_one_can_be_is_one_in_every_article() -> None:
    words = ("The ferry ministry", "the ferry ministry")
    assert names(*(told_by(f"On Monday {one} said so.", one, "organisation") for one in words)) == [words[0]]


def test_a_bare_noun_and_somebody_elses_body_are_not() -> None:
    for words in ("the company", "her ferry office", "a ferry union"):
        one, other = (told_by(f"{day} {words} said so.", words, "organisation") for day in ("Today", "Later"))
        assert names(one, other) == [words, words]


def test_a_described_person_of_two_articles_is_two() -> None:
    one, other = (told_by(f"{day} the ferry captain said so.", "the ferry captain", "person") for day in ("Mon", "Tue"))
    assert len(names(one, other)) == 2


def test_an_unnamed_source_of_a_repeated_sentence_is_the_same_in_the_later_version() -> None:
    first = told_by("It sank. A diver said so. All wept.", "A diver")
    later = told_by("It sank at noon. A diver said so.", "A diver", version_of=first)
    assert names(first, later) == names(later, first) == ["A diver"]
    assert set(establish_actors((first, later)).reasons.values()) == {"the later version repeats the sentence"}


def test_a_sentence_is_found_again_past_a_version_without_it() -> None:
    first = told_by("It sank. A diver said so.", "A diver")
    second = told_by("It sank. A cook said so.", "A cook", version_of=first)
    third = told_by("It sank at noon. A diver said so.", "A diver", version_of=second)
    assert names(first, second, third) == ["A diver", "A cook"]


def test_another_sentence_or_another_article_makes_another_source() -> None:
    first = told_by("It sank. A diver said so.", "A diver")
    changed = told_by("It sank. On Monday A diver said so.", "A diver", version_of=first)
    apart = told_by("It sank at noon. A diver said so.", "A diver")
    assert len(names(first, changed)) == len(names(first, apart)) == 2


def test_versions_in_a_circle_are_read_to_an_end() -> None:
    first = told_by("It sank. A diver said so.", "A diver")
    later = told_by("It sank at noon. A diver said so.", "A diver", version_of=first)
    circle = msgspec.structs.replace(first, article=msgspec.structs.replace(first.article, version_of=later.article.id))
    assert names(circle, later) == ["A diver"]
