"""Clauses that somebody says, refuses or leaves open, in a form in which two of them can be compared.

Two clauses say much the same where they share words that carry meaning, and they are not about two different people:
names alone are not enough, since everything in a story is about the same few.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from onrecord.annotation.grammar import EDGE_MARKS, Grammar
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Attribution, Mention
from onrecord.nouns.span import Span, trim

Stance = Literal["says", "refuses", "doubts"]

MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
STEM = 6  # letters: "arrested" and "arrests", "southwest" and "southwestern" count as one word
SHARED = 2  # words in common, names among them
SHORT = 3  # words of a clause of which one in common is enough
SHARE = 0.33  # of the words of the shorter clause, names left aside
NEAR = 6  # clauses or mentions that can overlap at one place
LONGEST = 60  # tokens of a clause that is compared: longer ones are lists, letters or damage
_EMPTY = frozenset({"be", "have", "do", "say", "tell", "make", "know", "think", "’", "'"})
_SUBJECTS = ("nsubj", "nsubjpass")
_IF = re.compile(r"\W*(?:that\W+)?(?:if|unless|should|even if)\b|\bwhether\b", re.IGNORECASE)
# "He could not confirm that …", said as a whole.
_OPEN = re.compile(
    r".{0,30}?\b(?:could neither confirm nor|could not|cannot|can not|can['’]t|couldn['’]t"
    r"|(?:was|were|is|are) (?:not able|unable) to) (?:\w+ly ){0,2}"
    r"(?:confirm|deny|verify|corroborate|substantiate)\s+(?:that\s+)?(?=\w+ \w+ \w+)",
    re.IGNORECASE,
)
_GERUND = re.compile(r"(?:ever |having )?\w+ing\b", re.IGNORECASE)  # "denied taking any money": the speaker's own deed
_OPENING = re.compile(r"(?:that|saying|claiming|alleging|suggesting|stating|of|about|how)\s+", re.IGNORECASE)


class Clause(msgspec.Struct, frozen=True):
    """One clause: its words, its verb, the stems that carry its meaning, and who takes which stance on it.

    `names` are those of the stems that are proper names, `verb` is that of the uppermost verb; `subject` is the chain
    of whatever mention is its subject, `person` that of a person named or pointed to.
    """

    at: Span
    head: Span
    stems: frozenset[str]
    names: frozenset[str]
    verb: str
    subject: int | None
    person: int | None
    voice: int | str
    stance: Stance
    cue: str = ""
    cue_at: tuple[Span, ...] = ()


def find_clauses(
    grammar: Grammar, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[Clause, ...]:
    """Return the clauses that the attributions of an article hold, in order of the text.

    Of nested ones the innermost: who relays that somebody says a thing does not say it.
    """
    found = [clause for one in attributions if one.reported for clause in _of(grammar, one, mentions)]
    inner: list[Clause] = []
    for clause in sorted(found, key=lambda clause: (-clause.at.start, clause.at.end)):
        if not (inner and any(clause.at.holds(other.at) and clause.at != other.at for other in inner[-NEAR:])):
            inner.append(clause)
    return tuple(reversed(inner))


def _of(grammar: Grammar, one: Attribution, mentions: Sequence[Mention]) -> Iterator[Clause]:
    cue = " ".join(at.of(grammar.text) for at in one.cue).lower()
    voice = _voice(grammar, one, mentions)
    for content in one.content:
        for piece in _sentences(grammar, content):
            left_open = _OPEN.match(piece.of(grammar.text))
            at = Span(piece.start + left_open.end(), piece.end) if left_open else piece
            clause = read_clause(grammar, at, mentions)
            if clause and not _IF.search(at.of(grammar.text)):
                stance = "doubts" if left_open else stance_of(cue)
                doer = voice if isinstance(voice, int) and _GERUND.match(clause.at.of(grammar.text)) else clause.subject
                yield msgspec.structs.replace(clause, voice=voice, stance=stance, cue=cue, cue_at=one.cue, subject=doer)


def _voice(grammar: Grammar, one: Attribution, mentions: Sequence[Mention]) -> int | str:
    """Return the chain of whoever speaks, or the words where nobody stands behind them."""
    if one.source is None:
        return ""
    chains = [mention.chain for mention in _mentions_at(one.source, mentions) if mention.chain is not None]
    return chains[0] if chains else one.source.of(grammar.text).lower()


def _sentences(grammar: Grammar, content: Span) -> Iterator[Span]:
    """Yield a content sentence by sentence."""
    tokens = grammar.within(content)
    if not tokens:
        return
    for number in range(grammar.sentence[tokens[0]], grammar.sentence[tokens[-1]] + 1):
        at = grammar.parse.sentences[number].at
        start, end = max(at.start, content.start), min(at.end, content.end)
        if start < end:
            yield Span(start, end)


def read_clause(grammar: Grammar, span: Span, mentions: Sequence[Mention] = ()) -> Clause | None:
    """Read a stretch of one sentence as a clause; None where it has no verb or is too long."""
    opening = _OPENING.match(grammar.text, span.start, span.end)
    at = trim(grammar.text, Span(opening.end(), span.end) if opening else span, EDGE_MARKS + ".“”\"'‘’?!")
    tokens = grammar.within(at) if at else range(0)
    verb = _verb(grammar, tokens)
    if at is None or verb is None or len(tokens) > LONGEST:
        return None
    meaning = [token for token in tokens if grammar.tokens[token].pos in MEANING]
    stems = {
        token: _alike().get(stem(grammar.tokens[token].lemma), stem(grammar.tokens[token].lemma)) for token in meaning
    }
    subjects = _subjects(grammar, verb, mentions)
    kept = {token: one for token, one in stems.items() if one not in _light() and len(one) > 1}
    return Clause(
        at=at,
        head=grammar.tokens[verb].at,
        stems=frozenset(kept.values()),
        names=frozenset(one for token, one in kept.items() if grammar.tokens[token].pos == "PROPN"),
        verb=_alike().get(root := stem(grammar.tokens[_deed(grammar, verb)].lemma), root),
        subject=next((mention.chain for mention in subjects), None),
        person=next((one.chain for one in subjects if one.kind == "person" and one.form != "description"), None),
        voice="",
        stance="says",
    )


def _verb(grammar: Grammar, tokens: range) -> int | None:
    """Return the uppermost verb of a stretch."""
    verbs = [token for token in tokens if grammar.tokens[token].pos in ("VERB", "AUX")]
    return next((one for one in verbs if grammar.tokens[one].head not in tokens), verbs[0] if verbs else None)


def _deed(grammar: Grammar, verb: int) -> int:
    """Return the word that says what is told: the verb, and of "is alive" the state that some deed would have ended."""
    states = grammar.kids(verb, "acomp", "attr", "oprd", "advmod")
    known = (one for one in states if stem(grammar.tokens[one].lemma) in _states())
    return next(known, verb) if grammar.tokens[verb].pos == "AUX" or _is_staying(grammar, verb) else verb


def _is_staying(grammar: Grammar, verb: int) -> bool:
    return grammar.tokens[verb].lemma.lower() in lexicon("claims")["opposite"]["staying"]


def _subjects(grammar: Grammar, verb: int, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that are the subject of a verb."""
    heads = (grammar.tokens[token].at for token in grammar.kids(verb, *_SUBJECTS))
    return [mention for head in heads for mention in _mentions_at(head, mentions) if mention.chain is not None]


def _mentions_at(at: Span, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions whose head shares a word with a span."""
    last = bisect_left(mentions, at.end, key=lambda mention: mention.at.start)
    return [mention for mention in mentions[max(0, last - NEAR) : last] if mention.head.overlaps(at)]


def says_much_the_same(one: Clause, other: Clause, share: float = SHARE) -> bool:
    """Tell whether two clauses put much the same forward."""
    if one.verb != other.verb and one.stems.isdisjoint(other.stems):
        return False
    if one.person is not None and other.person is not None and one.person != other.person:
        return False
    if one.verb == other.verb and one.verb not in _EMPTY and _are_bare(one, other):
        return True
    shared = one.stems & other.stems
    told = shared - one.names - other.names
    shorter = min(len(one.stems - one.names), len(other.stems - other.names))
    return len(shared) >= SHARED and len(told) >= max(1, share * shorter) and (len(told) > 1 or shorter < SHORT)


def _are_bare(one: Clause, other: Clause) -> bool:
    """Tell whether the verb alone says that two clauses are the same: of one subject, or with hardly a word more."""
    if one.subject is not None and one.subject == other.subject:
        return True
    return min(len(one.stems), len(other.stems)) < SHORT and one.verb in one.stems & other.stems


def stem(word: str) -> str:
    """Return the first letters of a word, by which its forms are one.

    >>> stem("Arrested") == stem("arrests")
    True
    """
    return word.lower()[:STEM]


def stance_of(cue: str) -> Stance:
    """Return what a cue does with its content: says, refuses or leaves it open."""
    if _doubting().search(cue):
        return "doubts"
    return "refuses" if _refusing().search(cue) else "says"


@cache
def _light() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon("claims")["light"])


@cache
def _alike() -> dict[str, str]:
    """Map the words for one kind of deed, and for what is so without it, to the first of them."""
    claims = lexicon("claims")
    groups = (*claims["alike"]["groups"], *claims["opposite"]["groups"])
    return {stem(word): stem(group[0]) for group in groups for word in group}


@cache
def _states() -> frozenset[str]:
    return frozenset(stem(word) for group in lexicon("claims")["opposite"]["groups"] for word in group[1:])


@cache
def _doubting() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("claims")["doubting"]))


@cache
def _refusing() -> re.Pattern[str]:
    words = [*lexicon("propositions")["negation"]["cues"], *lexicon("claims")["refusing"]]
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")
