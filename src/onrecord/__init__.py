"""onrecord: a checkable record of who said what about contested material.

>>> import onrecord
>>> record = onrecord.read("story.toml")                           # doctest: +SKIP
>>> onrecord.add("story.toml", case="harbour.onrecord")            # doctest: +SKIP
>>> onrecord.who("the recording", case="harbour.onrecord")         # doctest: +SKIP

The names below are loaded when they are first used, so that `import onrecord` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.errors import CaseError, ManifestError, ModelError, OnrecordError, QueryError, SourceError
    from onrecord.nouns.article import Article
    from onrecord.nouns.case import Added, Hit, Verification
    from onrecord.nouns.decision import Decided, Decision
    from onrecord.nouns.dossier import Dossier
    from onrecord.nouns.record import Actor, Event, Item, Position, Record, Statement
    from onrecord.nouns.source import Refused, Source
    from onrecord.nouns.span import Span
    from onrecord.nouns.when import When
    from onrecord.verbs import (
        add,
        changes,
        commitments,
        corrections,
        decide,
        decisions,
        dossier,
        export,
        items,
        namesakes,
        read,
        read_each,
        render,
        said,
        schema,
        search,
        timeline,
        verify,
        who,
    )

_HOMES = {
    "onrecord.errors": "CaseError ManifestError ModelError OnrecordError QueryError SourceError",
    "onrecord.nouns.article": "Article",
    "onrecord.nouns.case": "Added Hit Verification",
    "onrecord.nouns.decision": "Decided Decision",
    "onrecord.nouns.dossier": "Dossier",
    "onrecord.nouns.record": "Actor Event Item Position Record Statement",
    "onrecord.nouns.source": "Refused Source",
    "onrecord.nouns.span": "Span",
    "onrecord.nouns.when": "When",
    "onrecord.verbs": "add changes commitments corrections decide decisions dossier export items namesakes read "
    "read_each render said schema search timeline verify who",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Actor", "Added", "Article", "CaseError", "Decided", "Decision", "Dossier", "Event", "Hit", "Item",
    "ManifestError", "ModelError", "OnrecordError", "Position", "QueryError", "Record", "Refused", "Source",
    "SourceError", "Span", "Statement", "Verification", "When", "add", "changes", "commitments", "corrections",
    "decide", "decisions", "dossier", "export", "items", "namesakes", "read", "read_each", "render", "said",
    "schema", "search", "timeline", "verify", "who",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Load a public name from the module that holds it."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    """Name what can be used."""
    return sorted({*globals(), *__all__})
