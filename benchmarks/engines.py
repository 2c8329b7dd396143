"""Which engines are measured: both, side by side in one run, or the one that `--engine` names."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable
from typing import get_args

from onrecord.errors import ModelError
from onrecord.models.engines import Engine, load_engine
from onrecord.models.pins import EngineName

NAMES: tuple[EngineName, ...] = get_args(EngineName)

Engines = dict[EngineName, Engine]


def make_options(doc: str | None) -> ArgumentParser:
    """Return a parser of options with `--engine`, which leaves both engines to be measured unless it is given.

    >>> make_options(None).parse_args(["--engine", "rules"]).engine
    ['rules']
    """
    options = ArgumentParser(description=doc, formatter_class=RawDescriptionHelpFormatter)
    options.add_argument(
        "--engine", choices=NAMES, nargs=1, default=NAMES, help="the only engine to measure; both unless it is given"
    )
    return options


def load_engines(names: Iterable[EngineName]) -> Engines:
    """Load engines, in order; say which cannot be measured for want of their weights, and go on without it."""
    engines: Engines = {}
    for name in names:
        try:
            engines[name] = load_engine(name)
        except ModelError as error:
            print(f"{name} is not measured: {error}", file=sys.stderr)
    return engines
