"""Who is said to be whom: appositions and "is" sentences that put a name and a description of one bearer side by side.

"Bel Okonjo, the club's chairwoman", "its spokeswoman, Lisbet Crane", "Okonjo is the chairwoman". Possessives are no such
tie: "Rieck's lawyer, Dag Molin" makes one of the lawyer and Molin, and leaves Rieck alone.
"""

from collections.abc import Iterator, Sequence

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.references import Reference

BODIES = ("organisation", "group")


def tie(grammar: Grammar, references: Sequence[Reference]) -> dict[int, int]:
    """Map a reference to the other one that the sentence makes the same bearer, both as indices into `references`."""
    at = {one.token: index for index, one in enumerate(references)}
    ties: dict[int, int] = {}
    for left, right in _pairs(grammar, at):
        if _agree(references[left], references[right]):
            described, named = sorted((left, right), key=lambda k: references[k].form == "name")
            ties.setdefault(described, named)
    return ties


def _pairs(grammar: Grammar, at: dict[int, int]) -> Iterator[tuple[int, int]]:
    for token, index in at.items():
        for child in grammar.kids(token, "appos"):
            if child in at:
                yield index, at[child]
        head = grammar.tokens[token].head
        if grammar.tokens[token].dep == "attr" and grammar.tokens[head].lemma == "be" and not grammar.kids(head, "neg"):
            for subject in grammar.kids(head, "nsubj"):
                if subject in at:
                    yield at[subject], index


def _agree(left: Reference, right: Reference) -> bool:
    """Tell whether two references can be one bearer: in number, gender, and as a person or a body."""
    if left.form == "pronoun" or right.form == "pronoun" or left.plural != right.plural:
        return False
    if left.gender and right.gender and left.gender != right.gender:
        return False
    return (left.kind in BODIES) == (right.kind in BODIES) and "document" not in (left.kind, right.kind)
