"""A record as a summary to read in the terminal: articles, things and who stands where on them, statements."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.tables import DATE, NAME, QUIET, correction, count, cut, line, saying
from onrecord.cli.terminal import clean, show
from onrecord.dossiers import views
from onrecord.dossiers.dates import say_when
from onrecord.dossiers.register import make_register
from onrecord.dossiers.wording import PROPOSITIONS, VALUES
from onrecord.nouns.record import Item, Record
from onrecord.nouns.views import Saying

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
            value = (VALUES[one.value][0], NAME)
            yield Padding(line((one.name, ""), value, (PROPOSITIONS[one.proposition].lower(), QUIET)), INDENT)


def _kind(item: Item) -> Iterator[tuple[str, str]]:
    yield item.kind, ""
    if item.existence == "claimed":
        yield "only claimed to exist", QUIET


def _said(record: Record) -> Iterator[RenderableType]:
    register = make_register(record)
    for statement in record.statements:
        if statement.same_as is None and statement.attitude == "said":
            yield saying(
                Saying(
                    statement=statement.id,
                    article=statement.article,
                    path=views.path_of(register, statement),
                    act=statement.act,
                    mode=statement.mode,
                    words=views.exact_words(register, statement),
                    when=statement.when,
                )
            )


def _corrected(record: Record) -> Iterator[RenderableType]:
    for one in views.corrections(record):
        yield correction(one)
