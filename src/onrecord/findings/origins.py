"""From whom a position is known: how many utterances, through which outlets, from how many independent origins.

A syndicated copy, a headline, a later version, a quotation lifted from another outlet and a document that several
outlets read add no origin. Where two outlets tell the same thing in their own words and credit nobody, both count.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.findings.alignment import likeness
from onrecord.findings.copies import find_copies
from onrecord.findings.flags import find_flags
from onrecord.findings.versions import find_versions, words_of
from onrecord.nouns.record import Position, Record, Statement
from onrecord.nouns.threads import Change, Flag, Ground, Party

SAME = 0.6  # share of words from which two statements of one speaker and act are one utterance told twice


class _Known(msgspec.Struct, frozen=True):
    """The rows that tell where statements come from. `homes` leads from an article to the one that it copies."""

    statements: Mapping[str, Statement]
    echoes: Mapping[str, Sequence[Statement]]
    words: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    outlets: Mapping[str, str]
    homes: Mapping[str, str]
    carriers: Mapping[str, tuple[str, ...]]


def find_grounds(record: Record, changes: Iterable[Change], parties: Iterable[Party]) -> dict[str, Ground]:
    """Return what each position of a record rests on, by its id."""
    known, flags = _known(record), find_flags(record, changes, parties)
    return {one.id: _ground(known, one, flags.get(one.id, ())) for one in record.positions}


def _known(record: Record) -> _Known:
    texts = {article.id: article.text for article in record.articles}
    echoes: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in record.statements:
        if one.same_as:
            echoes[one.same_as].append(one)
    versions = {version.later.id: version.earlier.id for version in find_versions(record.articles)}
    return _Known(
        statements={one.id: one for one in record.statements},
        echoes=echoes,
        words={
            one.id: words_of(" ".join(at.of(texts[one.article]) for at in one.content_at)) for one in record.statements
        },
        names={one.id: one.name for one in record.actors} | {one.id: one.label for one in record.items},
        outlets={
            article.id: article.outlet or f"article {number}" for number, article in enumerate(record.articles, 1)
        },
        homes=_settled({**find_copies(record.articles), **versions}),
        carriers={article.id: tuple(one.outlet for one in article.also) for article in record.articles},
    )


def _settled(homes: Mapping[str, str]) -> dict[str, str]:
    """Follow copies of copies to the first; a circle ends where it began."""
    settled = {}
    for article in homes:
        seen, place = {article}, homes[article]
        while place in homes and place not in seen:
            seen.add(place)
            place = homes[place]
        settled[article] = place
    return settled


def _ground(known: _Known, position: Position, flags: tuple[Flag, ...]) -> Ground:
    resting = [known.statements[row] for row in position.statements if row in known.statements]
    told = list({one.id: one for row in resting for one in (row, *known.echoes.get(row.id, ()))}.values())
    utterances = _utterances(known, resting)
    origins = dict.fromkeys(_origin(known, group) for group in utterances)
    articles = dict.fromkeys(one.article for one in told if one.article in known.outlets)
    reasons = [*(because for _, because in origins), *(_carried(known, article) for article in articles)]
    return Ground(
        position=position.id,
        utterances=len(utterances),
        outlets=tuple(dict.fromkeys(name for one in articles for name in (known.outlets[one], *known.carriers[one]))),
        origins=tuple(dict.fromkeys(name for name, _ in origins)),
        because=tuple(dict.fromkeys(filter(None, reasons))),
        flags=flags,
    )


def _carried(known: _Known, article: str) -> str:
    """Say which further outlets carry the very text of an article; nothing where none does."""
    others = " and ".join(known.carriers[article])
    verb = "carries" if len(known.carriers[article]) == 1 else "carry"
    return f"{others} {verb} the same text as {known.outlets[article]}" if others else ""


def _utterances(known: _Known, resting: Iterable[Statement]) -> list[list[Statement]]:
    """Group statements that tell one utterance: the same act in much the same words, no two days known for it."""
    groups: list[list[Statement]] = []
    for one in resting:
        root = known.statements.get(one.same_as or "", one)
        alike = (group for group in groups if any(_is_same(known, root, other) for other in group))
        home = next(alike, None)
        if home is None:
            groups.append([root])
        else:
            home.append(root)
    return groups


def _is_same(known: _Known, one: Statement, other: Statement) -> bool:
    if one.id == other.id:
        return True
    days = {when.edtf for when in (one.when, other.when) if when and when.edtf}
    alike = likeness(known.words[one.id], known.words[other.id]) >= SAME
    return one.act == other.act and alike and len(days) < 2


def _origin(known: _Known, group: Sequence[Statement]) -> tuple[str, str]:
    """Return the origin of an utterance and why it is no other: the first hand that all of its tellings go back to."""
    first = group[0]
    outlet = known.outlets.get(first.article, "")
    for relay in first.chain:
        name = known.names.get(relay.actor or relay.item or "")
        if name:
            return name, f"{outlet} has it from {name}"
    told_to = _named_outlet(known, first)
    if told_to and told_to != outlet:
        return told_to, f"{outlet} has it from {told_to}"
    home = known.outlets.get(known.homes.get(first.article, ""), outlet)
    if home != outlet:
        return home, f"{outlet} carries the same text as {home}"
    told = dict.fromkeys(known.outlets[one.article] for one in group if one.article in known.outlets)
    return outlet, f"told by {', '.join(told)} in much the same words: counted once" if len(told) > 1 else ""


def _named_outlet(known: _Known, one: Statement) -> str | None:
    """Return the outlet of the story that somebody spoke to, where the words say so ("told the Courier")."""
    phrases = [phrase.text.casefold() for phrase in (one.addressee, one.medium, one.occasion) if phrase]
    outlets = dict.fromkeys(known.outlets.values())
    return next((outlet for outlet in outlets for phrase in phrases if _names(phrase, outlet)), None)


def _names(phrase: str, outlet: str) -> bool:
    name = outlet.casefold().removeprefix("the ")
    return f" {name} " in f" {phrase} "
