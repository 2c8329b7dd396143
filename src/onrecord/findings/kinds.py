"""Whether a name is a person's or a body's, judged over all articles of a story.

One article may say nothing of it ("Torvik Marine did not reply"), and another everything ("Torvik Marine, the
company that does the dredging"). The same full name is one bearer in both.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.findings.identity import is_person, words_of_fullest
from onrecord.findings.offices import offices_at
from onrecord.nouns.annotations import Annotated, Mention
from onrecord.nouns.draft import Appearance
from onrecord.nouns.record import ActorKind

PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
# A tagger's word for a kind is a guess; a pronoun or a description in the text is none.
GUESSED, TOLD = 1, 3


def leaning_of(one: Annotated, members: Iterable[int]) -> int:
    """Weigh what the mentions of one chain tell: above zero for a person, below for a body."""
    told, guess = 0, 0
    for index in members:
        mention = one.annotations.mentions[index]
        told += TOLD if offices_at(one, index) else 0
        if mention.form == "name":
            guess = GUESSED if mention.kind == "person" else -GUESSED
            told += _told_before(one, mention)
        else:
            told += _told_by(one, mention)
    return told + guess


def is_somebody(group: Iterable[Appearance]) -> bool:
    """Tell whether the story says enough of somebody: a bare word that never speaks is as often a town or a thing."""
    return any(one.speaks or len(words_of_fullest(one)) > 1 or abs(one.leaning) > GUESSED for one in group)


def settle_kinds(appearances: Sequence[Appearance]) -> tuple[Appearance, ...]:
    """Give the appearances of one full name one kind: the one for which most speaks in the whole story."""
    alike: dict[tuple[str, ...], list[Appearance]] = defaultdict(list)
    for one in appearances:
        alike[words_of_fullest(one)].append(one)
    disputed = {words: same for words, same in alike.items() if len(words) > 1 and len(set(map(is_person, same))) > 1}
    settled = {words: _settle(same) for words, same in disputed.items()}
    return tuple(_with(one, settled.get(words_of_fullest(one))) for one in appearances)


def _settle(alike: Sequence[Appearance]) -> tuple[ActorKind, int]:
    """Return the kind that a name has over all its appearances, and how much speaks for it."""
    leaning = sum(one.leaning for one in alike)
    person = leaning > 0 if leaning else is_person(alike[0])
    return next(one.kind for one in alike if is_person(one) == person), leaning


def _with(one: Appearance, settled: tuple[ActorKind, int] | None) -> Appearance:
    return one if settled is None else msgspec.structs.replace(one, kind=settled[0], leaning=settled[1])


def _told_before(one: Annotated, mention: Mention) -> int:
    """Weigh the words before a name: "the" stands before bodies, titles before people."""
    words = one.article.text[mention.at.start : mention.head.start].split()
    if not words or mention.kind not in ("person", "organisation"):
        return 0
    return TOLD if mention.kind == "person" and words[0].casefold() != "the" else -TOLD


def _told_by(one: Annotated, mention: Mention) -> int:
    """Weigh a description or a pronoun; "we" and "it" are said of either."""
    if mention.form == "pronoun":
        return TOLD if mention.at.of(one.article.text).casefold() in PERSONAL else 0
    return {"person": TOLD, "organisation": -TOLD}.get(mention.kind, 0)
