"""Offices: the roles that the words give somebody, of what, and whether then, now, before or next.

Three places hold them: before a name ("Sports Minister Pavel Drumm"), beside it ("Bel Okonjo, the club's chairwoman")
and after it in a clause ("Okonjo, who chairs Castra City").
"""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.descriptions import noun_of
from onrecord.annotation.mention.phrases import left_edge, right_edge
from onrecord.annotation.mention.references import Reference, honorifics, last_word, name_bodies, roles, words_of
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Office
from onrecord.nouns.record import RoleWhen

OF = frozenset({"of", "for", "at", "in", "to"})
TENURES: tuple[RoleWhen, ...] = ("former", "then", "next")


def find_offices(
    grammar: Grammar, references: Sequence[Reference], chain: Mapping[int, int | None]
) -> tuple[Office, ...]:
    """Find the offices given to those who have a name, in order of the text."""
    named = {chain.get(index) for index, one in enumerate(references) if one.form == "name" and one.kind == "person"}
    found: list[Office] = []
    for index, one in enumerate(references):
        if chain.get(index) is None or chain[index] not in named:
            continue
        if one.form == "description" and not one.plural:
            found.extend(_described(grammar, index, one.token))
        elif one.form == "name":
            found.extend(_before(grammar, index, one))
            found.extend(_in_clause(grammar, index, one.token))
    return tuple(found)


def _described(grammar: Grammar, mention: int, token: int) -> Iterator[Office]:
    """Yield the office of a description: "general secretary of the union", "the club's chairwoman"."""
    if _is_office(noun_of(grammar, token)):
        yield _office(grammar, mention, token, token)


def _before(grammar: Grammar, mention: int, one: Reference) -> Iterator[Office]:
    """Yield the office before a name; a mere form of address is none."""
    start = left_edge(grammar, one.token)
    for token in range(one.token - 1, start - 1, -1):
        inside = grammar.tokens[token].start < one.head.start
        if inside and _is_office(grammar.word(token)):
            yield _office(grammar, mention, token, one.token)
            return


def _is_office(noun: str) -> bool:
    """Tell whether a noun names an office or calling, and no form of address, kinship or plain humanity."""
    noun = last_word(noun)
    other = words_of("people", "relations", "words") | words_of("people", "epithets", "words")
    return noun in roles() and noun not in honorifics() and noun not in other


def _in_clause(grammar: Grammar, mention: int, token: int) -> Iterator[Office]:
    """Yield the office that a verb gives: "who chairs the town council", "who leads the party"."""
    verbs: dict[str, str] = lexicon("people")["offices"]
    for clause in grammar.kids(token, "relcl"):
        title = verbs.get(grammar.tokens[clause].lemma.lower())
        body = next((k for k in grammar.kids(clause, "dobj") if k > clause), None)
        if title is not None and body is not None and grammar.kids(clause, "nsubj"):
            past = grammar.tokens[clause].tag in ("VBD", "VBN")
            yield Office(
                mention=mention,
                at=grammar.span(clause, right_edge(grammar, body)),
                title=title,
                of=_text(grammar, left_edge(grammar, body), right_edge(grammar, body)),
                when="former" if past else "current",
            )


def _office(grammar: Grammar, mention: int, noun: int, head: int) -> Office:
    """Read an office off the noun that names it: the words that qualify it, what it is of, and when."""
    lowest = left_edge(grammar, head)
    owner = next((k for k in range(noun - 1, lowest - 1, -1) if grammar.tokens[k].dep == "case"), None)
    first, when = _tenure(grammar, lowest if owner is None else owner + 1, noun)
    of = _after(grammar, noun) or (None if owner is None else _text(grammar, _first_word(grammar, lowest), owner - 1))
    body = _body_before(grammar, first, noun)
    if body is not None:
        of, first = of or _text(grammar, first, body), body + 1
    return Office(mention=mention, at=grammar.span(first, noun), title=_text(grammar, first, noun), of=of, when=when)


def _first_word(grammar: Grammar, index: int) -> int:
    return index + 1 if grammar.tokens[index].pos == "DET" else index


def _tenure(grammar: Grammar, first: int, noun: int) -> tuple[int, RoleWhen]:
    """Step over article, age and the words that tell when the office is held; return where it begins, and when."""
    when: RoleWhen = _tenure_before(grammar, first)
    while first < noun:
        word = grammar.word(first)
        found = next((known for known in TENURES if word in words_of("people", "tenure", known)), None)
        when = found or when
        if found is None and grammar.tokens[first].pos not in ("DET", "PUNCT", "PRON", "NUM"):
            break
        first += 1
    return first, when


def _tenure_before(grammar: Grammar, first: int) -> RoleWhen:
    """Return when an office is held by the word before it: "then-treasurer", "Ann Marsh, then treasurer"."""
    joined = first > 1 and grammar.word(first - 1) in ("-", "‐", "‑")
    word = grammar.word(first - (2 if joined else 1)) if first else ""
    beside = first > 0 and grammar.sentence[first - 1] == grammar.sentence[first]
    found = (known for known in TENURES if beside and word in words_of("people", "tenure", known))
    return next(found, "current")


def _body_before(grammar: Grammar, first: int, noun: int) -> int | None:
    """Return the last word of the body named before a plain noun: "Castra FA | president", not "Sports Minister"."""
    if not grammar.text[grammar.tokens[noun].start].islower():
        return None
    last = None
    for index in range(first, noun):
        word = grammar.word(index)
        if (grammar.tokens[index].pos != "PROPN" and word not in name_bodies()) or word in roles():
            break
        if grammar.text[grammar.tokens[index].start].islower():
            break
        last = index
    return last


def _after(grammar: Grammar, noun: int) -> str | None:
    """Return what the office is of, where "of", "for" or "at" says so right after it."""
    after = noun + 1
    if after >= len(grammar.tokens) or grammar.word(after) not in OF or grammar.tokens[after].head != noun:
        return None
    below = next((k for k in grammar.kids(after, "pobj") if k > after), None)
    return None if below is None else _text(grammar, left_edge(grammar, below), right_edge(grammar, below))


def _text(grammar: Grammar, first: int, last: int) -> str:
    return " ".join(grammar.span(_first_word(grammar, first), last).of(grammar.text).split())
