"""Show a record: as a dossier to read, and as the schema of its format."""

from pathlib import Path

import msgspec

from onrecord.nouns.dossier import Dossier
from onrecord.nouns.record import Record
from onrecord.verbs.keeping import CASE, Profile, export, guard


def dossier(source: str | Path | Record = CASE, *, title: str | None = None, profile: Profile = "full") -> Dossier:
    """Arrange a case, or a record, for reading; `render` makes the page of it."""
    from onrecord.dossiers.assemble import assemble
    from onrecord.findings.threads import find_threads

    if isinstance(source, Record):
        record = guard(source, profile)
        return assemble(record, title or "Who said what", find_threads(record))
    record = export(source, profile=profile)
    return assemble(record, title or Path(source).resolve().name.removesuffix(".onrecord"), find_threads(record))


def render(arranged: Dossier) -> str:
    """Return the page of a dossier: one HTML file that needs nothing else and asks nothing of a network."""
    from onrecord.dossiers.render import render as render_page

    return render_page(arranged)


def schema() -> bytes:
    """Return the JSON Schema of the record, made from its types."""
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "The onrecord record, version 1"}
    return msgspec.json.format(msgspec.json.encode(about | msgspec.json.schema(Record)), indent=2)
