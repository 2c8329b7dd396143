"""The command line: one click command per verb."""

import click


@click.group()
@click.version_option(package_name="onrecord")
def main() -> None:
    """Who said what about contested material: a checkable record from news reports."""
