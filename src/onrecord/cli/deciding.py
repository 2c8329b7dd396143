"""The commands of an editor: `decide` with one subcommand for each kind of decision, and `decisions`, the log."""

import getpass
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

import onrecord
from onrecord.cli.options import AS_JSON, CASE, ONLY_CASE, split_case
from onrecord.cli.terminal import ending_cleanly, print_json
from onrecord.errors import QueryError

if TYPE_CHECKING:
    from onrecord.nouns.decision import DecisionKind

BY = "ONRECORD_BY"
ROWS = click.argument("rows", nargs=-1, required=True, metavar="[CASE] ROW...")


class How(TypedDict):
    """Who decides and why, and how it is answered."""

    by: str | None
    note: str | None
    as_json: bool


@click.group()
def decide() -> None:
    """Settle what the record says: accept, reject, edit, merge, split, undo.

    A ROW is a statement, position, item, person, event or correction, named by the beginning of its id, its name or
    some of its words; `onrecord who` and `onrecord said` print ids with --ids, `onrecord items` always. What is
    decided is kept for ever, holds over whatever is read later, and can be undone.

    \b
    onrecord decide reject "I have never met the man"
    onrecord decide edit 3f9a act=deny speaker="Ilse Varga"
    onrecord decide merge "Ilse Varga" "the mayor of Torvik"
    onrecord decide split harbour.onrecord Olm 77b1de --name "Per Olm"
    onrecord decide undo 5c04
    """


def _as_decision(command: Callable[..., None]) -> Callable[..., None]:
    """Give a subcommand the rows and options that all of them take."""
    options = (
        ROWS,
        click.option("--by", metavar="NAME", help=f"Who decides.  [default: ${BY}, else your user name]"),
        click.option("--note", metavar="WORDS", help="Why."),
        AS_JSON,
    )
    wrapped = ending_cleanly(command)
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped


@decide.command()
@_as_decision
def accept(rows: tuple[str, ...], **how: Unpack[How]) -> None:
    """Say that rows are right, or take rejected ones back in."""
    _decide("accept", rows, {}, how)


@decide.command()
@_as_decision
def reject(rows: tuple[str, ...], **how: Unpack[How]) -> None:
    """Say that rows are wrong: they leave every answer, and what rests on them alone goes with them."""
    _decide("reject", rows, {}, how)


@decide.command()
@_as_decision
def edit(rows: tuple[str, ...], **how: Unpack[How]) -> None:
    """Set fields of a row, as in `act=deny`, `value=neither`, `label="the 2021 tape"`, `when=2024-05`.

    A statement has act, attitude, general, scope, speaker, when; a position value, proposition, when; an item label,
    kind, existence; a person name, kind; an event when; a correction kind, old, new. `speaker=nobody` is allowed, and
    `speaker="new:Per Lund"` for somebody whom no article names.
    """
    fields = dict(one.split("=", 1) for one in rows if "=" in one)
    _decide("edit", tuple(one for one in rows if "=" not in one), fields, how)


@decide.command()
@_as_decision
def merge(rows: tuple[str, ...], **how: Unpack[How]) -> None:
    """Make several people, or several items, one: the first stays and has all that the others had."""
    _decide("merge", rows, {}, how)


@decide.command()
@click.option("--name", required=True, help="What the part that is split off is called.")
@_as_decision
def split(rows: tuple[str, ...], *, name: str, **how: Unpack[How]) -> None:
    """Make one person or item two: ROW is which, then the statements or articles (by outlet or id) that mean another.

    \b
    onrecord decide split Olm 77b1de "Coast Gazette" --name "Per Olm"
    """
    _decide("split", rows, {"name": name}, how)


@decide.command()
@_as_decision
def undo(rows: tuple[str, ...], **how: Unpack[How]) -> None:
    """Take decisions back, named by their ids in `onrecord decisions`; an undoing can be undone too."""
    _decide("undo", rows, {}, how)


@click.command()
@ONLY_CASE
@AS_JSON
@ending_cleanly
def decisions(case: str, *, as_json: bool) -> None:
    """Print the log of decisions.

    Who decided what, and when; what was undone since, and what rests because its words are in no row any more.

    \b
    onrecord decisions
    onrecord decisions harbour.onrecord --json
    """
    log = onrecord.decisions(case=case)
    if as_json:
        return print_json(log)
    from onrecord.cli.log import show_decisions

    return show_decisions(log)


def _decide(kind: "DecisionKind", rows: tuple[str, ...], fields: dict[str, str], how: How) -> None:
    case, rows = split_case(rows) if rows else (CASE, rows)
    made = onrecord.decide(kind, rows, by=how["by"] or _user(), note=how["note"], case=case, fields=fields)
    if how["as_json"]:
        return print_json(made)
    from onrecord.cli.log import show_decision
    from onrecord.cli.terminal import show

    return show(*map(show_decision, made))


def _user() -> str:
    """Return who works here, as far as the system knows."""
    try:
        return os.environ.get(BY) or getpass.getuser()
    except (KeyError, OSError) as error:
        raise QueryError(f"nobody is known by name here: say who decides with --by NAME or ${BY}") from error
