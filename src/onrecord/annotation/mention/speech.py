"""Who speaks where: the reference that names the speaker of each quotation and of each turn of an interview."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import tokens_in
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.span import Span

TURNS = ("interview", "blockquote")  # rules whose contents are somebody's words without any marks


class Turn(msgspec.Struct, frozen=True):
    """Words that are somebody's without quotation marks; `answered` is who speaks after a question."""

    at: Span
    speaker: int
    answered: int | None = None


def speakers_in(
    grammar: Grammar, attributions: Sequence[Attribution], roots: Sequence[int | None], at: Mapping[int, int]
) -> dict[int, int]:
    """Map each quotation to the reference that names its speaker, followed through inherited turns."""
    speakers: dict[int, int] = {}
    within: dict[int, int] = {}
    for index, one in enumerate(attributions):
        speaker = _speaker(attributions, index, roots, at)
        if speaker is None:
            continue
        root = roots[index]
        for content in one.content:
            for token in tokens_in(grammar, content)[:1]:
                # Who is reported inside a quotation does not speak it: “He knows I was there,” said Varga.
                if root is None or grammar.quoted[root] != grammar.quoted[token]:
                    speakers.setdefault(grammar.quoted[token], speaker)
            if one.rule not in TURNS:  # what an answer quotes is not the words of whoever answers
                quoted = {grammar.quoted[token] for token in tokens_in(grammar, content)}
                within.update(dict.fromkeys(quoted, speaker))
    within.update(speakers)  # a quotation inside reported speech is the innermost reporter's, unless it has its own
    within.pop(-1, None)
    return within


def turns_in(
    text: str, attributions: Sequence[Attribution], roots: Sequence[int | None], at: Mapping[int, int]
) -> tuple[Turn, ...]:
    """Return the turns of an article in order; "you" in a question is whoever answers it."""
    spoken = [
        (one, speaker)
        for index, one in enumerate(attributions)
        if one.rule in TURNS and (speaker := _speaker(attributions, index, roots, at)) is not None
    ]
    return tuple(sorted(_turns(text, spoken), key=lambda turn: turn.at))


def turn_at(turns: Sequence[Turn], place: int) -> Turn | None:
    """Return the turn that an offset stands in."""
    number = turn_number(turns, place)
    return turns[number] if number >= 0 else None


def turn_number(turns: Sequence[Turn], place: int) -> int:
    """Return which turn an offset stands in, -1 for none."""
    last = bisect_right(turns, place, key=lambda turn: turn.at.start) - 1
    return last if last >= 0 and place < turns[last].at.end else -1


def _turns(text: str, spoken: Sequence[tuple[Attribution, int]]) -> Iterator[Turn]:
    askers = _askers(text, [one for one, _ in spoken if one.rule == "interview"])
    for (one, speaker), following in zip_longest(spoken, spoken[1:]):
        asks = one.rule == "interview" and (_asks(text, one) or _label(text, one) in askers)
        answered = following[1] if asks and following is not None else None
        yield from (Turn(span, speaker, answered) for span in one.content)


def _askers(text: str, turns: Sequence[Attribution]) -> frozenset[str]:
    """Return the labels of those who ask in most of their turns: their other turns are put to somebody as well."""
    asked: dict[str, list[bool]] = {}
    for one in turns:
        asked.setdefault(_label(text, one), []).append(_asks(text, one))
    return frozenset(label for label, found in asked.items() if label and 2 * sum(found) > len(found))


def _asks(text: str, one: Attribution) -> bool:
    return any("?" in span.of(text) for span in one.content)


def _label(text: str, one: Attribution) -> str:
    return "" if one.source is None else one.source.of(text)


def _speaker(
    attributions: Sequence[Attribution], index: int, roots: Sequence[int | None], at: Mapping[int, int]
) -> int | None:
    one = attributions[index]
    owner = one.inherits if one.source is None and one.inherits is not None else index
    root = roots[owner] if owner < len(roots) else None
    return None if root is None else at.get(root)
