"""To whom, through what, at what and where: the phrases that hang on the words of saying."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import phrase_at, root_in, tokens_in
from onrecord.annotation.time.tense import CROWDED
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.span import Span

PLACES = frozenset({"GPE", "LOC", "FAC"})
NOUNS = ("NOUN", "PROPN", "PRON")
REFLEXIVE = "self"
FARTHEST = 4  # heads between the cue and a preposition that still belongs to it


class Surroundings(msgspec.Struct, frozen=True):
    """The phrases around one cue."""

    addressee: Span | None = None
    medium: Span | None = None
    occasion: Span | None = None
    place: Span | None = None
    medium_noun: int | None = None


class Known(msgspec.Struct, frozen=True):
    """The words that tell one kind of phrase from another."""

    addressing: frozenset[str]
    addressing_with: frozenset[str]
    gatherings: frozenset[str]
    occasions: frozenset[str]
    media: frozenset[str]
    surfaces: frozenset[str]
    unaddressed: frozenset[str]
    giving: frozenset[str]
    through: frozenset[str]
    where: frozenset[str]


@cache
def known_words() -> Known:
    """Return the words of the lexicon, read once."""
    listed: dict[str, Any] = lexicon("circumstances")
    return Known(**{name: frozenset(listed[name]) for name in Known.__struct_fields__})


def find_surroundings(grammar: Grammar, attribution: Attribution) -> Surroundings:
    """Find the phrases around the cue of an attribution, never inside what is said."""
    known, cue = known_words(), cue_token(grammar, attribution)
    if cue is None or len(grammar.children[cue]) > CROWDED:
        return Surroundings()
    spoken_to = _object(grammar, cue, attribution)
    phrases = list(_phrases(grammar, cue, attribution))
    addressee = spoken_to if spoken_to is not None else _after_preposition(grammar, cue, phrases)
    gathering = addressee if addressee is not None and _lemma(grammar, addressee) in known.gatherings else None
    medium = next((noun for word, noun in phrases if _is_medium(grammar, word, noun)), None)
    occasion = next(
        (noun for _, noun in phrases if _lemma(grammar, noun) in known.occasions and noun != medium), gathering
    )
    taken = (addressee, medium, occasion)
    place = next((noun for word, noun in phrases if noun not in taken and _is_place(grammar, word, noun)), None)
    return Surroundings(
        addressee=_phrase(grammar, addressee if gathering is None else None),
        medium=_phrase(grammar, medium),
        occasion=_phrase(grammar, occasion),
        place=_phrase(grammar, place),
        medium_noun=medium,
    )


def cue_token(grammar: Grammar, attribution: Attribution) -> int | None:
    """Return the token that carries the cue: its verb where it has one."""
    tokens = [token for span in attribution.cue for token in tokens_in(grammar, span)]
    verbs = [token for token in tokens if grammar.tokens[token].pos == "VERB"]
    if verbs:
        return verbs[-1]
    return root_in(grammar, attribution.cue[0]) if attribution.cue else None


def _object(grammar: Grammar, cue: int, attribution: Attribution) -> int | None:
    """Return the noun that is spoken to as the verb's object: "told the board", "urged drivers to wait"."""
    known, verb = known_words(), grammar.tokens[cue].lemma.lower()
    if verb not in known.addressing and not (verb in known.giving and grammar.kids(cue, "ccomp")):
        return None
    direct = [*grammar.kids(cue, "dative", "dobj"), *_doers_of_content(grammar, cue)]
    for noun in direct:
        near = 0 < noun - cue <= 12 and grammar.tokens[noun].pos in NOUNS
        if (
            near
            and not grammar.word(noun).endswith((REFLEXIVE, "selves"))
            and not _is_quoted(grammar, noun, attribution)
        ):
            return noun
    return None


def _doers_of_content(grammar: Grammar, cue: int) -> Iterator[int]:
    """Yield subjects of what is asked for, right behind the verb: "urged people to leave"."""
    for verb in grammar.kids(cue, "ccomp", "xcomp"):
        if any(grammar.word(one) == "to" for one in grammar.kids(verb, "aux")):
            yield from (noun for noun in grammar.kids(verb, "nsubj") if grammar.first[noun] == cue + 1)


def _is_quoted(grammar: Grammar, noun: int, attribution: Attribution) -> bool:
    """Tell whether a noun stands inside what is said in a way that makes it part of the words themselves."""
    at = grammar.tokens[noun].at
    holding = [span for span in attribution.content if span.holds(at)]
    return any(span.start < grammar.tokens[grammar.first[noun]].start for span in holding)


def _phrases(grammar: Grammar, cue: int, attribution: Attribution) -> Iterator[tuple[int, int]]:
    """Yield the prepositions that hang on the cue, or on each other, with the noun each introduces."""
    waiting = [cue]
    for _ in range(FARTHEST):
        found = [
            one
            for token in waiting
            for one in grammar.kids(token, "prep", "agent", "dative")
            if _is_outside(grammar, one, attribution)
        ]
        nouns = [(one, noun) for one in found for noun in _introduced(grammar, one)]
        yield from nouns
        waiting = [noun for _, noun in nouns] + [one for one in found if not grammar.kids(one, "pobj")]


def _introduced(grammar: Grammar, preposition: int) -> tuple[int, ...]:
    """Return the noun behind a preposition, also where a title is taken for a verb ("wrote to planning chief X")."""
    misread = [verb for verb in grammar.kids(preposition, "pcomp") if verb == preposition + 1]
    return grammar.kids(preposition, "pobj") + tuple(noun for verb in misread for noun in grammar.kids(verb, "dobj"))


def _is_outside(grammar: Grammar, token: int, attribution: Attribution) -> bool:
    at = grammar.tokens[token].at
    source = () if attribution.source is None else (attribution.source,)
    return not any(span.overlaps(at) for span in (*attribution.content, *source))


def _after_preposition(grammar: Grammar, cue: int, phrases: list[tuple[int, int]]) -> int | None:
    verb = grammar.tokens[cue].lemma.lower()
    for word, noun in phrases:
        known = f"{verb} {grammar.word(word)}" in known_words().addressing_with
        if known and grammar.tokens[word].head == cue and _is_somebody(grammar, noun):
            return noun
    return None


def _is_somebody(grammar: Grammar, noun: int) -> bool:
    """Tell whether a noun can be spoken to: an email that was replied to cannot."""
    known, lemma = known_words(), _lemma(grammar, noun)
    return grammar.tokens[noun].pos in NOUNS and lemma not in known.media and lemma not in known.unaddressed


def _is_medium(grammar: Grammar, word: int, noun: int) -> bool:
    known, preposition = known_words(), grammar.word(word)
    if preposition not in known.through or _lemma(grammar, noun) not in known.media:
        return False
    if preposition == "on":
        return _lemma(grammar, noun) in known.surfaces
    return preposition != "by" or not grammar.kids(noun, "det", "poss")


def _is_place(grammar: Grammar, word: int, noun: int) -> bool:
    return grammar.word(word) in known_words().where and grammar.tokens[noun].name in PLACES


def _lemma(grammar: Grammar, token: int) -> str:
    one = grammar.tokens[token]
    return grammar.word(token) if one.pos == "PROPN" else one.lemma.lower()


def _phrase(grammar: Grammar, noun: int | None) -> Span | None:
    return None if noun is None else phrase_at(grammar, noun)
