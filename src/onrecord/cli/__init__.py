"""The command line: one click command per verb.

Every command takes `--json`. Exit codes: 0 done; 1 done, but some places were refused, each named on
stderr in one line; 2 nothing done, with one line on stderr that says what to do.
"""

import click

from onrecord.cli.asking import corrections, items, said, search, timeline, who
from onrecord.cli.deciding import decide, decisions
from onrecord.cli.following import changes, namesakes, open_commitments
from onrecord.cli.keeping import add, dossier, export, verify
from onrecord.cli.reading import demo, read, schema

COMMANDS = (
    read, add, who, said, timeline, items, open_commitments, corrections, changes, namesakes, search, decide, decisions,
    dossier, export, verify, schema, demo,
)  # fmt: skip


class InOrder(click.Group):
    """A group that lists its commands in the order in which somebody meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names as they were added."""
        return list(self.commands)


@click.group(
    cls=InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Try it: onrecord demo. Everything stays on this machine: onrecord opens no network connection.",
)
@click.version_option(package_name="onrecord")
def main() -> None:
    """Turn news reports about contested material into a checkable record of who said what about it.

    It never says what is true. It says who says so, on whose word, since when, and what nobody has said.
    """


for _command in COMMANDS:
    main.add_command(_command)
