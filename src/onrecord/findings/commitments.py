"""Acts with a future: threats, demands, promises, warnings and urgings, each open until later words close it.

Time closes nothing. What closes one is a later statement or event of the record: the speaker takes it back, the one
asked says or does what was asked, or it is told that what was announced was done. Where that is not plain, it is open.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from onrecord.findings.alignment import likeness
from onrecord.findings.closings import Closing, Made, find_closings
from onrecord.findings.lapses import find_lapses
from onrecord.findings.versions import words_of
from onrecord.nouns.record import Act, Record, Statement
from onrecord.nouns.threads import Commitment

ACTS: tuple[Act, ...] = ("threaten", "demand", "promise", "warn", "urge")
SAME = 0.6  # share of words that two of one speaker have in common when one repeats the other
COMPARED = 100  # commitments of one speaker and act that one is compared with
LAPSED = "a later version of the article no longer has these words"
OPENING = ("that ", "on ", "for ", "upon ", "")  # what stands before the one of whom something is demanded

# Where each actor is mentioned: by article and first character, to the end of the words and the actor.
Mentions = Mapping[tuple[str, int], tuple[int, str]]


def find_commitments(record: Record) -> tuple[Commitment, ...]:
    """Return what was threatened, demanded, promised, warned of or urged, in order of the record."""
    texts = {article.id: article.text for article in record.articles}
    mentions = {
        (one.article, one.at.start): (one.at.end, actor.id) for actor in record.actors for one in actor.mentions
    }
    made = tuple(_made(texts, mentions, group) for group in _groups(record, texts))
    closings = find_closings(record, made)
    names = {actor.id: actor.name for actor in record.actors}
    lapsed = find_lapses(record.articles, record.statements, names)
    found = (_commitment(texts, names, one, closing) for one, closing in zip(made, closings, strict=True))
    return tuple(msgspec.structs.replace(one, because=LAPSED) if _is_lapsed(one, lapsed) else one for one in found)


def _is_lapsed(one: Commitment, lapsed: Mapping[str, str]) -> bool:
    """Tell whether later versions have dropped all that makes it: that closes nothing, and a reader must know."""
    return one.status == "open" and all(statement in lapsed for statement in one.statements)


def _groups(record: Record, texts: Mapping[str, str]) -> list[list[Statement]]:
    """Return the statements that make one commitment each: the first, and those that say it again."""
    by_voice: defaultdict[tuple[str | None, Act], list[list[Statement]]] = defaultdict(list)
    homes: dict[str, list[Statement]] = {}
    groups: list[list[Statement]] = []
    for one in record.statements:
        if one.act not in ACTS or one.attitude == "held" or not one.content_at:
            continue
        known = by_voice[one.speaker, one.act]
        home = homes.get(one.same_as or "") or _repeated(texts, one, known[-COMPARED:] if one.speaker else [])
        if home is None:
            home = []
            known.append(home)
            groups.append(home)
        home.append(one)
        homes[one.id] = home
    return groups


def _repeated(texts: Mapping[str, str], one: Statement, known: Sequence[list[Statement]]) -> list[Statement] | None:
    words = words_of(" ".join(_words(texts, one)))
    alike = (group for group in known if likeness(words, words_of(" ".join(_words(texts, group[0])))) >= SAME)
    return next(alike, None)


def _made(texts: Mapping[str, str], mentions: Mentions, group: Sequence[Statement]) -> Made:
    told = next((one for one in group if one.addressee), group[0])
    to, actor = _asked(texts[told.article], mentions, told)
    return Made(tuple(group), _deed(texts[group[0].article], group[0]), to, actor)


def _deed(text: str, one: Statement) -> str:
    """Return what is to be done, without the conditions that it stands under."""
    words = " ".join(at.of(text) for at in one.content_at)
    for condition in one.conditions:
        words = words.replace(condition.at.of(text), " ")
    return words


def _asked(text: str, mentions: Mentions, one: Statement) -> tuple[str | None, str | None]:
    """Return who is asked, as words and as an actor: the addressee, or the one a demand begins with ("that X pay")."""
    if one.addressee:
        found = mentions.get((one.article, one.addressee.at.start))
        return one.addressee.text, found[1] if found else None
    if one.act in ("demand", "urge"):
        start = one.content_at[0].start
        for opening in OPENING:
            found = mentions.get((one.article, start + len(opening)))
            if found and text.startswith(opening, start):
                return text[start + len(opening) : found[0]], found[1]
    return None, None


def _words(texts: Mapping[str, str], one: Statement) -> tuple[str, ...]:
    return tuple(at.of(texts[one.article]) for at in one.content_at)


def _commitment(texts: Mapping[str, str], names: Mapping[str, str], made: Made, closing: Closing | None) -> Commitment:
    first = made.statements[0]
    return Commitment(
        act=first.act,
        actor=first.speaker,
        name=names.get(first.speaker or "", "speaker not given"),
        to=" ".join(made.to.split()) if made.to else None,
        words=_words(texts, first),
        conditions=tuple(one.at.of(texts[first.article]) for one in first.conditions),
        when=first.when,
        statements=tuple(one.id for one in made.statements),
        status="closed" if closing else "open",
        closed_by=closing.by if closing else None,
        because=closing.because if closing else None,
    )
