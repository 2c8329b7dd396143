"""Who made the article: bylines, credit lines and the names in them."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.lexicons import lexicon
from onrecord.nouns.article import Credit, CreditAct, Part
from onrecord.nouns.span import Span

MAX_BYLINE = 160
MAX_CREDIT = 500
MAX_WORDS = 5  # in one name: "Maria de la Cruz Ortega"
NO_NAME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december", re.I,
)  # fmt: skip
BY = re.compile(
    r"\W{0,3}(?:(?:exclusive|analysis|opinion|comment|interview|words|text|story|report|reporting|review|feature"
    r"|dispatch|written|posted|submitted|reported|published|compiled|column)\s*[:|]?\s+)?"
    r"(?:by:?|from(?=\s+our\s))\s+(?=\S)", re.I,
)  # fmt: skip
WITH = re.compile(r"\W{0,3}with\s+(?=[A-Z])", re.I)  # how live pages name who writes them
# Verbs of the trade, longest first, and the act that each stands for.
ACTS: tuple[tuple[str, CreditAct], ...] = (
    (r"additional\s+reporting|reporting|reported|report|field\s+reporting", "reported"),
    (r"writing|written|words|text|story|compiled|interview|interviewed", "written"),
    (r"translation|translated", "translated"),
    (r"editing|edited|editor|english\s+version\s+edited|production", "edited"),
    (r"photographs?|photography|photographed|photos?|pictures?|images?|video|camera", "photographed"),
)
VERB = "|".join(verbs for verbs, _ in ACTS)
CUE = re.compile(
    rf"\b(?P<act>{VERB})\b(?:\s+and\s+(?:{VERB})\b)?(?:\s+(?:from|into|for)\s+(?:the\s+)?[A-Z]\w+){{0,2}}"
    r"\s*(?:\bby\b\s*:?|:|/)\s*", re.I,
)  # fmt: skip
GAVE = re.compile(r"\s*(?:also\s+)?contribut(?:ed|ing)(?:\s+(?P<what>reporting|research))?\b", re.I)
# A name's word keeps the full stop of an initial ("P. Arroyo", "J.R. Lund") and no other one.
WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_](?:[\w'’\-]*\w)?")
VERBS_BUT_PICTURES = "|".join(verbs for verbs, act in ACTS if act != "photographed")
CREDIT_OPENERS = re.compile(
    rf"\W{{0,3}}(?:(?:{VERBS_BUT_PICTURES})\b(?:\s+and\s+(?:{VERB})\b)?(?:\s+(?:from|into)\s+\w+)?\s*by\b"
    # "Report: mayor resigns" and "Story: …" are headlines; these labels are not.
    r"|(?:additional\s+|field\s+)?(?:reporting|writing|editing|translation|words|text)\s*:"
    r"|(?:photo(?:graph)?|image|picture|video)\s+credits?\b|credits?\s*:|photo(?:graph)?s?\s+by\b|english\s+version\b"
    r"|with\s+(?:additional\s+)?(?:reporting|files|inputs?)\s+(?:by|from)\b)", re.I,
)  # fmt: skip
CLOSED = re.compile(r"\s*(?:[,/.;)]|and\b|\n|$)")
# "By Ana Ruiz Aug 14, 2020": the day ends the name.
STOP = re.compile(
    r"[\n\[\]()|;:©–—/]|\s-\s|(?<=[^\W\d_]{2})\.(?:\s|$)|\s(?=\d)"
    r"|\s(?=(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d)"
)
PLACE = re.compile(r"\b(?:in|at|for|from|on|of|via)\b")
SEPARATOR = re.compile(r",|&|\band\b|\bwith\b|$")


def is_byline(line: str) -> bool:
    """Tell "By Ana Ruiz, health reporter" from a sentence that opens with "By".

    >>> is_byline("By Ana Ruiz in Brask"), is_byline("By Tuesday the water had gone.")
    (True, False)
    """
    found = BY.match(line)
    if len(line) > MAX_BYLINE or not found or ";" in line or line.startswith("("):
        return False
    rest = line[found.end() :]
    words = WORD.findall(rest)
    if not words or NO_NAME.fullmatch(words[0]) or (rest.endswith(".") and not _is_short(rest)):
        return False
    if words[0].islower():
        return words[0] in _small() and any(_is_role(word) for word in words[1:5] if word not in _small())
    named = [
        word for word in words if word[0].isupper() or _is_role(word) or word in _particles() or word in ("in", "at")
    ]
    return len(named) >= 0.6 * len(words)


def is_credit(line: str) -> bool:
    """Tell a line that only says who reported, edited, translated or took the pictures."""
    if len(line) > MAX_CREDIT:
        return False
    return CREDIT_OPENERS.match(line) is not None or (GAVE.search(line) is not None and _ends_as_credit(line))


def find_credits(text: str, parts: tuple[Part, ...]) -> tuple[Credit, ...]:
    """Find the people credited in bylines, credit lines and captions, in the order of the text.

    >>> line = "Reporting by Lea Sund; editing by Tom Iwu"
    >>> [(one.act, one.name) for one in find_credits(line, (Part("credit", 0, len(line)),))]
    [('reported', 'Lea Sund'), ('edited', 'Tom Iwu')]
    """
    found: list[Credit] = []
    for part in parts:
        if part.kind == "byline":
            found.extend(_read_byline(text, part))
        elif part.kind in ("credit", "caption"):
            found.extend(_read_credit(text, part))
    return tuple(found)


def _read_byline(text: str, part: Part) -> Iterator[Credit]:
    line = part.at.of(text)
    opened = BY.match(line) or WITH.match(line)
    yield from _names(text, part.start + (opened.end() if opened else 0), part.end, "written")


def _read_credit(text: str, part: Part) -> Iterator[Credit]:
    line = part.at.of(text)[:MAX_CREDIT]
    cues = list(CUE.finditer(line))
    ends = [*(cue.start() for cue in cues[1:]), len(line)]
    for cue, end in zip(cues, ends, strict=False):
        for credit in _names(text, part.start + cue.end(), part.start + end, _act_of(cue["act"])):
            # "PHOTO: Ana Ruiz speaks at the rally": the label opens a caption and names nobody.
            if part.kind == "credit" or CLOSED.match(text, credit.at.end):
                yield credit
    gave = GAVE.search(line) if part.kind == "credit" and not cues else None
    if gave:
        yield from _names(text, part.start, part.start + gave.start(), "reported")


def _names(text: str, start: int, end: int, act: CreditAct) -> Iterator[Credit]:
    """Read the names that stand first, up to a bracket, the end of the sentence or words that are no name."""
    stretch = STOP.split(text[start:end], maxsplit=1)[0]
    at = 0
    for separator in SEPARATOR.finditer(stretch):
        words = list(WORD.finditer(PLACE.split(stretch[at : separator.start()], maxsplit=1)[0]))
        if _is_name([word.group() for word in words]):
            span = Span(start + at + words[0].start(), start + at + words[-1].end())
            yield Credit(act, span.of(text), span)
        elif words and not _is_role(words[0].group()):
            return
        at = separator.end()


def _is_name(words: list[str]) -> bool:
    """Two to five capitalised words, none of them a role or a day."""
    if not 2 <= len(words) <= MAX_WORDS or not words[0][0].isupper():
        return False
    named = all(word[0].isupper() or word.lower() in _particles() for word in words)
    return named and not any(_is_role(word) or NO_NAME.fullmatch(word) for word in words)


def _is_role(word: str) -> bool:
    return word.lower() in _roles()


def _is_short(rest: str) -> bool:
    """A byline may close with a full stop, as some agencies write it: names alone, at most four words."""
    return len(rest.split()) <= 4


def _ends_as_credit(line: str) -> bool:
    return re.search(r"(?:report|story|article|piece|post|reporting|research|coverage)\W*$", line, re.I) is not None


def _act_of(verb: str) -> CreditAct:
    words = " ".join(verb.lower().split())
    return next(act for verbs, act in ACTS if re.fullmatch(verbs, words))


@cache
def _roles() -> frozenset[str]:
    return frozenset(lexicon("layout")["roles"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(lexicon("layout")["particles"])


def _small() -> tuple[str, ...]:
    return ("a", "the", "our", "staff")
