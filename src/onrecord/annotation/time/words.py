"""The words of a text as the grammar of time sees them: each by the classes it belongs to.

A word's set of classes is written as one character, so that a sentence becomes a short string and every form of the
grammar a regular expression over it: matching runs in C, and a language is only a lexicon.
"""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.nouns.sighting import Value

OTHER = "."  # the character of words that no form uses
FIRST_MARK = 0xE000  # private use: never meets a character of a pattern
EARLIEST_YEAR, LATEST_YEAR = 1000, 2199  # four figures outside are a number and no year
LONGEST_NUMBER = 9
SHORT = 2  # figures of a year
LAST_SHORT_YEAR = 40  # '41 is 1941, '40 is 2040: news remembers further back than it looks ahead

_FIGURES = r"""
    (?P<iso>\d{4}-\d\d-\d\d(?!\w))
  | (?P<slashed>\d{1,2}(?P<mark_of>MARK)\d{1,2}(?P=mark_of)\d{2}(?:\d\d)?(?!\w))
  | (?P<clock>(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\w:]|[.,]\d|\s?%))
  | (?P<split_years>(?:1\d|20)\d\d[-–/](?:\d\d)?\d\d(?!\w|[-–/]\d))
  | (?P<offset>(?:\+|(?<=GMT|UTC)[-–−])\d{1,2}(?::\d\d)?(?!\w))
  | (?P<decade>(?:1\d|20)\d0DECADE(?!\w)|['’]?[1-9]0DECADE(?!\w))
  | (?P<short_year>['’]\d\d(?![\w'’]))
  | (?P<nth>(?:[12]?\d|3[01])NTH(?!\w))
  | (?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
"""

_WORDS = r"(?P<word>(?:[^\W\d_]\.)+[^\W\d_]?\b|[^\W\d_]+) | (?P<mark>\S)"

FIGURE_CLASSES: tuple[tuple[str, ...], ...] = (
    ("iso",), ("slashed",), ("split_years",), ("offset",),
    ("clock",), ("decade",), ("nth",), ("count",), ("year",), ("number",), ("day", "number"),
    ("day", "hour", "number"), ("military", "number"), ("military", "number", "year"),
)  # fmt: skip


class Kinds(msgspec.Struct, frozen=True):
    """What a word is in each class it belongs to, and the character for just these classes."""

    values: dict[str, Value]
    character: str


class Word(msgspec.Struct, frozen=True):
    """One word or mark of a text and what the vocabulary knows of it."""

    start: int
    end: int
    kinds: Kinds


UNLISTED = Kinds({}, OTHER)


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of one language, `capital` where they begin with one, and the pattern that cuts a text."""

    small: dict[str, Kinds]
    capital: dict[str, Kinds]
    figures: dict[tuple[str, ...], str]
    pattern: re.Pattern[str]
    order: str = ""  # of day, month and year in figures ("dmy"); empty where the language has more than one

    def characters(self, classes: Iterable[str]) -> str:
        """Return the characters of all words that belong to one of the classes."""
        wanted = set(classes)
        every = [*self.small.values(), *self.capital.values()]
        found = {kinds.character for kinds in every if wanted & kinds.values.keys()}
        return "".join(sorted(found | {mark for key, mark in self.figures.items() if wanted & set(key)}))


def make_vocabulary(listed: dict[str, Any]) -> Vocabulary:
    """Make the vocabulary of a language from its lexicon."""
    words: dict[str, dict[str, Value]] = {}
    for name, members in listed["words"].items():
        for word, value in members.items():
            words.setdefault(word, {})[name] = value
    marks: dict[tuple[str, ...], str] = {}
    capitals = listed.get("capitalised", ())
    small = {
        word: _kinds({name: value for name, value in values.items() if name not in capitals}, marks)
        for word, values in words.items()
    }
    capital = {word: _kinds(values, marks) for word, values in words.items()}
    figures = {key: _mark(key, marks) for key in FIGURE_CLASSES}
    return Vocabulary(small, capital, figures, _pattern(listed, words), listed.get("figures", {}).get("order", ""))


def _pattern(listed: dict[str, Any], words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern that cuts a text of a language into words, figures and marks."""
    counts, endings = listed["words"].get("count", {}), listed.get("endings", {})
    tens, ones = (
        _any(word for word, value in counts.items() if low <= value <= high) for low, high in ((20, 90), (1, 9))
    )
    decade, nth = (_any(endings.get(name, ())) for name in ("decade", "nth"))
    marks = _any(listed.get("figures", {}).get("marks", "/"))
    figures = _FIGURES.replace("DECADE", decade).replace("NTH", nth).replace("MARK", marks)
    sums = rf"(?P<sum>{tens}-{ones}\b)"
    return re.compile(rf"{figures} | {sums} | (?P<phrase>(?:{_phrases(words)})(?!\w)) | {_WORDS}", re.VERBOSE | re.I)


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, one that never matches where there are none."""
    return f"(?:{'|'.join(map(re.escape, words)) or '(?!)'})"


def _phrases(words: Iterable[str]) -> str:
    """Return the words of a lexicon that are several, as a pattern, the longest first; "(?!)" where there are none."""
    several = sorted((word for word in words if " " in word), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in several)
    return rf"(?<!\w)(?:{joined})" if joined else "(?!)"


def cut(text: str, start: int, end: int, known: Vocabulary) -> tuple[list[Word], str]:
    """Cut a stretch of text into words; returns them with the string of their characters."""
    words: list[Word] = []
    position = start
    while found := known.pattern.search(text, position, end):
        position = found.end()
        if text.startswith(".", position) and f"{found[0]}.".casefold() in known.small:
            position += 1
        kinds = _look_up(text[found.start() : position], found.lastgroup or "mark", known)
        words.append(Word(found.start(), position, kinds))
    return words, "".join(word.kinds.character for word in words)


def _look_up(word: str, figure: str, known: Vocabulary) -> Kinds:
    if figure in ("word", "mark", "phrase"):
        plain = " ".join(word.casefold().replace("’", "'").split()) if figure == "phrase" else word.casefold()
        return (known.capital if word[0].isupper() else known.small).get(plain, UNLISTED)
    if figure == "sum":
        tens, ones = word.casefold().split("-")
        values: dict[str, Value] = {"count": sum(int(known.small[part].values["count"]) for part in (tens, ones))}
    elif figure == "slashed":
        values = _day_in_figures(word, known.order)
    elif figure == "short_year":
        values = {"year": _whole_year(int(word[1:]))}
    elif figure == "nth":
        values = {"nth": int("".join(filter(str.isdecimal, word)))}
    elif figure == "number":
        values = _number(word)
    else:
        values = {figure: word}
    return Kinds(values, known.figures[tuple(sorted(values))])


def _day_in_figures(word: str, order: str) -> dict[str, Value]:
    """Return 3.5.2024 as the one day that it is in a language with a fixed order, else as its three figures."""
    figures = re.split(r"\D", word)
    if not order:
        return {"slashed": "/".join(figures)}
    day, month, year = (figures[order.index(name)] for name in "dmy")
    whole = int(year) if len(year) > SHORT else _whole_year(int(year))
    return {"iso": f"{whole:04d}-{int(month):02d}-{int(day):02d}"}


def _whole_year(figures: int) -> int:
    """Return the year of which only two figures are written."""
    return figures + (1900 if figures > LAST_SHORT_YEAR else 2000)


def _number(word: str) -> dict[str, Value]:
    """Return what a figure can be: a day and an hour when small, a year when it looks like one."""
    plain = word.replace(",", "")
    if not plain.isdecimal() or len(plain) > LONGEST_NUMBER:
        return {"number": plain[:LONGEST_NUMBER]}
    value = int(plain)
    values: dict[str, Value] = {"number": value}
    if len(word) <= 2:
        values |= {name: value for name, top in (("day", 31), ("hour", 24)) if 1 <= value <= top}
    elif len(word) == 4 and word.isdecimal():
        values["military"] = word
        if EARLIEST_YEAR <= value <= LATEST_YEAR:
            values["year"] = value
    return values


def _kinds(values: dict[str, Value], marks: dict[tuple[str, ...], str]) -> Kinds:
    return Kinds(values, _mark(tuple(sorted(values)), marks))


def _mark(classes: tuple[str, ...], marks: dict[tuple[str, ...], str]) -> str:
    """Return the character that stands for a set of classes, a new one for a set not met before."""
    return marks.setdefault(classes, chr(FIRST_MARK + len(marks))) if classes else OTHER
