"""Where a sentence points: to the past or to the future of its article, by the verb that a date hangs on."""

from collections.abc import Iterator

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import tokens_in
from onrecord.nouns.sighting import Direction
from onrecord.nouns.span import Span

CROWDED = (
    200  # words hanging on one: no sentence that somebody wrote; reading it again for every date would take for ever
)
NEAR = 60  # tokens around a verb in which a sentence may look ahead
FARTHEST = 8  # heads to climb: a date that hangs deeper is not what a verb is about
INSIDE_A_NAME = frozenset({"compound", "nmod", "nummod", "amod", "poss"})


class Pointers(msgspec.Struct, frozen=True):
    """The words of a language that point a date to the future."""

    helpers: frozenset[str]
    future: frozenset[str]
    scheduled: frozenset[str]
    together: frozenset[str]
    announcing: frozenset[str]


def make_pointers(listed: dict[str, list[str]]) -> Pointers:
    """Make the pointing words of a language from a table of its lexicon; none where the table lists none."""
    return Pointers(*(frozenset(listed.get(name, ())) for name in Pointers.__struct_fields__))


def find_direction(grammar: Grammar, at: Span, known: Pointers) -> Direction:
    """Return where the sentence around an expression points; `unknown` where its verb does not tell."""
    root = head_of(grammar, at)
    if root is None:
        return "unknown"
    for token in above(grammar, root):
        if _is_future_word(grammar, token, known):
            return "future"
        if grammar.tokens[token].pos in ("VERB", "AUX"):
            found = _verb_direction(grammar, token, known)
            if found is not None:
                return found
    return "unknown"


def governing_verb(grammar: Grammar, at: Span) -> int | None:
    """Return the nearest verb above a stretch of words."""
    root = head_of(grammar, at)
    if root is None:
        return None
    return next((token for token in above(grammar, root) if grammar.tokens[token].pos in ("VERB", "AUX")), None)


def above(grammar: Grammar, token: int) -> Iterator[int]:
    """Yield the heads above a token, nearest first, as far as a date can belong to one."""
    for _, head in zip(range(FARTHEST), grammar.ancestors(token), strict=False):
        if len(grammar.children[head]) > CROWDED:
            return
        yield head


def is_firm(grammar: Grammar, at: Span, known: Pointers) -> bool:
    """Tell whether a finite verb dates this in the article's own time: "will open", "opened", not "would open".

    A date inside a name ("the 2011 version") is not what the verb dates, and where a sentence also looks ahead, its
    past is not trusted: the parse too often hangs a plan on the wrong verb.
    """
    verb, root = governing_verb(grammar, at), head_of(grammar, at)
    if verb is None or root is None or grammar.tokens[root].dep in INSIDE_A_NAME:
        return False
    group = (verb, *grammar.kids(verb, "aux", "auxpass"))
    tags, words = {grammar.tokens[one].tag for one in group}, {grammar.word(one) for one in group}
    if words & known.helpers:
        return True
    if "MD" in tags or "to" in words:
        return False
    finite = bool(tags & {"VBD", "VBZ", "VBP"}) or tags == {"VBN"}
    return finite and not (tags & {"VBD", "VBN"} and _looks_ahead(grammar, verb, known))


def _looks_ahead(grammar: Grammar, verb: int, known: Pointers) -> bool:
    first, last = grammar.bounds(verb)
    first, last = max(first, verb - NEAR), min(last, verb + NEAR)
    ahead = known.helpers | known.future
    return any(
        grammar.word(token) in ahead or grammar.tokens[token].lemma.lower() in ahead for token in range(first, last + 1)
    )


def head_of(grammar: Grammar, at: Span) -> int | None:
    """Return the token of an expression that hangs on nothing inside it."""
    inside = tokens_in(grammar, at)
    for token in inside:
        one = grammar.tokens[token]
        if one.pos not in ("PUNCT", "SPACE", "ADP", "DET") and (one.head == token or one.head not in inside):
            return token
    return inside[0] if inside else None


def is_past(grammar: Grammar, verb: int) -> bool:
    """Tell whether a verb or one of its helpers stands in the past tense."""
    return any(grammar.tokens[token].tag == "VBD" for token in (verb, *grammar.kids(verb, "aux", "auxpass")))


def _is_future_word(grammar: Grammar, token: int, known: Pointers) -> bool:
    """Tell whether a word, or what is said of it, points ahead: due, planned, the upcoming fair."""
    said_of = grammar.kids(token, "acomp", "amod", "oprd")
    return any(grammar.tokens[one].lemma.lower() in known.future for one in (token, *said_of))


def _verb_direction(grammar: Grammar, verb: int, known: Pointers) -> Direction | None:
    """Return where a verb points; None for a form without a time of its own, which takes that of the verb above."""
    token, helping = grammar.tokens[verb], grammar.kids(verb, "aux", "auxpass")
    helpers = {grammar.word(one) for one in helping}
    modal = any(grammar.tokens[one].tag == "MD" for one in helping)
    if "have" in helpers and token.tag == "VBN":
        return "past"  # "may have gone", "is said to have met"
    if helpers & known.helpers or modal or "to" in helpers:
        # "declined to comment on Tuesday": at the time of declining
        together = "to" in helpers and grammar.tokens[token.head].lemma.lower() in known.together
        return None if together else "future"
    if token.tag == "VBG":
        return _progressive(grammar, verb, helping, known)
    if token.tag in ("VBD", "VBN"):
        return "past"
    return "future" if token.lemma.lower() in known.scheduled else "unknown"


def _progressive(grammar: Grammar, verb: int, helping: tuple[int, ...], known: Pointers) -> Direction | None:
    """Return "was meeting" as past and "is meeting" as arranged; a bare "meeting" has no time of its own."""
    if not helping:
        announced = any(grammar.tokens[one].lemma.lower() in known.announcing for one in above(grammar, verb))
        return "unknown" if announced else None
    perfect = any(grammar.tokens[one].tag == "VBN" for one in helping)  # "has been fighting"
    return "past" if perfect or is_past(grammar, verb) else "future"
