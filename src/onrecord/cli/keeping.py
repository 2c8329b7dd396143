"""The commands that keep, hand on and check: `add`, `dossier`, `export`, `verify`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

import onrecord
from onrecord.cli.options import AS_JSON, CASE, ENGINE_OF_CASE, ONLY_CASE, PLACES, PROFILE, PUBLISHED, Given, say_engine
from onrecord.cli.pages import write_whole
from onrecord.cli.terminal import NOTHING_DONE, as_json_line, ending_cleanly, print_json, tell
from onrecord.cli.watch import watching

if TYPE_CHECKING:
    from onrecord.models.pins import EngineName
    from onrecord.verbs.keeping import Profile


@click.command()
@PLACES
@click.option("--to", "case", default=CASE, show_default=True, metavar="CASE", help="The case folder; made if missing.")
@PUBLISHED
@ENGINE_OF_CASE
@AS_JSON
@ending_cleanly
def add(places: tuple[str, ...], *, case: str, as_json: bool, **given: Unpack[Given]) -> None:
    """Add news reports to a case folder.

    The folder keeps every original by its hash, and one database; only you can read it. Adding the same file twice
    changes nothing. What a story.toml says of a file that is known already fills gaps and replaces nothing.

    \b
    onrecord add story.toml
    onrecord add saved-pages/ --to harbour.onrecord
    """
    say_engine(given["engine"])
    with watching() as watch:
        added = onrecord.add(places, case=case, **given, refuse=watch.refuse, seen=watch.seen)
    if as_json:
        print_json(added)
    elif watch.read:
        from onrecord.cli.tables import show_added

        show_added(added, case)
    watch.leave()


@click.command()
@ONLY_CASE
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The page to write.  [default: dossier.html]")
@click.option("--title", help="Its title.  [default: the name of the case]")
@PROFILE
@click.option("--json", "as_json", is_flag=True, help="Print the dossier as JSON; a page is written only with -o.")
@ending_cleanly
def dossier(case: str, *, output: Path | None, title: str | None, profile: "Profile", as_json: bool) -> None:
    """Write a case as one page to read and to print.

    The page needs nothing else and asks nothing of a network: it can be mailed, archived, printed.

    \b
    onrecord dossier
    onrecord dossier harbour.onrecord -o harbour.html --title "The harbour tape" --profile public
    """
    arranged = onrecord.dossier(case, title=title, profile=profile)
    if output or not as_json:
        output = output or Path("dossier.html")
        write_whole(output, onrecord.render(arranged))
    if as_json:
        print_json(arranged)
    else:
        click.echo(output)


@click.command()
@ONLY_CASE
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write instead of stdout.")
@click.option("--undecided", is_flag=True, help="As the program made it, without what people decided.")
@PROFILE
@ENGINE_OF_CASE
@click.option("--json", is_flag=True, expose_value=False, help="It is JSON in any case.")
@ending_cleanly
def export(case: str, *, output: Path | None, undecided: bool, profile: "Profile", engine: "EngineName | None") -> None:
    """Print the record of a case as JSON.

    \b
    onrecord export > record.json
    onrecord export harbour.onrecord -o record.json
    onrecord export --engine rules > by-rules.json
    """
    record = onrecord.export(case, engine=engine, undecided=undecided, profile=profile)
    if output:
        write_whole(output, as_json_line(record).decode() + "\n")
    else:
        print_json(record)


@click.command()
@ONLY_CASE
@click.option("--again", is_flag=True, help="Let the engine find who said what anew: as long as adding it took.")
@AS_JSON
@ending_cleanly
def verify(case: str, *, again: bool, as_json: bool) -> None:
    """Check a case from the originals up.

    Hash every original, read it again, establish every row again, slice every span of every row. Exit code 0 when
    all of it holds, 2 when anything does not.

    \b
    onrecord verify
    onrecord verify harbour.onrecord --again
    """
    checked = onrecord.verify(case, again=again)
    if as_json:
        print_json(checked)
    else:
        from onrecord.cli.tables import show_verification

        show_verification(checked)
        for fault in checked.faults:
            tell(f"{case}: {fault}")
    if checked.faults:
        sys.exit(NOTHING_DONE)
