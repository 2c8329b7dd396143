"""The signs by which somebody without a name is known in another article of the story. There are two.

A body that is described as only one can be ("the environment ministry") is that body everywhere. An unnamed source
is the same one where a later version of the article repeats the whole sentence; elsewhere unnamed sources never meet.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.findings.sentences import sentence_around
from onrecord.nouns.annotations import Annotated, Mention
from onrecord.nouns.draft import Draft
from onrecord.nouns.span import Span

LONGEST_LINEAGE = 100  # versions of one article; a story that has more, or goes round in a circle, is cut here

Place = tuple[str, int]  # article id and chain


def signs_in(drafts: Sequence[Draft]) -> dict[Place, str]:
    """Return the sign of every chain that has no name and is known by what describes it."""
    signs = {(one.article.id, chain): sign for one in drafts for chain, sign in one.bodies.items()}
    for place, first in _repeated(drafts).items():
        sign = f"source {first[0]} {first[1]}"
        signs.setdefault(first, sign)
        signs.setdefault(place, signs[first])
    return signs


def nameless_in(one: Annotated) -> Iterator[tuple[int, Mention]]:
    """Yield the chains without a name, each with the description that brings it in."""
    named = {mention.chain for mention in one.annotations.mentions if mention.name}
    seen: set[int | None] = {None, *named}
    for mention in one.annotations.mentions:
        if mention.form == "description" and mention.chain is not None and mention.chain not in seen:
            seen.add(mention.chain)
            yield mention.chain, mention


def sign_of(one: Annotated, mention: Mention) -> str:
    """Return the words after "the" where they describe a body by more than its noun, "" elsewhere."""
    words = mention.at.of(one.article.text).replace("’", "'").casefold().split()
    if mention.kind != "organisation" or words[0] != "the" or len(words) < 3:
        return ""
    return "body " + " ".join(words[1:])


def say_why(sign: str) -> str:
    """Say what a sign goes by."""
    if sign.startswith("source "):
        return "the later version repeats the sentence"
    return "the words describe the same body as in another article"


def _repeated(drafts: Sequence[Draft]) -> dict[Place, Place]:
    """Map a chain to the one of an earlier version whose sentence it repeats word for word."""
    earlier = {one.article.id: one.article.version_of for one in drafts}
    involved = _involved(earlier)
    spoken = {one.article.id: _by_sentence(one) for one in drafts if one.article.id in involved}
    found: dict[Place, Place] = {}
    for article in spoken:
        for sentence, place in spoken[article].items():
            first = _first_with(sentence, article, earlier, spoken)
            if first is not None:
                found[place] = first
    return found


def _involved(earlier: Mapping[str, str | None]) -> set[str]:
    """Return the articles that are versions of one another."""
    return {one for later, first in earlier.items() if first is not None and first in earlier for one in (later, first)}


def _by_sentence(one: Draft) -> dict[tuple[str, str], Place]:
    """Return the chains by the sentence that brings them in and their words in it, where these are one chain's only."""
    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for chain, at in one.nameless:
        sentence = sentence_around(one.article.text, at)
        places[_plain(one, sentence), _plain(one, at)].append((one.article.id, chain))
    return {key: held[0] for key, held in places.items() if len(held) == 1}


def _plain(one: Draft, at: Span) -> str:
    return " ".join(at.of(one.article.text).split()).rstrip(".!?")


def _first_with(
    sentence: tuple[str, str],
    article: str,
    earlier: dict[str, str | None],
    spoken: dict[str, dict[tuple[str, str], Place]],
) -> Place | None:
    """Return the chain of the earliest version that has the sentence, going back through all of them."""
    first, before = None, earlier.get(article)
    for _ in range(LONGEST_LINEAGE):
        if before is None or before == article or before not in spoken:
            break
        first = spoken[before].get(sentence, first)
        before = earlier.get(before)
    return first
