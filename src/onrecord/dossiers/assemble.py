"""Assemble: a record becomes a dossier, by arranging its rows and concluding nothing."""

from collections import defaultdict

from onrecord.dossiers.chronology import make_timeline
from onrecord.dossiers.entries import make_entry
from onrecord.dossiers.exhibits import make_exhibits
from onrecord.dossiers.gaps import find_gaps
from onrecord.dossiers.history import make_pledges, make_rewrites
from onrecord.dossiers.register import Register, make_register, name_of, outlet_of, place, refer, slice_of
from onrecord.dossiers.texts import make_texts
from onrecord.dossiers.wording import ACTS, say_role
from onrecord.nouns.dossier import Detail, Doing, Dossier, Figure, Imprint, Ref, Revision
from onrecord.nouns.record import Correction, Record
from onrecord.nouns.threads import NO_THREADS, Threads


def assemble(record: Record, title: str, threads: Threads = NO_THREADS) -> Dossier:
    """Arrange a record, and the threads drawn from it, for reading."""
    register = make_register(record)
    return Dossier(
        imprint=Imprint(title=title, format=record.format, made_by=record.made_by),
        exhibits=make_exhibits(record, register, threads),
        cast=_cast(record, register),
        entries=tuple(make_entry(register, one, number) for number, one in enumerate(record.statements, 1)),
        timeline=make_timeline(record, register),
        pledges=make_pledges(register, threads.commitments),
        revisions=tuple(_revision(register, one, number) for number, one in enumerate(record.corrections, 1)),
        rewrites=make_rewrites(record, register, threads.changes),
        gaps=find_gaps(record, register),
        texts=make_texts(record, register),
    )


def _cast(record: Record, register: Register) -> tuple[Figure, ...]:
    """List those who are reported to have said something, or pointedly nothing, in order of the record."""
    spoken: defaultdict[str, defaultdict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for number, statement in enumerate(record.statements, 1):
        for actor in dict.fromkeys((statement.speaker, *statement.others)):
            if actor:
                spoken[actor][ACTS[statement.act]].append(Ref(number, f"s{number}"))
    return tuple(
        Figure(
            name=name_of(register, actor.id),
            kind=actor.kind,
            roles=tuple(dict.fromkeys(say_role(role) for role in actor.roles)),
            aliases=tuple(alias for alias in actor.aliases if alias != actor.name),
            count=actor.count,
            doings=tuple(Doing(act, tuple(refs)) for act, refs in spoken[actor.id].items()),
        )
        for actor in record.actors
        if actor.id in spoken
    )


def _revision(register: Register, correction: Correction, number: int) -> Revision:
    return Revision(
        number=number,
        kind=correction.kind,
        notice=slice_of(register, correction.article, correction.at),
        old=correction.old,
        new=correction.new,
        place=place(register, correction.article, correction.at, f"c{number}"),
        new_place=place(register, correction.article, correction.new_at, f"n{number}") if correction.new_at else None,
        touches=tuple(_touched(register, row) for row in correction.touches),
        because=correction.because,
    )


def _touched(register: Register, row: str) -> Detail:
    refs = refer(register, (row,)) if row in register.statements else ()
    if refs:
        return Detail("statement", outlet_of(register, register.statements[row].article), refs=refs)
    return Detail("happening", register.names.get(row, "not in this record"))
