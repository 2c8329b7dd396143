"""The forms that expressions of time stand in, found in a text by the classes of its words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

import msgspec

from onrecord.annotation.time.tense import Pointers, make_pointers
from onrecord.annotation.time.words import Vocabulary, Word, cut, make_vocabulary
from onrecord.lexicons import languages, lexicon
from onrecord.nouns.sighting import Expression, ExpressionKind, Value
from onrecord.nouns.span import Span

DEFAULT = "en"
# Lists of words around an expression that the grammar asks for; a language may leave out any of them.
AROUND = (
    "introducing", "loose", "weak", "ages_before", "ages_after", "parts_after", "apart_after", "numbering", "closing",
    "going_on", "described", "measuring", "ranking", "rare_since", "rare_in", "joining",
)  # fmt: skip
JOINTS = ("between", "from", "either", "plain")
LABELS = ("published", "updated")
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
    labels: dict[str, frozenset[str]]
    pointers: Pointers


@cache
def rules_of(language: str | None = None) -> Rules:
    """Return the rules of a language, compiled from its lexicon once; those of English where it has no lexicon.

    >>> rules_of("en-GB") is rules_of("en")
    True
    """
    name = (language or DEFAULT).split("-")[0].lower()
    if name != language:
        return rules_of(name)
    return make_rules(lexicon(f"time-{name}")) if name in languages("time-") else rules_of(DEFAULT)


def make_rules(listed: dict[str, Any]) -> Rules:
    """Compile a lexicon of time: its words by class, the forms they stand in, and the words that count around them.

    Words and forms are all that a language needs for its dates to be found; every other table may be left out.
    """
    known = make_vocabulary(listed)
    forms = tuple(
        _compile(cast(ExpressionKind, kind), row, known) for kind, rows in listed["forms"].items() for row in rows
    )
    nameless = "|".join(re.sub(r"\?P<\w+>", "?:", form.pattern.pattern) for form in forms)
    joints = {word: tuple(listed.get("joints", {}).get(word, ())) for word in JOINTS}
    around, labels = (
        {name: frozenset(listed.get(table, {}).get(name, ())) for name in names}
        for table, names in (("around", AROUND), ("labels", LABELS))
    )
    limits, pointing = listed.get("bounds", {}), make_pointers(listed.get("direction", {}))
    return Rules(known, forms, re.compile(nameless), limits, joints, around, labels, pointing)


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
