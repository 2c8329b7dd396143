from msgspec.structs import replace

from onrecord.dossiers.assemble import assemble
from onrecord.dossiers.render import render
from onrecord.nouns.dossier import Edit, Place, Pledge, Ref, Rewrite
from onrecord.nouns.threads import Change, Commitment, Flag, Ground, Party, Threads, Told
from tests import make
from tests.dossiers.story import AFFIRMS, ARTICLE, BELL, CLAIM, DENIAL, OLM, RECORD, TAPE

OPEN = Commitment(
    "threaten", OLM.id, "Olm", "the mayor", ("to play the tape",), ("unless she pays",), None, (CLAIM.id,)
)
CLOSED = replace(OPEN, act="demand", status="closed", closed_by=DENIAL.id, because="answered")


def test_open_commitments_come_before_closed_ones_and_lead_to_their_words() -> None:
    first, second = assemble(RECORD, "The tape", Threads(commitments=(CLOSED, OPEN))).pledges
    words = ("to play the tape", ("unless she pays",), (Ref(2, "w-s2"),))
    assert first == Pledge("Olm", "threatens", "the mayor", *words)
    assert second == Pledge("Olm", "demands", "the mayor", *words, closed="answered", closed_refs=(Ref(1, "w-s1"),))


def test_a_change_names_what_it_was_and_is_and_the_notice_that_owns_up_to_it() -> None:
    later = make.article("Varga declined.", outlet="Courier")
    told = Told(ARTICLE.id, DENIAL.content_at[0], "that the voice is hers", DENIAL.id)
    change = Change("act", ARTICLE.id, later.id, told, None, "deny", "decline", "toll", "correction")
    record = replace(RECORD, articles=(ARTICLE, later))
    (rewrite,) = assemble(record, "The tape", Threads(changes=(change,))).rewrites
    edit = Edit("another act", "denies", "declines to answer", told.text, Ref(1, "c1"), Ref(1, "w-s1"))
    assert rewrite == Rewrite(Place(1, "Courier (1)", "", "a1"), Place(2, "Courier (2)", "", "a2"), (edit,))


def test_a_cell_says_from_where_it_is_known_and_what_to_look_at() -> None:
    flag = Flag("contradiction", OLM.id, "denies the same, later")
    ground = Ground(AFFIRMS.id, 1, ("Courier", "Echo"), ("Courier",), flags=(flag,))
    (exhibit,) = assemble(RECORD, "The tape", Threads(grounds={AFFIRMS.id: ground})).exhibits
    ((stand,),) = exhibit.matrix.rows[1].cells
    assert (stand.origins, stand.flags) == (
        "in 2 outlets, from one origin: Courier",
        ("look again: denies the same, later",),
    )


def test_a_party_of_whom_nothing_is_reported_is_not_reported_and_never_silent() -> None:
    threads = Threads(parties=(Party(BELL.id, TAPE.id, "named with it: “the tape of Ada Bell”"),))
    arranged = assemble(RECORD, "The tape", threads)
    row = arranged.exhibits[0].matrix.rows[-1]
    assert (row.name, row.cells, row.party) == ("Ada Bell", ((),), "named with it: “the tape of Ada Bell”")
    assert "Ada Bell</span>, a party to it: not reported" in render(arranged)
