"""One thing as one article tells it: a strand, with the words that set it apart and the values that are in force."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from onrecord.findings.voices import voice_of, voices_in
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Thing, are_equal
from onrecord.nouns.draft import Draft, Sort, Strand

IDENTITY = ("duration", "made", "length")  # two values of one of these are two things
LINKING = frozenset(
    {
        *("the", "a", "an", "this", "that", "these", "those", "such", "any", "no", "its", "his", "her", "their", "our"),
        *("of", "from", "in", "on", "at", "by", "to", "with", "and", "my", "whose", "said"),
    }
)
Amendments = Mapping[tuple[str, str], str]  # name and wrong value of a trait: the value in force


def strands_in(one: Annotated) -> Iterator[Strand]:
    """Yield the strands of an article, in order of the text; those last that it does not contest itself."""
    chains: defaultdict[int, list[Thing]] = defaultdict(list)
    for thing in (*one.annotations.things, *one.annotations.candidates):
        chains[thing.chain].append(thing)
    text, voices = one.article.text, voices_in(one)
    for chain, things in chains.items():
        traits = [(trait, *voice_of(voices, trait.at)) for thing in things for trait in thing.traits]
        strand = Strand(
            article=one.article.id,
            chain=chain,
            things=tuple(things),
            words=frozenset(word for thing in things for word in _telling_words(text, thing)),
            sorts=_sorts(text, things),
            facts=tuple((trait, voice) for trait, known, voice in traits if known),
        )
        yield msgspec.structs.replace(strand, traits=_settled(strand, {}))


def strands_of(drafts: Sequence[Draft]) -> list[list[Strand]]:
    """Return the strands of each article, with the values that the notices of the story put right."""
    amendments = _amendments(drafts)
    return [[_amended(strand, amendments.get(one.article.id, {})) for strand in one.strands] for one in drafts]


def _amendments(drafts: Sequence[Draft]) -> Mapping[str, Amendments]:
    """Return what notices put right, by article: in their own, and in the version that it replaces."""
    found: defaultdict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for one in drafts:
        for wrong, right in (notice.amends for notice in one.notices if notice.amends):
            for article in filter(None, (one.article.id, one.article.version_of)):
                found[article][wrong.name, wrong.value] = right.value
    return found


def _amended(strand: Strand, amendments: Amendments) -> Strand:
    traits = (trait for thing in strand.things for trait in thing.traits)
    wrong = frozenset(trait for trait in traits if (trait.name, trait.value) in amendments)
    if not wrong:
        return strand
    return msgspec.structs.replace(strand, traits=_settled(strand, amendments), wrong=wrong)


def _settled(strand: Strand, amendments: Amendments) -> dict[str, str]:
    """Return one value for each trait: the last told, but a day and never only the month that it is in."""
    found: dict[str, str] = {}
    for trait in (trait for thing in strand.things for trait in thing.traits):
        name, value = trait.name, amendments.get((trait.name, trait.value), trait.value)
        if not trait.value or not (name in IDENTITY or name in _states()):
            continue
        if name not in found or not are_equal(found[name], value) or len(value) > len(found[name]):
            found[name] = value
    return found


@cache
def _untelling() -> frozenset[str]:
    items = lexicon("items")
    nouns = [noun for names in items["nouns"].values() for noun in names]
    other = items["other"]
    return LINKING | frozenset(
        [
            *nouns,
            *items["generic"]["words"],
            *items["numbers"],
            *items["parts"]["measures"],
            *other["words"],
            *other["first"],
            *other["both"],
        ]
    )


def _telling_words(text: str, thing: Thing) -> set[str]:
    """Return the words of a mention that tell its thing from others of its kind."""
    words = {word.removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’]+", thing.at.of(text).lower())}
    head = thing.head.of(text).lower()
    untelling = _untelling() | frozenset(lexicon("claims")["light"]) if thing.kind == "claim" else _untelling()
    return {word for word in words if word != head and word not in untelling and not word.isdigit()}


def _sorts(text: str, things: Sequence[Thing]) -> frozenset[Sort]:
    """Return the families of kinds that a thing is of, and the noun that it is called by."""
    words = {word for thing in things for word in thing.at.of(text).lower().split()}
    second = not words.isdisjoint(lexicon("items")["other"]["words"])
    families = {(name, second) for name, kinds in lexicon("items")["families"].items() if things[0].kind in kinds}
    return frozenset(families | {(f"noun {_usual_noun(text, things)}", second)})


def _usual_noun(text: str, things: Sequence[Thing]) -> str:
    """Return the noun that mostly names a thing, in the singular."""
    nouns = Counter(thing.head.of(text).lower().replace("e-mail", "email") for thing in things)
    return nouns.most_common(1)[0][0].removesuffix("s")


@cache
def _states() -> frozenset[str]:
    return frozenset(lexicon("items")["states"])
