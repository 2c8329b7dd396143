"""Check a case from the originals up: nothing in it may be other than what the originals give, and people decided."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.errors import SourceError
from onrecord.models.engines import load_engine
from onrecord.models.pins import EngineName, say_made_by
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.article import Article
from onrecord.nouns.case import Verification
from onrecord.nouns.decision import digest_of
from onrecord.nouns.record import Record
from onrecord.nouns.soundness import ARRAYS, find_faults, spans_in
from onrecord.nouns.source import Source
from onrecord.store import Store
from onrecord.verbs.keeping import CASE, establish_case, index_case
from onrecord.verbs.reading import choose_engine


def verify(case: str | Path = CASE, *, again: bool = False) -> Verification:
    """Hash every original again, read it again, establish every row again, and slice every span of every row.

    >>> verify("harbour.onrecord").faults                          # doctest: +SKIP
    ()

    With `again` the engine finds who said what in every article anew, which takes as long as adding it did.
    """
    with Store(case) as store:
        checked = store.verify()
        if checked.faults:
            return checked  # what is derived from damaged originals tells nothing
        engine = choose_engine(None, store.engine())
        notes = tuple(_notes(store, engine))
        record = establish_case(store)
        decided = index_case(store)
        faults = (
            *_faults_of_reading(store, record),
            *(_faults_of_finding(store, engine) if again else ()),
            *_faults_of_rows(store, record),
            *_faults_of_log(store),
            *store.verify_search(decided),
            *dict.fromkeys((*find_faults(record), *find_faults(decided))),
        )
        decisions = len(store.decisions())
    rows = [getattr(record, kind) for kind in ARRAYS]
    return msgspec.structs.replace(
        checked,
        articles=len(record.articles),
        statements=len(record.statements),
        rows=sum(map(len, rows)),
        spans=sum(1 for kind in rows for _ in spans_in(kind)),
        decisions=decisions,
        faults=faults,
        notes=notes,
    )


def _notes(store: Store, engine: EngineName) -> Iterator[str]:
    """Yield what another version of the program or of the model had made: it is made anew by this one, and no fault."""
    now = say_made_by(engine)
    for before in store.makers():
        if before != now:
            yield f"made by another version ({before.program}, {before.engine}): made anew by this one ({now.program})"


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


def _faults_of_rows(store: Store, record: Record) -> Iterator[str]:
    """Yield a fault for every row that is not what the articles give, and for every one that is missing."""
    from onrecord.pipeline import establish

    fresh = establish(store.story(), record.made_by)
    for kind in ARRAYS:
        kept, made = getattr(record, kind), getattr(fresh, kind)
        if kept == made:
            continue
        strays = {_name(row) for row in set(kept) ^ set(made)} or {"in another order"}
        for name in sorted(strays):
            yield f"{kind} {name}: not what the articles give: add the originals to a new case"


def _name(row: msgspec.Struct) -> str:
    return str(getattr(row, "id", "") or getattr(row, "article", ""))[:12]


def _faults_of_log(store: Store) -> Iterator[str]:
    """Yield a fault for every decision that is not what its id says."""
    for one in store.decisions():
        if one.id != digest_of(one):
            yield f"decision {one.id[:12]}: it was changed after it was made"


def _faults_of_finding(store: Store, engine: EngineName) -> Iterator[str]:
    """Yield a fault for every article in which the engine finds something else than what is kept."""
    from onrecord.pipeline import annotate_source

    kept = {one.article.id: one for one in store.story()}
    for source in store.sources():
        found = annotate_source(source, load_engine(engine))
        if layers := list(_differing(kept[source.id], found)):
            yield f"article {source.id[:12]}: other {', '.join(layers)} are found in it than are kept"


def _differing(kept: Annotated, found: Annotated) -> Iterator[str]:
    """Yield the layers that differ; how sure the engine is may differ from machine to machine."""
    for layer in kept.annotations.__struct_fields__:
        if _unsure(getattr(kept.annotations, layer)) != _unsure(getattr(found.annotations, layer)):
            yield layer


def _unsure(layer: object) -> object:
    rows = layer if isinstance(layer, tuple) else ()
    return tuple(msgspec.structs.replace(row, confidence=0.0) if hasattr(row, "confidence") else row for row in rows)
