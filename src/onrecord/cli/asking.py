"""The commands that ask a case: `who`, `said`, `timeline`, `items`, `corrections`, `search`.

The case may be left out: it is then `case.onrecord` in this folder. Tables are imported when one is printed:
`--help` and `--json` do not wait for them.
"""

from typing import TYPE_CHECKING

import click

import onrecord
from onrecord.cli.options import AS_JSON, IDS, ONLY_CASE, PROFILE, split_case
from onrecord.cli.terminal import ending_cleanly, print_json
from onrecord.errors import QueryError

if TYPE_CHECKING:
    from onrecord.verbs.keeping import Profile


@click.command()
@click.argument("asked", nargs=-1, required=True, metavar="[CASE] ITEM")
@IDS
@PROFILE
@AS_JSON
@ending_cleanly
def who(asked: tuple[str, ...], *, ids: bool, profile: "Profile", as_json: bool) -> None:
    """Say where everybody stands on an item.

    ITEM is its label or kind, some words of it, or the beginning of its id; `onrecord items` lists them. Every position
    comes with its words. Somebody who is not listed was not reported on: that is not silence.

    \b
    onrecord who "the recording"
    onrecord who harbour.onrecord 3f9a
    """
    case, item = _split(asked, "an item: onrecord items lists them")
    answer = onrecord.who(item, case=case, profile=profile)
    if as_json:
        return print_json(answer)
    from onrecord.cli.tables import show_stances

    return show_stances(answer, ids=ids)


@click.command()
@click.argument("asked", nargs=-1, required=True, metavar="[CASE] NAME")
@IDS
@PROFILE
@AS_JSON
@ending_cleanly
def said(asked: tuple[str, ...], *, ids: bool, profile: "Profile", as_json: bool) -> None:
    """Print everything that somebody said, in order.

    With the exact words and the hands they came through: the outlet first, then the relays.

    \b
    onrecord said Varga
    onrecord said harbour.onrecord "the port authority"
    """
    case, name = _split(asked, "a name")
    answer = onrecord.said(name, case=case, profile=profile)
    if as_json:
        return print_json(answer)
    from onrecord.cli.tables import show_sayings

    return show_sayings(answer, ids=ids)


@click.command()
@click.argument("asked", nargs=-1, required=True, metavar="[CASE] WORDS...")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Print at most so many.")
@PROFILE
@AS_JSON
@ending_cleanly
def search(asked: tuple[str, ...], *, limit: int, profile: "Profile", as_json: bool) -> None:
    """Find words in names, statements and articles.

    All words have to stand together in one paragraph, statement or name; page furniture is not searched.
    "Two words" in quotation marks are a phrase, begin* finds beginnings.

    \b
    onrecord search tape denied
    onrecord search harbour.onrecord '"never spoke" dredg*'
    """
    case, words = _split(asked, "words to look for")
    answer = onrecord.search(words, case=case, limit=limit, profile=profile)
    if as_json:
        return print_json(answer)
    from onrecord.cli.tables import show_hits

    return show_hits(answer)


@click.command()
@ONLY_CASE
@PROFILE
@AS_JSON
@ending_cleanly
def timeline(case: str, *, profile: "Profile", as_json: bool) -> None:
    """Print what is told, was said and was published, by its day.

    As exactly as the text says it, and no more. What is not dated comes last.

    \b
    onrecord timeline
    onrecord timeline harbour.onrecord --json
    """
    answer = onrecord.timeline(case=case, profile=profile)
    if as_json:
        return print_json(answer)
    from onrecord.cli.tables import show_timeline

    return show_timeline(answer)


@click.command()
@ONLY_CASE
@PROFILE
@AS_JSON
@ending_cleanly
def items(case: str, *, profile: "Profile", as_json: bool) -> None:
    """List the contested things.

    Recordings, letters, videos, posts, claims: each with the number of positions on it.

    \b
    onrecord items
    onrecord items harbour.onrecord --json
    """
    answer = onrecord.items(case=case, profile=profile)
    if as_json:
        return print_json(answer)
    from onrecord.cli.tables import show_items

    return show_items(answer)


@click.command()
@ONLY_CASE
@PROFILE
@AS_JSON
@ending_cleanly
def corrections(case: str, *, profile: "Profile", as_json: bool) -> None:
    """List what was corrected.

    The value that was wrong, the one in force, and the words of the notice.

    \b
    onrecord corrections
    onrecord corrections harbour.onrecord --json
    """
    answer = onrecord.corrections(case=case, profile=profile)
    if as_json:
        return print_json(answer)
    from onrecord.cli.tables import show_corrections

    return show_corrections(answer)


def _split(asked: tuple[str, ...], wanted: str) -> tuple[str, str]:
    """Tell the case from what is asked of it, in one piece."""
    case, rest = split_case(asked)
    words = " ".join(rest)
    if not words.strip():
        raise QueryError(f"nothing is asked of {case}: name {wanted}")
    return case, words
