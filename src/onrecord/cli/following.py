"""The commands that follow a story: `open` (what was demanded or threatened), `changes` (of versions), `namesakes`."""

from typing import TYPE_CHECKING

import click

import onrecord
from onrecord.cli.options import AS_JSON, ONLY_CASE, PROFILE
from onrecord.cli.terminal import ending_cleanly, print_json

if TYPE_CHECKING:
    from onrecord.verbs.keeping import Profile


@click.command(name="open")
@ONLY_CASE
@click.option("--all", "closed_too", is_flag=True, help="List also what later words have closed, and by which.")
@PROFILE
@AS_JSON
@ending_cleanly
def open_commitments(case: str, *, closed_too: bool, profile: "Profile", as_json: bool) -> None:
    """List what is still open: threats, demands, promises, warnings.

    From whom, to whom, under which condition. Time closes nothing: only later words do, by which a thing is taken back,
    answered or told as done.

    \b
    onrecord open
    onrecord open harbour.onrecord --all
    """
    answer = tuple(
        one for one in onrecord.commitments(case=case, profile=profile) if closed_too or one.status == "open"
    )
    if as_json:
        return print_json(answer)
    from onrecord.cli.threads import show_commitments

    return show_commitments(answer)


@click.command()
@ONLY_CASE
@PROFILE
@AS_JSON
@ending_cleanly
def changes(case: str, *, profile: "Profile", as_json: bool) -> None:
    """List what changed between the versions of an article.

    Statement by statement: added, removed, attributed to somebody else, hedged, reworded, another number or date; and
    whether a notice says so. Versions are those that a story names, and captures of one address.

    \b
    onrecord changes
    onrecord changes harbour.onrecord --json
    """
    answer = onrecord.changes(case=case, profile=profile)
    if as_json:
        return print_json(answer)
    from onrecord.cli.threads import show_changes

    return show_changes(answer, onrecord.export(case, profile=profile))


@click.command()
@ONLY_CASE
@PROFILE
@AS_JSON
@ending_cleanly
def namesakes(case: str, *, profile: "Profile", as_json: bool) -> None:
    """List people who could be taken for one another.

    Their names could be one person's, and the articles do not settle it or speak against it: each pair comes with what
    keeps the two apart. If they are one, onrecord decide merges them.

    \b
    onrecord namesakes
    onrecord namesakes harbour.onrecord --json
    """
    answer = onrecord.namesakes(case=case, profile=profile)
    if as_json:
        return print_json(answer)
    from onrecord.cli.threads import show_namesakes

    return show_namesakes(answer)
