"""Which stands a learned engine is asked about: every attribution, on every thing that may be contested and is near."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.nouns.annotations import Attribution, Thing
from onrecord.nouns.stance import Question

SOME = 6  # things that one attribution is asked about
MOST = 600  # questions about one article


def find_questions(attributions: Sequence[Attribution], things: Sequence[Thing]) -> tuple[Question, ...]:
    """Return the questions to ask of an article, in order."""
    questions = _questions(attributions, things)
    return tuple(question for question, _ in zip(questions, range(MOST), strict=False))


def _questions(attributions: Sequence[Attribution], things: Sequence[Thing]) -> Iterator[Question]:
    chains: defaultdict[int, list[Thing]] = defaultdict(list)
    for thing in things:
        chains[thing.chain].append(thing)
    for number, one in enumerate(attributions):
        if not one.reported or not one.cue:
            continue
        place = one.cue[0].start

        def distance(chain: int, place: int = place) -> tuple[bool, int]:
            return not chains[chain][0].contested, min(abs(thing.head.start - place) for thing in chains[chain])

        for chain in sorted(chains, key=distance)[:SOME]:
            yield Question(
                attribution=number,
                chain=chain,
                kind=chains[chain][0].kind,
                cue=one.cue,
                source=() if one.source is None else (one.source,),
                content=one.content,
                things=tuple(thing.at for thing in chains[chain]),
                others=tuple(thing.at for thing in things if thing.chain != chain),
            )
