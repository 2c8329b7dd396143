"""Which words show that a thing is contested, or how it came out.

A letter that somebody wrote is no item; a letter that is leaked, denied, called genuine or not mentioned is one.
The sign is looked for where the grammar puts it: before the noun, in what is said of it, or in the verb it hangs on.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Literal

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.thing.phrases import Naming
from onrecord.lexicons import lexicon
from onrecord.nouns.parse import Token
from onrecord.nouns.span import Span

Sign = Literal["disputed", "stance", "release", "exists", "owned", "medium", "hidden"]

VERDICT = 40  # code points after a thing in which the words stand that it is called: " a clumsy forgery"
HAVING = frozenset({"have", "hold", "possess", "keep"})
APPEARING = frozenset({"exist", "surface", "emerge", "appear", "circulate", "show", "prove"})
BEARING = frozenset({"about", "on", "of", "to", "with", "over", "in", "from", "into", "by"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("items")["contest"][name])


@cache
def _medium(name: str) -> frozenset[str]:
    return frozenset(lexicon("items")["medium"][name])


def find_signs(naming: Naming, grammar: Grammar) -> frozenset[Sign]:
    """Find the signs that one phrase carries."""
    signs = frozenset([*_before(naming), *_below(naming, grammar), *_above(naming, grammar)])
    refused = "exists" in signs and naming.words[:1] in (("no",), ("any",))
    return signs | {"disputed"} if refused else signs


def _before(naming: Naming) -> Iterator[Sign]:
    if not _words("modifiers").isdisjoint(naming.words):
        yield "disputed"
    if not _words("hidden").isdisjoint(naming.words):
        yield "hidden"


def _below(naming: Naming, grammar: Grammar) -> Iterator[Sign]:
    """Signs in a clause that hangs on the noun: "a clip posted on …", "the memo, which she disputes"."""
    for child in grammar.children[naming.head]:
        token = grammar.tokens[child]
        if token.dep in ("acl", "relcl", "appos"):
            yield from _of_verb(token.lemma.lower())


def _above(naming: Naming, grammar: Grammar) -> Iterator[Sign]:
    """Signs in what the noun hangs on: its verb, the predicate, "the authenticity of"."""
    tokens = grammar.tokens
    index = _lead(grammar, naming.head)
    token, head = tokens[index], tokens[tokens[index].head]
    preposition = token.dep == "pobj" and head.lemma.lower()
    if preposition:
        governor = tokens[head.head]
        if _is_medium(str(preposition), governor):
            yield "medium"
            return
        yield from _of_bearing(str(preposition), governor)
        yield from _of_part(head.head, str(preposition), grammar)
    elif token.dep == "poss" and head.lemma.lower() in _words("qualities"):
        yield "disputed"
    elif token.dep in ("dobj", "nsubjpass", "nsubj", "attr", "oprd"):
        yield from _of_clause(token, tokens[index].head, grammar)


def _lead(grammar: Grammar, index: int) -> int:
    """Return the first of the things listed together, which alone hangs on the verb."""
    for _ in range(4):
        token = grammar.tokens[index]
        if token.dep != "conj" or token.head >= index:
            break
        index = token.head
    return index


def _is_medium(preposition: str, governor: Token) -> bool:
    return preposition in _medium("prepositions") and governor.lemma.lower() in _medium("verbs")


def _of_bearing(preposition: str, governor: Token) -> Iterator[Sign]:
    lemma = governor.lemma.lower()
    if f"{lemma} {preposition}" in _words("vouching") or (preposition in BEARING and lemma in _words("qualities")):
        yield "disputed"
    elif preposition in BEARING and (lemma in _words("stances") or lemma in ("ask", "speak", "refer")):
        yield "stance"


def _of_part(index: int, preposition: str, grammar: Grammar) -> Iterator[Sign]:
    """Signs in what is said of a part of it ("every part of the video was staged") or of what is heard on it."""
    part = grammar.tokens[index]
    lemma = part.lemma.lower()
    if preposition == "of" and lemma in _words("parts") and part.dep in ("nsubj", "nsubjpass", "dobj"):
        yield from _of_clause(part, part.head, grammar)
    elif preposition in ("on", "in") and lemma in _words("traces"):
        yield "disputed"


def _of_clause(token: Token, verb: int, grammar: Grammar) -> Iterator[Sign]:
    """Signs in the clause of which the noun is subject or object."""
    lemma = grammar.tokens[verb].lemma.lower()
    if (
        (token.dep == "attr" and grammar.kids(verb, "expl"))
        or (lemma in HAVING and token.dep == "dobj")
        or lemma == "exist"
    ):
        yield "exists"
    if lemma in _words("making") and _is_owned(grammar, verb):
        yield from ("disputed", "owned")
    if _is_judged(token, verb, grammar):
        yield "disputed"
    elif lemma != "be" and (token.dep != "nsubj" or lemma in APPEARING):
        yield from _of_verb(lemma)


def _is_judged(token: Token, verb: int, grammar: Grammar) -> bool:
    """Tell whether the clause says of what quality the thing is, or disowns it."""
    lemma = grammar.tokens[verb].lemma.lower()
    if lemma == "be":
        return not _words("predicates").isdisjoint(_said_of(grammar, verb))
    if token.dep == "nsubjpass" and not _words("predicates").isdisjoint((lemma, grammar.word(verb))):
        return True
    return _is_called(token, verb, grammar) or _is_disowned(token, verb, grammar)


def _said_of(grammar: Grammar, verb: int) -> Iterator[str]:
    """Yield what is said of the subject, "the only genuine sheet" with its adjectives."""
    for child in grammar.kids(verb, "acomp", "attr", "oprd"):
        yield grammar.tokens[child].lemma.lower()
        yield from (grammar.tokens[inner].lemma.lower() for inner in grammar.kids(child, "amod"))


def _is_called(token: Token, verb: int, grammar: Grammar) -> bool:
    """Tell whether the verb says what the thing is: "called the minutes a forgery", "dismissed it as a fake"."""
    if grammar.tokens[verb].lemma.lower() not in _words("calling") or token.dep == "nsubj":
        return False
    after = grammar.within(Span(token.end, token.end + VERDICT))
    words = (word for place in after for word in (grammar.word(place), grammar.tokens[place].lemma.lower()))
    return not _words("predicates").isdisjoint(words)


def _is_disowned(token: Token, verb: int, grammar: Grammar) -> bool:
    """Tell whether the clause takes the thing from its place: "did not come from us", "was taken out of context"."""
    lemma = grammar.tokens[verb].lemma.lower()
    if lemma == "come" and token.dep == "nsubj":
        return bool(grammar.kids(verb, "neg"))
    end = grammar.tokens[verb].end
    return lemma == "take" and token.dep == "nsubjpass" and grammar.text.startswith(" out of context", end)


def _is_owned(grammar: Grammar, verb: int) -> bool:
    """Tell whether the making stands under a denial or an admission: "denied taking a selfie"."""
    above = grammar.tokens[verb]
    if above.dep not in ("xcomp", "ccomp", "pcomp", "dobj"):
        return False
    return any(grammar.tokens[head].lemma.lower() in _words("owning") for head in islice(grammar.ancestors(verb), 2))


def _of_verb(lemma: str) -> Iterator[Sign]:
    if lemma in _words("verbs"):
        yield "disputed"
    elif lemma in _words("stances"):
        yield "stance"
    elif lemma in _words("releases"):
        yield "release"
