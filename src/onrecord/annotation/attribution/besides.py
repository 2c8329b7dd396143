"""The cue beside a quotation: what stands after it ("…," she said) or before it (She said: "…").

The words outside the marks decide; the parse is asked only for the subject of the cue, since a
sentence broken by quotation marks is where parsers fail first.
"""

import msgspec

from onrecord.annotation.attribution.cues import Sense, Senses, cue_words, seconds_of, senses_of
from onrecord.annotation.attribution.drafts import cue_span
from onrecord.annotation.attribution.sources import INTO_NOUN, NOMINAL, phrase_of, source_token
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.span import Span

STOPS = (".", "?", "!", ";")
DASHES = ("—", "–", "-", "--", "―")
LOOSE = ("advmod", "npadvmod", "neg", "aux", "auxpass", "punct", "cc", "mark", "intj")
AFTER_LIMIT = 40  # tokens from a quotation to the cue that follows it: names with an apposition are long
BARE_LIMIT = 8  # tokens from a cue to a quotation that no comma or colon announces


class Gap(msgspec.Struct, frozen=True):
    """The tokens `first..last` of a paragraph between two quotations; empty when `first > last`."""

    first: int
    last: int


class Cue(msgspec.Struct, frozen=True):
    """A cue beside a quotation: its verb or noun (-1 for a bare mark), its spans and its source."""

    head: int
    at: tuple[Span, ...]
    source: Span | None
    sense: Sense | None
    rule: str


def cue_after(grammar: Grammar, gap: Gap) -> Cue | None:
    """Return the cue that follows a quotation, in the rest of its sentence."""
    window = Gap(gap.first, min(_sentence_end(grammar, gap), gap.first + AFTER_LIMIT))
    for verb in range(window.first, window.last + 1):
        senses = _quoting(grammar, verb)
        if not senses or _is_subordinate(grammar, verb):
            continue
        if all(_is_loose(grammar, k) for k in range(window.first, verb)):
            return _cue(grammar, verb, senses, _inverted(grammar, verb, window.last), "quotation, cue, source")
        source = _source_between(grammar, window.first, verb)
        if source is not None:
            return _cue(grammar, verb, senses, source, "quotation, source, cue")
    return None


def cue_before(grammar: Grammar, gap: Gap, taken: frozenset[int] = frozenset()) -> Cue | None:
    """Return the cue that announces the quotation after a gap, in the last sentence before it."""
    window = Gap(_sentence_start(grammar, gap), gap.last)
    if window.first > window.last:
        return None
    ending = grammar.word(window.last)
    lowest = window.first if ending in (":", ",") else max(window.first, window.last - BARE_LIMIT)
    for verb in range(window.last, lowest - 1, -1):
        noun = _announcing_noun(grammar, verb) if ending == ":" else None
        if noun is not None:
            return noun
        senses = _quoting(grammar, verb)
        if senses and verb not in taken and not _is_busy(grammar, verb, window.last):
            return _cue(grammar, verb, senses, _source(grammar, verb), "cue, quotation")
    return _colon(grammar, window) if ending == ":" else None


def _quoting(grammar: Grammar, verb: int) -> Senses:
    """Return the senses of a verb that takes a quotation; empty for none."""
    token = grammar.tokens[verb]
    if token.pos not in ("VERB", "AUX", "NOUN", "PROPN") or (token.pos in ("NOUN", "PROPN") and token.dep != "ROOT"):
        return {}
    lemma = token.lemma.lower()
    for kid in grammar.kids(verb, "prt", "advmod", "acomp"):
        if grammar.word(kid) in seconds_of(lemma) and "quote" in senses_of(lemma, grammar.word(kid)):
            return senses_of(lemma, grammar.word(kid))
    senses = senses_of(lemma)
    return senses if "quote" in senses else {}


def _is_subordinate(grammar: Grammar, verb: int) -> bool:
    """Tell a verb that stands in somebody's description: Lomax, who says little, told …"""
    return grammar.tokens[verb].dep in ("relcl", "acl") or any(
        grammar.word(k) == "to" for k in grammar.kids(verb, "aux")
    )


def _cue(grammar: Grammar, verb: int, senses: Senses, source: Span | None, rule: str) -> Cue:
    at = cue_span(grammar, verb)
    for kid in grammar.kids(verb, "prt"):
        if kid == verb + 1:
            at = Span(at.start, grammar.tokens[kid].end)
    return Cue(verb, (at,), source, senses["quote"], rule)


def _source(grammar: Grammar, verb: int) -> Span | None:
    head = source_token(grammar, verb)
    return None if head is None else phrase_of(grammar, head, verb)


def _source_between(grammar: Grammar, first: int, verb: int) -> Span | None:
    """Return the subject of a cue after a quotation; the words between the two where the parse has lost it."""
    head = source_token(grammar, verb)
    if head is not None and first <= head < verb:
        found = phrase_of(grammar, head, verb)
        return Span(max(found.start, grammar.tokens[first].start), found.end) if found else None
    words = [k for k in range(first, verb) if not _is_loose(grammar, k)]
    if not words or not any(grammar.tokens[k].pos in NOMINAL for k in words):
        return None
    return tidy(grammar.text, grammar.span(words[0], words[-1]))


def _inverted(grammar: Grammar, verb: int, last: int) -> Span | None:
    """Return the noun phrase that follows its cue: said [Greta Holm, who leads the union]."""
    at = verb + 1
    while at <= last and grammar.tokens[at].dep in ("prt", "advmod", "neg"):
        at += 1
    if at > last or grammar.tokens[at].pos not in (*NOMINAL, "ADV"):
        head = source_token(grammar, verb)  # "…," and said … : the subject stands before the quotation
        return None if head is None or head >= verb else phrase_of(grammar, head, verb)
    while grammar.tokens[at].dep in INTO_NOUN and at < grammar.tokens[at].head <= last:
        at = grammar.tokens[at].head
    if grammar.tokens[at].pos not in NOMINAL:
        return None
    span = grammar.span(max(verb + 1, grammar.first[at]), min(last, grammar.last[at]))
    return tidy(grammar.text, span)


def _is_loose(grammar: Grammar, token: int) -> bool:
    return grammar.tokens[token].dep in LOOSE or grammar.tokens[token].pos in ("PUNCT", "ADV", "CCONJ", "AUX")


def _is_busy(grammar: Grammar, verb: int, last: int) -> bool:
    """Tell whether a cue before a quotation has a clause of its own outside it: claimed there is one and …"""
    for kid in grammar.kids(verb, "ccomp", "xcomp"):
        if verb < kid <= last and grammar.tokens[kid].dep == "ccomp":
            return True
    return False


def _announcing_noun(grammar: Grammar, noun: int) -> Cue | None:
    """Return a verb and cue noun before a colon: issued a threat: "…"."""
    token = grammar.tokens[noun]
    senses = cue_words("nouns").get(token.lemma.lower())
    verb = token.head
    if not senses or token.dep != "dobj" or verb > noun or noun - verb > BARE_LIMIT:
        return None
    at = grammar.span(verb, noun)
    return Cue(verb, (at,), _source(grammar, verb), senses["clause"], "cue noun, quotation")


def _colon(grammar: Grammar, window: Gap) -> Cue | None:
    """Return a bare colon as the cue, its source the subject of the sentence before it or the name before it."""
    colon = grammar.tokens[window.last].at
    if window.first == window.last:
        return None
    root = next((k for k in range(window.first, window.last) if grammar.tokens[k].head == k), window.first)
    subjects = grammar.kids(root, "nsubj", "nsubjpass")
    if subjects:
        return Cue(-1, (colon,), phrase_of(grammar, subjects[-1], root), None, "colon")
    if grammar.tokens[root].pos in ("NOUN", "PROPN"):
        return Cue(-1, (colon,), tidy(grammar.text, grammar.span(window.first, window.last - 1)), None, "colon")
    return None


def _sentence_end(grammar: Grammar, gap: Gap) -> int:
    for at in range(gap.first, gap.last + 1):
        if grammar.word(at) in STOPS:
            return at - 1
    return gap.last


def _sentence_start(grammar: Grammar, gap: Gap) -> int:
    for at in range(gap.last, gap.first - 1, -1):
        if grammar.word(at) in STOPS:
            return at + 1
    return gap.first
