"""Which articles are versions of one another, and how the sentences of one stand in the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from onrecord.findings.alignment import align
from onrecord.findings.sentences import sentences_in
from onrecord.nouns.article import Article
from onrecord.nouns.span import Span

LONGEST = 120  # words of a sentence whose differences are looked for; what is longer is a list or damage

_WORD = re.compile(r"[$£€]?\w+(?:[-'’.,:]\w+)*%?")


class Version(msgspec.Struct, frozen=True):
    """An article and the later one that took its place; `because` says how that is known."""

    earlier: Article
    later: Article
    because: str


class Edit(msgspec.Struct, frozen=True):
    """Words of a sentence that others took the place of; null on the side where nothing stands."""

    old: Span | None
    new: Span | None


def find_versions(articles: Sequence[Article]) -> tuple[Version, ...]:
    """Find the pairs of versions: those that the story names, and captures of one address that differ."""
    known = {article.id: article for article in articles}
    named = [
        Version(known[one.version_of], one, "given as a version of it")
        for one in articles
        if one.version_of in known and one.version_of != one.id
    ]
    later = {version.later.id for version in named} | {version.earlier.id for version in named}
    return (*named, *(one for one in _recaptured(articles) if {one.earlier.id, one.later.id} - later))


def match_sentences(earlier: Article, later: Article) -> tuple[tuple[Span, Span], ...]:
    """Return the sentences that stand in both versions, as they stood and as they stand."""
    was, now = sentences_in(earlier), sentences_in(later)
    pairs = align([words_of(at.of(earlier.text)) for at in was], [words_of(at.of(later.text)) for at in now])
    return tuple((was[i], now[j]) for i, j in pairs)


def find_edits(earlier: str, was: Span, later: str, now: Span) -> tuple[Edit, ...]:
    """Return the words that differ between two wordings of one sentence, in order."""
    old, new = list(_WORD.finditer(earlier, was.start, was.end)), list(_WORD.finditer(later, now.start, now.end))
    if max(len(old), len(new)) > LONGEST:
        return ()
    return tuple(Edit(_over(old[i:j]), _over(new[k:m])) for i, j, k, m in _differences(old, new))


def _differences(old: Sequence[re.Match[str]], new: Sequence[re.Match[str]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the ranges that differ: the same ones, mirrored, whichever wording comes first."""
    left, right = ([match.group().casefold() for match in side] for side in (old, new))
    mirrored = left > right
    matcher = SequenceMatcher(None, right if mirrored else left, left if mirrored else right, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield (k, m, i, j) if mirrored else (i, j, k, m)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, case folded."""
    return frozenset(match.group().casefold() for match in _WORD.finditer(text))


def _over(matches: Sequence[re.Match[str]]) -> Span | None:
    return Span(matches[0].start(), matches[-1].end()) if matches else None


def _recaptured(articles: Sequence[Article]) -> Iterator[Version]:
    """Yield neighbours among the captures of one address, in order of the day, then as they were given."""
    captures: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url:
            captures[article.url.split("#")[0].rstrip("/")].append(article)
    for same in captures.values():
        ordered = sorted(same, key=_day)
        for earlier, later in pairwise(ordered):
            if earlier.text != later.text and not later.version_of:
                yield Version(earlier, later, "captures of one address")


def _day(article: Article) -> str:
    known = article.modified or article.published
    return known.latest or ""
