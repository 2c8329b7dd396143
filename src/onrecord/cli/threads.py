"""What runs through a story, laid out for a terminal: open commitments, and the changes between versions."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.tables import DATE, NAME, QUIET, WORDS, cut, dated, line
from onrecord.cli.terminal import show
from onrecord.dossiers.register import label_articles
from onrecord.dossiers.wording import ACTS, CHANGES, say_sides
from onrecord.nouns.record import Record
from onrecord.nouns.threads import Change, Commitment, Lookalike


def show_commitments(found: Sequence[Commitment]) -> None:
    """Print what is open, one below the other."""
    if not found:
        show(Text("Nothing that was threatened, demanded or promised is open in this case.", QUIET))
    for one in found:
        show(commitment(one), Text())


def show_changes(found: Sequence[Change], record: Record) -> None:
    """Print what changed, version by version."""
    if not found:
        show(Text("No article of this case is a later version of another, or nothing changed in it.", QUIET))
    labels = label_articles(record)
    for (earlier, later), group in groupby(found, key=lambda one: (one.earlier, one.later)):
        show(line((f"{labels.get(earlier, 'an article')} → {labels.get(later, 'an article')}", NAME)))
        show(*(Padding(change(one), (0, 0, 0, 2)) for one in group), Text())


def show_namesakes(found: Sequence[Lookalike]) -> None:
    """Print the pairs of people who could be taken for one another, with the ids by which to merge them."""
    if not found:
        show(Text("Nobody in this case could be taken for somebody else by their name.", QUIET))
    for one in found:
        head = line((one.name, NAME), (one.one[:8], QUIET), (one.other_name, NAME), (one.other[:8], QUIET))
        show(head, Padding(Text(cut(one.because), QUIET), (0, 0, 0, 2)))


def commitment(one: Commitment) -> RenderableType:
    """Lay out one commitment: who does it to whom, its words, its condition, and what closed it."""
    to = [(f"to {one.to}", "")] if one.to else []
    head = line((one.name, NAME), (ACTS[one.act], ""), *to, (one.status, DATE), *dated(one.when))
    under = [(f"condition: {cut(' · '.join(one.conditions))}", QUIET)] if one.conditions else []
    why = f"closed: {cut(one.because or '')}" if one.status == "closed" else cut(one.because or "")
    closed = [(why, QUIET)] if one.because else []
    words = Padding(Text(cut(" […] ".join(one.words)), WORDS), (0, 0, 0, 2))
    return Group(head, words, *(Padding(Text(text, style), (0, 0, 0, 2)) for text, style in (*under, *closed)))


def change(one: Change) -> RenderableType:
    """Lay out one change: what it is, from what to what, in which words, and whether a notice says so."""
    told = one.now or one.was
    notice = f"a {one.notice_kind} says so" if one.notice else "no notice says so"
    sides = " → ".join(cut(" ".join(side.split())) for side in say_sides(one) if side)
    head = line((CHANGES[one.kind], ""), (sides, DATE), (notice, QUIET))
    words = [Padding(Text(cut(told.text), WORDS), (0, 0, 0, 2))] if told and told.text not in (one.old, one.new) else []
    return Group(head, *words)
