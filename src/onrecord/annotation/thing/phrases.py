"""Noun phrases that could name a contested thing: a recording, a letter, a post, a set of figures.

Only the shape of the words is read here: which noun, what stands before it, what "of" or "from" adds.
Whether the thing is contested and which one it is are decided afterwards, over the whole article.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.thing.aliases import alias_of, is_mere_predicate
from onrecord.annotation.thing.edges import first_of, is_part, last_of
from onrecord.annotation.thing.forms import Form, form_of
from onrecord.annotation.thing.referents import Referents, nouns_seen
from onrecord.lexicons import lexicon
from onrecord.nouns.article import Article
from onrecord.nouns.record import ItemKind
from onrecord.nouns.span import Span

HEADINGS = frozenset({"headline", "standfirst", "subhead"})
CALENDAR = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})
TELLING = frozenset({"NOUN", "PROPN", "ADJ"})
SINGLED = frozenset(
    {"first", "second", "third", "other", "latter", "former", "one", "longer", "shorter", "older", "newer"}
)
RELEASES = frozenset({"release", "publish", "post", "issue", "obtain", "leak", "broadcast", "share", "upload", "air"})
MAKING = frozenset({"film", "record", "take", "shoot", "write", "draft", "paint", "draw"})
MEASURES = frozenset({"second", "minute", "hour", "page", "day", "week", "month", "year", "set"})


class Naming(msgspec.Struct, frozen=True):
    """One noun phrase: `head` is the index of its token, `marks` are the words that set it apart.

    `noun` is the lemma, or the kind where two words make the noun ("voice note" is a message).
    """

    at: Span
    head: int
    noun: str
    kind: ItemKind
    form: Form
    plural: bool
    words: tuple[str, ...]
    marks: frozenset[str]
    word: str  # the noun itself: "note" of a voice note
    alias_of: int | None = None  # the head of the phrase to which this one gives another name


def find_namings(article: Article, grammar: Grammar, seen: Referents) -> tuple[Naming, ...]:
    """Find the noun phrases headed by a noun for a thing, or by one that an engine sees name one, in order."""
    listed = {
        index
        for index in range(len(grammar.tokens))
        if _is_head(grammar, index) and not _is_name(article, grammar, index)
    }
    heads = listed | {
        index for index in nouns_seen(grammar, seen) if _noun(grammar, index) not in kinds().keys() | MEASURES
    }
    namings = (
        _naming(grammar, index, heads, kinds().get(_noun(grammar, index)) or seen[index].kind)
        for index in sorted(heads)
        if not is_mere_predicate(grammar, index, heads)
    )
    return tuple(
        naming for naming in namings if not _is_bare_word(article, naming) and not _is_like_word(article, naming)
    )


@cache
def kinds() -> dict[str, ItemKind]:
    """Return the kind of thing that each noun names."""
    return {noun: kind for kind, nouns in lexicon("items")["nouns"].items() for noun in nouns}


@cache
def _mass() -> frozenset[str]:
    """Return the nouns that have no plural of their own."""
    return frozenset(lexicon("items")["mass"]["nouns"])


@cache
def _compounds() -> dict[str, ItemKind]:
    return {words: kind for kind, phrases in lexicon("items")["compounds"].items() for words in phrases}


@cache
def _generic() -> frozenset[str]:
    items = lexicon("items")
    other = items["other"]
    states = (word for sides in items["states"].values() for side in sides for word in side)
    return frozenset([*items["generic"]["words"], *other["words"], *other["first"], *other["both"], *states, *MEASURES])


def _noun(grammar: Grammar, index: int) -> str:
    """Return the noun; "minutes" keeps its plural, the only form that names a paper."""
    word = grammar.word(index)
    return word if word == "minutes" else grammar.tokens[index].lemma.lower().replace("e-mail", "email")


def _is_head(grammar: Grammar, index: int) -> bool:
    token, noun = grammar.tokens[index], _noun(grammar, index)
    if token.pos not in ("NOUN", "PROPN") or noun not in kinds():
        return False
    if (noun == "minutes" and _is_counted(grammar, index)) or (noun == "page" and is_part(grammar, index)):
        return False
    if token.dep in ("compound", "nmod", "npadvmod", "amod") and token.head > index:
        return False
    return not _goes_on(grammar, index)


def _goes_on(grammar: Grammar, index: int) -> bool:
    """Tell whether the noun is only the first part of a longer one: "audio file", "letter-writer"."""
    if index + 1 == len(grammar.tokens):
        return False
    token, following = grammar.tokens[index], grammar.tokens[index + 1]
    if following.start == token.end and following.lemma == "-":
        return True
    return following.pos == "NOUN" and following.head != index and _noun(grammar, index + 1) in kinds()


def _is_bare_word(article: Article, naming: Naming) -> bool:
    """Tell whether a noun that needs an article stands without one, which only a heading may do."""
    if naming.form != "bare" or naming.plural or naming.words or naming.noun in _mass():
        return False
    return article.part_at(naming.at.start).kind not in HEADINGS


def _is_like_word(article: Article, naming: Naming) -> bool:
    """Tell whether a word like "version" stands without one that says which of several it is, or before "of events"."""
    if naming.noun not in lexicon("items")["likes"]["nouns"]:
        return False
    return _telling().isdisjoint(naming.words) or article.text.startswith(" of ", naming.at.end)


@cache
def _telling() -> frozenset[str]:
    """Return the words that say which of several like things is meant."""
    items = lexicon("items")
    states = (word for sides in items["states"].values() for side in sides for word in side)
    return frozenset([*items["likes"]["words"], *states])


def _is_name(article: Article, grammar: Grammar, index: int) -> bool:
    """Tell whether the word is part of a proper name ("the Corn Exchange"), which in a heading cannot be told."""
    token = grammar.tokens[index]
    if token.pos != "PROPN" or not article.text[token.start].isupper():
        return False
    return article.part_at(token.start).kind not in HEADINGS


def _is_counted(grammar: Grammar, index: int) -> bool:
    """Tell whether a number stands before the word: "nine minutes" is a length and not a paper."""
    before = grammar.tokens[max(0, index - 2) : index]
    return any(token.pos == "NUM" or token.lemma in ("few", "several", "some", "many") for token in before)


def _naming(grammar: Grammar, index: int, heads: set[int], kind: ItemKind) -> Naming:
    first, last = first_of(grammar, index), last_of(grammar, index)
    words = tuple(_words(grammar, first, index))
    compound = _compounds().get(f"{grammar.word(index - 1)} {_noun(grammar, index)}") if index > first else None
    noun = _noun(grammar, index)
    noun = compound if compound and compound != kind else noun  # a "chat log" is a log, a "voice note" no note
    return Naming(
        at=grammar.span(first, last),
        head=index,
        noun=noun,
        kind=compound or kind,
        form=form_of(grammar, first, index, words),
        plural=_is_plural(grammar, index, words),
        words=words,
        marks=frozenset([*_marks(grammar, first, last, index), *_releaser(grammar, index)]),
        word=_noun(grammar, index),
        alias_of=alias_of(grammar, index, heads),
    )


def _words(grammar: Grammar, first: int, index: int) -> Iterator[str]:
    """Yield the words before the noun; the unit of a length ("47-second") is none that sets a thing apart."""
    for place in range(first, index):
        token = grammar.tokens[place]
        measure = (
            grammar.word(place) == "second" and place > first and grammar.tokens[place - 1].pos in ("NUM", "PUNCT")
        )
        if token.pos not in ("PUNCT", "SPACE") and not measure:
            yield grammar.word(place)


def _is_plural(grammar: Grammar, index: int, words: tuple[str, ...]) -> bool:
    """Tell whether several things are named; "the second of the emails" is one."""
    noun = grammar.word(index)
    if grammar.tokens[index].tag not in ("NNS", "NNPS") or (noun in _mass() and noun != "data") or noun[-1] not in "as":
        return False
    return "of" not in words or not SINGLED & set(words[: words.index("of")])


def _marks(grammar: Grammar, first: int, last: int, index: int) -> Iterator[str]:
    """Yield the words that set the thing apart, those of a clause right after the noun among them."""
    for place in range(first, max(last, _clause_end(grammar, index, last)) + 1):
        token = grammar.tokens[place]
        lemma = token.lemma.lower()
        if place == index or token.pos not in TELLING or token.name in CALENDAR:
            continue
        if lemma not in _generic() and grammar.word(place) not in _generic():
            yield lemma


def _releaser(grammar: Grammar, index: int) -> Iterator[str]:
    """Yield the words for who released or made the thing, by which it may be called later: "the ministry's picture"."""
    token = grammar.tokens[index]
    above = grammar.tokens[token.head].lemma.lower()
    opening = grammar.word(grammar.first[index]) in ("a", "an")  # what is told of a known thing sets it apart from none
    if (token.dep == "dobj" or (token.dep == "nsubjpass" and opening)) and above in RELEASES:
        yield from _doers(grammar, token.head)
    for verb in grammar.kids(index, "acl"):
        if opening and grammar.tokens[verb].lemma.lower() in MAKING:
            yield from _doers(grammar, verb)


def _doers(grammar: Grammar, verb: int) -> Iterator[str]:
    """Yield the nouns for who does what a verb says, before it or after "by"."""
    agents = (inner for by in grammar.kids(verb, "agent") for inner in grammar.kids(by, "pobj"))
    for doer in (*grammar.kids(verb, "nsubj"), *agents):
        for place in range(grammar.first[doer], doer + 1):
            if grammar.tokens[place].pos in ("NOUN", "PROPN") and grammar.tokens[place].name not in CALENDAR:
                yield grammar.tokens[place].lemma.lower()


def _clause_end(grammar: Grammar, index: int, last: int) -> int:
    """Return the end of "bought by the museum" in "the photograph bought by the museum"; a comma ends the name."""
    follow = last + 1
    if follow >= len(grammar.tokens) or grammar.tokens[follow].tag != "VBN" or grammar.tokens[follow].head != index:
        return last
    return next(
        (
            place - 1
            for place in range(follow, min(follow + 8, len(grammar.tokens)))
            if grammar.tokens[place].pos == "PUNCT"
        ),
        last,
    )
