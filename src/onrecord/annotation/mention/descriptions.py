"""Descriptions: noun phrases that refer to somebody without a name: "the mayor", "two people close to the talks".

Everything that a sentence makes a source is one, whatever its noun; elsewhere only nouns that can mean a speaker count.
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import hyphened, is_age, left_edge, phrase_at
from onrecord.annotation.mention.references import Gender, Reference, fold, last_word, number_of, roles, words_of
from onrecord.nouns.record import ActorKind
from onrecord.nouns.span import Span

# Adjectives that tell one bearer of a noun from another; the rest ("angry", "veteran") colour the same one.
TELLING = frozenset(
    {"other", "first", "second", "third", "fourth", "last", "former", "deputy", "new", "old", "junior", "senior"}
    | {"prime", "foreign", "chief", "public", "same"}
)
RELATIONAL = ("al", "ic", "ive", "ary")  # "financial", "public", "executive", "parliamentary"
# "a user named “gavel77”", "a student who gave her name as Teo", "a group calling itself Bridgewatch"
ANNOUNCED = re.compile(
    r"(?:,? (?:who|which))?(?: (?:is|was))? "
    r"(?:named|nicknamed|called|dubbed|label+ed|going by(?: the name)?|known(?: only)? as|identified(?: only)? as"
    r"|(?:gave|giving|using|used|under)(?: (?:the|his|her|their))? name(?: only)?(?: (?:as|of))?"
    r"|(?:call|identif)\w+ (?:him|her|it|them)sel(?:f|ves)(?: only)?(?: as)?)(?: only)? "
    r"(?:[“\"‘'](?P<quoted>[^”\"’'\n]{1,40})[”\"’']|(?P<plain>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}|\w*\d\w*))"
)
SUBJECTS = ("nsubj", "nsubjpass")
ARGUMENTS = (*SUBJECTS, "dobj", "pobj", "dative", "attr", "appos")
POINTERS = frozenset({"that", "this", "which", "what"})  # these point at words, not at somebody
INDEFINITE = frozenset({"a", "an", "another", "any", "some", "no", "every", "each", "one", "this", "that"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


def find_descriptions(grammar: Grammar, sources: Iterable[int], taken: Iterable[Reference]) -> tuple[Reference, ...]:
    """Find the descriptions among the nouns and among the heads of sources that no name or pronoun takes."""
    named = {index for one in taken for index in _inside(grammar, one)}
    wanted = {index for index in sources if index not in named and grammar.word(index) not in POINTERS}
    heads = {index for index in range(len(grammar.tokens)) if index not in named and _is_somebody(grammar, index)}
    return tuple(describe(grammar, index) for index in sorted(wanted | heads))


def describe(grammar: Grammar, index: int) -> Reference:
    """Make a reference of the noun phrase that a token heads."""
    token = grammar.tokens[index]
    at, count = phrase_at(grammar, index), _count(grammar, index)
    plural = (count or 0) > 1 or grammar.word(index) in words_of("people", "groups", "words")
    if grammar.word(index) not in words_of("bodies", "bodies", "words"):  # "police" is one body, whatever its ending
        plural = plural or token.tag in ("NNS", "NNPS")
    kind = _kind(grammar, index, plural=plural)
    return Reference(
        at=at,
        head=token.at,
        token=index,
        form="description",
        kind=kind,
        words=noun_of(grammar, index),
        gender=_gender(grammar, index) if kind in ("person", "unnamed") else "",
        plural=plural and kind not in ("organisation", "document"),
        count=count,
        definite=_is_definite(grammar, index),
        marks=_marks(grammar, index),
        of=_of(grammar, index),
        named=(_proper(grammar, index) if kind == "organisation" else None) or _announced(grammar.text, at.end),
    )


def noun_of(grammar: Grammar, index: int) -> str:
    """Return the singular of a noun with what makes another office of it: "mayor", "deputy mayor"."""
    first, last = hyphened(grammar, index)
    word, lemma = grammar.span(first, last).of(grammar.text).lower(), grammar.tokens[index].lemma.lower()
    index = first
    noun = word if word in roles() or word in words_of("bodies", "bodies", "words") else lemma
    before = grammar.word(index - 1) if index else ""
    return f"{before} {noun}" if before in words_of("people", "tenure", "apart") else noun


def _inside(grammar: Grammar, one: Reference) -> Iterator[int]:
    """Yield the tokens of a name or pronoun, and of the titles in its phrase that no possessive parts from it."""
    index = one.token
    while index >= 0 and grammar.tokens[index].start >= one.at.start:
        if grammar.tokens[index].dep == "case" and index < one.token and grammar.tokens[index].start < one.head.start:
            return
        yield index
        index -= 1
    index = one.token + 1
    while index < len(grammar.tokens) and grammar.tokens[index].start < one.head.end:
        yield index
        index += 1


def _is_somebody(grammar: Grammar, index: int) -> bool:
    """Tell whether a noun can mean a speaker and heads its phrase."""
    token = grammar.tokens[index]
    if (is_age(grammar, index) and token.dep in ARGUMENTS) or is_national(grammar, index):
        return True
    if token.pos not in ("NOUN", "PROPN") or (token.dep in ("compound", "nmod", "npadvmod") and token.head > index):
        return False
    noun = last_word(noun_of(grammar, index))
    if (
        noun in roles()
        or noun in words_of("bodies", "bodies", "words")
        or noun in words_of("people", "groups", "words")
    ):
        return True
    return token.dep in SUBJECTS and (noun in papers() or grammar.word(index) in papers())


def is_national(grammar: Grammar, index: int) -> bool:
    """Tell whether a word is one person by nation, faith or party: "the Norwegian", "a Democrat from Ohio"."""
    token = grammar.tokens[index]
    one = token.name == "NORP" and token.tag in ("NNP", "NN") and token.dep in ARGUMENTS
    return one and left_edge(grammar, index) == index - 1 and grammar.word(index - 1) in ("the", "a", "an", "one")


def _kind(grammar: Grammar, index: int, *, plural: bool) -> ActorKind:
    noun, word = last_word(noun_of(grammar, index)), grammar.word(index)
    if grammar.tokens[index].lemma.lower() in words_of("people", "unnamed", "words"):
        return "unnamed"
    if noun in words_of("bodies", "bodies", "words") and noun not in roles():
        return "group" if plural else "organisation"
    if (noun in roles() or is_national(grammar, index)) and not plural:
        return "person" if _is_definite(grammar, index) else "unnamed"
    if noun in papers() or word in papers():
        return "document"
    return "group" if plural or word in words_of("people", "groups", "quantities") else "unnamed"


def papers() -> frozenset[str]:
    """Return the nouns for a paper, a post or a rule."""
    return words_of("bodies", "papers", "words")


def _gender(grammar: Grammar, index: int) -> Gender:
    return roles().get(last_word(noun_of(grammar, index)), "")


def _is_definite(grammar: Grammar, index: int) -> bool:
    """Tell whether the phrase points at somebody known: "the", "this", a possessive, or a bare capital."""
    for child in grammar.children[index]:
        if child < index and grammar.tokens[child].dep == "poss":
            return True
    first = left_edge(grammar, index)
    return grammar.word(first) in DEFINITE or (
        _is_bare(grammar, first, index) and grammar.word(first) not in INDEFINITE
    )


def _is_bare(grammar: Grammar, first: int, index: int) -> bool:
    """Tell whether one office or body stands without any article, as in headlines: "Harbour director denies it"."""
    noun = last_word(noun_of(grammar, index))
    single = grammar.tokens[index].tag in ("NN", "NNP") or grammar.word(index) in words_of("bodies", "bodies", "words")
    counted = grammar.tokens[first].pos in ("NUM", "DET", "PRON")
    return single and not counted and (noun in roles() or noun in words_of("bodies", "bodies", "words"))


def _count(grammar: Grammar, index: int) -> int | None:
    """Return how many the phrase says they are: "forty-one beekeepers", "nine of them"."""
    for child in grammar.kids(index, "nummod"):
        reach = Span(grammar.tokens[grammar.first[child]].start, grammar.tokens[child].end)
        return number_of(reach.of(grammar.text))
    return number_of(grammar.word(index)) if grammar.tokens[index].pos == "NUM" else None


def _proper(grammar: Grammar, index: int) -> str | None:
    """Return the phrase where capitals make it the name of a body: "Colborough police", "the Calder commission"."""
    first = left_edge(grammar, index)
    before = grammar.tokens[first:index]
    if grammar.word(index) in words_of("bodies", "bodies", "accounts"):  # "the Telegram channel" is called otherwise
        return None
    if grammar.word(first) in INDEFINITE or any(token.dep in ("poss", "case") for token in before):
        return None
    while first < index and grammar.tokens[first].pos == "DET":
        first += 1
    capital = (
        first < index and not grammar.word(first).isdigit() and grammar.text[grammar.tokens[first].start].isupper()
    )
    if not capital or grammar.word(first) in words_of("people", "tenure", "apart"):
        return None
    opens = any(one.first == first for one in grammar.parse.sentences[grammar.sentence[first] :][:1])
    proper = grammar.tokens[first].pos == "PROPN" or grammar.tokens[first].name in ("GPE", "ORG", "NORP", "LOC", "FAC")
    if opens and not proper:
        return None
    return " ".join(grammar.span(first, index).of(grammar.text).split())


def _announced(text: str, end: int) -> str | None:
    """Return the name that the words after a phrase announce: "a user named “gavel77”", "who gave her name as Teo"."""
    found = ANNOUNCED.match(text, end)
    return found["quoted"] or found["plain"] if found else None


def _marks(grammar: Grammar, index: int) -> frozenset[str]:
    """Return the words before the noun that tell its bearer from another of the kind."""
    return frozenset(
        fold(grammar.word(at))
        for at in range(left_edge(grammar, index), index)
        if grammar.tokens[at].pos in ("NOUN", "PROPN") or _is_telling(grammar.word(at))
    )


def _of(grammar: Grammar, index: int) -> frozenset[str]:
    """Return the words for whose or of what somebody is; short forms in capitals are left out, and pronouns."""
    binders = [prep for prep in grammar.kids(index, "prep") if grammar.word(prep) in ("of", "for", "at")]
    heads = [
        *grammar.kids(index, "poss"),
        *(noun for prep in binders for noun in grammar.kids(prep, "pobj")),
    ]
    return bodies_of(grammar, heads)


def bodies_of(grammar: Grammar, heads: Iterable[int]) -> frozenset[str]:
    """Return the words that some nouns name a body or a place by, those with a capital marked by "^"."""
    words = [at for head in heads for at in (*grammar.kids(head, "compound"), head)]
    return frozenset(
        f"^{fold(grammar.word(at))}" if grammar.tokens[at].pos == "PROPN" else grammar.tokens[at].lemma.lower()
        for at in words
        if grammar.tokens[at].pos in ("NOUN", "PROPN") and not grammar.tokens[at].at.of(grammar.text).isupper()
    )


def _is_telling(word: str) -> bool:
    return word in TELLING or word.endswith(RELATIONAL)
