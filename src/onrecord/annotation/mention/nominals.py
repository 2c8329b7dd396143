"""The Nominal: any noun phrase or pronoun, whatever it refers to, with what its own words tell.

References are for those who can be a source. Here everything that a text can take up again counts: "the vote", "it",
"Torvik and its harbour". Nothing of it becomes an actor by itself.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.pronouns import FIRST, HE, IT, SECOND, SHE, THEY, WE
from onrecord.annotation.mention.references import Gender, fold, given_names, honorifics, name_bodies, roles, words_of
from onrecord.nouns.annotations import MentionForm
from onrecord.nouns.span import Span

Class = Literal["person", "body", "place", "time", "number", "thing", ""]

LONGEST = 40  # tokens; a longer phrase is a parse gone astray
OPEN = ("PUNCT", "SPACE", "CCONJ")
INNER = ("compound", "nmod", "npadvmod", "quantmod", "nummod", "amod", "det", "flat", "neg", "predet")
APART = ("conj", "cc", "appos", "punct", "parataxis", "preconj")  # what hangs on a noun and is no part of its phrase
POINTING = frozenset({"this", "that", "these", "those"})
NUMBERS = ("MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL")
LABELS: Mapping[str, Class] = {
    **dict.fromkeys(("PERSON",), "person"),
    **dict.fromkeys(("ORG", "NORP"), "body"),
    **dict.fromkeys(("GPE", "LOC", "FAC"), "place"),
    **dict.fromkeys(("DATE", "TIME"), "time"),
    **dict.fromkeys(NUMBERS, "number"),
}
WORDS = {  # pronouns by what they are a form of
    **dict.fromkeys(HE, "he"), **dict.fromkeys(SHE, "she"), **dict.fromkeys(IT, "it"),
    **dict.fromkeys(THEY, "they"), **dict.fromkeys(FIRST - WE, "i"), **dict.fromkeys(WE, "we"),
    **dict.fromkeys(SECOND, "you"), **dict.fromkeys(POINTING, "this"),
}  # fmt: skip


class Nominal(msgspec.Struct, frozen=True):
    """A noun phrase: its head, its words, and what can be told of its bearer.

    `noun` is the head as it is compared, `name` every word of a name, `marks` the words before a noun, `opening` how
    the phrase begins ("the", "a", "this", a possessive, nothing), `joint` that it joins several by "and".
    """

    at: Span
    token: int
    form: MentionForm
    noun: str
    sort: Class = ""
    gender: Gender = ""
    plural: bool = False
    name: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    opening: str = ""
    joint: bool = False


def find_nominals(grammar: Grammar, outside: frozenset[int]) -> tuple[Nominal, ...]:
    """Find every noun phrase and pronoun outside some tokens, in order; a longer one before those it begins with."""
    found = [one for k in range(len(grammar.tokens)) if k not in outside for one in _headed(grammar, k)]
    return tuple(sorted(found, key=lambda one: (one.at.start, -one.at.end, one.token)))


def _headed(grammar: Grammar, index: int) -> Iterator[Nominal]:
    """Yield the phrases that a token heads: its own, and the one that joins it with others."""
    token = grammar.tokens[index]
    if token.pos == "PRON" or token.tag in ("PRP", "PRP$") or (token.pos == "DET" and _stands_alone(grammar, index)):
        kind = WORDS.get(grammar.word(index))
        if kind is not None and token.dep != "expl":
            plural = kind in ("they", "we") or grammar.word(index) in ("these", "those")
            gender: Gender = "he" if kind == "he" else "she" if kind == "she" else ""
            yield Nominal(token.at, index, "pronoun", kind, "", gender, plural)
            return
    if token.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return
    if token.dep in INNER and token.head > index and not _is_named_apart(grammar, index):
        return
    if token.pos == "NUM" and token.dep not in ("nsubj", "dobj", "pobj", "nsubjpass"):
        return
    if token.tag in ("WP", "WDT", "WP$", "EX"):
        return
    at = _reach(grammar, index)
    yield _described(grammar, index, at)
    if grammar.kids(index, "conj") and grammar.kids(index, "cc") and token.dep != "conj":
        whole = _trim(grammar, grammar.first[index], min(grammar.last[index], index + LONGEST))
        yield Nominal(whole, index, "description", "and", plural=True, joint=True)


def _is_named_apart(grammar: Grammar, index: int) -> bool:
    """Tell whether a name before a noun has a bearer of its own: "the | WHO | chief", but not "Torvik | Bridge"."""
    token = grammar.tokens[index]
    own = token.pos == "PROPN" and token.name in ("ORG", "GPE", "PERSON") and token.dep in ("compound", "nmod")
    return own and grammar.tokens[token.head].pos == "NOUN" and grammar.tokens[index + 1].name != token.name


def _stands_alone(grammar: Grammar, index: int) -> bool:
    return grammar.word(index) in POINTING and grammar.tokens[index].dep in ("nsubj", "dobj", "pobj", "nsubjpass")


def _reach(grammar: Grammar, index: int) -> Span:
    """Return the span of a phrase with all that its head has to say, but without what stands beside it."""
    first, last = index, index
    for child in reversed(grammar.children[index]):
        if child > index or grammar.tokens[child].dep in APART or grammar.last[child] + 1 < first - 1:
            continue
        first = min(first, max(grammar.first[child], index - LONGEST))
    for child in grammar.children[index]:
        if child < index:
            continue
        if grammar.tokens[child].dep in ("conj", "cc", "parataxis") or grammar.last[child] > index + LONGEST:
            break
        if grammar.tokens[child].dep != "punct":
            last = max(last, grammar.last[child])
    return _trim(grammar, first, last)


def _trim(grammar: Grammar, first: int, last: int) -> Span:
    while first < last and grammar.tokens[first].pos in OPEN:
        first += 1
    while last > first and grammar.tokens[last].pos in OPEN:
        last -= 1
    return grammar.span(first, last)


def _described(grammar: Grammar, index: int, at: Span) -> Nominal:
    token = grammar.tokens[index]
    named = token.pos == "PROPN"
    before = [k for k in range(max(0, index - 8), index) if grammar.tokens[k].start >= at.start]
    words = frozenset(fold(grammar.word(k)) for k in before if grammar.tokens[k].pos in ("NOUN", "PROPN", "ADJ", "NUM"))
    noun = fold(grammar.word(index) if named else token.lemma)
    return Nominal(
        at=at,
        token=index,
        form="name" if named else "description",
        noun=noun,
        sort=_sort(grammar, index, noun, named=named),
        gender=_gender(grammar, before, noun),
        plural=token.tag in ("NNS", "NNPS"),
        name=words | {noun} if named else frozenset(),
        marks=words,
        opening=_opening(grammar, index, before),
    )


def _sort(grammar: Grammar, index: int, noun: str, *, named: bool) -> Class:
    label = grammar.tokens[index].name
    if named and label in LABELS:
        return LABELS[label]
    if noun in roles() or noun in words_of("people", "groups", "words"):
        return "person"
    if noun in words_of("bodies", "bodies", "words") or (named and noun in name_bodies()):
        return "body"
    return LABELS.get(label, "" if named else "thing")


def _gender(grammar: Grammar, before: list[int], noun: str) -> Gender:
    found = roles().get(noun, "")
    for k in before:
        word = grammar.word(k).rstrip(".")
        found = found or honorifics().get(word, "") or given_names().get(word, "")
    return found


def _opening(grammar: Grammar, index: int, before: list[int]) -> str:
    if grammar.kids(index, "poss"):
        return "whose"
    first = grammar.word(before[0]) if before else ""
    if first in ("the", "this", "that", "these", "those"):
        return "the" if first == "the" else "this"
    return "a" if first in ("a", "an", "another", "some", "any", "no", "every", "each") else ""
