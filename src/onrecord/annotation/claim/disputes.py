"""Which claims are in dispute, and where each is told.

Read in the order of the text: a clause that is refused or left open starts a dispute or goes on with one; a bare noun
("the claims are false") goes back to the claim told last, else to what was first put forward as a claim. A dispute
counts only where somebody else says much the same, or a noun says that somebody did.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from onrecord.annotation.claim.clauses import SHARE, Clause, says_much_the_same
from onrecord.annotation.claim.nouns import Noun
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Thing
from onrecord.nouns.span import Span

MOST = 20  # disputes of one article: a page with more is a list
CLOSE = 0.5  # share of words that a clause must have in common with one that has only joined
FIRST = 200  # clauses of an article among which a bare noun finds what it goes back to
MANY = 12  # clauses of one claim to which a further one is compared
EARLY = 3  # clauses at the head of an article among which one without a claiming cue may be what "the claims" means

# What points at a thing, or at the voice or hand on it.
_POINTING = re.compile(r"(?:it|they|this|that|these|those|\w+ (?:voice|signature|handwriting|face))\b", re.IGNORECASE)
# "She did not write it": what is made or sent is a thing.
_MAKING = re.compile(
    r"\b(?:writ(?:e|ten|ing)|wrote|s(?:e|i)gn(?:ed|ing)?|sen[dt](?:ing)?|post(?:ed|ing)?|draft(?:ed|ing)?|film(?:ed|ing)?"
    r"|record(?:ed|ing)?|ma(?:ke|de|king)|ta(?:ke|ken|king)|took|forg(?:ed?|ing)|typ(?:ed?|ing)|publish(?:ed|ing)?"
    r"|seen|saw|read|leak(?:ed|ing)?|shar(?:ed?|ing)) (?:it|this|that|them)\b(?! \w+ (?:that|to))",
    re.IGNORECASE,
)

_INSIDE = re.compile(r" (?:\w+ )?(?:in|on|of|by) (?:\w+ ){1,3}")


class Dispute(msgspec.Struct):
    """One claim: the clauses that put it forward or refuse it, and the nouns that go back to it.

    `named` says that a noun, and not the refusal alone, tells that somebody made the claim.
    """

    clauses: list[Clause]
    named: bool
    nouns: list[Noun] = msgspec.field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the claim is told first."""
        return min(clause.at.start for clause in self.clauses)


class Ground(msgspec.Struct, frozen=True):
    """What an article offers: its clauses, its nouns for claims, and where its other things are named, all in order."""

    text: str
    clauses: tuple[Clause, ...]
    nouns: tuple[Noun, ...]
    things: tuple[Span, ...]


def find_disputes(
    text: str, clauses: Sequence[Clause], nouns: tuple[Noun, ...], things: Sequence[Thing]
) -> list[Dispute]:
    """Return the claims of an article that are in dispute, each with all its places."""
    heads = {noun.head for noun in nouns}
    taken = tuple(sorted(thing.head for thing in things if thing.head not in heads))
    contested = sorted(noun.head for noun in nouns if noun.fate != "none")
    free = tuple(one for one in clauses if not _holds_any(one.at, contested) and not _is_refused_of(text, one, taken))
    ground = Ground(text, free, nouns, taken)
    disputes: list[Dispute] = []
    told = [clause for clause in free[:FIRST] if not _is_of_thing(text, clause, taken)]
    for noun, clause in sorted(_contests(ground), key=_place):
        if clause is not None:
            _open(disputes, clause, named=noun is not None)
        elif noun is not None and not _is_in_thing(text, noun, taken):
            _go_back(disputes, told, noun)
    for share in (SHARE, CLOSE):
        _join(disputes, ground.clauses, share)
    kept = [one for one in disputes if _has_two_sides(one)]
    for noun in nouns:
        _point(kept, noun)
    return kept


def _is_refused_of(text: str, clause: Clause, taken: Sequence[Span]) -> bool:
    """Tell whether a clause refuses what is said of a thing."""
    return clause.stance != "says" and _is_of_thing(text, clause, taken)


def _is_of_thing(text: str, clause: Clause, taken: Sequence[Span]) -> bool:
    """Tell whether a clause speaks of a thing, by name or by pointing: that makes no claim of its own."""
    words = clause.at.of(text)
    points = _POINTING.match(words) is not None or _MAKING.search(words) is not None
    return bool(taken) and (points or _holds_any(clause.at, taken))


def _is_in_thing(text: str, noun: Noun, taken: Sequence[Span]) -> bool:
    """Tell whether the claim is one that a thing makes: "the claim in the tweet" goes back to nobody's words."""
    place = bisect_left(taken, noun.at.end, key=lambda head: head.start)
    return place < len(taken) and _INSIDE.fullmatch(text, noun.at.end, taken[place].start) is not None


def _holds_any(at: Span, heads: Sequence[Span]) -> bool:
    place = bisect_left(heads, at.start, key=lambda head: head.start)
    return place < len(heads) and at.holds(heads[place])


def _contests(ground: Ground) -> Iterator[tuple[Noun | None, Clause | None]]:
    """Yield what is refused or left open: a clause, a noun with its clause, or a bare noun."""
    heads = [noun.head for noun in ground.nouns]
    for clause in ground.clauses:
        if clause.stance != "says":
            named = next((cue for cue in clause.cue_at if _holds_any(cue, heads)), None)
            place = bisect_left(heads, named.start, key=lambda head: head.start) if named else -1
            yield (ground.nouns[place] if named else None), clause
    for noun in ground.nouns:
        if noun.fate != "none" and not (noun.clause and _is_of_thing(ground.text, noun.clause, ground.things)):
            yield noun, noun.clause


def _place(contest: tuple[Noun | None, Clause | None]) -> int:
    noun, clause = contest
    return clause.at.start if clause else noun.at.start if noun else 0


def _open(disputes: list[Dispute], clause: Clause, *, named: bool) -> None:
    """Add a clause to the dispute that it goes on with, or start one."""
    same = next((one for one in disputes if any(says_much_the_same(clause, other) for other in one.clauses)), None)
    if same is not None:
        same.clauses.append(clause)
        same.named |= named
    elif len(disputes) < MOST and clause.stems:
        disputes.append(Dispute([clause], named))


def _go_back(disputes: list[Dispute], clauses: Sequence[Clause], noun: Noun) -> None:
    """Let a bare noun that is refused open the claim that it goes back to."""
    if not noun.pointing:
        return
    before = [clause for clause in clauses if clause.at.end <= noun.at.start and clause.stance == "says"]
    claimed = [clause for clause in before if not _claiming().isdisjoint(clause.cue.split())]
    if not claimed and not 0 < len(before) <= EARLY:
        return
    told = [one for one in disputes if one.start < noun.at.start]
    if not any(_repeats(one, clauses) for one in told):
        _open(disputes, (claimed or before)[0], named=True)


def _repeats(dispute: Dispute, clauses: Sequence[Clause]) -> bool:
    """Tell whether a dispute has two sides, or is named, before all that belongs to it is gathered."""
    said = (clause for clause in clauses if clause.stance == "says")
    return dispute.named or any(says_much_the_same(one, clause) for one in dispute.clauses for clause in said)


@cache
def _claiming() -> frozenset[str]:
    words = [*lexicon("claims")["claiming"], *lexicon("claims")["nouns"]]
    return frozenset(
        form for word in words for form in (word, f"{word}s", f"{word}d", f"{word}ed", f"{word}ing", word[:-1] + "ing")
    )


def _join(disputes: Sequence[Dispute], clauses: Sequence[Clause], share: float) -> None:
    """Add each clause to the first dispute whose claim it repeats, as that stood before."""
    before = [tuple(one.clauses[:MANY]) for one in disputes]
    for clause in clauses:
        for dispute, told in zip(disputes, before, strict=True):
            if any(says_much_the_same(clause, other, share) for other in told):
                if all(clause.at != other.at for other in dispute.clauses):
                    dispute.clauses.append(clause)
                break


def _has_two_sides(dispute: Dispute) -> bool:
    """Tell whether somebody makes the claim besides whoever refuses it."""
    if dispute.named:
        return True
    against = [clause for clause in dispute.clauses if clause.stance != "says"]
    voices = {clause.voice for clause in against}
    others = [clause for clause in dispute.clauses if clause.stance == "says" and clause.voice not in voices]
    return any(says_much_the_same(one, other, CLOSE) for one in others for other in against)


def _point(disputes: Sequence[Dispute], noun: Noun) -> None:
    """Give a noun to the dispute whose clause it carries, else to the one told last before it."""
    own = next((one for one in disputes if noun.clause and any(c.at == noun.clause.at for c in one.clauses)), None)
    told = [one for one in disputes if one.start < noun.at.start]
    last = max(told, key=lambda one: _last(one, noun.at.start), default=None)
    dispute = own or (last if noun.pointing and noun.clause is None else None)
    if dispute is not None:
        dispute.nouns.append(noun)


def _last(dispute: Dispute, before: int) -> int:
    clauses = [clause.at.start for clause in dispute.clauses[-MANY:] if clause.at.start < before]
    nouns = [noun.at.start for noun in dispute.nouns[-1:] if noun.at.start < before]
    return max([*clauses, *nouns], default=dispute.start)
