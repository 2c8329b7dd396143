"""The commands that read without keeping: `read`, `schema`, and `demo` on the bundled story."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Unpack

import click

import onrecord
from onrecord.cli.options import AS_JSON, ENGINE, PLACES, PUBLISHED, Given, say_engine
from onrecord.cli.pages import write_whole
from onrecord.cli.terminal import clean, ending_cleanly, print_json, tell
from onrecord.cli.watch import watching

if TYPE_CHECKING:
    from onrecord.models.pins import EngineName
    from onrecord.nouns.record import Record

DEMO = "dredging-tape"
DEMO_TITLE = "The dredging tape"


@click.command()
@PLACES
@AS_JSON
@PUBLISHED
@ENGINE
@click.option("--each", is_flag=True, help="Make a record of every source by itself, one after the other.")
@click.option("--jsonl", is_flag=True, help="With --each: print one record per line.")
@ending_cleanly
def read(places: tuple[str, ...], *, as_json: bool, each: bool, jsonl: bool, **given: Unpack[Given]) -> None:
    """Print the record of news reports, and keep nothing.

    A place is a text file, a saved page, a web archive, a folder of them, or a story.toml that says which
    belong together. Without --json a summary is printed.

    \b
    onrecord read article.html
    onrecord read story.toml --json > record.json
    onrecord read tuesday.html wednesday.html --published 2024-05-31
    onrecord read --each corpus/ --jsonl > records.jsonl

    --each streams: ten thousand files need no more memory than ten. A story.toml then gives one record
    for each of its sources.
    """
    say_engine(given["engine"])
    if each or jsonl:
        _read_each(places, given, as_json=as_json or jsonl)
    with watching() as watch:
        record = onrecord.read(places, **given, refuse=watch.refuse, seen=watch.seen)
    if watch.read:
        _print(record, as_json=as_json)
    watch.leave()


@click.command()
@click.option("--json", is_flag=True, expose_value=False, help="It is JSON in any case.")
@ending_cleanly
def schema() -> None:
    """Print the JSON Schema of the record.

    \b
    onrecord schema > onrecord.schema.json
    """
    click.echo(onrecord.schema())


@click.command()
@AS_JSON
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("onrecord-demo.html"), show_default=True,
    help="Where to write the dossier.",
)  # fmt: skip
@click.option("--open", "opened", is_flag=True, help="Open the dossier in the browser.")
@ENGINE
@ending_cleanly
def demo(*, as_json: bool, output: Path, opened: bool, engine: "EngineName | None") -> None:
    """Read the bundled story and write its dossier.

    The story is invented: a tape, two outlets, a version that was corrected, and every kind of position.

    \b
    onrecord demo
    onrecord demo --open
    """
    from importlib.resources import as_file, files

    say_engine(engine)
    with as_file(files("onrecord") / "stories" / DEMO) as folder, watching() as watch:
        record = onrecord.read(folder / "story.toml", engine=engine, seen=watch.seen)
    write_whole(output, onrecord.render(onrecord.dossier(record, title=DEMO_TITLE)))
    _print(record, as_json=as_json)
    if not as_json:
        click.echo(f"\nThe dossier, to read and to print: {output.resolve()}")
    if opened:
        import webbrowser

        webbrowser.open(output.resolve().as_uri())


def _read_each(places: tuple[str, ...], given: Given, *, as_json: bool) -> NoReturn:
    """Print record after record, and end the program; progress is not shown where it would run into them."""
    with watching(quiet=sys.stdout.isatty()) as watch:
        for record in onrecord.read_each(places, **given, refuse=watch.refuse, seen=watch.seen):
            _print(record, as_json=as_json)
    watch.leave()


def _print(record: "Record", *, as_json: bool) -> None:
    """Print a record; the summary's tables are only loaded for somebody who reads them."""
    for article in record.articles:
        if article.unread:
            tell(f"{clean(article.title or article.id[:12])}: {article.unread}")
    if as_json:
        return print_json(record)
    from onrecord.cli.summary import show_record

    return show_record(record)
