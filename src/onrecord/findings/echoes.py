"""Echoes: statements that repeat another: a headline its lead, a later version the earlier, an outlet its wire copy."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.findings.actors import Cast
from onrecord.nouns.account import Account
from onrecord.nouns.article import PartKind
from onrecord.nouns.record import Actor, Statement

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
# Words that two sentences share for being English.
EMPTY = frozenset(
    {
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
    }
    | {
        "i",
        "in",
        "is",
        "it",
        "its",
        "not",
        "of",
        "on",
        "or",
        "our",
        "she",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
    }
    | {"was", "we", "were", "will", "with", "would", "you", "your"}
)
ABOVE: frozenset[PartKind] = frozenset({"headline", "standfirst", "caption", "subhead"})
SHARED = 0.5
FEWEST = 2  # telling words that a headline must share with the text for a name to be taken from there
SHORTEST_COPY = 4  # words: shorter ones ("it is not true") are said twice without being copied

_Voice = tuple[str, str | None]  # article and speaker


def mark_echoes(told: Iterable[Account], cast: Cast) -> tuple[Statement, ...]:
    """Return the statements of a story, every one that repeats an earlier or fuller one pointed at that one."""
    words = {one.id: words for account in told for one, words in zip(account.statements, account.words, strict=True)}
    said: Sequence[Statement] = [one for account in told for one in account.statements]
    names = {actor.id: actor.name.casefold() for actor in cast.actors}
    headed = {one.article for one in said if one.part in ABOVE}
    below: dict[_Voice, dict[frozenset[str], str]] = defaultdict(dict)  # of those with the same words the first
    for one in said:
        if one.part not in ABOVE and one.article in headed:
            below[one.article, one.speaker].setdefault(frozenset(words[one.id].split()), one.id)
    said = _name_above(said, words, cast)
    fullest: dict[tuple[_Voice, frozenset[str]], str | None] = {}
    first: dict[tuple[str, str], str] = {}
    marked = []
    for one in said:
        echo = None
        if one.part in ABOVE and one.speaker is not None:
            voice, wanted = (one.article, one.speaker), frozenset(words[one.id].split()) - EMPTY
            if wanted and (voice, wanted) not in fullest:
                fullest[voice, wanted] = _fullest(wanted, below[voice])
            echo = fullest.get((voice, wanted))
        if echo is None and one.speaker is not None and words[one.id].count(" ") + 1 >= SHORTEST_COPY:
            echo = first.setdefault((names[one.speaker], words[one.id]), one.id)
        marked.append(msgspec.structs.replace(one, same_as=echo) if echo not in (None, one.id) else one)
    return tuple(marked)


def words_said(text: str, one: Statement) -> str:
    """Return the words of a statement as two sayings are compared, a blank between them."""
    return " ".join(word.casefold() for span in one.content_at for word in WORD.findall(span.of(text)))


def _name_above(said: Sequence[Statement], words: Mapping[str, str], cast: Cast) -> tuple[Statement, ...]:
    """Give a headline's words to whom the text below gives the same ones.

    That is so for a quotation that names nobody, and for a mere "Harbour chief" where the speaker below is called so.
    """
    below: dict[str, list[Statement]] = defaultdict(list)
    for one in said:
        if one.part not in ABOVE and one.speaker is not None and words[one.id]:
            below[one.article].append(one)
    actors = {actor.id: actor for actor in cast.actors}
    return tuple(_named_below(one, below[one.article], words, actors) if one.part in ABOVE else one for one in said)


def _named_below(
    one: Statement, below: Sequence[Statement], words: Mapping[str, str], actors: Mapping[str, Actor]
) -> Statement:
    wanted = frozenset(words[one.id].split()) - EMPTY
    if one.speaker is None:
        fits = [
            other
            for other in below
            if one.quoted_at and other.quoted_at and wanted <= frozenset(words[other.id].split())
        ]
        because = "the text below gives these words to this speaker"
    elif len(actors[one.speaker].mentions) == 1:
        fits = [
            other
            for other in below
            if len(wanted & frozenset(words[other.id].split())) >= SHARED * len(wanted)
            and _bears(actors[str(other.speaker)], actors[one.speaker].name)
        ]
        because = "the text below says the same of somebody who fits the description"
    else:
        return one
    speakers = {other.speaker for other in fits}
    if len(wanted) < FEWEST or len(speakers) != 1:
        return one
    return msgspec.structs.replace(one, speaker=speakers.pop(), because=because)


def _bears(actor: Actor, description: str) -> bool:
    """Tell whether a person with a name is called by all words of a description but the noun, and has an office."""
    called = {word.casefold() for name in (actor.name, *actor.aliases) for word in WORD.findall(name)}
    telling = [word.casefold() for word in WORD.findall(description)][:-1]
    return actor.kind == "person" and bool(actor.roles) and bool(telling) and called.issuperset(telling)


def _fullest(wanted: frozenset[str], below: Mapping[frozenset[str], str]) -> str | None:
    """Return the statement in the text that a headline's or caption's repeats: at least half of the telling words."""
    best = max(below, key=lambda words: len(wanted & words), default=None)
    return below[best] if best is not None and len(wanted & best) >= SHARED * len(wanted) else None
