"""Speed and memory: `python -m benchmarks.speed [WORDS]`, beside a plain spaCy parse of the same text in the same run.

Seconds on one machine mean little on another; the ratio to the parse by spaCy's whole small pipeline travels. Counted
are seconds of the processor, all threads of the process together, so that neither more cores nor other programs change
them. Each way through the text runs in a process of its own, so that each has its own peak of memory; what is
loaded once is loaded before the clock starts.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any, Literal

import msgspec

from benchmarks.engines import NAMES, load_engines, make_options
from benchmarks.gold import STORIES
from benchmarks.table import lay_out
from onrecord import pipeline
from onrecord.findings.accounts import account
from onrecord.findings.drafts import draft
from onrecord.models.engines import Engine, load_engine
from onrecord.models.pins import EngineName
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.article import Article
from onrecord.nouns.source import Source, make_source
from onrecord.reading import read

WORDS = 20_000
WARM = 400  # words sent through before the clock starts: what is loaded on first use is loaded by then
MEBI = 1024 if sys.platform != "darwin" else 1024 * 1024  # what ru_maxrss counts in, per MiB

Way = Literal["plain"] | EngineName
Stages = dict[str, float]


class Cost(msgspec.Struct, frozen=True):
    """What one way through the text costs."""

    words: int
    seconds: float  # of the processor
    peak: float  # MiB
    stages: Stages = {}


def main(names: tuple[EngineName, ...], words: int) -> None:
    """Print what each way costs, and then every stage of the line."""
    plain = _measure_apart("plain", words)
    lines = {name: _measure_apart(name, words) for name in load_engines(names)}
    print(f"{plain.words:,} words, one article; seconds of the processor")
    print(lay_out(tuple(_rows(plain, lines))))
    print(f"\n{lay_out(tuple(_stages(lines)))}")


def measure(way: Way, words: int) -> Cost:
    """Return what it costs to send a text of so many words through a plain parse or through the whole line."""
    run = _make_run(way)
    run(make_text(min(words, WARM)), {})
    text, stages = make_text(words), Stages()
    start = time.process_time()
    run(text, stages)
    seconds = time.process_time() - start
    return Cost(len(text.split()), seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBI, stages)


def make_text(words: int) -> str:
    """Return a text of about so many words, made by repeating the articles of the bundled stories."""
    articles = [path.read_text("utf-8").strip() for path in sorted(STORIES.glob("*/*.txt"))]
    text: list[str] = []
    missing = words
    while missing > 0:
        text.append(articles[len(text) % len(articles)])
        missing -= len(text[-1].split())
    return "\n\n".join(text)


def _make_run(way: Way) -> Callable[[str, Stages], None]:
    """Load what a way needs and return the way through a text."""
    if way == "plain":
        from onrecord.models.parser import load_parser  # only here: the other ways have less in memory

        whole = load_parser().pipeline

        def parse(text: str, _: Stages) -> None:
            for _doc in whole.pipe(text.split("\n\n"), batch_size=32):
                pass

        return parse
    engine = load_engine(way)
    return lambda text, stages: _go_through(make_source("speed.txt", "text/plain", text.encode()), engine, stages)


def _go_through(source: Source, engine: Engine, stages: Stages) -> None:
    article = _clock(read, stages)(source)
    one = _annotate(article, engine, stages)
    found = _clock(draft, stages)(one)
    tell = _clock(account, stages)
    _clock_body(pipeline.fold, stages)((found,), lambda known: [tell(one, *known)], pipeline.say_made_by())


def _annotate(article: Article, engine: Engine, stages: Stages) -> Annotated:
    class Timed:
        parse = staticmethod(_clock(engine.parse, stages))
        stances = staticmethod(_clock(engine.stances, stages))

    return Annotated(article, _clock_body(pipeline.annotate, stages)(article, Timed))


def _clock_body(function: Callable[..., Any], stages: Stages) -> Callable[..., Any]:
    """Return the same function body with a clock around every stage that it calls by name."""
    if not isinstance(function, FunctionType):
        raise TypeError(f"not a function with a body: {function!r}")
    steps = ("onrecord.annotation", "onrecord.findings")
    clocked = {
        name: _clock(value, stages) if getattr(value, "__module__", "").startswith(steps) else value
        for name, value in function.__globals__.items()
    }
    return FunctionType(function.__code__, clocked, function.__name__, function.__defaults__, function.__closure__)


def _clock(function: Callable[..., Any], stages: Stages) -> Callable[..., Any]:
    def clocked(*arguments: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments)
        finally:
            name = function.__name__
            stages[name] = stages.get(name, 0.0) + time.process_time() - start

    return clocked


def _measure_apart(way: Way, words: int) -> Cost:
    command = [sys.executable, "-m", "benchmarks.speed", str(words), "--way", way]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603 - our own module
    return msgspec.json.decode(printed, type=Cost)


def _rows(plain: Cost, lines: dict[EngineName, Cost]) -> Iterator[tuple[str, ...]]:
    yield "", "words/s", "ratio to plain", "seconds", "peak MiB", "ratio to plain"
    for name, cost in {"plain spaCy parse": plain, **{f"the whole line, {one}": lines[one] for one in lines}}.items():
        pace = f"{cost.words / cost.seconds:,.0f}", f"{plain.seconds / cost.seconds:.2f}", f"{cost.seconds:.2f}"
        yield name, *pace, f"{cost.peak:,.0f}", f"{cost.peak / plain.peak:.2f}"


def _stages(lines: dict[EngineName, Cost]) -> Iterator[tuple[str, ...]]:
    yield "seconds", *lines
    names = {name for line in lines.values() for name in line.stages}
    for name in sorted(names, key=lambda name: -max(line.stages.get(name, 0.0) for line in lines.values())):
        yield name, *(f"{line.stages.get(name, 0.0):.2f}" for line in lines.values())


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("words", nargs="?", type=int, default=WORDS, metavar="WORDS", help="of the text, about")
    options.add_argument("--way", choices=("plain", *NAMES), help="print what this way costs, and nothing else")
    asked = options.parse_args()
    if asked.way:
        print(msgspec.json.encode(measure(asked.way, asked.words)).decode())
    else:
        main(tuple(asked.engine), asked.words)
