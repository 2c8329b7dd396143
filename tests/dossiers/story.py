"""One small invented story for the tests of the dossier: a tape, a mayor, a lawyer, and a correction."""

from msgspec.structs import replace

from onrecord.nouns.record import Correction, Event, Fact, Hedge, MentionAt, Relay, Role
from onrecord.nouns.when import When
from tests import make

TEXT = (
    "Mayor denies tape\n\n"
    "Mayor Ilse Varga denied that the voice on the alleged tape is hers.\n\n"
    "“It is hers,” the lawyer Olm told reporters, according to a transcript. “I was there.”\n\n"
    "The tape was posted in May. The aide Ruiz did not reply.\n\n"
    "Share this story\n\n"
    "Correction: an earlier version said the tape was 17 minutes long. It is 12 minutes long."
)
ARTICLE = make.article(TEXT, {0: "headline", 4: "furniture", 5: "correction"}, outlet="Courier", published="2031-05-20")
VARGA = replace(make.actor("Ilse Varga"), roles=(Role("mayor", ARTICLE.id, make.at(TEXT, "Mayor")),))
OLM, RUIZ, BELL = make.actor("Olm"), make.actor("Ruiz"), make.actor("Ada Bell")
TRANSCRIPT = make.actor("a transcript", "document")
TAPE = replace(
    make.item("the alleged tape", "recording", MentionAt(ARTICLE.id, make.at(TEXT, "the alleged tape"))),
    facts=(Fact("length", "12 minutes", ARTICLE.id, make.at(TEXT, "12 minutes")),),
)
MAY = When(basis="stated", edtf="2031-05", earliest="2031-05-01", latest="2031-05-31")
DENIAL = make.statement(
    ARTICLE, VARGA, "denied", "that the voice on the alleged tape is hers", act="deny", about=(TAPE,),
    source_at=make.at(TEXT, "Mayor Ilse Varga"), hedges=(Hedge(make.at(TEXT, "alleged")),), when=make.day("2031-05-19"),
)  # fmt: skip
QUOTED = make.spans(TEXT, "It is hers,", "I was there.")
CLAIM = make.statement(
    ARTICLE, OLM, "told", "It is hers,", act="confirm", mode="direct", about=(TAPE,), confidence=0.55,
    content_at=QUOTED, quoted_at=QUOTED, source_at=make.at(TEXT, "the lawyer Olm"),
    chain=(Relay(actor=TRANSCRIPT.id),),
)  # fmt: skip
SILENCE = make.statement(ARTICLE, RUIZ, "did not reply", act="no-reply", mode="none", about=(TAPE,))
DENIES = make.position(VARGA, TAPE, "denies", DENIAL, proposition="identity", when=DENIAL.when)
AFFIRMS = make.position(OLM, TAPE, "affirms", CLAIM, proposition="identity")
POSTED = Event(
    id="posted", article=ARTICLE.id, at=make.at(TEXT, "The tape was posted in May"),
    what="The tape was posted in May", when=MAY,
)  # fmt: skip
CORRECTION = Correction(
    id="toll", article=ARTICLE.id, at=make.at(TEXT, TEXT[TEXT.index("Correction") :]), kind="correction",
    old="17", new="12", new_at=make.at(TEXT, "12"), touches=(DENIAL.id,),
)  # fmt: skip
RECORD = make.record(
    ARTICLE,
    actors=(VARGA, OLM, RUIZ, BELL, TRANSCRIPT),
    items=(TAPE,),
    statements=(DENIAL, CLAIM, SILENCE),
    positions=(DENIES, AFFIRMS),
    events=(POSTED,),
    corrections=(CORRECTION,),
)
