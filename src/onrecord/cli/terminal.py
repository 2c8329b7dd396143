"""The edge to the terminal: nothing in an article can act on it, and every ending is a clean one.

Article text is hostile until shown otherwise: a page can hold escape sequences that retitle a window, hide
what follows or paste commands. All text that is printed goes through `clean`, and rich's markup is never interpreted.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from functools import wraps
from io import StringIO
from typing import TYPE_CHECKING, ParamSpec

import click

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from rich.console import RenderableType

P = ParamSpec("P")

WIDEST = 100  # longer lines are hard to read
NOTHING_DONE, INTERRUPTED = 2, 130
# What a terminal obeys instead of showing: control characters of both sets, and marks that reorder text.
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# The same where JSON has not escaped it already: DEL and the second set, in UTF-8.
ACTING_IN_JSON = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")


def clean(text: str) -> str:
    """Return text as one line that no terminal acts on.

    >>> clean("the \\x1b[2Jtape\\nis real")
    'the �[2Jtape is real'
    """
    return " ".join(ACTING.sub("\N{REPLACEMENT CHARACTER}", text).split())


def tell(message: str) -> None:
    """Tell something on stderr, in one line."""
    click.echo(f"onrecord: {clean(message)}", err=True)


def print_json(noun: object) -> None:
    """Print a noun as one line of JSON."""
    click.echo(as_json_line(noun))


def as_json_line(noun: object) -> bytes:
    """Write a noun as JSON in which whatever a terminal would act on is escaped: the same value, and harmless."""
    import msgspec

    return ACTING_IN_JSON.sub(lambda found: f"\\u{ord(found[0].decode()):04x}".encode(), msgspec.json.encode(noun))


def show(*blocks: "RenderableType") -> None:
    """Print blocks, in colour where stdout is a terminal that wants it."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    page = StringIO()
    console = Console(file=page, width=width, force_terminal=terminal, markup=False, highlight=False, emoji=False)
    console.print(*blocks, sep="\n")
    text = "\n".join(line.rstrip() for line in page.getvalue().splitlines())
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding))


def ending_cleanly(command: Callable[P, None]) -> Callable[P, None]:
    """Make a command end in an exit code and at most one line, not in a traceback, where trouble is to be expected."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except OnrecordError as error:
            tell(str(error))
            sys.exit(NOTHING_DONE)
        except KeyboardInterrupt:
            tell("stopped; what was finished before is kept")
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader (head, less) has seen enough.
            _drop_output()
            sys.exit(0)
        except OSError as error:
            _drop_output()
            tell(f"cannot write what was asked for ({error.strerror}): write it to another place")
            sys.exit(NOTHING_DONE)

    return run


def _drop_output() -> None:
    """Let what Python still holds for stdout go nowhere, so that it does not fail once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
