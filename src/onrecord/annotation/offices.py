"""Offices: the roles that the words give somebody, of what, and whether then, now, before or next."""

from collections.abc import Sequence

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.references import Reference
from onrecord.nouns.annotations import Office


def find_offices(grammar: Grammar, references: Sequence[Reference]) -> tuple[Office, ...]:
    """Find the offices of an article."""
    return ()
