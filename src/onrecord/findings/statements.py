"""The statements of a story."""

from onrecord.findings.actors import Cast
from onrecord.findings.items import Stock
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Statement


def establish_statements(story: tuple[Annotated, ...], cast: Cast, stock: Stock) -> tuple[Statement, ...]:
    """Establish the statements of a story."""
    return ()
