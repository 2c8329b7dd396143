"""Speed and memory: `python -m benchmarks.speed [WORDS]`, beside a plain spaCy parse of the same text in the same run.

Seconds on one machine mean little on another; the ratio to the parse, which every stage waits for, travels. The whole
line and the plain parse run in processes of their own, so that each has its own peak of memory.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

import msgspec

from benchmarks.gold import STORIES
from benchmarks.table import lay_out
from onrecord import pipeline
from onrecord.models.parser import Parser, load_parser
from onrecord.nouns.article import Article
from onrecord.nouns.source import make_source
from onrecord.reading import read

WORDS = 20_000
MEBI = 1024 if sys.platform != "darwin" else 1024 * 1024  # what ru_maxrss counts in, per MiB


class Cost(msgspec.Struct, frozen=True):
    """What one way through the text costs."""

    seconds: float
    peak: float  # MiB
    stages: dict[str, float] = {}


def main(arguments: list[str]) -> None:
    """Print the table, or, when told which way to go, the cost of that way."""
    if arguments[:1] in (["plain"], ["line"]):
        print(msgspec.json.encode(measure(arguments[0], int(arguments[1]))).decode())
        return
    words = int(arguments[0]) if arguments else WORDS
    plain, line = (_measure_apart(way, words) for way in ("plain", "line"))
    print(f"{words:,} words, one process, one article")
    print(lay_out(tuple(_rows(words, plain, line))))


def measure(way: str, words: int) -> Cost:
    """Return what it costs to send a text of so many words through a plain parse or through the whole line."""
    parser, text = load_parser(), make_text(words)
    source = make_source("speed.txt", "text/plain", text.encode())
    stages: dict[str, float] = {}
    start = time.perf_counter()
    if way == "plain":
        for _ in parser.pipeline.pipe(text.split("\n\n"), batch_size=32):
            pass
    else:
        article = _clock(read, stages)(source)
        one = _annotate(article, parser, stages)
        _clock_body(pipeline.establish, stages)((one,), pipeline.say_made_by())
    seconds = time.perf_counter() - start
    return Cost(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBI, stages)


def make_text(words: int) -> str:
    """Return a text of about so many words, made by repeating the articles of the bundled stories."""
    story = "\n\n".join(path.read_text("utf-8").strip() for path in sorted(STORIES.glob("*/*.txt")))
    times = -(-words // len(story.split()))
    return "\n\n".join([story] * times)


def _annotate(article: Article, parser: Parser, stages: dict[str, float]) -> Any:
    from onrecord.nouns.annotations import Annotated

    class Timed:
        parse = staticmethod(_clock(parser.parse, stages))

    return Annotated(article, _clock_body(pipeline.annotate, stages)(article, Timed))


def _clock_body(function: Callable[..., Any], stages: dict[str, float]) -> Callable[..., Any]:
    """Return the same function body with a clock around every stage that it calls by name."""
    if not isinstance(function, FunctionType):
        raise TypeError(f"not a function with a body: {function!r}")
    steps = ("onrecord.annotation", "onrecord.findings")
    clocked = {
        name: _clock(value, stages) if getattr(value, "__module__", "").startswith(steps) else value
        for name, value in function.__globals__.items()
    }
    return FunctionType(function.__code__, clocked, function.__name__, function.__defaults__, function.__closure__)


def _clock(function: Callable[..., Any], stages: dict[str, float]) -> Callable[..., Any]:
    def clocked(*arguments: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*arguments)
        finally:
            name = function.__name__
            stages[name] = stages.get(name, 0.0) + time.perf_counter() - start

    return clocked


def _measure_apart(way: str, words: int) -> Cost:
    command = [sys.executable, "-m", "benchmarks.speed", way, str(words)]
    printed = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - our own module
    return msgspec.json.decode(printed, type=Cost)


def _rows(words: int, plain: Cost, line: Cost) -> Iterator[tuple[str, ...]]:
    yield "", "words/s", "seconds", "ratio to plain", "peak MiB", "ratio to plain"
    for name, cost in (("plain spaCy parse", plain), ("the whole line", line)):
        peak = f"{cost.peak:,.0f}", f"{cost.peak / plain.peak:.2f}"
        yield (name, *_pace(words, cost.seconds, plain.seconds), *peak)
    for name, seconds in sorted(line.stages.items(), key=lambda stage: -stage[1]):
        yield (f"  {name}", *_pace(words, seconds, plain.seconds), "", "")


def _pace(words: int, seconds: float, plain: float) -> tuple[str, str, str]:
    return f"{words / max(seconds, 1e-9):,.0f}", f"{seconds:.2f}", f"{seconds / plain:.2f}"


if __name__ == "__main__":
    main(sys.argv[1:])
