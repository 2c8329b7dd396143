"""Which words show that a thing is contested, or how it came out.

A letter that somebody wrote is no item; a letter that is leaked, denied, called genuine or not mentioned is one.
The sign is looked for where the grammar puts it: before the noun, in what is said of it, or in the verb it hangs on.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from onrecord.annotation.thing_phrases import Naming
from onrecord.lexicons import lexicon
from onrecord.nouns.parse import Parse, Token

Sign = Literal["disputed", "stance", "release", "exists", "medium"]

HAVING = frozenset({"have", "hold", "possess", "keep"})
BEARING = frozenset({"about", "on", "of", "to", "with", "over", "in", "from", "into", "by"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("items")["contest"][name])


@cache
def _medium(name: str) -> frozenset[str]:
    return frozenset(lexicon("items")["medium"][name])


def find_signs(naming: Naming, parse: Parse, children: list[list[int]]) -> frozenset[Sign]:
    """Find the signs that one phrase carries."""
    return frozenset([*_before(naming), *_below(naming, parse, children), *_above(naming, parse, children)])


def _before(naming: Naming) -> Iterator[Sign]:
    if not _words("modifiers").isdisjoint(naming.words):
        yield "disputed"


def _below(naming: Naming, parse: Parse, children: list[list[int]]) -> Iterator[Sign]:
    """Signs in a clause that hangs on the noun: "a clip posted on …", "the memo, which she disputes"."""
    for child in children[naming.head]:
        token = parse.tokens[child]
        if token.dep in ("acl", "relcl", "appos"):
            yield from _of_verb(token.lemma.lower())


def _above(naming: Naming, parse: Parse, children: list[list[int]]) -> Iterator[Sign]:
    """Signs in what the noun hangs on: its verb, the predicate, "the authenticity of"."""
    tokens = parse.tokens
    index = _lead(parse, naming.head)
    token, head = tokens[index], tokens[tokens[index].head]
    preposition = token.dep == "pobj" and head.lemma.lower()
    if preposition:
        governor = tokens[head.head]
        if _is_medium(str(preposition), governor):
            yield "medium"
            return
        yield from _of_bearing(str(preposition), governor)
    elif token.dep == "poss" and head.lemma.lower() in _words("qualities"):
        yield "disputed"
    elif token.dep in ("dobj", "nsubjpass", "nsubj", "attr", "oprd"):
        yield from _of_clause(token, tokens[index].head, parse, children)


def _lead(parse: Parse, index: int) -> int:
    """Return the first of the things listed together, which alone hangs on the verb."""
    for _ in range(4):
        token = parse.tokens[index]
        if token.dep != "conj" or token.head >= index:
            break
        index = token.head
    return index


def _is_medium(preposition: str, governor: Token) -> bool:
    return preposition in _medium("prepositions") and governor.lemma.lower() in _medium("verbs")


def _of_bearing(preposition: str, governor: Token) -> Iterator[Sign]:
    lemma = governor.lemma.lower()
    if preposition in BEARING and lemma in _words("qualities"):
        yield "disputed"
    elif preposition in BEARING and (lemma in _words("stances") or lemma in ("ask", "speak", "refer")):
        yield "stance"


def _of_clause(token: Token, verb: int, parse: Parse, children: list[list[int]]) -> Iterator[Sign]:
    lemma = parse.tokens[verb].lemma.lower()
    if token.dep == "attr" and any(parse.tokens[child].dep == "expl" for child in children[verb]):
        yield "exists"
    if lemma in HAVING and token.dep == "dobj":
        yield "exists"
    if lemma == "be":
        said = {
            parse.tokens[child].lemma.lower()
            for child in children[verb]
            if parse.tokens[child].dep in ("acomp", "attr", "oprd")
        }
        if not said.isdisjoint(_words("predicates")):
            yield "disputed"
    elif lemma in _words("predicates") and token.dep in ("nsubjpass", "nsubj"):
        yield "disputed"
    elif token.dep != "nsubj" or lemma in ("exist", "surface", "emerge", "appear", "circulate", "show", "prove"):
        yield from _of_verb(lemma)


def _of_verb(lemma: str) -> Iterator[Sign]:
    if lemma in _words("verbs"):
        yield "disputed"
    elif lemma in _words("stances"):
        yield "stance"
    elif lemma in _words("releases"):
        yield "release"
