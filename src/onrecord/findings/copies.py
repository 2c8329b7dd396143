"""Articles that carry the text of another: wire copy and reprints, told by long runs of words that both have.

One outlet's versions of one article are no copies; `versions` knows those. Runs that many articles share (a house
style's last line) tell nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from onrecord.nouns.article import Article, PartKind

RUN = 8  # words of a run: shorter ones are quoted and set by chance
SHARED = 0.5  # share of the runs of the shorter article that the other must hold
FEWEST = 6  # runs that an article needs for the share to say anything
EVERYWHERE = 20  # articles from which on a run tells nothing
READ: frozenset[PartKind] = frozenset({"paragraph", "standfirst"})

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def find_copies(articles: Sequence[Article]) -> dict[str, str]:
    """Return for each article that carries the text of one before it which one: first by day, then by order."""
    runs = {article.id: frozenset(_runs(article)) for article in articles}
    holders: defaultdict[bytes, list[str]] = defaultdict(list)
    for article, found in runs.items():
        for run in found:
            holders[run].append(article)
    shared = Counter(
        (one, other)
        for held in holders.values()
        if len(held) <= EVERYWHERE
        for one in held
        for other in held
        if one != other
    )
    order = {article.id: (article.published.latest or "9999", place) for place, article in enumerate(articles)}
    copies: dict[str, str] = {}
    for (one, other), count in shared.items():
        shorter = min(len(runs[one]), len(runs[other]))
        if order[other] < order[one] and shorter >= FEWEST and count >= SHARED * shorter:
            copies[one] = min(copies.get(one, other), other, key=lambda article: order[article])
    return copies


def _runs(article: Article) -> Iterator[bytes]:
    """Yield a short digest of every run of words in the body."""
    for part in article.parts:
        if part.kind in READ:
            words = [word.casefold() for word in _WORD.findall(part.at.of(article.text))]
            for start in range(len(words) - RUN + 1):
                yield blake2b(" ".join(words[start : start + RUN]).encode("utf-8", "replace"), digest_size=8).digest()
