"""Decisions as lines to read: who did what to which row, and how it stands."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.tables import DATE, NAME, QUIET, WORDS, cut, line
from onrecord.cli.terminal import show
from onrecord.nouns.decision import Decided, Decision

DONE = {
    "accept": "accepts", "reject": "rejects", "edit": "edits", "merge": "merges", "split": "splits", "undo": "undoes",
}  # fmt: skip
NOW = {(True, False): "undone since", (False, True): "rests: its words are in no row now"}


def show_decisions(log: Sequence[Decided]) -> None:
    """Print the log."""
    if not log:
        show(Text("Nothing has been decided in this case.", QUIET))
    for one in log:
        show(show_decision(one.decision, NOW.get((one.undone, one.rests), "")))


def show_decision(one: Decision, now: str = "") -> RenderableType:
    """Lay out one decision."""
    head = line((one.by, NAME), (DONE[one.kind], ""), *_about(one), (one.time[:16].replace("T", " "), DATE),
                *([(now, QUIET)] if now else []), (one.id[:8], QUIET))  # fmt: skip
    what = [Padding(Text(cut(words), style), (0, 0, 0, 2)) for words, style in _what(one) if words]
    return Group(head, *what)


def _about(one: Decision) -> list[tuple[str, str]]:
    return [(one.subject.kind, "")] if one.subject else [((one.undoes or "")[:8], "")]


def _what(one: Decision) -> list[tuple[str, str]]:
    return [
        (one.subject.label if one.subject else "", WORDS),
        (_change(one), ""),
        (f"“{one.note}”" if one.note else "", QUIET),
    ]


def _change(one: Decision) -> str:
    change, to = one.change, one.change.to.label if one.change.to else ""
    if one.kind == "merge":
        return f"with {to}"
    if one.kind == "split":
        return f"into {to}"
    return f"{change.field}: {change.value or to or 'nobody'}" if change.field else ""
