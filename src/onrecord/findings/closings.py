"""What closes a commitment: later words of the record by which it is taken back, answered, or done.

Each of the three asks for plain words and for the right person; where it is not known that they came later, they
close nothing. "Her threat was withdrawn" speaks of an earlier threat wherever it stands.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.findings.sentences import sentence_around
from onrecord.findings.versions import words_of
from onrecord.lexicons import lexicon
from onrecord.nouns.record import Act, Event, Record, Statement
from onrecord.nouns.when import When, compare

ALIKE = 0.6  # share of the words of a commitment that what is told as done must hold
LEAST = 2  # and how many of them
SHORT = 4  # letters below which a word says nothing of what is to be done
ENDS = ("ing", "ed", "es", "s", "e", "d")

_UNDONE = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\brefused to|\bno reason to|\bwill|\bwould|\bif|\bunless)\W+(?:\w+\W+){0,2}$"
)

ASKING: tuple[Act, ...] = ("demand", "urge")
ANSWERS: tuple[Act, ...] = ("confirm", "deny")


class Made(NamedTuple):
    """A commitment: its statements, its words without their conditions, and who is asked, in words and as an actor."""

    statements: tuple[Statement, ...]
    words: str
    to: str | None = None
    asked: str | None = None


class Closing(NamedTuple):
    """The statement or event that closes a commitment, and by which words."""

    by: str
    because: str


class _Told(NamedTuple):
    """Words of the record that may close something: whose deed they tell, in whose words, when."""

    row: Statement | Event
    doer: str
    words: str
    around: str
    when: When | None


def find_closings(record: Record, made: Sequence[Made]) -> tuple[Closing | None, ...]:
    """Return what closes each commitment, None for one that is open."""
    voices = _voices(record)
    by_doer: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in _told(record):
        for doer in {one.doer, *voices.get(one.doer, ())}:
            by_doer[doer].append(one)
    published = {article.id: article.published for article in record.articles}
    return tuple(_closing(one, made, by_doer, published) for one in made)


def _closing(
    made: Made, others: Sequence[Made], by_doer: Mapping[str, Sequence[_Told]], published: Mapping[str, When]
) -> Closing | None:
    first = made.statements[0]
    own = by_doer.get(first.speaker, ()) if first.speaker else ()
    asked = by_doer.get(made.asked or _plain(made.to or ""), ())
    heads = [one.statements[0] for one in others]
    alone = sum(one.speaker == first.speaker and one.act == first.act for one in heads) == 1
    since = first.when or published[first.article]
    mine = {one.id for one in made.statements}
    for told in own:
        noun = _taken_back(first.act, told)
        order = compare(told.when or published[told.row.article], since)
        if noun and told.row.id not in mine and order != "before" and (alone or _share(made, told) > 0):
            return Closing(told.row.id, f"taken back in later words: “{noun}”")
    for told in asked if first.act in ASKING else own:
        if told.row.id in mine or compare(told.when or published[told.row.article], since) != "after":
            continue
        if first.act in ASKING and _is_answer(made, told):
            return Closing(told.row.id, "the one asked has since taken a position on it")
        if _is_done(told) and _share(made, told) >= ALIKE:
            return Closing(told.row.id, f"told as done in later words: “{' '.join(told.words.split())}”")
    return None


def _voices(record: Record) -> dict[str, tuple[str, ...]]:
    """Return by what names an actor's words count: "a spokesman for the council" speaks for the council too."""
    found = {}
    for actor in record.actors:
        _, speaks, body = actor.name.partition(" for ")
        bodies = [*([body] if speaks else []), *(role.of for role in actor.roles if role.of)]
        found[actor.id] = tuple(_plain(name) for name in (actor.name, *bodies))
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _told(record: Record) -> Iterator[_Told]:
    texts = {article.id: article.text for article in record.articles}
    for one in record.statements:
        if one.speaker and one.attitude == "said" and not one.same_as:
            spans = one.content_at or one.cue_at
            words = " ".join(at.of(texts[one.article]) for at in spans)
            yield _Told(one, one.speaker, words, f"{_cue(texts[one.article], one)} {words}", one.when)
    for event in record.events:
        text = texts[event.article]
        around = sentence_around(text, event.at).of(text)
        for doer in dict.fromkeys(one.actor for one in event.participants if one.part == "doer"):
            yield _Told(event, doer, event.what, around, event.when)


def _cue(text: str, one: Statement) -> str:
    return " ".join(at.of(text) for at in one.cue_at)


def _taken_back(act: Act, told: _Told) -> str | None:
    """Return the words by which the speaker of a commitment takes back one of its kind."""
    words = told.around.lower()
    match = next((found for pattern in _withdrawing(act) if (found := pattern.search(words))), None)
    return match.group() if match and not _negated(words[: match.start()]) else None


def _negated(before: str) -> bool:
    return _UNDONE.search(before) is not None


def _is_answer(made: Made, told: _Told) -> bool:
    """Tell whether the one who was asked to say something has said it: confirmed or denied what the demand is about."""
    if not isinstance(told.row, Statement) or told.row.act not in ANSWERS:
        return False
    about = {one.id for one in made.statements[0].about}
    asks_for_words = bool(_telling().search(made.words.lower()))
    return asks_for_words and any(one.id in about for one in told.row.about)


def _is_done(told: _Told) -> bool:
    words = told.words.lower()
    if isinstance(told.row, Statement) and (told.row.act not in ("assert", "confirm") or told.row.conditions):
        return False
    return bool(_pattern("done").search(words)) and not _pattern("pending").search(words)


def _share(made: Made, told: _Told) -> float:
    """Return the share of the words of a commitment that other words hold, stems compared, who is asked left out."""
    wanted = _stems(made.words) - _stems(made.to or "")
    shared = wanted & _stems(told.words)
    return len(shared) / len(wanted) if len(shared) >= LEAST else 0.0


def _stems(words: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in words_of(words) if len(word) >= SHORT)


def _stem(word: str) -> str:
    end = next((end for end in ENDS if word.endswith(end) and len(word) - len(end) >= LEAST + 1), "")
    return word.removesuffix(end)


@cache
def _withdrawing(act: Act) -> tuple[re.Pattern[str], ...]:
    listed = lexicon("commitments")
    nouns = "|".join(listed["nouns"][act])
    return tuple(re.compile(pattern.replace("{nouns}", nouns)) for pattern in listed["withdrawing"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon("commitments")[name]))


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('commitments')['telling'])})\b")
