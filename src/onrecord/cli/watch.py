"""Watching a long run: what was read, what was refused, and how far it is, for somebody who looks on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from onrecord.cli.terminal import NOTHING_DONE, clean, tell

if TYPE_CHECKING:
    from rich.progress import Progress

    from onrecord.nouns.source import Refused, Source

SOME_REFUSED = 1
PLACE = 60  # characters of a place that fit on the line of progress


class Watch:
    """What a run over many places has read and refused so far."""

    def __init__(self, progress: "Progress | None" = None) -> None:
        """Begin with nothing; `progress` is shown where there is one."""
        self.read = self.refused = 0
        self._progress = progress

    def refuse(self, place: "Refused") -> None:
        """Name a place that was refused, in one line."""
        self.refused += 1
        tell(f"{place.place}: {place.reason}")

    def seen(self, source: "Source") -> None:
        """Count a source, and show how far the run is."""
        self.read += 1
        if self._progress:
            self._progress.update(self._progress.task_ids[0], completed=self.read, place=clean(source.place)[-PLACE:])

    def leave(self) -> NoReturn:
        """End the program with the code for what happened."""
        sys.exit((SOME_REFUSED if self.read else NOTHING_DONE) if self.refused else 0)


@contextmanager
def watching(*, quiet: bool = False) -> Iterator[Watch]:
    """Count what is read and refused, with a line of progress on stderr where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield Watch()
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    with Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} read"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[place]}", markup=False),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,  # what is printed there is the record, and not for this terminal
    ) as progress:
        progress.add_task("reading", total=None, place="loading the engine …")
        yield Watch(progress)
