"""Dates that a sentence hands out: "Ito and Sund left in 2019 and 2021, respectively" tells of two events.

Each date belongs to the one of as many. Where no list of the clause has the length of the dates, or more than one has,
nobody can tell whose they are, and no date dates anything.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.annotation.deeds import Deed, happens, known_words
from onrecord.annotation.grammar import SUBJECTS, Grammar
from onrecord.annotation.mention.phrases import phrase_at
from onrecord.annotation.time.forms import rules_of
from onrecord.annotation.time.tense import CROWDED, governing_verb
from onrecord.nouns.record import Time
from onrecord.nouns.span import Span

LONGEST_JOINT = 16  # characters between two dates of one list
BESIDE = 8  # characters between the dates and the word that hands them out
KINDS = frozenset({"season", "month", "weekday", "ordinal"})  # words that name which of several things
NAMING = ("amod", "compound", "nmod")  # what stands before a noun: the spring and autumn fairs


class Row(msgspec.Struct, frozen=True):
    """A list in a clause: where it hangs, its members, and the noun of which they only name the kind."""

    top: int
    members: list[int]
    noun: int | None = None


def find_pairings(grammar: Grammar, times: tuple[Time, ...]) -> dict[int, Deed | None]:
    """Return what each date dates that is handed out with others, by its index; None where that stays open."""
    dates = [index for index, time in enumerate(times) if time.type in ("date", "time")]
    found: dict[int, Deed | None] = {}
    place = 0
    for token, one in enumerate(grammar.tokens):
        if one.end - one.start < BESIDE or grammar.word(token) not in known_words().pairing:
            continue
        while place < len(dates) and times[dates[place]].at.end <= one.start:
            place += 1
        run = _run_before(grammar, times, dates[:place], one.start) or _run_after(
            grammar, times, dates[place:], one.end
        )
        deeds = _hand_out(grammar, [times[index].at for index in run]) if len(run) > 1 else ()
        found |= dict.fromkeys(run) | dict(zip(run, deeds or (), strict=False))
    return found


def _run_before(grammar: Grammar, times: tuple[Time, ...], dates: list[int], edge: int) -> list[int]:
    """Return the dates that stand in one list right before an offset."""
    run: list[int] = []
    for index in reversed(dates):
        if not _are_joined(grammar.text[times[index].at.end : edge], last=not run):
            break
        run.insert(0, index)
        edge = times[index].at.start
    return run


def _run_after(grammar: Grammar, times: tuple[Time, ...], dates: list[int], edge: int) -> list[int]:
    """Return the dates that stand in one list right behind an offset: "left, respectively, in 2019 and 2021"."""
    run: list[int] = []
    for index in dates:
        between = grammar.text[edge : times[index].at.start]
        if not (_are_joined(between, last=False) or (not run and _are_joined(f",{between}", last=False))):
            break
        run.append(index)
        edge = times[index].at.end
    return run


def _are_joined(between: str, *, last: bool) -> bool:
    """Tell whether only what makes a list stands between two dates, or between the last and the word behind it."""
    if len(between) > LONGEST_JOINT:
        return False
    words = re.findall(r"\w+|\S", between.casefold())
    return words in ([], [","]) if last else bool(words) and set(words) <= known_words().listing


def _hand_out(grammar: Grammar, dates: list[Span]) -> list[Deed] | None:
    """Return the deed of each date, the same verb for each member of the one list that is as long as the dates."""
    verb = governing_verb(grammar, dates[0])
    if verb is None or len(grammar.children[verb]) > CROWDED or not happens(grammar, verb):
        return None
    fitting = [row for row in _lists(grammar, verb) if len(row.members) == len(dates)]
    if len(fitting) != 1:
        return None
    return [
        _deed(grammar, verb, (fitting[0], member), date) for member, date in zip(fitting[0].members, dates, strict=True)
    ]


def _lists(grammar: Grammar, verb: int) -> Iterator[Row]:
    """Yield the lists of a clause: what its subject and its object name, and what stands before the noun of these."""
    for top in grammar.kids(verb, *SUBJECTS, "dobj"):
        members = _members(grammar, top)
        kinds = _kinds_of_one_noun(grammar, members)
        yield Row(top, kinds, members[-1]) if kinds else Row(top, members)
        for before in grammar.kids(top, *NAMING):
            yield Row(top, _members(grammar, before), top)


def _members(grammar: Grammar, token: int) -> list[int]:
    """Return a word and those that are joined to it, each hanging on the first or on the one before."""
    members = [token]
    for one in members:  # grows while it is read
        members.extend(grammar.kids(one, "conj"))
    return sorted(members)


def _kinds_of_one_noun(grammar: Grammar, members: list[int]) -> list[int]:
    """Return spring and autumn of "the spring and autumn fairs", however the parse joins the three words."""
    last = members[-1]
    kinds = [*(one for one in members if one < last - 1), last - 1]
    known = rules_of().known.small
    named = all((word := known.get(grammar.word(one))) and word.values.keys() & KINDS for one in kinds)
    return kinds if named and len(kinds) > 1 and grammar.tokens[last].tag == "NNS" else []


def _deed(grammar: Grammar, verb: int, chosen: tuple[Row, int], date: Span) -> Deed:
    """Return what the verb says of one member: its own words, the verb and its date, which stand apart."""
    row, member = chosen
    own = grammar.span(grammar.first[member], member)
    around = [one for one in grammar.kids(verb, *SUBJECTS, "dobj") if one != row.top and not grammar.kids(one, "conj")]
    group = [grammar.tokens[one].at for one in (verb, *grammar.kids(verb, "aux", "auxpass", "prt"))]
    nouns = [] if row.noun is None else [grammar.tokens[row.noun].at]
    words = tuple(merge(grammar.text, [own, *nouns, *(phrase_at(grammar, one) for one in around), *group, date]))
    subject, passive = row.top < verb, bool(grammar.kids(verb, "nsubjpass", "auxpass"))
    return Deed(
        head=member,
        at=Span(words[0].start, words[-1].end),
        doer=own if row.noun is None and subject and not passive else None,
        undergoer=own if row.noun is None and (passive or not subject) else None,
        words=words,
    )


def merge(text: str, pieces: Iterable[Span]) -> Iterator[Span]:
    """Yield pieces of a text in order, those between which nothing stands as one."""
    whole, *rest = sorted(pieces)
    for one in rest:
        if one.start > whole.end and text[whole.end : one.start].strip():
            yield whole
            whole = one
        else:
            whole = Span(whole.start, max(whole.end, one.end))
    yield whole
