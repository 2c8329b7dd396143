"""Which phrase a word heads: how far a noun phrase reaches and which word is its head.

The parse answers this well for short phrases only; whoever reads one here gets the words that stand together
and never a whole misparsed paragraph.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.references import name_bodies, roles, words_of
from onrecord.nouns.parse import Token
from onrecord.nouns.span import Span

# What stands before the head inside its noun phrase.
BEFORE = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "quantmod", "advmod", "punct", "case"}
)
# Prepositions that bind a phrase to the noun before it: "a spokesman for the ministry", "the mayor of Torvik".
BINDING = frozenset({"of", "for", "at", "with", "in", "from", "to", "by", "on", "behind", "against", "near", "among"})
LOOSE = ("PUNCT", "SPACE", "ADV", "CCONJ")  # what never opens a noun phrase
CALENDAR = frozenset({"DATE", "TIME"})
# A parse that goes astray hangs whole paragraphs on one noun; no description that a reader would call one is longer.
LONGEST = 20
AGES = ("year", "month", "week", "day")
OWNED = 4  # words of the place in "the mayor of Castra on Sea's aide"
HYPHENS = 6  # tokens to either side: "brother-in-law" has four


def tokens_in(grammar: Grammar, span: Span) -> range:
    """Return the indices of the tokens that overlap a span."""
    first = bisect_right(grammar.tokens, span.start, key=_end)
    return range(first, max(first, bisect_left(grammar.tokens, span.end, key=_start)))


def tokens_under(grammar: Grammar, spans: tuple[Span, ...]) -> frozenset[int]:
    """Return the tokens that stand in given spans, which are in order."""
    found: list[int] = []
    at = 0
    for index, token in enumerate(grammar.tokens):
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at < len(spans) and spans[at].start <= token.start:
            found.append(index)
    return frozenset(found)


def root_in(grammar: Grammar, span: Span) -> int | None:
    """Return the head of a phrase: the first token under a span that hangs on nothing inside it.

    Whose somebody is never heads it ("the outlet's Don Lemon"), however the parse has it; an article alone
    stands for the noun that it opens.
    """
    inside = tokens_in(grammar, span)
    tops = [index for index in inside if _is_top(grammar, index, inside)]
    if tops:
        top = next((index for index in tops if not grammar.kids(index, "case")), tops[0])
        inner = (_owned(grammar, top), _paired(grammar, top), _rival(grammar, top, tops))
        return next((token for token in inner if token in inside), top)
    if not inside:
        return None
    head = grammar.tokens[inside[0]].head
    return head if grammar.tokens[inside[0]].pos == "DET" and head > inside[0] else inside[0]


def _owned(grammar: Grammar, index: int) -> int | None:
    """Return who is whose: the chief of staff in "the mayor of Torvik's chief of staff", though "mayor" opens it."""
    if grammar.word(index) not in words_of("people", "rulers", "words"):
        return None
    at, end = index + 1, grammar.bounds(index)[1]
    if at >= end or grammar.word(at) != "of":
        return None
    while at < end and grammar.tokens[at + 1].pos == "PROPN" and at < index + OWNED:
        at += 1
    if at == index + 1 or at + 2 > end or grammar.tokens[at + 1].tag != "POS":
        return None
    first = at + 2
    return next((noun for noun in range(first, min(first + 3, end + 1)) if _is_role(grammar, noun)), None)


def _is_role(grammar: Grammar, index: int) -> bool:
    return grammar.tokens[index].tag == "NN" and grammar.tokens[index].lemma.lower() in roles()


def _owner_of(grammar: Grammar, index: int) -> int | None:
    """Return the mayor whose chief of staff a token is in "the mayor of Torvik's chief of staff"."""
    if not _is_role(grammar, index):
        return None
    rulers = range(index - 1, max(grammar.bounds(index)[0] - 1, index - 2 * OWNED), -1)
    return next((ruler for ruler in rulers if _owned(grammar, ruler) == index), None)


def _rival(grammar: Grammar, index: int, tops: Sequence[int]) -> int | None:
    """Return the name right after a plural that only says what a body is: "Rivals Castra City have …"."""
    plural = grammar.tokens[index].tag in ("NNS", "NNPS") and grammar.tokens[index].lemma.lower() in roles()
    after = next((top for top in tops if top > index and grammar.tokens[top].pos == "PROPN"), None)
    names = range(index + 1, (after or index) + 1)
    return after if plural and all(grammar.tokens[at].pos == "PROPN" for at in names) else None


def _paired(grammar: Grammar, index: int) -> int | None:
    """Return the noun that two words describe: the officials of "security and medical officials"."""
    bare = grammar.tokens[index].tag == "NN" and grammar.tokens[index].lemma.lower() not in _somebody()
    for noun in grammar.kids(index, "conj"):
        plural = grammar.tokens[noun].tag == "NNS" and grammar.tokens[noun].lemma.lower() in _somebody()
        if bare and plural and not grammar.kids(index, "det", "poss", "amod"):
            return noun
    return None


@cache
def _somebody() -> frozenset[str]:
    bodies, groups = words_of("bodies", "bodies", "words"), words_of("people", "groups", "words")
    return bodies | groups | roles().keys()


def _is_top(grammar: Grammar, index: int, inside: range) -> bool:
    token = grammar.tokens[index]
    if token.pos in ("PUNCT", "SPACE", "ADP", "DET", "ADV") or (token.name in CALENDAR and not is_age(grammar, index)):
        return False
    return token.head == index or token.head not in inside


def is_age(grammar: Grammar, index: int) -> bool:
    """Tell whether a token ends the word for somebody's age: "the 26-year-old"."""
    first = hyphened(grammar, index)[0]
    return grammar.word(index) in ("old", "olds") and first < index - 1 and grammar.word(index - 2) in AGES


def hyphened(grammar: Grammar, index: int) -> tuple[int, int]:
    """Return the first and last token of the hyphened word that a token is part of: "vice-chancellor", "passer-by"."""
    first = last = index
    while first >= index - HYPHENS and first >= 2 and _is_hyphen(grammar, first - 1):
        first -= 2
    while last <= index + HYPHENS and last + 2 < len(grammar.tokens) and _is_hyphen(grammar, last + 1):
        last += 2
    return first, last


def _is_hyphen(grammar: Grammar, index: int) -> bool:
    left, mark, right = grammar.tokens[index - 1 : index + 2]
    return grammar.word(index) in ("-", "‐", "‑") and left.end == mark.start and mark.end == right.start


def left_edge(grammar: Grammar, index: int) -> int:
    """Return the first token of the noun phrase that a token heads."""
    ruler, beside = _owner_of(grammar, index), grammar.tokens[index].head
    if ruler is not None or (grammar.tokens[index].dep == "conj" and _paired(grammar, beside) == index):
        return left_edge(grammar, beside if ruler is None else ruler)
    edge = hyphened(grammar, index)[0]
    for child in reversed(grammar.children[index]):
        if child >= edge:
            continue
        if grammar.tokens[child].dep not in BEFORE or grammar.first[child] < index - LONGEST:
            break
        edge = grammar.first[child]
    while edge < index and (grammar.tokens[edge].pos in LOOSE or grammar.tokens[edge].name in CALENDAR):
        edge += 1
    return edge


def right_edge(grammar: Grammar, index: int) -> int:
    """Return the last token of the noun phrase, with what prepositions and adjectives bind to its head."""
    if (owned := _owned(grammar, index)) is not None:
        return next(at for at in range(owned, index, -1) if grammar.tokens[at].pos == "PROPN")
    edge, limit = hyphened(grammar, index)[1], index + LONGEST
    while (bound := _bound(grammar, index, edge)) is not None and bound <= limit:
        index, edge = (bound, bound) if grammar.tokens[bound].dep == "pobj" else (index, bound)
    return _whole_name(grammar, index, edge)


def phrase_at(grammar: Grammar, index: int) -> Span:
    """Return the span of the noun phrase that a token heads."""
    return grammar.span(left_edge(grammar, index), right_edge(grammar, index))


def _whole_name(grammar: Grammar, index: int, edge: int) -> int:
    """Return the last token of a body's name that "and" runs through: "secretary of the Rail and Signal Union"."""
    joined = [conj for conj in grammar.kids(index, "conj") if conj > index]
    if edge == index and grammar.tokens[index].pos == "PROPN" and joined and grammar.word(joined[0]) in name_bodies():
        return joined[0]
    return edge


def _bound(grammar: Grammar, index: int, edge: int) -> int | None:
    """Return the last token of what directly follows the edge and hangs on the noun."""
    after = edge + 1
    if after >= len(grammar.tokens) or grammar.tokens[after].head != index:
        return None
    if grammar.tokens[after].dep in ("amod", "nummod"):
        return grammar.last[after]
    if grammar.tokens[after].dep != "prep" or grammar.word(after) not in BINDING:
        return None
    return next((k for k in grammar.kids(after, "pobj") if k > after and grammar.tokens[k].name not in CALENDAR), None)


def _start(token: Token) -> int:
    return token.start


def _end(token: Token) -> int:
    return token.end
