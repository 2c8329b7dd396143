"""What several commands take: places, a case, a day, JSON."""

import click

CASE = "case.onrecord"
PLACES = click.argument("places", nargs=-1, required=True, metavar="STORY|FILE|FOLDER...")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, on one line.")
PUBLISHED = click.option(
    "--published", metavar="DAY", help="Day of publication (2024-05-31) of sources that have no other."
)
ONLY_CASE = click.argument("case", default=CASE, metavar="[CASE]")
