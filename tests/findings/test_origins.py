from msgspec.structs import replace

from onrecord.findings.copies import find_copies
from onrecord.findings.threads import find_threads
from onrecord.nouns.article import Article
from onrecord.nouns.record import Link, MentionAt, Phrase, Record, Statement
from onrecord.nouns.source import Carrier
from onrecord.nouns.threads import Ground
from tests import make

SAID = "Lund said on Monday that the tape is genuine."
LUND, TAPE = make.actor("Lund"), make.item("the tape")
LONG = "The harbour board of the old town met in the evening to hear what the divers had found at the foot of the quay."


def said(one: Article, content: str = "that the tape is genuine", **more: object) -> Statement:
    return make.statement(one, LUND, "said", content, about=(TAPE,), **more)


def ground(articles: tuple[Article, ...], *statements: Statement) -> Ground:
    position = make.position(LUND, TAPE, "affirms", *statements)
    arrays = {"actors": (LUND,), "items": (TAPE,), "statements": statements, "positions": (position,)}
    return find_threads(make.record(*articles, **arrays)).grounds[position.id]


def test_the_same_words_in_two_outlets_are_one_utterance_from_one_origin() -> None:
    one, other = make.article(SAID, outlet="Courier"), make.article(SAID + " Rain fell.", outlet="Echo")
    first = said(one)
    found = ground((one, other), first, said(other, same_as=first.id))
    assert (found.utterances, found.outlets, found.origins) == (1, ("Courier", "Echo"), ("Courier",))


def test_two_outlets_that_carry_the_very_same_bytes_are_both_shown_and_one_origin() -> None:
    one = replace(make.article(SAID, outlet="Courier"), also=(Carrier("Echo"),))
    found = ground((one,), said(one))
    assert (found.outlets, found.origins) == (("Courier", "Echo"), ("Courier",))
    assert found.because == ("Echo carries the same text as Courier",)


def test_what_is_told_twice_in_other_words_and_credits_nobody_has_two_origins() -> None:
    one = make.article(SAID, outlet="Courier")
    other = make.article("Lund said “nobody has touched the recording”.", outlet="Echo")
    found = ground((one, other), said(one), said(other, "nobody has touched the recording"))
    assert (found.utterances, found.origins) == (2, ("Courier", "Echo"))


def test_what_somebody_told_another_outlet_has_that_outlet_for_its_origin() -> None:
    one = make.article("Lund said to the Courier that the tape is genuine.", outlet="Echo")
    other = make.article("Rain fell.", outlet="Courier")
    found = ground((one, other), said(one, addressee=Phrase("the Courier", make.at(one, "the Courier"))))
    assert (found.outlets, found.origins, found.because) == (("Echo",), ("Courier",), ("Echo has it from Courier",))


def test_an_article_with_the_text_of_an_earlier_one_is_a_copy_of_it() -> None:
    wire = make.article(LONG, outlet="Wire", published="2031-05-01")
    copy = make.article(f"{LONG} Rain fell.", outlet="Echo", published="2031-05-02")
    assert find_copies((copy, wire, make.article(SAID))) == {copy.id: wire.id}


def test_somebody_who_says_yes_and_no_is_shown_both() -> None:
    one = make.article("Lund said that the tape is genuine. Lund said it is a fake.")
    yes, no = said(one), said(one, "it is a fake")
    stands = (make.position(LUND, TAPE, "affirms", yes), make.position(LUND, TAPE, "denies", no))
    arrays = {"actors": (LUND,), "items": (TAPE,), "statements": (yes, no), "positions": stands}
    grounds = find_threads(make.record(one, **arrays)).grounds
    assert [[(flag.kind, flag.because) for flag in grounds[one.id].flags] for one in stands] == [
        [("contradiction", "denies the same")],
        [("contradiction", "affirms the same")],
    ]


def flags(record: Record) -> list[str]:
    return [flag.because for one in find_threads(record).grounds.values() for flag in one.flags]


def test_a_paraphrase_that_says_more_than_the_words_quoted_with_it_is_shown() -> None:
    one = make.article("Lund threatened to close for good: “We might take a break.”")
    threat = make.statement(one, LUND, "threatened", "to close for good", act="threaten")
    quote = make.statement(one, LUND, "threatened", "We might take a break", mode="direct", id="quote")
    held = make.position(LUND, TAPE, "affirms", threat)
    record = make.record(one, actors=(LUND,), items=(TAPE,), statements=(threat, quote), positions=(held,))
    assert flags(record) == ["the paraphrase is stronger than the words quoted with it, which say “might”"]


def test_who_is_named_with_a_thing_or_brought_it_out_is_a_party_and_a_platform_is_not() -> None:
    one = make.article("The tape of a call between Lund and Osk was posted by Pell on Ponder.")
    named = {name: MentionAt(one.id, make.at(one, name)) for name in ("Lund", "Osk", "Pell", "Ponder")}
    lund, osk, pell = (make.actor(name, "person", named[name]) for name in ("Lund", "Osk", "Pell"))
    ponder = make.actor("Ponder", "organisation", named["Ponder"])
    tape = make.item("the tape", "recording", MentionAt(one.id, make.at(one, "The tape")))
    posted = [Link(who.name, "posted", who.id, tape.id, one.id, make.at(one, "posted")) for who in (pell, ponder)]
    record = make.record(one, actors=(lund, osk, pell, ponder), items=(tape,), links=tuple(posted))
    assert [party.actor for party in find_threads(record).parties] == [lund.id, osk.id, pell.id]


def test_the_letter_from_the_office_of_somebody_makes_nobody_a_party() -> None:
    one = make.article("The letter from the bishop’s office arrived.")
    bishop = make.actor("the bishop", "person", MentionAt(one.id, make.at(one, "the bishop")))
    letter = make.item("letter", "document", MentionAt(one.id, make.at(one, "The letter from the bishop’s office")))
    assert find_threads(make.record(one, actors=(bishop,), items=(letter,))).parties == ()


def test_words_that_a_later_version_no_longer_has_are_marked() -> None:
    first = make.article("Lund said that the tape is genuine. Lund said rain fell all night.", outlet="Courier")
    later = replace(make.article("Lund said rain fell all night.", outlet="Courier"), version_of=first.id)
    rain = [make.statement(one, LUND, "said", "rain fell all night") for one in (first, later)]
    gone = said(first)
    stand = make.position(LUND, TAPE, "affirms", gone)
    arrays = {"actors": (LUND,), "items": (TAPE,), "statements": (gone, *rain), "positions": (stand,)}
    found = find_threads(make.record(first, later, **arrays)).grounds[stand.id]
    assert [flag.kind for flag in found.flags] == ["edited"]
