"""A record as a summary to read in the terminal: articles, things and who stands where on them, statements."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.tables import DATE, NAME, QUIET, correction, count, cut, dated, line, proposed, saying, value_of
from onrecord.cli.terminal import clean, show
from onrecord.dossiers import views
from onrecord.dossiers.dates import say_when
from onrecord.dossiers.register import Register, make_register, outlet_of
from onrecord.dossiers.wording import ACTS
from onrecord.nouns.record import Item, Record, Statement

INDENT = (0, 0, 0, 2)


def show_record(record: Record) -> None:
    """Print the summary of a record."""
    show(*_head(record))
    for heading, blocks in (
        ("Contested, and who stands where", _things(record)),
        ("Said, in the order of the articles", _said(record)),
        ("Corrected", _corrected(record)),
    ):
        if found := list(blocks):
            show(Text(f"\n{heading}\n", f"{NAME} underline"), *found)


def _head(record: Record) -> Iterator[RenderableType]:
    counts = {"statement": record.statements, "item": record.items, "position": record.positions,
              "event": record.events, "correction": record.corrections}  # fmt: skip
    yield Text(", ".join(count(len(rows), noun) for noun, rows in counts.items() if rows) or "Nothing was said.")
    for article in record.articles:
        title = (clean(article.title or article.text[:80]) or "without words", NAME)
        yield line((article.outlet or "outlet not known", ""), title, (say_when(article.published), DATE))


def _things(record: Record) -> Iterator[RenderableType]:
    for item in record.items:
        yield line((cut(item.label), NAME), *_kind(item), (item.id[:8], QUIET))
        stances = views.who(record, item.id)
        if not stances:
            yield Padding(Text("no position reported", QUIET), INDENT)
        for one in stances:
            yield Padding(line((one.name, ""), (value_of(one), NAME), *proposed(one)), INDENT)


def _kind(item: Item) -> Iterator[tuple[str, str]]:
    yield item.kind, ""
    if item.existence == "claimed":
        yield "only claimed to exist", QUIET


def _said(record: Record) -> Iterator[RenderableType]:
    """Lay out what was said, article by article; echoes in headlines and ascribed beliefs are left to --json."""
    register = make_register(record)
    for article in record.articles:
        told = [one for one in record.statements if one.article == article.id and _is_utterance(one)]
        if told:
            yield line((outlet_of(register, article.id), f"{QUIET} underline"))
        for statement in told:
            yield Padding(_block(register, statement), INDENT)
        yield Text()


def _is_utterance(statement: Statement) -> bool:
    """Tell whether somebody is reported to have said it, here for the first time."""
    return statement.attitude == "said" and statement.same_as is None


def _block(register: Register, statement: Statement) -> RenderableType:
    """Lay out one statement: who, how and when, the relays it came through, and the words."""
    *relays, speaker = views.path_of(register, statement)[1:]
    words = views.exact_words(register, statement)
    return saying(line((speaker, NAME), (ACTS[statement.act], ""), *dated(statement.when)), words, relays)


def _corrected(record: Record) -> Iterator[RenderableType]:
    for one in views.corrections(record):
        yield correction(one)
