"""Answers as tables that stay readable on a narrow terminal: a few short columns, and words beneath them.

Everything that comes from an article is made `Text` by way of `clean`; nothing is printed as markup.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal import clean, show
from onrecord.dossiers.dates import say_when
from onrecord.dossiers.wording import ACTS, PROPOSITIONS, VALUES, opening_of
from onrecord.nouns.case import Added, Hit, Verification
from onrecord.nouns.views import Contested, Corrected, Dated, Saying, Stance
from onrecord.nouns.when import UNKNOWN, When, is_day

NAME, QUIET, DATE, WORDS = "bold", "dim", "cyan", "italic"
LONGEST = 400  # characters of one statement or paragraph that a table shows; --json has them whole
GRANTED = "takes for granted: “{}”"


def show_stances(stances: Sequence[Stance], *, ids: bool = False) -> None:
    """Print who stands where, with the words."""
    if not stances:
        show(Text("No position on it is reported by anybody. That is not silence: nobody reports having asked.", QUIET))
        return
    for name, group in groupby(stances, key=lambda one: one.name):
        show(line((name, NAME)), *(Padding(stance(one, ids=ids), (0, 0, 0, 2)) for one in group))


def show_sayings(sayings: Sequence[Saying], *, ids: bool = False) -> None:
    """Print what somebody said, one below the other."""
    if not sayings:
        show(Text("No statement of theirs is reported.", QUIET))
    for one in sayings:
        head = line(
            (one.path[-1], NAME), *capacity(one), (ACTS[one.act], ""), *dated(one.when), *_id(one.statement, ids=ids)
        )
        show(
            saying(head, one.words, one.path[:-1]),
            *_noted([*map(GRANTED.format, one.granted), *one.alternatives]),
            Text(),
        )


def show_timeline(rows: Sequence[Dated]) -> None:
    """Print what is dated, in order, and what is not at the end."""
    if not rows:
        show(Text("Nothing in this case is dated.", QUIET))
        return
    table = columns("When", "", "What")
    for row in rows:
        told = "" if row.kind == "published" else f"  ({clean(row.voice)})"
        what = cut(row.what or row.voice)
        table.add_row(_placed(row), Text(row.kind, QUIET), Text.assemble(what, (told, QUIET), *_order(row)))
    show(table)


def show_items(found: Sequence[Contested]) -> None:
    """Print the contested things."""
    if not found:
        show(Text("No contested thing was found in the articles of this case.", QUIET))
        return
    table = columns("Id", "Item", "Kind", "Positions")
    for one in found:
        known = "" if one.existence == "reported" else "\nonly claimed to exist"
        table.add_row(
            Text(one.id[:8], QUIET), Text.assemble((cut(one.label), NAME), (known, QUIET)), one.kind, str(one.positions)
        )
    show(table)


def show_corrections(found: Sequence[Corrected]) -> None:
    """Print the corrections."""
    if not found:
        show(Text("No correction was found in the articles of this case.", QUIET))
    for one in found:
        show(correction(one))


def show_hits(hits: Sequence[Hit]) -> None:
    """Print what a search found, with the words that matched."""
    if not hits:
        show(Text("Nothing in this case holds all of these words together.", QUIET))
        return
    table = columns("Where", "Words")
    for hit in hits:
        table.add_row(Text(f"{hit.kind}\n{(hit.id or hit.article)[:8]}", QUIET), _marked(hit))
    show(table)


def show_added(added: Added, case: str) -> None:
    """Say what a run of `add` did."""
    done = [f"{count(len(added.new), 'source')} added"]
    done += [f"{len(added.completed)} completed"] if added.completed else []
    done += [f"{len(added.carried)} carried by another outlet as well"] if added.carried else []
    done += [f"{len(added.known)} there already"] if added.known else []
    click.echo(f"{clean(case)}: {', '.join(done)}; it holds {added.sources} now.")


def show_verification(checked: Verification) -> None:
    """Say what was checked."""
    parts = (
        count(checked.sources, "original"), count(checked.articles, "article"),
        count(checked.statements, "statement"), count(checked.rows, "row"), count(checked.spans, "span"),
        *([count(checked.decisions, "decision")] if checked.decisions else []),
    )  # fmt: skip
    holds = "All of it holds" if not checked.faults else count(len(checked.faults), "fault")
    click.echo(f"Checked {', '.join(parts)}. {holds}.")
    for leftover in checked.leftovers:
        click.echo(f"Left over, and no fault: {clean(leftover)}")
    for note in checked.notes:
        click.echo(f"No fault: {clean(note)}")


def stance(one: Stance, *, ids: bool = False) -> RenderableType:
    """Lay out one position."""
    head = line((value_of(one), NAME), *proposed(one), *dated(one.when), *_id(one.id, ids=ids))
    notes = [*([f"speaking for {one.speaks_for}"] if one.speaks_for else []), *_carried(one), *one.flags]
    return Group(head, *_words(one.words), *_noted([*notes, *one.alternatives]))


def _noted(notes: Iterable[str]) -> Iterable[RenderableType]:
    return (Padding(Text(cut(note), QUIET), (0, 0, 0, 2)) for note in notes)


def _carried(one: Stance) -> Iterable[str]:
    """Say from how many origins a position is known, where that is more or less than the outlets that carry it."""
    if one.origins and (len(one.outlets) > 1 or one.origins != one.outlets):
        known = f"{count(len(one.origins), 'independent origin')}: {', '.join(one.origins)}"
        return [f"{known}; in {', '.join(one.outlets)}"]
    return []


def value_of(one: Stance) -> str:
    """Return the word for a position, and whether a later one has taken its place."""
    return f"{VALUES[one.value][0]}{' (until later)' if one.superseded_by else ''}"


def saying(head: Text, words: Sequence[str], hands: Sequence[str]) -> RenderableType:
    """Lay out one statement: who and how, the words, and the hands that they came through."""
    way = [Padding(Text(f"through {' → '.join(map(clean, hands))}", QUIET), (0, 0, 0, 2))] if hands else []
    return Group(head, *_words(words), *way)


def correction(one: Corrected) -> RenderableType:
    """Lay out one correction."""
    change = f"{clean(one.old or 'not named')} → {clean(one.new or 'not named')}"
    notice = Padding(Text(cut(one.notice), WORDS), (0, 0, 1, 2))
    return Group(line((one.outlet, NAME), (one.kind, ""), (change, DATE)), notice)


def columns(*names: str) -> Table:
    """Make a table without lines; its last column but for numbers takes the room that is left."""
    table = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style=QUIET)
    for name in names:
        table.add_column(name, overflow="fold")
    return table


def line(*pieces: tuple[str, str]) -> Text:
    """Join pieces of text, each with its style, by a middle dot."""
    text = Text(overflow="fold")
    for piece, style in pieces:
        text.append(" · " if text else "")
        text.append(clean(piece), style)
    return text


def proposed(one: Stance) -> Iterable[tuple[str, str]]:
    """Return the piece of a line that says on what, where it is one proposition; a silence is on all of them."""
    return [(PROPOSITIONS[one.proposition].lower(), QUIET)] if one.proposition != "other" else []


def capacity(one: Saying) -> Iterable[tuple[str, str]]:
    """Return the piece of a line that says for whom somebody speaks, or that it is their own view."""
    own = [("speaking personally", QUIET)] if one.personal else []
    return [*([(f"for {one.speaks_for}", QUIET)] if one.speaks_for and not one.personal else []), *own]


def dated(when: When | None) -> Iterable[tuple[str, str]]:
    """Return the piece of a line that says when, where that is known."""
    return [(say_when(when), DATE)] if when and (when.earliest or when.latest) else []


def _id(id_: str, *, ids: bool) -> Iterable[tuple[str, str]]:
    """Return the piece of a line by which a decision can name the row."""
    return [(id_[:8], QUIET)] if ids else []


def cut(words: str) -> str:
    """Clean words for a table, the first few hundred characters of them."""
    words = clean(words)
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"


def count(number: int, noun: str) -> str:
    """Count things in words.

    >>> count(1, "article"), count(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _placed(row: Dated) -> Text:
    """Say when, and against how many of the rows below no order is known: a month is not its first day."""
    order = (
        f"\nin no known order to the next {row.overlaps}" if row.overlaps and not is_day(row.when or UNKNOWN) else ""
    )
    return Text.assemble((say_when(row.when), DATE), (order, QUIET))


def _order(row: Dated) -> Iterator[tuple[str, str]]:
    """Yield what a row is told to have come after, a line each."""
    for words in row.after:
        yield f"\nafter “{opening_of(clean(words))}”", QUIET


def _words(words: Sequence[str]) -> Iterable[RenderableType]:
    return [Padding(Text(cut(" […] ".join(words)), WORDS), (0, 0, 0, 2))] if words else []


def _marked(hit: Hit) -> Text:
    """Show the words around the first match, the matches in bold."""
    whole = hit.found_at == (hit.at,) or not hit.found_at
    first = 0 if whole else hit.found_at[0].start - hit.at.start
    start = max(0, first - LONGEST // 4)
    text, end = Text("… " if start else ""), start
    for at in () if whole else hit.found_at:
        opens, closes = at.start - hit.at.start, at.end - hit.at.start
        if closes > start + LONGEST:
            break
        text.append(_piece(hit.words[end:opens])).append(clean(hit.words[opens:closes]), NAME)
        end = closes
    rest = hit.words[end : start + LONGEST]
    return text.append(_piece(rest)).append(" …" if end + len(rest) < len(hit.words) else "")


def _piece(words: str) -> str:
    """Clean a piece of a line and keep the space at its ends."""
    before, after = " " * words[:1].isspace(), " " * (len(words) > 1 and words[-1:].isspace())
    return f"{before}{clean(words)}{after}"
