"""Read places into records, and keep nothing."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import get_args

import msgspec

from onrecord.errors import QueryError, SourceError
from onrecord.models.engines import load_engine
from onrecord.models.pins import EngineName, say_made_by
from onrecord.models.weights import default_engine
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Record
from onrecord.nouns.source import Refused, Source, carried_too

Places = str | Path | Iterable[str | Path]
Refuse = Callable[[Refused], None]
Seen = Callable[[Source], None]


def stop(refused: Refused) -> None:
    """Raise SourceError at the first place that cannot be read: what the verbs do unless told otherwise."""
    raise SourceError(f"{refused.place}: {refused.reason}")


def look_on(_source: Source) -> None:
    """Do nothing when a source has been read: what the verbs do unless told otherwise."""


def read(
    places: Places,
    *,
    published: str | None = None,
    engine: EngineName | None = None,
    refuse: Refuse = stop,
    seen: Seen = look_on,
) -> Record:
    """Read files, folders, web archives and stories into one record, and keep nothing.

    >>> record = read("story.toml")                                # doctest: +SKIP
    >>> [statement.act for statement in record.statements]         # doctest: +SKIP
    ['deny', 'assert']

    `published` is the day (2024-05-31) of sources for which no other is given. `engine` is "learned" or "rules";
    left out, it is the learned one where its weights are installed. `refuse` is told of every place that cannot be
    read, and may raise; `seen` of every source that has been. The same bytes twice are one article,
    under two outlets' names one that both carry.
    """
    from onrecord.pipeline import establish

    name = choose_engine(engine)
    story: dict[str, Annotated] = {}
    for one in annotate_all(take_all(places, published, refuse), name, refuse, seen):
        story[one.article.id] = _joined(story[one.article.id], one) if one.article.id in story else one
    return establish(story.values(), say_made_by(name))


def _joined(first: Annotated, again: Annotated) -> Annotated:
    """Return what was found in an article, with the outlet under which its bytes came again."""
    article, day = first.article, again.article.published
    given = day.edtf if day.basis == "given" else None
    also = carried_too(article.outlet, article.also, again.article.outlet, given)
    return Annotated(msgspec.structs.replace(article, also=also), first.annotations)


def read_each(
    places: Places,
    *,
    published: str | None = None,
    engine: EngineName | None = None,
    refuse: Refuse = stop,
    seen: Seen = look_on,
) -> Iterator[Record]:
    """Read every source into a record of its own, in order, holding one at a time: the way through a corpus.

    >>> for record in read_each("corpus/"):                        # doctest: +SKIP
    ...     print(record.articles[0].title, len(record.statements))
    """
    from onrecord.pipeline import establish

    name = choose_engine(engine)
    for one in annotate_all(take_all(places, published, refuse), name, refuse, seen):
        yield establish((one,), say_made_by(name))


def choose_engine(named: str | None, before: str | None = None) -> EngineName:
    """Choose the engine that somebody named, else the one that was used before, else the best that is installed."""
    known: dict[str, EngineName] = {name: name for name in get_args(EngineName)}
    if named is not None and named not in known:
        raise QueryError(f"{named!r} is no engine: name one of {', '.join(known)}")
    return known.get(named or before or "") or default_engine()


def take_all(places: Places, published: str | None, refuse: Refuse) -> Iterator[Source]:
    """Yield the sources of places, with the day that the user gave where they have none of their own."""
    from onrecord.intake import take

    if published and not _is_day(published):
        raise QueryError(f"{published!r} is no day: write it as 2024-05-31")
    places = [places] if isinstance(places, str | Path) else places
    if not all(map(str, places)):
        raise QueryError("an empty name is no place: give a file, a folder or a story.toml")
    for source in take([str(place) for place in places]):
        if isinstance(source, Refused):
            refuse(source)
        elif published and not source.given.published:
            given = msgspec.structs.replace(source.given, published=published)
            yield msgspec.structs.replace(source, given=given)
        else:
            yield source


def _is_day(day: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII) and datetime.date.fromisoformat(day))
    except ValueError:
        return False


def annotate_all(
    sources: Iterable[Source], engine: EngineName, refuse: Refuse = stop, seen: Seen = look_on
) -> Iterator[Annotated]:
    """Annotate sources one by one; those that hold no text are refused and passed by."""
    for source in sources:
        from onrecord.pipeline import annotate_source  # only here: a case that needs nothing new loads neither

        try:
            one = annotate_source(source, load_engine(engine))
        except SourceError as error:
            refuse(Refused(source.place, str(error)))
        else:
            seen(source)
            yield one
