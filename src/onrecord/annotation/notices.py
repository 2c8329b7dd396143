"""Correction notices and the values they name.

A notice is no statement of anybody: it is the article speaking about itself, in a house style. The value that
was wrong and the one in force are found by contrast: of two sentences that say the same of different values,
these are what differs ("… was 87. He is 81."), or by a formula ("to six from eight", "Tuesday, not Monday").
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from onrecord.annotation.contrasts import contrast
from onrecord.annotation.inforce import find_in_force
from onrecord.annotation.thing.traits import trait_in
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Notice, Trait
from onrecord.nouns.article import Article, Part
from onrecord.nouns.record import CorrectionKind
from onrecord.nouns.span import Span, trim

LONGEST = 1200  # code points of a notice; what is longer is an article about a correction
SOUGHT = 10  # notices of one article whose missing value is sought in it; an article with more is a column of notices
IN_FORCE = "the notice names only the wrong value; this one stands in the sentence that it speaks of"
HEADED = 4  # paragraphs after a heading "Corrections" that are still read as notices


def find_notices(article: Article) -> tuple[Notice, ...]:
    """Find the correction notices of an article."""
    places = tuple(_places(article))
    return tuple(_notice(article, at, places[:SOUGHT] if order < SOUGHT else ()) for order, at in enumerate(places))


@cache
def _pattern(*names: str) -> re.Pattern[str]:
    words = lexicon("notices")
    for name in names:
        words = words[name]
    return re.compile("|".join(f"(?:{word})" for word in cast("list[str]", words)), re.IGNORECASE)


def _places(article: Article) -> Iterator[Span]:
    """Yield where the notices stand; a heading of notices is none itself."""
    headed = 0
    for part in article.parts:
        at = trim(article.text, part.at)
        if at is None:
            continue
        if _pattern("headings").fullmatch(at.of(article.text).rstrip(":").strip()):
            headed = HEADED
        elif _is_notice(article.text, part, at) or (headed and part.kind in ("paragraph", "correction")):
            yield at
        headed = max(0, headed - 1)


def _is_notice(text: str, part: Part, at: Span) -> bool:
    if at.end - at.start > LONGEST or part.kind in ("headline", "furniture", "byline", "dateline", "caption"):
        return False
    words = at.of(text)
    return part.kind == "correction" or bool(_pattern("openings").match(words) or _pattern("bodies").search(words))


def _notice(article: Article, at: Span, places: tuple[Span, ...]) -> Notice:
    """Return a notice with its values; `places` are all notices, none where no value is to be sought in the article."""
    text = article.text
    old, new = contrast(text, at)
    found = find_in_force(article, at, old, places) if old and not new and places else None
    return Notice(
        at=at,
        kind=_kind(at.of(text)),
        old=old,
        new=new or found,
        amends=_amended(text, old, new or found),
        because=IN_FORCE if found else None,
    )


def _amended(text: str, old: Span | None, new: Span | None) -> tuple[Trait, Trait] | None:
    """Return both values as traits of a thing, where they are values of the same one."""
    wrong, right = (trait_in(text, at) if at else None for at in (old, new))
    return (wrong, right) if wrong and right and wrong.name == right.name else None


def _kind(words: str) -> CorrectionKind:
    for kind in lexicon("notices")["kinds"]:
        if _pattern("kinds", kind).search(words):
            return cast("CorrectionKind", kind)
    return "correction"
