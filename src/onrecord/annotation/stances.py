"""Which stands a learned engine is asked about: every attribution, on every thing that may be contested and is near."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import islice

from onrecord.nouns.annotations import Attribution, Thing
from onrecord.nouns.stance import Question

SOME = 6  # things that one attribution is asked about
MOST = 600  # questions about one article
REACH = 2000  # code points from a cue within which mentions are given: what is read of them stands nearer


def find_questions(attributions: Sequence[Attribution], things: Sequence[Thing]) -> tuple[Question, ...]:
    """Return the questions to ask of an article, in order; `things` are in order of their heads."""
    return tuple(islice(_questions(attributions, things), MOST))


def _questions(attributions: Sequence[Attribution], things: Sequence[Thing]) -> Iterator[Question]:
    heads = [thing.head.start for thing in things]
    chains: defaultdict[int, list[Thing]] = defaultdict(list)
    for thing in things:
        chains[thing.chain].append(thing)
    for number, one in enumerate(attributions):
        if not one.reported or not one.cue:
            continue
        place = one.cue[0].start
        near = things[bisect_left(heads, place - REACH) : bisect_left(heads, place + REACH)]
        for chain in _nearest(chains, place):
            first = chains[chain][0]
            yield Question(
                attribution=number,
                chain=chain,
                kind=first.kind,
                cue=one.cue,
                source=() if one.source is None else (one.source,),
                content=one.content,
                things=(first.at, *(thing.at for thing in near if thing.chain == chain and thing != first)),
                others=tuple(thing.at for thing in near if thing.chain != chain),
            )


def _nearest(chains: dict[int, list[Thing]], place: int) -> list[int]:
    """Return the things nearest to a place, the contested ones first."""

    def distance(chain: int) -> tuple[bool, int]:
        mentions = chains[chain]
        after = bisect_left(mentions, place, key=lambda thing: thing.head.start)
        beside = mentions[max(0, after - 1) : after + 1]
        return not mentions[0].contested, min(abs(thing.head.start - place) for thing in beside)

    return nsmallest(SOME, chains, key=distance)
