"""Expressions of time where they stand: which truly name a time, what limits them, where their sentence points."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.time.doubts import names_a_time
from onrecord.annotation.time.forms import Rules, find_expressions
from onrecord.annotation.time.limits import find_limit, is_ranked
from onrecord.annotation.time.tense import Pointers, find_direction, governing_verb, head_of, is_firm, is_past
from onrecord.nouns.article import Article, Part
from onrecord.nouns.sighting import Direction, Expression, Sighting
from onrecord.nouns.span import Span

WIDEST_JOINT = 6  # characters between a clock time and its day
LONGEST_JOINT = 12  # characters between the two dates of a range
HEADLINES = frozenset({"headline", "standfirst", "subhead", "caption"})  # where the present tense tells the past
BRIEF = "T"  # begins the units shorter than a day
DATES = frozenset({"calendar", "weekday", "range"})


def sight(article: Article, grammar: Grammar, rules: Rules) -> Iterator[Sighting]:
    """Yield the expressions of all parts but furniture, in order."""
    read = [part for part in article.parts if part.kind != "furniture"]
    for before, part in zip([*read[:1], *read], read, strict=False):
        words, found = find_expressions(article.text, part.start, part.end, rules)
        sure = [one for one in found if names_a_time(one, article.text, words, grammar, rules)]
        rows = _share_years(_join_clocks(sure, article.text, rules), article.text, rules)
        placed = [_place(one, part, before.start, grammar, rules) for one in rows]
        yield from _pair(placed, article.text, rules)


def _place(one: Expression, part: Part, since: int, grammar: Grammar, rules: Rules) -> Sighting:
    known = rules.pointers
    limit = find_limit(one, grammar, rules.limits)
    direction = _direction(one, part, grammar, (known, limit))
    brief = str(one.values.get("ahead")).startswith(BRIEF)
    if "ahead" in one.values and (brief or direction != "future" or is_ranked(grammar, one.at, rules.around)):
        one = _as_length(one, grammar.text)
    return Sighting(one, part, since, direction, limit, is_firm(grammar, one.at, known))


def _direction(one: Expression, part: Part, grammar: Grammar, clues: tuple[Pointers, str | None]) -> Direction:
    known, limit = clues
    found = find_direction(grammar, one.at, known)
    if limit == "since":
        return "past"
    if found == "unknown" and _is_arranged(one, part, grammar):
        return "future"
    if found == "future" and _dates_a_picture(one, grammar, known):
        return "past"
    if limit not in ("by", "until"):
        return found
    verb = governing_verb(grammar, one.at)
    return found if verb is not None and is_past(grammar, verb) else "future"


def _dates_a_picture(one: Expression, grammar: Grammar, known: Pointers) -> bool:
    """Tell whether a full date is set off by a comma in the present tense: "Olm speaks in Torvik, May 3, 2024"."""
    verb = governing_verb(grammar, one.at)
    full = {"year", "month"} <= one.values.keys() and one.values.keys() & {"day", "nth"}
    set_off = grammar.text[max(0, one.at.start - 2) : one.at.start].rstrip()[-1:] == ","
    if verb is None or not full or not set_off or grammar.tokens[verb].tag not in ("VBZ", "VBP"):
        return False
    return not any(grammar.word(helper) in known.helpers for helper in grammar.kids(verb, "aux"))


def _is_arranged(one: Expression, part: Part, grammar: Grammar) -> bool:
    """Tell whether a weekday stands right by a verb in the present tense, and in no headline: "he lands on Friday"."""
    verb, root = governing_verb(grammar, one.at), head_of(grammar, one.at)
    if one.kind != "weekday" or part.kind in HEADLINES or verb is None or root is None:
        return False
    above = grammar.tokens[root].head
    above = grammar.tokens[above].head if grammar.tokens[above].pos == "ADP" else above
    token = grammar.tokens[verb]
    return above == verb and token.tag in ("VBZ", "VBP") and token.pos == "VERB" and not grammar.kids(verb, "ccomp")


def _as_length(one: Expression, text: str) -> Expression:
    """Return "in six years" as the six years that something took, where it is no date ahead."""
    words = one.at.of(text)
    start = one.at.start + len(words) - len(words.split(maxsplit=1)[-1])
    return Expression(Span(start, one.at.end), "duration", one.values)


def _join_clocks(found: list[Expression], text: str, rules: Rules) -> list[Expression]:
    """Join a clock time with the day beside it: "at 9 p.m. on Sunday" is one expression."""
    joined: list[Expression] = []
    for one in found:
        if joined and _makes_one(joined[-1], one, text, rules):
            before = joined.pop()
            day, clock = (one, before) if before.kind == "clock" else (before, one)
            one = Expression(Span(before.at.start, one.at.end), day.kind, {**clock.values, **day.values})
        joined.append(one)
    return joined


def _makes_one(before: Expression, after: Expression, text: str, rules: Rules) -> bool:
    if [before.kind, after.kind].count("clock") != 1 or not 0 <= after.at.start - before.at.end <= WIDEST_JOINT:
        return False
    day = after if before.kind == "clock" else before
    named = day.values.keys() & {"day", "nth", "weekday", "dayword", "iso"}
    return bool(named) and text[before.at.end : after.at.start].strip().casefold() in rules.around["joining"]


def _share_years(found: Sequence[Expression], text: str, rules: Rules) -> list[Expression]:
    """Give the year of "May 2023" to the month before it in "March to May 2023"; to an earlier one, the year before."""
    rows = list(found)
    for number in range(len(rows) - 2, -1, -1):
        one, after = rows[number], rows[number + 1]
        months = "month" in one.values and "month" in after.values and "year" in after.values
        if not months or "year" in one.values or "step" in one.values or "year_step" in one.values:
            continue
        joint = _between(one, after, text)
        if joint in rules.joints["either"]:
            turned = joint not in rules.joints["plain"] and int(one.values["month"]) > int(after.values["month"])
            rows[number] = Expression(one.at, one.kind, {**one.values, "year": int(after.values["year"]) - turned})
    return rows


def _pair(placed: Sequence[Sighting], text: str, rules: Rules) -> Iterator[Sighting]:
    """Mark the second of two expressions that make one date by the word that joins them."""
    yield from placed[:1]
    for before, one in pairwise(placed):
        joined = _joined(before, one, text, rules)
        limit = "until" if joined == "from" else one.limit
        yield msgspec.structs.replace(one, joined=joined, limit=limit) if joined else one


def _joined(before: Sighting, one: Sighting, text: str, rules: Rules) -> str | None:
    joint = _between(before.expression, one.expression, text)
    if one.expression.kind not in DATES:
        return None
    if before.expression.kind == "duration":
        sign = rules.limits.get(joint)
        return sign if sign in ("after", "before") and one.limit == sign else None
    said = text[max(0, before.expression.at.start - LONGEST_JOINT) : before.expression.at.start].casefold().split()
    opens = rules.limits.get(said[-1], "") if said else ""
    return opens if joint in rules.joints.get(opens, ()) and before.expression.kind in DATES else None


def _between(one: Expression, after: Expression, text: str) -> str:
    """Return the words between two expressions; a line end where they are far apart."""
    apart = after.at.start - one.at.end
    return " ".join(text[one.at.end : after.at.start].casefold().split()) if apart <= LONGEST_JOINT else "\n"
