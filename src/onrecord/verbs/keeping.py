"""Keep sources in a case folder, establish its record when it is asked for, and check all of it."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.errors import SourceError
from onrecord.models.pins import EngineName, say_made_by
from onrecord.nouns.article import Article
from onrecord.nouns.case import Added, Verification
from onrecord.nouns.record import MadeBy, Record
from onrecord.nouns.soundness import find_faults, spans_in
from onrecord.nouns.source import Refused, Source
from onrecord.store import Store
from onrecord.verbs.reading import Places, Refuse, Seen, annotate_all, choose_engine, look_on, stop, take_all

CASE = "case.onrecord"


def add(  # noqa: PLR0913 - one for each thing that somebody may say of what is added
    places: Places,
    *,
    case: str | Path = CASE,
    published: str | None = None,
    engine: EngineName | None = None,
    refuse: Refuse = stop,
    seen: Seen = look_on,
) -> Added:
    """Add files, folders, web archives and stories to a case, which is made if there is none.

    >>> add("story.toml", case="harbour.onrecord").sources         # doctest: +SKIP
    2

    What is in the case already is not read again. Details given for it (outlet, day …) fill what was not given
    before; where they contradict, the first stay and the place is refused. A case goes on with the engine that read it
    last; naming another one reads all of it anew.
    """
    done: dict[str, list[str]] = {"new": [], "known": [], "completed": []}
    with Store(case, create=True) as store:
        name = choose_engine(engine, store.engine())
        for source in take_all(places, published, refuse):
            how = store.recognise(source) or _put(store, source, name, refuse)
            if how == "contradicted":
                refuse(Refused(source.place, "the case has this source with other details: the first ones are kept"))
            if how:
                done["known" if how == "contradicted" else how].append(source.id)
                seen(source)
        if engine:
            _derive_anew(store, name)
        sources = len(store)
    return Added(**{how: tuple(dict.fromkeys(ids)) for how, ids in done.items()}, sources=sources)


def export(case: str | Path = CASE, *, engine: EngineName | None = None) -> Record:
    """Return the record of a case; it is established anew only when something in the case has changed.

    Naming an engine that is not the one that read the case last reads all of it anew.
    """
    with Store(case) as store:
        return establish_case(store, engine)


def verify(case: str | Path = CASE) -> Verification:
    """Hash every original again, read it again, and slice every span of every row again.

    >>> verify("harbour.onrecord").faults                          # doctest: +SKIP
    ()
    """
    with Store(case) as store:
        checked = store.verify()
        if checked.faults:
            return checked  # what is derived from damaged originals tells nothing
        record = establish_case(store)
        faults = (*_faults_of_reading(store, record), *store.verify_search(record), *find_faults(record))
    rows = [getattr(record, field) for field in Record.__struct_fields__ if isinstance(getattr(record, field), tuple)]
    return msgspec.structs.replace(
        checked,
        articles=len(record.articles),
        statements=len(record.statements),
        rows=sum(map(len, rows)),
        spans=sum(1 for kind in rows for _ in spans_in(kind)),
        faults=faults,
    )


def establish_case(store: Store, engine: EngineName | None = None) -> Record:
    """Return the record of an open case, made anew where the case, its engine or the program has changed since."""
    made_by = _derive_anew(store, choose_engine(engine, store.engine()))
    state = store.state(made_by)
    kept = store.record(state)
    if kept is None:
        from onrecord.pipeline import establish

        kept = establish(store.story(), made_by)
        store.keep(kept, state)
    return kept


def _derive_anew(store: Store, engine: EngineName) -> MadeBy:
    """Read again what another engine or another version of the program has read, and say what has read it now."""
    made_by = say_made_by(engine)
    for one in annotate_all(store.sources(not_by=made_by), engine):
        store.derive(one, made_by)
    return made_by


def _put(store: Store, source: Source, engine: EngineName, refuse: Refuse) -> str | None:
    """Put a source that is new to a case; None when it holds no text."""
    taken = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    for one in annotate_all((source,), engine, refuse):
        return "new" if store.put(source, one, say_made_by(engine), taken=taken) else store.recognise(source)
    return None


def _faults_of_reading(store: Store, record: Record) -> Iterator[str]:
    """Yield a fault for every article whose text or parts are not what its original reads as."""
    articles = {article.id: article for article in record.articles}
    for source in store.sources():
        article, again = articles.get(source.id), _read_again(source)
        if article is None:
            yield f"source {source.id[:12]}: it is in the case and not in the record"
        elif again is None or (article.text, article.parts) != (again.text, again.parts):
            yield f"article {source.id[:12]}: its text is not what its original reads as"


def _read_again(source: Source) -> Article | None:
    from onrecord.reading import read

    try:
        return read(source)
    except SourceError:
        return None  # a fault: it could be read when it was added
