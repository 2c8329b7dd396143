"""Which side one statement takes on a contested claim: that it is so, that it is not, or neither.

A clause that repeats the claim upholds it, unless its cue refuses it or its words turn it round; a noun that goes back to
the claim takes the side that the words on it take. What stands in somebody else's words, in a question or under a doubt
takes none.
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.findings.avowals import ASKING, Scene, Stand, refuses
from onrecord.findings.items import item_of
from onrecord.findings.pointing import PLAIN, things_in
from onrecord.findings.propositions import is_embedded, is_negated
from onrecord.findings.sentences import sentence_around
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Thing
from onrecord.nouns.record import About, PositionValue, Proposition
from onrecord.nouns.span import Span


def take_sides(scene: Scene, about: About) -> Iterator[Stand]:
    """Yield the stands of one statement on a claim, one for each proposition."""
    if about.basis == "inferred":
        yield from _by_pointing(scene, about)
        return
    seen: set[Proposition] = set()
    for content in scene.statement.content_at:
        for thing in things_in(scene.one, content):
            if item_of(scene.stock, scene.one, thing) != about.id or _is_relayed(scene, content, thing):
                continue
            proposition = _proposition(scene, thing)
            value = _by_noun(scene, content, thing) if _is_noun(scene, thing) else _by_clause(scene, thing)
            if value and proposition not in seen:
                seen.add(proposition)
                words = thing.at.of(scene.text)
                because = f"“{scene.cue}” with what is claimed"
                yield Stand(about.id, proposition, value, scene.statement, words, because)


def _by_pointing(scene: Scene, about: About) -> Iterator[Stand]:
    """Yield the stand of "that is false", or of a cue that refuses "it"."""
    words = " ".join(_plain(scene, span) for span in scene.statement.content_at)
    verdict = _verdict().search(words)
    value: PositionValue | None = None
    if scene.statement.act == "neither":
        value = "neither"
    elif verdict is not None:
        value = "denies" if (verdict["false"] is not None) != is_negated(verdict["between"]) else "affirms"
    elif refuses(scene):
        value = "denies"
    if value:
        yield Stand(about.id, "occurred", value, scene.statement, words, f"“{scene.cue}”; {about.because}")


@cache
def _verdict() -> re.Pattern[str]:
    claims = lexicon("claims")
    false, true = "|".join(claims["false"]), "|".join(claims["true"])
    be = r"(?:is|was|are|were|isn't|wasn't)"
    return re.compile(rf"\b(?:it|this|that|these|those|they) (?P<between>{be} [^,.;]{{0,30}}?)\b(?:(?P<false>{false})|(?:{true}))\b")


def _is_relayed(scene: Scene, content: Span, thing: Thing) -> bool:
    """Tell whether the words before hand the claim to somebody else, or the claim reaches out of what is said."""
    before = _plain(scene, Span(content.start, thing.at.start)) if thing.at.start > content.start else ""
    sentence = _sentences().split(before)[-1]
    return is_embedded(_own().sub("", sentence)) or bool(_sideless().search(sentence))


def _is_noun(scene: Scene, thing: Thing) -> bool:
    head = thing.head.of(scene.text).lower()
    return head in _nouns() or head.removesuffix("s") in _nouns()


def _by_clause(scene: Scene, thing: Thing) -> PositionValue | None:
    words = _plain(scene, thing.at)
    if scene.statement.act == "neither":
        return "neither"
    if scene.statement.act in ASKING or _sideless().search(words):
        return None
    return "affirms" if is_negated(words) == refuses(scene) else "denies"


def _by_noun(scene: Scene, content: Span, thing: Thing) -> PositionValue | None:
    """Return the side that is taken on "the claims", by the cue where they are all that it bears on, or by the words."""
    if scene.statement.act == "neither":
        return "neither"
    sentence = sentence_around(scene.text, thing.at)
    before = _plain(scene, Span(sentence.start, thing.at.start)) if thing.at.start > sentence.start else ""
    after = _plain(scene, Span(thing.at.end, sentence.end)) if sentence.end > thing.at.end else ""
    if _falsity().match(after) or _emptiness().search(before) or _own_denial().search(before):
        return "denies"
    if _truth().match(after):
        return "affirms"
    if len(scene.text[content.start : thing.at.start].split()) > 2:
        return None
    if refuses(scene):
        return "denies"
    return "affirms" if scene.statement.act == "confirm" else None


def _proposition(scene: Scene, thing: Thing) -> Proposition:
    return "identity" if _identity().search(_plain(scene, thing.at)) else "occurred"


def _plain(scene: Scene, at: Span) -> str:
    return at.of(scene.text).lower().translate(PLAIN)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon("claims")["nouns"])


@cache
def _sideless() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("claims")["sideless"]))


@cache
def _sentences() -> re.Pattern[str]:
    return re.compile(r"[.!?;][\"']* ")


@cache
def _own() -> re.Pattern[str]:
    """Return what a speaker says of their own denying or confirming: it hands nothing on."""
    return re.compile(r"\b(?:i|we)\b (?:\w+ ){0,2}?(?:deny|confirm|admit|say|claim|believe)\b|\bthere (?:is|was|'s) no\b")


@cache
def _own_denial() -> re.Pattern[str]:
    return re.compile(r"\b(?:i|we)\b (?:\w+ ){0,2}?(?:deny|reject|refute|dispute|dismiss)(?: \w+){0,2} ?$")


@cache
def _falsity() -> re.Pattern[str]:
    words = "|".join(lexicon("claims")["false"])
    return re.compile(rf"[^,]{{0,90}}?\b(?:is|are|was|were|be|been)\b(?! not\b)[^.]{{0,60}}?\b(?:{words})\b")


@cache
def _emptiness() -> re.Pattern[str]:
    words = "|".join(lexicon("claims")["empty"])
    return re.compile(rf"\bno (?:\w+ )?(?:{words})\b[^,.]{{0,40}}\b(?:to|in|for|behind)\b[^,.]{{0,25}}$")


@cache
def _truth() -> re.Pattern[str]:
    words = "|".join(lexicon("claims")["true"])
    return re.compile(rf"[^,]{{0,60}}?\b(?:is|are|was|were)\b (?:\w+ly )?(?:{words})\b")


@cache
def _identity() -> re.Pattern[str]:
    kin = "|".join(lexicon("claims")["identity"]["kin"])
    owner = r"(?:(?:the|an?|his|her|their|my|our|one of|[\w.\- ]{1,40}'s) )?"
    return re.compile(rf"\b(?:is|was|are|were|be|being)(?: not| never| indeed| in fact| really)? {owner}(?:[\w-]+ )?(?:{kin})\b")
