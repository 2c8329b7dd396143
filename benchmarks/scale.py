"""A case of many articles: `python -m benchmarks.scale [ARTICLES]`, how long its record takes and how much memory.

The articles are the bundled stories, told again with other names and other numbers: some people and things are in all
of them, some in a few and some in one, as in a long affair. Only the bundled ones are read by an engine; a retelling
puts words of the same length in the place of names, in the text and in what was found in it alike. Asked for the first
time, everything is made; with one article added, what others tell is kept. Seconds are those of the processor.
"""

import random
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from benchmarks.engines import load_engines, make_options
from benchmarks.gold import STORIES
from benchmarks.speed import MEBI
from benchmarks.table import lay_out
from onrecord.intake import take
from onrecord.models.engines import Engine
from onrecord.models.pins import EngineName, say_made_by
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.digest import sha256
from onrecord.nouns.record import MadeBy
from onrecord.nouns.source import Refused, make_source
from onrecord.pipeline import annotate_source
from onrecord.store import Store
from onrecord.verbs.keeping import decide_case

ARTICLES = 500
SHARED = 8  # retellings that have the same names
HEAD = ("", "statements", "positions", "first asked", "one added", "asked", "asked again", "peak MiB")
OUTLETS = ("Torvik Courier", "Coast Gazette", "Ellory Post", "Harbour Wire", "The Lowland Star", "Radio Nine")
VOWELS, OTHERS = "aeiou", "bcdfghjklmnprstvw"

T = TypeVar("T")


def main(names: tuple[EngineName, ...], articles: int) -> None:
    """Print what a case of so many articles costs, for each engine that read its stories."""
    rows: list[tuple[str, ...]] = [HEAD]
    for name, engine in load_engines(names).items():
        rows.append((name, *_measure(make_story(engine, articles + 1), say_made_by(name))))
    print(f"a case of {articles:,} articles, annotated already; seconds of the processor\n{lay_out(tuple(rows))}")


def make_story(engine: Engine, articles: int) -> tuple[Annotated, ...]:
    """Return so many annotated articles: the bundled ones, then retellings of them."""
    found = (source for source in take([str(STORIES)]) if not isinstance(source, Refused))
    told = [annotate_source(source, engine) for source in found]
    return tuple(_retell(told[n % len(told)], n // len(told), n) for n in range(articles))


def _retell(one: Annotated, telling: int, number: int) -> Annotated:
    """Tell an article again: every other name is another one in each group of retellings, every number in each."""
    names = {word for mention in one.annotations.mentions if mention.form == "name" for word in _names(mention.name)}
    others = {word: _rename(word, telling // SHARED) for word in names if sum(map(ord, word)) % 2 and telling}
    text = msgspec.json.encode(one).decode()
    if others:
        text = re.sub(rf"\b(?:{'|'.join(sorted(others))})\b", lambda word: others[word[0]], text)
    told = msgspec.json.decode(text, type=Annotated)
    outlet = OUTLETS[number % len(OUTLETS)]
    article = msgspec.structs.replace(told.article, outlet=outlet, version_of=None)
    id_ = sha256(f"{number}\n{article.text}".encode())
    return msgspec.json.decode(msgspec.json.encode(Annotated(article, told.annotations)).replace(
        one.article.id.encode(), id_.encode()), type=Annotated)  # fmt: skip


def _names(name: str | None) -> Iterator[str]:
    return (word for word in re.findall(r"[A-Za-z]+", name or "") if word[0].isupper() and len(word) > 3)


def _rename(word: str, group: int) -> str:
    """Make up a name of the same length."""
    chosen = random.Random(f"{word} {group}")  # noqa: S311 - names and no secrets
    letters = (chosen.choice(VOWELS if letter.lower() in VOWELS else OTHERS) for letter in word)
    return "".join(letters).capitalize()


def _measure(story: tuple[Annotated, ...], made_by: MadeBy) -> tuple[str, ...]:
    """Fill a case, ask it, add one more article, ask it again, and once more when nothing has changed."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "case", create=True) as store:
        *most, last = story
        for one in most:
            _put(store, one, made_by)
        first, _ = _clock(lambda: decide_case(store))
        added, _ = _clock(lambda: _put(store, last, made_by))
        more, record = _clock(lambda: decide_case(store))
        again, _ = _clock(lambda: decide_case(store))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBI
    counts = f"{len(record.statements):,}", f"{len(record.positions):,}"
    return *counts, f"{first:.2f}", f"{added:.2f}", f"{more:.2f}", f"{again:.2f}", f"{peak:,.0f}"


def _put(store: Store, one: Annotated, made_by: MadeBy) -> bool:
    source = make_source("scale.txt", "text/plain", b"")
    return store.put(
        msgspec.structs.replace(source, id=one.article.id), one, made_by, taken="2026-01-01T00:00:00+00:00"
    )


def _clock(run: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    done = run()
    return time.process_time() - start, done


if __name__ == "__main__":
    options = make_options(__doc__)
    options.add_argument("articles", nargs="?", type=int, default=ARTICLES, help="in the case")
    asked = options.parse_args()
    main(tuple(asked.engine), asked.articles)
