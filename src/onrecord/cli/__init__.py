"""The command line: one click command per verb."""

import sys

import click
import msgspec

from onrecord import verbs
from onrecord.errors import OnrecordError
from onrecord.nouns.source import Refused


@click.group()
@click.version_option(package_name="onrecord")
def main() -> None:
    """Who said what about contested material: a checkable record from news reports."""


@main.command()
@click.argument("places", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--published")
@click.option("--each", is_flag=True)
@click.option("--jsonl", is_flag=True)
def read(places: tuple[str, ...], as_json: bool, published: str | None, each: bool, jsonl: bool) -> None:
    """Print the record of files, folders and stories, and keep nothing."""
    refused: list[Refused] = []

    def refuse(one: Refused) -> None:
        refused.append(one)
        click.echo(f"onrecord: {one.place}: {one.reason}", err=True)

    try:
        if each:
            for record in verbs.read_each(places, published=published, refuse=refuse):
                click.echo(msgspec.json.encode(record))
        else:
            click.echo(msgspec.json.encode(verbs.read(places, published=published, refuse=refuse)))
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
    sys.exit(1 if refused else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    click.echo(verbs.schema())
