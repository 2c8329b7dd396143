from onrecord.findings.releases import find_releases
from tests import make


def told(text: str, thing: str, *names: str) -> list[tuple[str, str]]:
    video = make.thing(text, thing, kind="video")
    mentions = tuple(make.mention(text, name, chain) for chain, name in enumerate(names))
    one = make.annotated(make.article(text), things=(video,), mentions=mentions)
    return [(release.kind, release.by.at.of(text)) for release in find_releases(one, video)]


def test_every_hand_of_a_sentence_is_told_in_order() -> None:
    text = "The clip was first posted by an account named Quay, reposted by Orre and published on Sunday by the Herald."
    released = [("posted", "Quay"), ("relayed", "Orre"), ("published", "Herald")]
    assert told(text, "The clip", "Quay", "Orre", "Herald") == released


def test_who_published_it_may_stand_before_it() -> None:
    assert told("Open Road, which published the clip, stood by it.", "the clip", "Open Road") == [
        ("published", "Open Road")
    ]


def test_what_is_denied_or_alleged_ties_nobody() -> None:
    assert told("The clip was not posted by Orre.", "The clip", "Orre") == []
    assert told("The clip was allegedly posted by Orre.", "The clip", "Orre") == []


def test_another_sentence_tells_of_another_thing() -> None:
    assert told("The clip is short. A song was posted by Orre.", "The clip", "Orre") == []
