"""Keep sources in a case folder, and establish its record when it is asked for."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from onrecord.models.pins import EngineName, say_made_by, say_program
from onrecord.nouns.account import Account
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.case import Added
from onrecord.nouns.digest import digest
from onrecord.nouns.draft import Draft
from onrecord.nouns.record import MadeBy, Record
from onrecord.nouns.source import Refused, Source
from onrecord.store import Store
from onrecord.verbs.reading import Places, Refuse, Seen, annotate_all, choose_engine, look_on, stop, take_all

CASE = "case.onrecord"
Profile = Literal["full", "public"]  # for the desk, or without what is alleged of private persons


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
    before; where they contradict, the first stay and the place is refused. The same bytes under another outlet's name
    are one article that both carry. A case goes on with the engine that read it
    last; naming another one reads all of it anew.
    """
    done: dict[str, list[str]] = {"new": [], "known": [], "completed": [], "carried": []}
    with Store(case, create=True) as store:
        name = choose_engine(engine, store.engine())
        for source in take_all(places, published, refuse):
            found = store.found_in(source.id) if source.given.published or source.given.outlet else None
            how = store.recognise(source) or _put(store, source, name, refuse)
            if how in ("completed", "carried") and found:
                _redate(store, source.id, *found)
            if how == "contradicted":
                refuse(Refused(source.place, "the case has this source with other details: the first ones are kept"))
            if how:
                done["known" if how == "contradicted" else how].append(source.id)
                seen(source)
        if engine:
            _derive_anew(store, name)
        sources = len(store)
    return Added(**{how: tuple(dict.fromkeys(ids)) for how, ids in done.items()}, sources=sources)


def export(
    case: str | Path = CASE,
    *,
    engine: EngineName | None = None,
    undecided: bool = False,
    profile: Profile = "full",
) -> Record:
    """Return the record of a case as people decided it; with `undecided` as the program made it.

    The profile "public" leaves out what is alleged of private persons, in the texts of the articles too.

    It is established anew only when something in the case has changed. Naming an engine that is not the one that
    read the case last reads all of it anew.
    """
    with Store(case) as store:
        record = establish_case(store, engine) if undecided else decide_case(store, engine)
    return guard(record, profile)


def guard(record: Record, profile: Profile) -> Record:
    """Return a record as a profile shows it."""
    if profile == "full":
        return record
    from onrecord.findings.guard.publishing import for_public

    return for_public(record)


def decide_case(store: Store, engine: EngineName | None = None) -> Record:
    """Return the record of an open case with all decisions laid over it."""
    from onrecord.findings.decisions.deciding import decide

    return decide(establish_case(store, engine), store.decisions())


def index_case(store: Store) -> Record:
    """Return the decided record of an open case, and make its words searchable: only a search has to wait for that."""
    record = decide_case(store)
    store.index(record, digest("index", store.state(record.made_by), *(one.id for one in store.decisions())))
    return record


def establish_case(store: Store, engine: EngineName | None = None) -> Record:
    """Return the record of an open case, made anew where the case, its engine or the program has changed since."""
    made_by = _derive_anew(store, choose_engine(engine, store.engine()))
    state = store.state(made_by)
    kept = store.record(state)
    if kept is None:
        kept = _establish(store, made_by)
        store.keep(kept, state)
    return kept


def _establish(store: Store, made_by: MadeBy) -> Record:
    """Establish the record of a case: only what rests on something new is made anew."""
    from onrecord.findings.accounts import Background, account
    from onrecord.findings.drafts import draft
    from onrecord.pipeline import fold

    version = digest("version", made_by, say_program())
    drafts = store.made_of(Draft, draft, dict.fromkeys(store.articles(), version))

    def tell(asked: Sequence[Background]) -> Sequence[Account]:
        known = {one.article: one for one in asked}
        rests_on = {one.article: digest("account", version, one.id) for one in asked}
        told = store.made_of(Account, lambda one: account(one, known[one.article.id]), rests_on)
        return [told[article] for article in known]

    return fold(sorted(drafts.values(), key=lambda one: one.article.age), tell, made_by)


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


def _redate(store: Store, id_: str, found: Annotated, made_by: MadeBy) -> None:
    """Give what was found in a source the day and outlets that are known now, where that is all there is to do."""
    from onrecord.pipeline import redate_source

    for source in store.sources(not_by=made_by):
        again = redate_source(source, found) if source.id == id_ else None
        if again:
            return store.derive(again, made_by)
    return None
