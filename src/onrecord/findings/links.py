"""The links of a story."""

from onrecord.findings.actors import Cast
from onrecord.findings.items import Stock
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import Link, Statement


def establish_links(
    story: tuple[Annotated, ...], cast: Cast, stock: Stock, said: tuple[Statement, ...]
) -> tuple[Link, ...]:
    """Establish the links of a story."""
    return ()
