"""The forms that expressions of time stand in, found in a text by the classes of its words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

import msgspec

from onrecord.annotation.time.words import Vocabulary, Word, cut, make_vocabulary
from onrecord.lexicons import lexicon
from onrecord.nouns.sighting import Expression, ExpressionKind, Value
from onrecord.nouns.span import Span

ELEMENT = re.compile(r"([\w|]+)(?:=(\w+))?(\?)?")


class Form(msgspec.Struct, frozen=True):
    """One row of classes as a pattern over their characters; `classes` says which classes can fill a role."""

    kind: ExpressionKind
    pattern: re.Pattern[str]
    classes: dict[str, tuple[str, ...]]


class Rules(msgspec.Struct, frozen=True):
    """The forms of one language, a pattern that finds where any begins, and the words around them that count."""

    known: Vocabulary
    forms: tuple[Form, ...]
    any_form: re.Pattern[str]
    limits: dict[str, str]
    joints: dict[str, tuple[str, ...]]
    around: dict[str, frozenset[str]]


@cache
def rules_of(language: str) -> Rules:
    """Return the rules of a language, compiled from its lexicon once."""
    return make_rules(lexicon(f"time-{language}"))


def make_rules(listed: dict[str, Any]) -> Rules:
    """Compile a lexicon of time: its words by class, the forms they stand in, and the words that count around them."""
    known = make_vocabulary(listed)
    forms = tuple(
        _compile(cast(ExpressionKind, kind), row, known) for kind, rows in listed["forms"].items() for row in rows
    )
    nameless = "|".join(re.sub(r"\?P<\w+>", "?:", form.pattern.pattern) for form in forms)
    joints = {word: tuple(rows) for word, rows in listed["joints"].items()}
    around = {name: frozenset(rows) for name, rows in listed["around"].items()}
    return Rules(known, forms, re.compile(nameless), listed["bounds"], joints, around)


def find_expressions(text: str, start: int, end: int, rules: Rules) -> tuple[list[Word], list[Expression]]:
    """Find the expressions in a stretch of text; they never overlap, and the longest form wins."""
    words, shape = cut(text, start, end, rules.known)
    return words, list(_matches(words, shape, rules))


def _matches(words: list[Word], shape: str, rules: Rules) -> Iterator[Expression]:
    position = 0
    while begun := rules.any_form.search(shape, position):
        first = begun.start()
        fits = [(form, found) for form in rules.forms if (found := form.pattern.match(shape, first))]
        form, found = max(fits, key=lambda fit: fit[1].end())
        position = found.end()
        values: dict[str, Value] = {}
        for role, filled in found.groupdict().items():
            if filled is not None:
                kinds = words[found.start(role)].kinds.values
                values[role] = next(kinds[name] for name in form.classes[role] if name in kinds)
        yield Expression(Span(words[first].start, words[position - 1].end), form.kind, values)


def _compile(kind: ExpressionKind, row: str, known: Vocabulary) -> Form:
    classes: dict[str, tuple[str, ...]] = {}

    def name_group(element: re.Match[str]) -> str:
        names = tuple(element[1].split("|"))
        role = element[2] or names[0]
        if not known.characters(names):
            raise ValueError(f"no word of class {element[1]}: add it to the lexicon, or mend the form “{row}”")
        group = "?:" if role in classes else f"?P<{role}>"  # a role that comes twice is filled by the first
        classes.setdefault(role, names)
        return f"({group}[{known.characters(names)}]){element[3] or ''}"

    pattern = ELEMENT.sub(name_group, row.replace("(", "\0")).replace("\0", "(?:").replace(" ", "")
    return Form(kind, re.compile(pattern), classes)
