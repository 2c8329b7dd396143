"""Which side one statement takes on a contested claim: that it is so, that it is not, or neither.

A clause that repeats the claim upholds it, unless its cue refuses it or its words turn it round; a noun that goes back
to the claim takes the side that the words on it take. What stands in somebody else's words, in a question or under a
doubt takes none.
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.findings.avowals import ASKING, Scene, Stand, refuses
from onrecord.findings.items import item_of
from onrecord.findings.pointing import PLAIN, things_in
from onrecord.findings.propositions import is_embedded, is_negated
from onrecord.findings.sentences import sentence_around
from onrecord.findings.verdicts import calls_false, verdict_alone, verdict_beside
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Thing
from onrecord.nouns.record import About, PositionValue, Proposition
from onrecord.nouns.span import Span

SHORT = 2  # words before "the claims" that leave them what the cue bears on: "all of the claims"

_SENTENCE = re.compile(r"[.!?;][\"']* ")
# What follows in a clause of its own: a negation there does not turn the claim round.
_FURTHER = re.compile(r"\b(?:and that|because|although|though|while|when|who|which|whom)\b|[;:] ")
_DENYING = re.compile(r"\bden(?:ial|ied|ies|y|ying)\w*\b")
# "It could not confirm that …", "we deny that …", "there is no …": the speaker's own words, and nobody else's.
_OWN_DOUBT = re.compile(
    r"^\W*(?:that )?(?:i|we|he|she|it|they)\b.{0,20}\b(?:not|n't|cannot|unable to|neither)\b"
    r".{0,20}\b(?:confirm|verify|deny|corroborate)\b"
)
_OWN_WORDS = re.compile(
    r"\b(?:i|we)\b (?:\w+ ){0,2}?(?:deny|confirm|admit|say|claim|believe)\b|\bthere (?:is|was|'s) no\b"
)
_OWN_DENIAL = re.compile(r"\b(?:i|we)\b (?:\w+ ){0,2}?(?:deny|reject|refute|dispute|dismiss)(?: \w+){0,2} ?$")


def take_sides(scene: Scene, about: About) -> Iterator[Stand]:
    """Yield the stands of one statement on a claim, one for each proposition."""
    if about.basis == "inferred":
        yield from _by_pronoun(scene, about)
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
                yield Stand(about.id, proposition, value, scene.statement, words, f"“{scene.cue}” with what is claimed")


def _by_pronoun(scene: Scene, about: About) -> Iterator[Stand]:
    """Yield the stand of "that is false", or of a cue that refuses "it"."""
    verdicts = {verdict_alone(_plain(scene, span)) for span in scene.statement.content_at}
    value: PositionValue | None = None
    if scene.statement.act == "neither":
        value = "neither"
    elif "refused" in verdicts or ("open" in verdicts and refuses(scene)):
        value = "denies"
    elif "upheld" in verdicts and not refuses(scene):
        value = "affirms"
    if value:
        words = " ".join(span.of(scene.text) for span in scene.statement.content_at)
        yield Stand(about.id, "occurred", value, scene.statement, words, f"“{scene.cue}”; {about.because}")


def _is_relayed(scene: Scene, content: Span, thing: Thing) -> bool:
    """Tell whether the words before hand the claim to somebody else, or put it under a doubt."""
    before = _plain(scene, Span(content.start, thing.at.start)) if thing.at.start > content.start else ""
    sentence = _OWN_DOUBT.sub("", _SENTENCE.split(before)[-1])
    return is_embedded(_OWN_WORDS.sub("", sentence)) or bool(_sideless().search(sentence))


def _is_noun(scene: Scene, thing: Thing) -> bool:
    head = thing.head.of(scene.text).lower()
    return head in _nouns() or head.removesuffix("s") in _nouns()


def _by_clause(scene: Scene, thing: Thing) -> PositionValue | None:
    words = _plain(scene, thing.at)
    if scene.statement.act == "neither":
        return "neither"
    told = _DENYING.search(words) or calls_false(words)
    if scene.statement.act in ASKING or told or _sideless().search(words):
        return None
    turned = is_negated(_FURTHER.split(words)[0]) ^ refuses(scene) ^ _is_opposite(scene, thing)
    return "denies" if turned else "affirms"


def _is_opposite(scene: Scene, thing: Thing) -> bool:
    """Tell whether a clause says what is so where the claim is not: "she is alive", of a claim that she died."""
    id_ = item_of(scene.stock, scene.one, thing)
    claim = next(item.label for item in scene.stock.items if item.id == id_)
    return bool(_opposite().search(_plain(scene, thing.at))) != bool(_opposite().search(claim.lower()))


def _by_noun(scene: Scene, content: Span, thing: Thing) -> PositionValue | None:
    """Return the side taken on "the claims": by the words on them, or by the cue where they are all it bears on."""
    if scene.statement.act == "neither":
        return "neither"
    sentence = sentence_around(scene.text, thing.at)
    before = _plain(scene, Span(sentence.start, thing.at.start)) if thing.at.start > sentence.start else ""
    after = _plain(scene, Span(thing.at.end, sentence.end)) if sentence.end > thing.at.end else ""
    verdict = verdict_beside(before, after)
    if verdict or _OWN_DENIAL.search(before):
        return "affirms" if verdict == "upheld" else "denies"
    if len(scene.text[content.start : thing.at.start].split()) > SHORT:
        return None
    return "denies" if refuses(scene) else "affirms" if scene.statement.act == "confirm" else None


def _proposition(scene: Scene, thing: Thing) -> Proposition:
    """Return whether the claim is about who somebody is ("she is his wife") or about what happened."""
    return "identity" if _identity().search(_plain(scene, thing.at)) else "occurred"


def _plain(scene: Scene, at: Span) -> str:
    return at.of(scene.text).lower().translate(PLAIN)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon("claims")["nouns"])


@cache
def _opposite() -> re.Pattern[str]:
    words = (word for _, *group in lexicon("claims")["opposite"]["groups"] for word in group)
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


@cache
def _sideless() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("claims")["sideless"]))


@cache
def _identity() -> re.Pattern[str]:
    kin = "|".join(lexicon("claims")["identity"]["kin"])
    owner = r"(?:(?:the|an?|his|her|their|my|our|one of|[\w.\- ]{1,40}'s) )?"
    adverb = "(?: not| never| indeed| in fact| really)?"
    return re.compile(rf"\b(?:is|was|are|were|be|being){adverb} {owner}(?:[\w-]+ )?(?:{kin})\b")
