"""The positions of a story."""

from onrecord.findings.actors import Cast
from onrecord.findings.items import Stock
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Position, Statement


def establish_positions(
    story: tuple[Annotated, ...], cast: Cast, stock: Stock, said: tuple[Statement, ...]
) -> tuple[Position, ...]:
    """Establish the positions of a story."""
    return ()
