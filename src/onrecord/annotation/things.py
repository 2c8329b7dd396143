"""Mentions of contested things, chained within the article.

Recordings, pictures, papers, messages, posts, transcripts, reports and data are found by their nouns, threaded into
things, and kept only where the article shows that the thing is contested or how it came out. A report that merely
relays, or a video in which somebody merely speaks, is no item.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.annotation.thing.chains import thread_namings
from onrecord.annotation.thing.contests import Sign, find_signs
from onrecord.annotation.thing.phrases import Naming, find_namings
from onrecord.annotation.thing.referents import by_token, weigh_threads
from onrecord.annotation.thing.sights import Sight, find_sights
from onrecord.annotation.thing.traits import find_traits
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Attribution, Thing, Trait
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import ItemKind
from onrecord.nouns.span import Span, is_within, merged

HEADINGS = frozenset({"headline", "standfirst", "subhead"})
SKIPPED = frozenset({"correction", "credit", "byline", "dateline"})
MATTER = 5  # mentions that make any such thing the matter of the story, by whatever words it is disputed
OFTEN = 3  # mentions that make a released thing the matter of the story
EVEN = 0.5  # chance from which a statement is taken to take a stand


def find_things(article: Article, parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[Thing, ...]:
    """Find the mentions of contested things, and of those that only another article could show to be contested."""
    grammar = index_parse(article, parse, ())
    seen = by_token(parse.referents)
    named = name_phrases(article, parse, grammar)
    namings, traits = named.namings, named.traits
    numbers = thread_namings(*named)
    signs = [find_signs(naming, grammar) for naming in namings]
    said = merged(span for attribution in attributions for span in attribution.content)
    told = [is_within(naming.at, said) for naming in namings]
    stood = _stood_on(parse, namings)
    headings = [paragraph < 0 for paragraph in named.paragraphs]
    sights = [_Seen(*one) for one in zip(namings, signs, headings, told, stood, strict=True)]
    counts = _counts(sights, numbers)
    kept = {number for number, count in counts.items() if _is_contested(count)}
    if parse.referents is not None:
        kept = weigh_threads(seen, [naming.head for naming in namings], numbers, counts, kept)
    claimed = _claimed(numbers, signs, told)
    things = tuple(
        _thing(parse, naming, number, known)
        for naming, chains, known in zip(namings, numbers, traits, strict=True)
        for number in chains
    )
    return _with_kinds(
        replace(thing, claimed=thing.chain in claimed, contested=thing.chain in kept) for thing in things
    )


class Phrases(NamedTuple):
    """The phrases of an article that could name a thing, in order, and what is told at each."""

    namings: Sequence[Naming]
    traits: Sequence[tuple[Trait, ...]]
    paragraphs: Sequence[int]  # where each stands; -1 for a heading
    sights: Sequence[Sight | None]  # what a learned engine sees there


def name_phrases(article: Article, parse: Parse, grammar: Grammar) -> Phrases:
    """Find the phrases that could name a thing, with what is told at each."""
    seen = by_token(parse.referents)
    namings = tuple(n for n in find_namings(article, grammar, seen) if article.part_at(n.at.start).kind not in SKIPPED)
    starts = [part.start for part in article.parts]
    return Phrases(
        namings,
        [find_traits(article.text, n.at, parse.sentences[grammar.sentence[n.head]].at.end) for n in namings],
        [-1 if article.part_at(n.at.start).kind in HEADINGS else bisect_right(starts, n.at.start) for n in namings],
        find_sights(parse, seen, [n.head for n in namings]),
    )


class _Seen(NamedTuple):
    """A phrase with its signs; whether it stands in a heading, in what somebody says, and in what takes a stand."""

    naming: Naming
    signs: frozenset[Sign]
    heading: bool
    told: bool
    stood: bool


def _counts(sights: Sequence[_Seen], numbers: Sequence[tuple[int, ...]]) -> dict[int, Counter[str]]:
    """Return how often each sign is on each thread."""
    seen: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for sight, chains in zip(sights, numbers, strict=True):
        for number in chains:
            seen[number].update(sight.signs)
            seen[number].update(_weights(sight))
    return seen


def _stood_on(parse: Parse, namings: Sequence[Naming]) -> list[bool]:
    """Tell for each phrase whether it stands in what a learned engine sees to take a stand."""
    spans = merged(span for link in parse.links or () if link.stand > EVEN for span in link.content)
    return [is_within(naming.at, spans) for naming in namings]


def _weights(sight: _Seen) -> dict[str, int]:
    items, naming = lexicon("items"), sight.naming
    strong = naming.noun in items["strong"]["nouns"] or naming.noun in items["likes"]["nouns"]
    another = not set(items["other"]["words"]).isdisjoint(naming.words)
    return {
        "mentions": 1,
        "heading": sight.heading,
        "stood": sight.stood,
        "strong": strong,
        "named": naming.form != "bare" or sight.heading,
        "several": naming.plural,
        "claimed": sight.told and strong and another and "exists" in sight.signs,
    }


def _is_contested(counts: Counter[str]) -> bool:
    """Weigh the signs of one thread; a class of things ("faked audio") that no article word singles out is no thing."""
    if counts["mentions"] == 1 and (not counts["named"] or counts["several"]):
        return False
    if counts["disputed"] or counts["claimed"]:
        return True
    return 2 * counts["medium"] < counts["mentions"] and _is_matter(counts)


def _is_matter(counts: Counter[str]) -> bool:
    """Tell whether a thing, not a mere means of saying something, is what the story is about."""
    matter = counts["heading"] > 0 or counts["mentions"] >= OFTEN
    if counts["mentions"] >= MATTER or (counts["stance"] and (counts["strong"] or matter)):
        return True
    return matter and bool(counts["strong"] or counts["hidden"]) and bool(counts["release"] or counts["exists"])


def _claimed(numbers: Sequence[tuple[int, ...]], signs: Sequence[frozenset[Sign]], told: Sequence[bool]) -> set[int]:
    """Return the threads that only somebody says exist: the first words on them are inside what somebody says.

    What somebody denies having made exists by nobody's word but others', as long as nothing shows it.
    """
    first: dict[int, bool] = {}
    shown: set[int] = set()
    owned: set[int] = set()
    for chains, found, inside in zip(numbers, signs, told, strict=True):
        for number in chains:
            first.setdefault(number, inside and ("exists" in found or "owned" in found))
            shown.update([number] if "release" in found or ("disputed" in found and "owned" not in found) else [])
            owned.update([number] if "owned" in found else [])
    return {number for number, claimed in first.items() if claimed and not (number in owned and number in shown)}


def _thing(parse: Parse, naming: Naming, chain: int, traits: tuple[Trait, ...]) -> Thing:
    head = parse.tokens[naming.head]
    return Thing(at=naming.at, head=Span(head.start, head.end), kind=naming.kind, chain=chain, traits=traits)


def _with_kinds(found: Iterable[Thing]) -> tuple[Thing, ...]:
    """Give all mentions of a thing one kind, the most frequent of them; the first of these where two are level."""
    things = tuple(found)
    kinds: defaultdict[int, Counter[ItemKind]] = defaultdict(Counter)
    for thing in things:
        kinds[thing.chain][thing.kind] += 1
    return tuple(replace(thing, kind=kinds[thing.chain].most_common(1)[0][0]) for thing in things)
