"""Since when and until when an office is held, as far as the words say so.

"Mayor since 2019", "appointed a fortnight ago", "stepped down in May": the day bounds are those of the expression of
time, whose index an office keeps so that they follow when it is dated anew. What lies between two holders is nobody's.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal, NamedTuple

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import root_in, tokens_in
from onrecord.annotation.mention.references import words_of
from onrecord.nouns.annotations import Mention, Office
from onrecord.nouns.record import RoleWhen, Time

End = Literal["since", "until"]
SINCE, UNTIL = frozenset({"since", "from"}), frozenset({"until", "till", "to"})
CLAUSES = ("acl", "relcl")
NOT_YET = frozenset({"will", "would", "may", "might", "could", "should", "must", "’ll", "'ll", "to"})
COMING = frozenset({"will", "’ll", "'ll", "shall"})
CLIMB = 3  # prepositions above a time: "from 2010 to 2015" has two


class Bound(NamedTuple):
    """An end of a time in office: which, the word it hangs on, whether it lies behind or ahead, the nouns before it."""

    end: End
    anchor: int
    past: bool
    ahead: bool
    beside: tuple[int, ...] = ()


def bound_offices(
    grammar: Grammar, mentions: Sequence[Mention], offices: Sequence[Office], times: Sequence[Time]
) -> tuple[Office, ...]:
    """Return the offices with the index of the time since when, and until when, each is held."""
    bounded = list(offices)
    held: dict[int | None, list[int]] = defaultdict(list)
    for index, office in enumerate(offices):
        held[mentions[office.mention].chain].append(index)
    heads = {root_in(grammar, one.head): one.chain for one in mentions if one.chain in held}
    for number, time in enumerate(times if offices else ()):
        bound = _bound(grammar, time) if time.type in ("date", "time") else None
        place = None if bound is None else _office_at(grammar, bound, bounded, held, heads)
        if bound is not None and place is not None:
            bounded[place] = _with(bounded[place], bound, number)
    return tuple(bounded)


def _bound(grammar: Grammar, time: Time) -> Bound | None:
    """Return which end of an office an expression of time can tell, by its preposition and the verb it hangs on."""
    inside = tokens_in(grammar, time.at)
    root = next((k for k in inside if grammar.tokens[k].head not in inside), None)
    if root is None:
        return None
    word, anchor = "", grammar.tokens[root].head
    for _ in range(CLIMB):
        joins = grammar.tokens[anchor].pos in ("ADP", "SCONJ") and grammar.tokens[anchor].dep != "prt"
        if not joins and grammar.tokens[anchor].pos != "NUM":
            break
        word, anchor = word or (grammar.word(anchor) if joins else ""), grammar.tokens[anchor].head
    if word in SINCE or word in UNTIL:
        beside = _noun_beside(grammar, inside[0] - 2)
        return Bound("since" if word in SINCE else "until", anchor, *_tense(grammar, anchor), beside)
    if grammar.tokens[anchor].pos != "VERB" or grammar.kids(anchor, "neg"):
        return None
    phrase = " ".join([grammar.tokens[anchor].lemma.lower(), *(grammar.word(k) for k in grammar.kids(anchor, "prt"))])
    begins, ends = words_of("people", "tenure", "begins"), words_of("people", "tenure", "ends")
    if phrase not in begins | ends:
        return None
    return Bound("since" if phrase in begins else "until", anchor, *_tense(grammar, anchor))


def _noun_beside(grammar: Grammar, before: int) -> tuple[int, ...]:
    """Return the noun right before "since" and those above it: the parse may hang "since 2019" on a verb far off."""
    if before < 0 or grammar.tokens[before].pos not in ("NOUN", "PROPN"):
        return ()
    above = islice(grammar.ancestors(before), CLIMB)
    return (before, *(k for k in above if grammar.tokens[k].pos in ("NOUN", "PROPN")))


def _tense(grammar: Grammar, verb: int) -> tuple[bool, bool]:
    """Tell whether a verb speaks of what is past, and whether of what is to come."""
    aside = {grammar.word(k) for k in grammar.kids(verb, "aux", "auxpass")}
    return grammar.tokens[verb].tag in ("VBD", "VBN") and not aside & NOT_YET, bool(aside & COMING)


def _office_at(
    grammar: Grammar,
    bound: Bound,
    offices: Sequence[Office],
    held: Mapping[int | None, list[int]],
    heads: Mapping[int | None, int | None],
) -> int | None:
    """Return the office that a bound belongs to: the one it hangs on, else the only one of whom the verb speaks of."""
    phrase = (bound.anchor, *_complements(grammar, bound.anchor), *bound.beside)
    for places in held.values():
        for place in places:
            if any(offices[place].at.holds(grammar.tokens[k].at) for k in phrase):
                return place
    if grammar.tokens[bound.anchor].pos not in ("VERB", "AUX") or _is_about_another(grammar, bound.anchor):
        return None
    chain = next((heads[k] for k in _people(grammar, bound.anchor) if heads.get(k) is not None), None)
    titles = {offices[place].title.casefold() for place in held.get(chain, ())}
    if chain is None or len(titles) != 1:
        return None
    before = [place for place in held[chain] if offices[place].at.start <= grammar.tokens[bound.anchor].start]
    return before[-1] if before else held[chain][0]


def _complements(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield the words that a verb makes somebody: "is mayor", "was named chief", "served as treasurer"."""
    if grammar.tokens[verb].pos in ("VERB", "AUX"):
        yield from grammar.kids(verb, "attr", "oprd", "dobj")
        yield from _as_what(grammar, verb)


def _as_what(grammar: Grammar, verb: int) -> Iterator[int]:
    preps = (word for word in grammar.kids(verb, "prep") if grammar.word(word) == "as")
    yield from (noun for word in preps for noun in grammar.kids(word, "pobj"))


def _is_about_another(grammar: Grammar, verb: int) -> bool:
    """Tell whether a verb names its own office or victim, or leaves something that is no office."""
    lemma = grammar.tokens[verb].lemma.lower()
    if lemma in ("name", "become") or any(True for _ in _as_what(grammar, verb)):
        return True
    left = grammar.kids(verb, "dobj")
    return lemma in ("leave", "quit") and any(
        grammar.tokens[k].lemma not in words_of("people", "tenure", "left") for k in left
    )


def _people(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield whom a verb puts into office or out of it: the one appointed or sacked, who took over or stepped down."""
    passive = bool(grammar.kids(verb, "auxpass", "nsubjpass"))
    if grammar.tokens[verb].lemma.lower() in words_of("people", "tenure", "done"):
        yield from grammar.kids(verb, "nsubjpass", "dobj")
        passive = passive or grammar.tokens[verb].tag == "VBN"
        if not passive:
            return
    else:
        yield from grammar.kids(verb, "nsubj")
    if grammar.tokens[verb].dep in CLAUSES:
        yield from islice(grammar.ancestors(verb), 1)


def _with(office: Office, bound: Bound, time: int) -> Office:
    """Return an office with one end more; an end that is told already stays."""
    if bound.end == "since":
        when: RoleWhen = "next" if bound.ahead and office.when == "current" else office.when
        return office if office.since is not None else msgspec.structs.replace(office, since=time, when=when)
    if office.until is not None:
        return office
    return msgspec.structs.replace(office, until=time, when="former" if bound.past else office.when)
