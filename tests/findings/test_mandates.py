import msgspec

from onrecord.findings.mandates import capacities_in, is_personal, mandates_in
from onrecord.nouns.annotations import Annotated, Mention
from tests import make


def described(text: str, words: str, noun: str, chain: int) -> Mention:
    return make.mention(text, words, chain, head=make.at(text, noun), form="description", kind="unnamed", name=None)


def article(text: str, *mentions: Mention, source: str = "Varga", cue: str = "said", content: str = "so") -> Annotated:
    ordered = tuple(sorted(mentions, key=lambda one: one.head.start))
    told = make.attribution(text, source, cue, content)
    return make.annotated(make.article(text), mentions=ordered, attributions=(told,))


def test_a_spokesman_speaks_for_whoever_stands_after_for() -> None:
    text = "A spokesman for the harbour board said so."
    board = described(text, "the harbour board", "board", 1)
    one = article(
        text, described(text, "A spokesman for the harbour board", "spokesman", 0), board, source="A spokesman"
    )
    assert mandates_in(one) == {0: 1}


def test_a_spokeswoman_speaks_for_her_owner() -> None:
    text = "The ministry's spokeswoman said so."
    ministry = described(text, "The ministry", "ministry", 1)
    one = article(text, described(text, "The ministry's spokeswoman", "spokeswoman", 0), ministry, source="spokeswoman")
    assert mandates_in(one) == {0: 1}


def test_somebody_else_beside_a_body_speaks_for_nobody() -> None:
    text = "A clerk at the ministry said so."
    ministry = described(text, "the ministry", "ministry", 1)
    assert (
        mandates_in(article(text, described(text, "A clerk at the ministry", "clerk", 0), ministry, source="A clerk"))
        == {}
    )


def test_whoever_speaks_for_the_lodge_speaks_for_the_lodge() -> None:
    text = "Speaking for the lodge, Varga said so."
    one = article(text, described(text, "the lodge", "lodge", 1), make.mention(text, "Varga"))
    assert capacities_in(one) == {0: 1}


def test_what_is_done_on_behalf_of_somebody_within_the_words_is_no_capacity() -> None:
    text = "Varga said they paid on behalf of the lodge."
    mentions = described(text, "the lodge", "lodge", 1), make.mention(text, "Varga")
    assert capacities_in(article(text, *mentions, content="they paid on behalf of the lodge")) == {}


def test_a_personal_view_is_told_apart() -> None:
    text = "Varga said he personally had no view."
    told = make.attribution(text, "Varga", "said", "he personally had no view")
    assert is_personal(make.annotated(make.article(text)), told)
    plain = make.attribution(text, "Varga", "said", "had no view")
    assert not is_personal(make.annotated(make.article(text)), msgspec.structs.replace(plain, cue=()))
