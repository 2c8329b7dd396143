"""Which phrases name one and the same thing within an article.

Two things are never merged for being alike: "another", another length or another date opens a new one,
and so does a word that sets apart ("the phone video" after "the body-camera video"). What is left goes to the last thing that it fits.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.annotation.thing_phrases import Naming
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Trait

IDENTITY = frozenset({"duration", "made", "length"})  # two values of one of these are two things


class Thread(msgspec.Struct):
    """The phrases of one thing so far: built up while the article is read from top to bottom."""

    number: int
    nouns: set[str]
    kinds: set[str]
    marks: set[str]
    traits: dict[str, str]
    other: bool
    plural: bool
    heading: bool  # only a heading has named it so far
    last: int


def thread_namings(
    namings: Sequence[Naming], traits: Sequence[tuple[Trait, ...]], headings: Sequence[bool]
) -> list[tuple[int, ...]]:
    """Return, for each phrase, the numbers of the threads it names: several for "both emails"."""
    threads: list[Thread] = []
    numbers: list[tuple[int, ...]] = []
    for place, (naming, known, heading) in enumerate(zip(namings, traits, headings, strict=True)):
        values = {trait.name: trait.value for trait in known if trait.name in IDENTITY and trait.value}
        gathered = _gather(naming, threads)
        if gathered:
            numbers.append(tuple(thread.number for thread in gathered))
            continue
        thread = _choose(naming, values, threads)
        if thread is None:
            thread = _open(naming, len(threads), heading=heading)
            threads.append(thread)
        _extend(thread, naming, values, place)
        thread.heading = thread.heading and heading
        numbers.append((thread.number,))
    return numbers


@cache
def _others() -> frozenset[str]:
    return frozenset(lexicon("items")["other"]["words"])


@cache
def _firsts() -> frozenset[str]:
    return frozenset(lexicon("items")["other"]["first"])


def is_other(naming: Naming) -> bool:
    """Tell whether the words set the thing apart from one of its kind."""
    return not _others().isdisjoint(naming.words)


def _gather(naming: Naming, threads: Sequence[Thread]) -> list[Thread]:
    """Return the threads that "both tapes" or "neither email" takes together: the last two that it fits."""
    if not set(naming.words[:1]) & {"both", "either", "neither"}:
        return []
    fitting = [thread for thread in threads if not thread.plural and may_name(naming.noun, naming.kind, thread)]
    last = sorted(fitting, key=lambda thread: thread.last)[-2:]
    return last if len(last) == 2 else []


def _choose(naming: Naming, values: dict[str, str], threads: Sequence[Thread]) -> Thread | None:
    fitting = [thread for thread in threads if _fits(naming, values, thread)]
    ranked = sorted(fitting, key=lambda thread: (_likeness(naming, values, thread), thread.last))
    return ranked[-1] if ranked else None


def _fits(naming: Naming, values: dict[str, str], thread: Thread) -> bool:
    if naming.plural != thread.plural or not may_name(naming.noun, naming.kind, thread):
        return False
    if any(thread.traits.get(name, value) != value for name, value in values.items()):
        return False
    agrees = any(thread.traits.get(name) == value for name, value in values.items())
    if is_other(naming) and not thread.other or thread.other and not _firsts().isdisjoint(naming.words):
        return False
    if naming.form in ("indefinite", "bare"):
        return agrees or thread.heading or naming.form == "bare" and bool(naming.marks & thread.marks)
    return agrees or not naming.marks or bool(naming.marks & thread.marks) or not thread.marks and not is_other(naming)


def may_name(noun: str, kind: str, thread: Thread) -> bool:
    """Tell whether a noun may name a thing that was called by other nouns before."""
    covers: dict[str, list[str]] = lexicon("items")["covers"]
    if noun in thread.nouns:
        return True
    return any(noun in covers.get(name, ()) for name in thread.kinds) or any(
        known in covers.get(kind, ()) for known in thread.nouns
    )


def _likeness(naming: Naming, values: dict[str, str], thread: Thread) -> int:
    agreeing = sum(thread.traits.get(name) == value for name, value in values.items())
    same_rank = is_other(naming) and thread.other
    return 4 * agreeing + 2 * len(naming.marks & thread.marks) + 2 * same_rank + (naming.noun in thread.nouns)


def _open(naming: Naming, number: int, *, heading: bool) -> Thread:
    return Thread(number, set(), set(), set(), {}, is_other(naming), naming.plural, heading, 0)


def _extend(thread: Thread, naming: Naming, values: dict[str, str], place: int) -> None:
    thread.nouns.add(naming.noun)
    thread.kinds.add(naming.kind)
    thread.marks |= naming.marks
    thread.traits |= values
    thread.last = place
