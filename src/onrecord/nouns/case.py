"""What a case folder answers: where words were found, and whether everything in it still holds."""

from typing import Literal

import msgspec

from onrecord.nouns.span import Span

HitKind = Literal["text", "statement", "actor", "item"]


class Hit(msgspec.Struct, frozen=True):
    """Words that a search found: in the text of an article, or in a row of the record (its `id`).

    `at` is the part, statement or mention they stand in, `found_at` each word that matched.
    """

    kind: HitKind
    words: str
    article: str
    at: Span
    found_at: tuple[Span, ...] = ()
    id: str | None = None


class Added(msgspec.Struct, frozen=True):
    """What one run of `add` did: sources new to the case, known to it already, completed, and those in it now.

    `carried` are those known already that another outlet carries as well, word for word.
    """

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    completed: tuple[str, ...] = ()
    sources: int = 0
    carried: tuple[str, ...] = ()


class Verification(msgspec.Struct, frozen=True):
    """What was checked, what does not hold (`faults`), and what an interrupted run left behind (`leftovers`).

    `notes` say what another version of the program had made, which this one has made anew.
    """

    sources: int = 0
    articles: int = 0
    statements: int = 0
    rows: int = 0
    spans: int = 0
    faults: tuple[str, ...] = ()
    leftovers: tuple[str, ...] = ()
    decisions: int = 0
    notes: tuple[str, ...] = ()
