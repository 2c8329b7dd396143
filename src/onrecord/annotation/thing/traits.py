"""What the words tell about a thing: how long it is, when it was made or posted, where.

Only words inside the phrase or in its own clause count ("a nine-minute tape", "the letter, dated 2 May",
"a clip which was posted on …"): a trait taken from further off would soon tell two things apart, or merge two, wrongly.
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Trait
from onrecord.nouns.span import Span

WINDOW = 90  # code points after the phrase in which its own clause may still speak of it

_UNIT = r"(?:seconds?|minutes?|hours?)"
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?"
    r"|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DATE = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?|{_MONTH} \d{{4}}|{_MONTH}\b"
_CAPITAL = (
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2})?(?:,? \d{4})?"
)
_PAPER = r"(?:\w+ )?(?:[a-z]+$|[a-z]+ (?:of|from)\b)"  # what a month can stand before: "the March version"
_GAP = r"[^.!?;“”\"\n]{0,50}?"
_NAME = r"[A-Z][\w.&’'-]*\w"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


@cache
def _number() -> str:
    words = "|".join(sorted(lexicon("items")["numbers"], key=len, reverse=True))
    return rf"(?:\d{{1,4}}|{words})"


@cache
def _inner() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what may stand inside the phrase."""
    return (
        (
            "duration",
            re.compile(rf"\b{_number()}[- ]{_UNIT}(?: and {_number()}[- ]{_UNIT})?\b(?! of the)", re.IGNORECASE),
        ),
        ("length", re.compile(rf"\b{_number()}[- ]pages?\b(?! of (?:the|this|that)\b)", re.IGNORECASE)),
        ("made", re.compile(rf"\b(?:of|from) (?P<value>{_DATE})", re.IGNORECASE)),
        ("made", re.compile(rf"^(?:(?!(?:[Oo]f|[Ff]rom) )\S+ ){{1,3}}?(?P<value>{_CAPITAL}) (?={_PAPER})")),
        *_states(),
    )


def _states() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield what tells like things apart by the state they are in ("the unsigned minutes"): before any "of"."""
    for name, sides in lexicon("items")["states"].items():
        words = "|".join(word for side in sides for word in side)
        yield name, re.compile(rf"^(?:(?!(?:of|from)\s)\S+\s+)*?(?P<value>{words})(?=\s)", re.IGNORECASE)


@cache
def _after() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what may follow it in its own clause."""
    made = "dated|recorded|made|filmed|taken|shot|written|signed|sent"
    by = r"(?: (?:from|by) [a-z]+| to(?: [a-z]+){1,3}?)?"
    out = "posted|published|uploaded|released|shared|leaked|appeared|surfaced|circulated|circulating"
    lasting = r",? (?:which (?:is|lasts|runs)(?: for)? |lasting |running |of )?"
    length = rf"(?P<value>{_number()}[- ]{_UNIT}(?: and {_number()}[- ]{_UNIT})?)\b"
    name = rf"(?P<value>(?!{_WEEKDAY})(?!(?i:{_MONTH})\b){_NAME}(?: {_NAME}){{0,4}})"
    return (
        ("duration", re.compile(rf"^{lasting}{length}", re.IGNORECASE)),
        ("made", re.compile(rf"^ (?:of|from) (?P<value>{_DATE})", re.IGNORECASE)),
        (
            "made",
            re.compile(
                rf"^{_GAP}\b(?:{made})\b{by}(?: on| in)? (?P<value>{_DATE})",
                re.IGNORECASE,
            ),
        ),
        ("posted", re.compile(rf"^{_GAP}\b(?:{out})\b(?: online)? (?:on|in) (?P<value>{_DATE})", re.IGNORECASE)),
        ("platform", re.compile(rf"^{_GAP}\b(?i:{out})\b(?: online)? on (?:the |its |his |her )?{name}")),
        ("obtained", re.compile(rf"^{_GAP}\bobtained by (?:the )?{name}")),
        ("seen", re.compile(rf"^{_GAP}\b(?:seen|reviewed|viewed|examined|heard) by (?:the )?{name}")),
        (
            "shared with",
            re.compile(rf"^{_GAP}\b(?:shared with|(?:sent|handed|given|leaked|provided|passed) to) (?:the )?{name}"),
        ),
        (
            "outlet",
            re.compile(rf"^{_GAP}\b(?:published|printed|aired|broadcast)\b.{{0,25}}? by (?:the )?(?:[a-z]+ )?{name}"),
        ),
    )


def find_traits(text: str, at: Span, end: int) -> tuple[Trait, ...]:
    """Find what the phrase and its clause, up to the sentence's end, tell about the thing."""
    tail = Span(at.end, min(end, at.end + WINDOW)) if end > at.end else None
    found = [*_inside(text, at), *(_behind(text, tail) if tail else ())]
    kept: dict[str, Trait] = {}
    for trait in found:
        kept.setdefault(trait.name, trait)
    return tuple(kept.values())


def trait_in(text: str, at: Span) -> Trait | None:
    """Return the first trait that words name on their own ("17 minutes"), as in a notice that corrects it."""
    return next(_inside(text, at), None)


def _inside(text: str, at: Span) -> Iterator[Trait]:
    words = at.of(text)
    for name, pattern in _inner():
        match = pattern.search(words)
        if match:
            start, end = match.span("value") if "value" in pattern.groupindex else match.span()
            yield _trait(name, text, Span(at.start + start, at.start + end))


def _behind(text: str, tail: Span) -> Iterator[Trait]:
    words = tail.of(text)
    for name, pattern in _after():
        match = pattern.search(words)
        if match:
            start, end = match.span("value")
            yield _trait(name, text, Span(tail.start + start, tail.start + end))


def _trait(name: str, text: str, at: Span) -> Trait:
    return Trait(name=name, at=at, value=key_of(name, at.of(text)))


def key_of(name: str, words: str) -> str:
    """Return a form in which equal values are equal: seconds for a duration, month and day for a date.

    >>> key_of("duration", "two minutes and 10 seconds")
    '130'
    >>> key_of("made", "2 May 1998") == key_of("made", "May 2")
    True
    """
    if name == "duration":
        return str(_seconds(words))
    if name in ("made", "posted"):
        return _day(words)
    if name in lexicon("items")["states"]:
        return _side(name, words)
    return " ".join(_plain(word) for word in re.findall(r"\w+", words.lower()))


def _plain(word: str) -> str:
    return str(lexicon("items")["numbers"].get(word, word)).removesuffix("s")


def _side(name: str, words: str) -> str:
    """Return the first word of the side of a state that a word is on."""
    sides = lexicon("items")["states"][name]
    return next((str(side[0]) for side in sides if words.lower() in side), words.lower())


def _seconds(words: str) -> int:
    seconds = {"second": 1, "minute": 60, "hour": 3600}
    pairs = re.findall(rf"({_number()})[- ]({_UNIT})", words.lower())
    return sum(int(_plain(number) or 0) * seconds[unit.removesuffix("s")] for number, unit in pairs)


def _day(words: str) -> str:
    """Return month and day; the year is left out, since one of two mentions mostly leaves it out."""
    month = re.search(r"[a-z]{3}", words.lower())
    day = re.search(r"\b\d{1,2}\b", words)
    return f"{month.group() if month else ''} {day.group() if day else ''}".strip()
