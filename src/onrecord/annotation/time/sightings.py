"""Expressions of time where they stand: which truly name a time, what limits them, where their sentence points."""

from collections.abc import Iterable, Iterator

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import tokens_in
from onrecord.annotation.time.doubts import names_a_time
from onrecord.annotation.time.forms import Rules, find_expressions
from onrecord.annotation.time.tense import Pointers, find_direction, governing_verb, head_of, is_firm, is_past
from onrecord.nouns.article import Article
from onrecord.nouns.sighting import Direction, Expression, Sighting
from onrecord.nouns.span import Span

JOINING = frozenset({"", ",", "on", "at", "of", ", at", ", on"})
WIDEST_JOINT = 6  # characters between a clock time and its day


def sight(article: Article, grammar: Grammar, rules: Rules, known: Pointers) -> Iterator[Sighting]:
    """Yield the expressions of all parts but furniture, in order."""
    read = [part for part in article.parts if part.kind != "furniture"]
    for before, part in zip([*read[:1], *read], read, strict=False):
        words, found = find_expressions(article.text, part.start, part.end, rules)
        sure = (one for one in found if names_a_time(one, article.text, words, grammar))
        for one in _join_clocks(list(sure), article.text):
            limit = _limit(one, article.text, grammar, rules.limits)
            yield Sighting(
                one, part, before.start, _direction(one, grammar, known, limit), limit, is_firm(grammar, one.at, known)
            )


def _direction(one: Expression, grammar: Grammar, known: Pointers, limit: str | None) -> Direction:
    found = find_direction(grammar, one.at, known)
    if limit not in ("by", "until"):
        return found
    verb = governing_verb(grammar, one.at)
    return found if verb is not None and is_past(grammar, verb) else "future"


def _join_clocks(found: list[Expression], text: str) -> Iterable[Expression]:
    """Join a clock time with the day beside it: "at 9 p.m. on Sunday" is one expression."""
    joined: list[Expression] = []
    for one in found:
        if joined and _makes_one(joined[-1], one, text):
            before = joined.pop()
            day, clock = (one, before) if before.kind == "clock" else (before, one)
            one = Expression(Span(before.at.start, one.at.end), day.kind, {**clock.values, **day.values})
        joined.append(one)
    return joined


def _makes_one(before: Expression, after: Expression, text: str) -> bool:
    if [before.kind, after.kind].count("clock") != 1 or not 0 <= after.at.start - before.at.end <= WIDEST_JOINT:
        return False
    day = after if before.kind == "clock" else before
    named = day.values.keys() & {"day", "nth", "weekday", "dayword", "iso"}
    return bool(named) and text[before.at.end : after.at.start].strip().casefold() in JOINING


def _limit(one: Expression, text: str, grammar: Grammar, limits: dict[str, str]) -> str | None:
    """Return the limit that the words before set, unless they go with a longer phrase ("after Monday's meeting")."""
    words = text[max(0, one.at.start - 20) : one.at.start].casefold().split()
    found = next((limits[key] for key in (" ".join(words[-2:]), words[-1] if words else "") if key in limits), None)
    root = head_of(grammar, one.at)
    if found is None or root is None:
        return found
    if grammar.tokens[root].dep not in ("pobj", "pcomp", "npadvmod", "conj", "ROOT"):
        return None
    before = tokens_in(grammar, Span(max(0, one.at.start - 2), one.at.start))
    return None if found == "from" and not _begins_action(grammar, before) else found


def _begins_action(grammar: Grammar, before: range) -> bool:
    """Tell whether "from" hangs on a verb, so that something lasts from then on; "the tape from May" does not."""
    return bool(before) and grammar.tokens[grammar.tokens[before[0]].head].pos in ("VERB", "AUX")
