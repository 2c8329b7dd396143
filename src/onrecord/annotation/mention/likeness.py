"""Likeness: which different nouns can mean one person ("his son", "the boy"), and what kin somebody is to whom.

Nouns of one family are alike; kin is remembered both ways, so that who is "Varga's daughter" has Varga for a father.
"""

from collections.abc import Iterator
from functools import cache

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.figures import Figure, Scene
from onrecord.annotation.mention.references import Reference, last_word
from onrecord.lexicons import lexicon

PERSONS = ("person", "unnamed")


@cache
def _families() -> dict[str, str]:
    return {noun: name for name, nouns in lexicon("people")["alike"].items() for noun in nouns}


def family_of(noun: str) -> str:
    """Return the family of a noun, "" where it is like no other."""
    return _families().get(last_word(noun), "")


def owner_of(grammar: Grammar, one: Reference) -> int | None:
    """Return the token of whose somebody is: "his" of "his son"."""
    return next((kid for kid in grammar.kids(one.token, "poss") if kid < one.token), None)


def learn_kin(scene: Scene, one: Reference, owner: int, number: int) -> None:
    """Note that a figure is the kin of another, and what the other is to it."""
    family = family_of(one.words)
    back = lexicon("people")["kin"].get(family)
    if back is not None and owner != number:
        scene.kin.setdefault((owner, family), []).append(number)
        scene.kin.setdefault((number, back), []).append(owner)


def kin_of(scene: Scene, one: Reference, owner: int) -> int | None:
    """Return the only kin of this kind that somebody is known to have."""
    known = dict.fromkeys(scene.kin.get((owner, family_of(one.words)), ()))
    fitting = [number for number in known if suits(scene.figures[number], one)]
    return fitting[0] if len(fitting) == 1 else None


def alike(scene: Scene, one: Reference) -> Iterator[int]:
    """Yield the figures that are called by a noun like that of a description."""
    family = family_of(one.words)
    if family:
        for noun in lexicon("people")["alike"][family]:
            yield from (k for k in scene.bearers.get(noun, ()) if suits(scene.figures[k], one))


def suits(figure: Figure, one: Reference) -> bool:
    """Tell whether a figure is a person of the gender and number that a description tells."""
    if figure.kind not in PERSONS or figure.plural != one.plural:
        return False
    known = figure.gender or figure.guess
    return not (one.gender and known and one.gender != known)
