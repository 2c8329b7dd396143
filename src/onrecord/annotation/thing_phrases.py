"""Noun phrases that could name a contested thing: a recording, a letter, a post, a set of figures.

Only the shape of the words is read here: which noun, what stands before it, what "of" or "from" adds.
Whether the thing is contested and which one it is are decided afterwards, over the whole article.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from onrecord.lexicons import lexicon
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse, Token
from onrecord.nouns.record import ItemKind
from onrecord.nouns.span import Span

Form = Literal["definite", "indefinite", "pointing", "possessed", "bare", "absent"]

MEASURES = frozenset({"second", "minute", "hour", "page", "day", "week", "month", "year"})
REACH = 12  # words that a phrase may reach back from its noun; longer ones are misparsed lists
TAIL = 8  # words that "of …" or "from …" may add to the name
TAIL_PREPOSITIONS = frozenset({"of", "from", "between"})
POINTING = frozenset({"this", "that", "these", "those"})
DEFINITE = frozenset({"the", "both", "either", "neither"})
ABSENT = frozenset({"no", "any"})
OPENERS = frozenset(
    {"det", "poss", "predet", "nummod", "amod", "compound", "nmod", "quantmod", "advmod", "punct", "case"}
)


class Naming(msgspec.Struct, frozen=True):
    """One noun phrase: `noun` its lemma, `head` the index of its token, `marks` the words that set it apart."""

    at: Span
    head: int
    noun: str
    kind: ItemKind
    form: Form
    plural: bool
    words: tuple[str, ...]
    marks: frozenset[str]


def find_namings(article: Article, parse: Parse) -> tuple[Naming, ...]:
    """Find the noun phrases headed by a noun for a thing, in order of the text."""
    children = children_of(parse)
    return tuple(
        _naming(article, parse, children, index)
        for index, token in enumerate(parse.tokens)
        if _is_head(parse, index, token) and not _is_name(article, token)
    )


def children_of(parse: Parse) -> list[list[int]]:
    """Return the indices of the tokens that hang on each token, in order."""
    children: list[list[int]] = [[] for _ in parse.tokens]
    for index, token in enumerate(parse.tokens):
        if token.head != index:
            children[token.head].append(index)
    return children


@cache
def kinds() -> dict[str, ItemKind]:
    """Return the kind of thing that each noun names."""
    return {noun: kind for kind, nouns in lexicon("items")["nouns"].items() for noun in nouns}


@cache
def _compounds() -> dict[str, ItemKind]:
    return {words: kind for kind, phrases in lexicon("items")["compounds"].items() for words in phrases}


@cache
def _generic() -> frozenset[str]:
    items = lexicon("items")
    return frozenset(
        [*items["generic"]["words"], *items["other"]["words"], *items["other"]["first"], *items["other"]["both"]]
    )


def noun_of(token: Token, text: str) -> str:
    """Return the noun that a token is a form of; "minutes" keeps its plural, which is the only form that names a paper."""
    word = text[token.start : token.end].lower()
    if word == "minutes":
        return word
    return token.lemma.lower()


def _is_head(parse: Parse, index: int, token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN") or token.lemma.lower() not in kinds() and token.lemma.lower() != "minute":
        return False
    if token.lemma.lower() == "minute" and (token.tag != "NNS" or _is_counted(parse, index)):
        return False
    if token.dep in ("compound", "nmod", "npadvmod") and token.head > index:
        return False
    following = parse.tokens[index + 1] if index + 1 < len(parse.tokens) else None
    return not (following and following.start == token.end and following.lemma == "-")


def _is_name(article: Article, token: Token) -> bool:
    """Tell whether the word is part of a proper name ("the Corn Exchange"), which in a heading cannot be told."""
    if token.pos != "PROPN" or not article.text[token.start].isupper():
        return False
    return article.part_at(token.start).kind not in ("headline", "standfirst", "subhead")


def _is_counted(parse: Parse, index: int) -> bool:
    """Tell whether a number stands before the word: "nine minutes" is a length and not a paper."""
    before = parse.tokens[max(0, index - 3) : index]
    return any(token.pos == "NUM" or token.lemma in ("few", "several", "some", "many") for token in before)


def _naming(article: Article, parse: Parse, children: list[list[int]], index: int) -> Naming:
    first, last = _left_edge(parse, children, index), _right_edge(parse, children, index)
    tokens = parse.tokens
    words = tuple(article.text[t.start : t.end].lower() for t in tokens[first:index] if t.pos not in ("PUNCT", "SPACE"))
    noun = noun_of(tokens[index], article.text)
    before = article.text[tokens[index - 1].start : tokens[index].start].strip().lower() if index > first else ""
    return Naming(
        at=Span(tokens[first].start, tokens[last].end),
        head=index,
        noun=noun,
        kind=_compounds().get(f"{before} {noun}", kinds().get(noun, "document")),
        form=_form(tokens[first:index], article.text),
        plural=tokens[index].tag in ("NNS", "NNPS") and noun != "minutes",
        words=words,
        marks=frozenset(_marks(tokens, first, last, index)),
    )


def _left_edge(parse: Parse, children: list[list[int]], index: int) -> int:
    """Return the first token of the phrase: back over what hangs on the noun, without a gap."""
    first = index
    for child in reversed([child for child in children[index] if child < index]):
        if parse.tokens[child].dep not in OPENERS:
            break
        first = _first_under(children, child)
    while first < index and parse.tokens[first].pos in ("PUNCT", "SPACE"):
        first += 1
    return max(first, index - REACH)


def _first_under(children: list[list[int]], index: int) -> int:
    first = index
    for _ in range(REACH):
        left = [child for child in children[first] if child < first]
        if not left:
            break
        first = left[0]
    return first


def _right_edge(parse: Parse, children: list[list[int]], index: int) -> int:
    """Return the last token: the noun's, or that of the "of" or "from" phrase right after it."""
    follow = index + 1
    if follow not in children[index] or parse.tokens[follow].lemma.lower() not in TAIL_PREPOSITIONS:
        return index
    last = max(_under(children, follow))
    tail = parse.tokens[follow : last + 1]
    if len(tail) > TAIL or len(tail) < 2 or any(token.pos in ("VERB", "AUX") for token in tail):
        return index
    return last


def _under(children: list[list[int]], index: int) -> Iterator[int]:
    waiting = [index]
    while waiting:
        index = waiting.pop()
        yield index
        waiting.extend(children[index])


def _form(before: tuple[Token, ...], text: str) -> Form:
    words = [text[token.start : token.end].lower() for token in before]
    if not words:
        return "bare"
    if words[0] in POINTING:
        return "pointing"
    if any(word in ABSENT for word in words[:1]):
        return "absent"
    if any(token.dep == "poss" or token.tag in ("PRP$", "POS") for token in before):
        return "possessed"
    if words[0] in DEFINITE:
        return "definite"
    return "indefinite" if words[0] in ("a", "an", "another", "one", "some") else "bare"


def _marks(tokens: tuple[Token, ...], first: int, last: int, index: int) -> Iterator[str]:
    for place in range(first, last + 1):
        token = tokens[place]
        lemma = token.lemma.lower()
        if place != index and token.pos in ("NOUN", "PROPN", "ADJ") and lemma not in _generic() | MEASURES:
            yield lemma
