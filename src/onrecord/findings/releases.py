"""Who brought a thing out, and who passed it on: "first posted by an account …, reposted by …, published by …".

Only where the sentence says so of the thing itself, by name: before the thing with the verb between, or after it with
"by". Who is not named stays unknown, and what is denied or alleged is no tie.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.findings.pointing import things_in
from onrecord.findings.sentences import sentence_around
from onrecord.nouns.annotations import Annotated, Mention, Thing
from onrecord.nouns.record import LinkKind
from onrecord.nouns.span import Span

KINDS: dict[LinkKind, str] = {
    "posted": r"posted|uploaded|tweeted",
    "relayed": r"re-?posted|re-?tweeted|re-?shared|shared|forwarded|circulated|distributed|passed on|handed over",
    "published": r"published|printed|aired|broadcast|released",
}
FAR = 220  # code points of a sentence before or after a thing in which its release may be told
NAME = 40  # code points after "by" in which the name of whoever did it begins: "by the regional paper, the …"
BEFORE = 12  # mentions before a thing of which one may be the subject of its release

_VERB = "|".join(rf"(?P<{kind}>{words})" for kind, words in KINDS.items())
_BY = re.compile(rf"\b(?:{_VERB})\b(?: (?!by\b)[\w’'-]+){{0,5}} by (?:an? |the )?", re.IGNORECASE)
_DID = re.compile(
    rf",?(?: who| which| that)?(?: has| had| have| first| later| also| then| originally)* (?:{_VERB})(?: online)? ",
    re.IGNORECASE,
)
# What makes a telling no report: denied, alleged, or still to come.
_UNSURE = re.compile(
    r"\b(?:not|never|n[’']t|den(?:y|ies|ied)|alleged(?:ly)?|purported(?:ly)?|reported(?:ly)?|apparently|if|whether|whoever|who"
    r"|may|might|could|would|will|to be|accus\w+|suspect\w+)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.;:!?“”\"\n]")


class Release(NamedTuple):
    """What somebody did with a thing, in the words that name who."""

    kind: LinkKind
    by: Mention
    thing: Thing


def find_releases(one: Annotated, thing: Thing) -> Iterator[Release]:
    """Yield who is said beside one mention of a thing to have posted it, passed it on or published it."""
    if thing.kind == "claim":
        return
    sentence = sentence_around(one.article.text, thing.at)
    if thing.at.end < sentence.end:
        yield from _after(one, thing, min(sentence.end, thing.at.end + FAR))
    yield from _before(one, thing, max(sentence.start, thing.at.start - FAR))


def _after(one: Annotated, thing: Thing, end: int) -> Iterator[Release]:
    """Yield "the clip, first posted by X and published by Y", up to the next thing or the end of the clause."""
    text = one.article.text
    others = (other.at.start for other in things_in(one, Span(thing.at.end, end)) if other.chain != thing.chain)
    stop = _BREAK.search(text, thing.at.end, end)
    end = min(stop.start() if stop else end, next(others, end))
    start = thing.at.end
    for match in _BY.finditer(text, thing.at.end, end):
        by = _mention_from(one, match.end(), min(match.end() + NAME, end))
        if by is not None and not _UNSURE.search(text, start, match.start()):
            yield Release(_kind(match), by, thing)
        start = match.end()


def _before(one: Annotated, thing: Thing, start: int) -> Iterator[Release]:
    """Yield "X, which published the clip": whoever is named right before the verb."""
    text = one.article.text
    for mention in _mentions(one, start, thing.at.start)[-BEFORE:]:
        match = _DID.fullmatch(text, mention.at.end, thing.at.start)
        if match and not _UNSURE.search(text, start, mention.at.start):
            yield Release(_kind(match), mention, thing)


def _kind(match: re.Match[str]) -> LinkKind:
    return next(kind for kind in KINDS if match[kind])


def _mention_from(one: Annotated, start: int, end: int) -> Mention | None:
    """Return the first name in a stretch, with nothing but a description before it."""
    near = _mentions(one, start - len("the "), end)
    found = next((mention for mention in near if mention.form == "name" and mention.at.end > start), None)
    between = one.article.text[start : found.at.start] if found else ""
    return None if "," in between or _BREAK.search(between) else found


def _mentions(one: Annotated, start: int, end: int) -> tuple[Mention, ...]:
    """Return the mentions that begin in a stretch, in order."""
    mentions = one.annotations.mentions
    first = bisect_left(mentions, start, key=lambda found: found.at.start)
    return mentions[first : bisect_left(mentions, end, key=lambda found: found.at.start)]
