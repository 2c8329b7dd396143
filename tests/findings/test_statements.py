import msgspec
import pytest

from onrecord import pipeline
from onrecord.findings.actors import Cast
from onrecord.findings.items import Stock
from onrecord.models.parser import Parser
from onrecord.nouns.annotations import Annotated, Attribution, Circumstance, Mention
from onrecord.nouns.article import Article, Credit, PartKind
from onrecord.nouns.record import Condition, Statement, Time
from tests import make
from tests.drafting import establish_actors, establish_items, establish_statements


def told(text: str | Article, mentions: tuple[Mention, ...], *attributions: Attribution, **layers: object) -> Annotated:
    """Return an article with attributions, each read as a plain assertion unless the layers say otherwise."""
    plain = {
        "readings": tuple(make.reading() for _ in attributions),
        "circumstances": tuple(Circumstance() for _ in attributions),
    }
    one = text if isinstance(text, Article) else make.article(text)
    return make.annotated(one, mentions=mentions, attributions=attributions, **{**plain, **layers})


def establish(*story: Annotated) -> tuple[Cast, Stock, tuple[Statement, ...]]:
    cast = establish_actors(story)
    stock = establish_items(story, cast)
    return cast, stock, establish_statements(story, cast, stock)


def speakers(*story: Annotated) -> list[str | None]:
    cast, _, said = establish(*story)
    names = {actor.id: actor.name for actor in cast.actors}
    return [names.get(one.speaker or "") for one in said]


def test_a_statement_has_speaker_cue_and_content() -> None:
    text = "Ilse Varga said the dam had cracked."
    one = told(
        text, (make.mention(text, "Ilse Varga"),), make.attribution(text, "Ilse Varga", "said", "the dam had cracked")
    )
    cast, _, (said,) = establish(one)
    assert (said.speaker, said.source_at) == (cast.actors[0].id, make.at(text, "Ilse Varga"))
    assert (said.cue_at, said.content_at) == (make.spans(text, "said"), make.spans(text, "the dam had cracked"))


def test_a_turn_that_goes_on_has_the_speaker_of_the_one_before() -> None:
    text = "“It cracked,” said Lund. “We saw it.”"
    first = make.attribution(text, "Lund", "said", "It cracked,")
    second = make.attribution(text, None, "", "We saw it.", inherits=0)
    cast, _, said = establish(told(text, (make.mention(text, "Lund"),), first, second))
    assert [one.speaker for one in said] == [cast.actors[0].id] * 2
    assert (said[1].source_at, said[1].because) == (None, "the turn goes on")


def test_words_without_a_source_have_no_speaker() -> None:
    text = "It cracked, it was said."
    _, _, (said,) = establish(told(text, (), make.attribution(text, None, "it was said", "It cracked")))
    assert (said.speaker, said.because) == (None, "the text names no speaker here")


def test_a_pronoun_makes_the_speaker_less_sure() -> None:
    text = "Ilse Varga left. She said so."
    mentions = (make.mention(text, "Ilse Varga"), make.mention(text, "She", form="pronoun", name=None))
    _, _, (said,) = establish(told(text, mentions, make.attribution(text, "She", "said", "so")))
    assert said.confidence == round(0.9 * 0.85, 3)


def test_two_who_speak_together_make_one_statement() -> None:
    text = "Ann Lemov and Bo Sarr said so."
    mentions = (make.mention(text, "Ann Lemov", 0), make.mention(text, "Bo Sarr", 1))
    cast, _, (said,) = establish(told(text, mentions, make.attribution(text, "Ann Lemov and Bo Sarr", "said", "so")))
    assert (said.speaker, said.others) == (cast.actors[0].id, (cast.actors[1].id,))


def test_what_somebody_said_that_another_had_told_is_two_statements() -> None:
    text = "Ann Baker said that Bo Holt had told her the brakes were gone."
    outer = make.attribution(text, "Ann Baker", "said", "that Bo Holt had told her the brakes were gone")
    inner = make.attribution(text, "Bo Holt", "had told", "the brakes were gone", inside=0)
    cast, _, said = establish(
        told(text, (make.mention(text, "Ann Baker", 0), make.mention(text, "Bo Holt", 1)), outer, inner)
    )
    assert [one.speaker for one in said] == [actor.id for actor in cast.actors]
    assert [(relay.actor, relay.cue_at) for relay in said[1].chain] == [(cast.actors[0].id, outer.cue)]


def test_nobody_relays_their_own_words() -> None:
    text = "Ilse Varga said that she had denied the leak."
    mentions = (make.mention(text, "Ilse Varga"), make.mention(text, "she", form="pronoun", name=None))
    outer = make.attribution(text, "Ilse Varga", "said", "that she had denied the leak")
    inner = make.attribution(text, "she", "had denied", "the leak", inside=0)
    assert [one.chain for one in establish(told(text, mentions, outer, inner))[2]] == [(), ()]


def test_a_paper_that_carries_a_statement_is_its_relay_and_no_speaker() -> None:
    text = "A transcript shows that Bo Holt urged the board to wait."
    outer = make.attribution(text, "A transcript", "shows", "that Bo Holt urged the board to wait")
    inner = make.attribution(text, "Bo Holt", "urged", "the board to wait", inside=0)
    things = (make.thing(text, "A transcript", kind="transcript"),)
    cast, stock, (said,) = establish(told(text, (make.mention(text, "Bo Holt"),), outer, inner, things=things))
    assert (said.speaker, said.chain[0].item) == (cast.actors[0].id, stock.items[0].id)


def test_a_paper_without_an_item_is_a_relay_by_itself() -> None:
    text = "The rules say that Bo Holt urged the board to wait."
    outer = make.attribution(text, "The rules", "say", "that Bo Holt urged the board to wait")
    inner = make.attribution(text, "Bo Holt", "urged", "the board to wait", inside=0)
    rules = make.mention(text, "The rules", 0, form="description", kind="document", name=None)
    cast, _, (said,) = establish(told(text, (rules, make.mention(text, "Bo Holt", 1)), outer, inner))
    assert (said.speaker, said.chain[0].actor) == (cast.actors[1].id, cast.actors[0].id)


def test_a_relay_that_nobody_names_keeps_its_cue() -> None:
    text = "It was said that Bo Holt urged calm."
    outer = make.attribution(text, None, "It was said", "that Bo Holt urged calm")
    inner = make.attribution(text, "Bo Holt", "urged", "calm", inside=0)
    _, _, said = establish(told(text, (make.mention(text, "Bo Holt"),), outer, inner))
    assert [(relay.actor, relay.item) for relay in said[1].chain] == [(None, None)]


def test_a_statement_about_a_thing_names_the_item() -> None:
    text = "Ilse Varga denied the recording."
    denial = make.attribution(text, "Ilse Varga", "denied", "the recording")
    one = told(text, (make.mention(text, "Ilse Varga"),), denial, things=(make.thing(text, "the recording"),))
    _, stock, (said,) = establish(one)
    assert [about.id for about in said.about] == [stock.items[0].id]


def test_a_silence_is_about_what_the_sentence_names() -> None:
    text = "Ilse Varga declined to comment on the recording. The letter burnt."
    silence = make.attribution(text, "Ilse Varga", "declined to comment")
    things = (make.thing(text, "the recording", 0), make.thing(text, "The letter", 1, "document"))
    _, stock, (said,) = establish(told(text, (make.mention(text, "Ilse Varga"),), silence, things=things))
    assert [about.id for about in said.about] == [stock.items[0].id]


def test_a_hedge_in_the_words_is_the_speakers_and_outside_them_the_articles() -> None:
    text = "In the alleged call Ann Baker said that Bo Holt claimed the so-called deal was done."
    outer = make.attribution(text, "Ann Baker", "said", "that Bo Holt claimed the so-called deal was done")
    inner = make.attribution(text, "Bo Holt", "claimed", "the so-called deal was done", inside=0)
    around = (Circumstance(hedges=make.spans(text, "alleged", "so-called")), Circumstance())
    mentions = (make.mention(text, "Ann Baker", 0), make.mention(text, "Bo Holt", 1))
    cast, _, said = establish(told(text, mentions, outer, inner, circumstances=around))
    assert [hedge.by for hedge in said[0].hedges] == [None, cast.actors[1].id]


def test_a_hedge_in_words_that_nobody_is_named_for_is_nobodys() -> None:
    text = "The alleged deal was done, it was said."
    rumour = make.attribution(text, None, "it was said", "The alleged deal was done")
    around = (Circumstance(hedges=make.spans(text, "alleged")),)
    _, _, (said,) = establish(told(text, (), rumour, circumstances=around))
    assert [hedge.by for hedge in said.hedges] == [None]


def test_circumstances_are_phrases_with_their_place() -> None:
    text = "Ilse Varga told reporters by telephone in Brezna on Monday that she would go if asked."
    words = make.attribution(text, "Ilse Varga", "told", "that she would go if asked")
    time = Time(article="x", at=make.at(text, "Monday"), text="Monday", type="date", when=make.day("2024-05-13"))
    around = Circumstance(
        addressee=make.at(text, "reporters"), medium=make.at(text, "by telephone"), place=make.at(text, "Brezna"),
        time=0, conditions=(Condition("if", make.at(text, "if")),),
    )  # fmt: skip
    one = told(text, (make.mention(text, "Ilse Varga"),), words, circumstances=(around,), times=(time,))
    _, _, (said,) = establish(one)
    assert (said.addressee.text, said.medium.text, said.place.text) == ("reporters", "by telephone", "Brezna")
    assert (said.when, said.occasion, [one.kind for one in said.conditions]) == (make.day("2024-05-13"), None, ["if"])


@pytest.mark.parametrize(("medium", "translated"), [("through an interpreter", True), ("by telephone", False)])
def test_words_through_an_interpreter_are_translated(medium: str, translated: bool) -> None:  # noqa: FBT001
    text = f"Ilse Varga said so {medium}."
    around = (Circumstance(medium=make.at(text, medium)),)
    _, _, (said,) = establish(told(text, (), make.attribution(text, None, "said", "so"), circumstances=around))
    assert said.translated is translated


def test_an_article_with_a_translator_holds_translated_words() -> None:
    article = make.article("Ilse Varga said so. Translated by Ivo Marsh.")
    credit = Credit("translated", "Ivo Marsh", make.at(article, "Ivo Marsh"))
    one = told(msgspec.structs.replace(article, credits=(credit,)), (), make.attribution(article, None, "said", "so"))
    _, _, (said,) = establish(one)
    assert said.translated


def test_nothing_is_said_in_furniture() -> None:
    article = make.article("Share this: Varga said so.", {0: "furniture"})
    assert establish(told(article, (), make.attribution(article, "Varga", "said", "so")))[2] == ()


def test_an_attribution_without_words_is_no_statement() -> None:
    text = "Nothing."
    assert establish(told(text, (), make.attribution(text, None, "")))[2] == ()


@pytest.mark.parametrize("kind", ["headline", "standfirst", "caption", "subhead"])
def test_a_headline_repeats_the_statement_below(kind: PartKind) -> None:
    article = make.article("Varga denies old dam cracked\n\nIlse Varga denied that the dam had cracked.", {0: kind})
    echo = make.attribution(article, "Varga", "denies", "old dam cracked")
    lead = make.attribution(article, "Ilse Varga", "denied", "that the dam had cracked")
    _, _, said = establish(
        told(article, (make.mention(article, "Varga"), make.mention(article, "Ilse Varga")), echo, lead)
    )
    assert [one.same_as for one in said] == [said[1].id, None]


def test_a_headline_on_something_else_repeats_nothing() -> None:
    article = make.article("Varga denies theft\n\nIlse Varga denied that the dam had cracked.", {0: "headline"})
    echo = make.attribution(article, "Varga", "denies", "theft")
    lead = make.attribution(article, "Ilse Varga", "denied", "that the dam had cracked")
    _, _, said = establish(
        told(article, (make.mention(article, "Varga"), make.mention(article, "Ilse Varga")), echo, lead)
    )
    assert [one.same_as for one in said] == [None, None]


def test_the_same_words_in_a_second_outlet_are_the_same_statement() -> None:
    texts = ("Ann Lund said that the dam had cracked.", "On Monday, Ann Lund said that the dam had cracked.")
    story = [
        told(
            text,
            (make.mention(text, "Ann Lund"),),
            make.attribution(text, "Ann Lund", "said", "that the dam had cracked"),
        )
        for text in texts
    ]
    _, _, said = establish(*story)
    assert [one.same_as for one in said] == [None, said[0].id]


def test_a_speaker_nobody_fits_is_null() -> None:
    text = "She said that the dam had cracked."
    she = make.mention(text, "She", None, form="pronoun", name=None)
    assert speakers(told(text, (she,), make.attribution(text, "She", "said", "that the dam had cracked"))) == [None]


def test_attributions_that_inherit_in_a_ring_have_no_speaker() -> None:
    text = "“One.” “Two.”"
    ring = (make.attribution(text, None, "", "One.", inherits=1), make.attribution(text, None, "", "Two.", inherits=0))
    assert speakers(told(text, (), *ring)) == [None, None]


def test_attributions_inside_one_another_end() -> None:
    text = "One said two."
    ring = (
        make.attribution(text, None, "said", "two", inside=1),
        make.attribution(text, None, "said", "One", inside=0),
    )
    assert [len(one.chain) for one in establish(told(text, (), *ring))[2]] == [2, 2]


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("“It is a fake,” Nora Vik said through an interpreter.", True),
        ("Nora Vik said in Arabic that it was a fake.", True),
        ("“It was said in Arabic,” Nora Vik said.", False),
        ("Nora Vik said that German courts would call it a fake.", False),
    ],
)
def test_words_said_in_another_language_are_translated(text: str, translated: bool, parser: Parser) -> None:  # noqa: FBT001
    record = pipeline.establish([pipeline.annotate_source(make.source(text), parser)], make.MADE_BY)
    assert [one.translated for one in record.statements] == [translated]


def test_a_hedge_that_names_its_owner_is_theirs() -> None:
    text = "Marsh said what the ministry called an accident was none."
    article = make.article(text)
    layers = {
        "attributions": (make.attribution(text, "Marsh", "said", "what the ministry called an accident was none"),),
        "circumstances": (Circumstance(hedges=make.spans(text, "what the ministry called")),),
        "mentions": (make.mention(text, "Marsh"), make.mention(text, "the ministry", 1, kind="organisation")),
    }
    one = make.annotated(article, readings=(make.reading(),), **layers)
    marsh, ministry = make.actor("Marsh"), make.actor("the ministry", "organisation")
    cast = Cast((marsh, ministry), {(article.id, 0): marsh.id, (article.id, 1): ministry.id})
    (found,) = establish_statements((one,), cast, Stock())
    assert [hedge.by for hedge in found.hedges] == [ministry.id]
