"""What a user can do: the same verbs for the command line, the desk and Python."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from onrecord.errors import SourceError
from onrecord.nouns.record import Record
from onrecord.nouns.source import Refused, Source

Refuse = Callable[[Refused], None]


def stop(refused: Refused) -> None:
    """Raise SourceError at the first place that cannot be read: what the verbs do unless told otherwise."""
    raise SourceError(f"{refused.place}: {refused.reason}")


def read(places: Iterable[str], *, published: str | None = None, refuse: Refuse = stop) -> Record:
    """Read files, folders and stories into one record, and keep nothing."""
    from onrecord.models.parser import load_parser
    from onrecord.pipeline import annotated, establish, say_made_by

    parser = load_parser()
    story = annotated(_sources(places, published, refuse), parser, refuse)
    return establish({one.article.id: one for one in story}.values(), say_made_by(parser))


def read_each(places: Iterable[str], *, published: str | None = None, refuse: Refuse = stop) -> Iterator[Record]:
    """Read every source into a record of its own, one after the other, holding only one in memory."""
    from onrecord.models.parser import load_parser
    from onrecord.pipeline import annotated, establish, say_made_by

    parser = load_parser()
    made_by = say_made_by(parser)
    for one in annotated(_sources(places, published, refuse), parser, refuse):
        yield establish((one,), made_by)


def schema() -> bytes:
    """Return the JSON Schema of the record, made from its types."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Record)), indent=2)


def _sources(places: Iterable[str], published: str | None, refuse: Refuse) -> Iterator[Source]:
    take = _find_take()
    for taken in take(tuple(places)):
        if isinstance(taken, Refused):
            refuse(taken)
        elif published and not taken.given.published:
            given = msgspec.structs.replace(taken.given, published=published)
            yield msgspec.structs.replace(taken, given=given)
        else:
            yield taken


def _find_take():  # type: ignore[no-untyped-def]
    """Stand-in until intake is written; goes away then."""
    import onrecord.intake as intake

    return getattr(intake, "take", _take_plain)


def _take_plain(places: tuple[str, ...]) -> Iterator[Source | Refused]:
    import re
    import tomllib
    from pathlib import Path

    from onrecord.nouns.source import Given, make_source

    for place in places:
        path = Path(place)
        if not path.is_file():
            yield Refused(place, "no such file")
        elif path.name == "story.toml":
            for row in tomllib.loads(path.read_text())["source"]:
                file = path.parent / row["file"]
                published = row.get("published")
                given = Given(outlet=row.get("outlet"), published=published and str(published))
                body = file.read_bytes()
                if file.suffix == ".html":
                    body = re.sub(rb"<[^>]*>", b"", body)
                yield make_source(str(file), "text/plain", body, given=given)
        else:
            yield make_source(place, "text/plain", path.read_bytes())
