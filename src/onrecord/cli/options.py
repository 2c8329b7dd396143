"""What several commands take: places, a case, a day, an engine, JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from onrecord.cli.terminal import tell

if TYPE_CHECKING:
    from onrecord.models.pins import EngineName

CASE, ENDING = "case.onrecord", ".onrecord"
PLACES = click.argument("places", nargs=-1, required=True, metavar="STORY|FILE|FOLDER...")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, on one line.")
IDS = click.option("--ids", is_flag=True, help="Print the ids by which `onrecord decide` can name the rows.")
PROFILE = click.option(
    "--profile", type=click.Choice(["full", "public"]), default="full", show_default=True,
    help="public: without what is alleged of private persons.",
)  # fmt: skip
PUBLISHED = click.option(
    "--published", metavar="DAY", help="Day of publication (2024-05-31) of sources that have no other."
)
ENGINES = click.Choice(["learned", "rules"])  # as in models.pins, which takes too long to load for --help
ENGINE = click.option(
    "--engine", type=ENGINES,
    help="What finds who said what.  [default: learned where its weights are installed, else rules]",
)  # fmt: skip
ENGINE_OF_CASE = click.option(
    "--engine", type=ENGINES,
    help="What finds who said what; another one reads the whole case anew.  [default: the one that read it last]",
)  # fmt: skip
ONLY_CASE = click.argument("case", default=CASE, metavar="[CASE]")


class Given(TypedDict):
    """What the user said of all the sources of a run."""

    published: str | None
    engine: "EngineName | None"


def say_engine(engine: "EngineName | None") -> None:
    """Say, in one line, that the rules read because the weights of the network are not installed."""
    from onrecord.models.weights import default_engine

    if engine is None and default_engine() == "rules":
        tell("the network's weights are not installed: the rules read, which find less; reinstall onrecord for both")


def split_case(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Tell the case from what is asked of it: a first word that is a folder, or ends as cases do, is the case."""
    first, rest = words[0], words[1:]
    is_case = first.rstrip("/").endswith(ENDING) or (bool(rest) and Path(first).is_dir())
    return (first, rest) if is_case else (CASE, words)
