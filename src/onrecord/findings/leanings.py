"""Where a learned engine reads that a statement takes a stand, and the words that the rules know say nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from onrecord.findings.items import Stock
from onrecord.findings.tellings import statement_id
from onrecord.nouns.account import Stood
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import About, Statement
from onrecord.nouns.stance import Stance

TAKEN = 0.6  # how likely a statement has to take some stand on a thing to be about it
SURE = 0.9  # how likely it has to take this one to be put on the record
ACTS = frozenset({"assert", "confirm", "deny", "neither", "accuse", "express", "ask", "demand", "urge"})
UNTOLD = frozenset({"declines", "general"})  # values that the rules tell by the act, or by what is no thing

Leanings = Mapping[tuple[str, str], list[Stance]]


def leanings(one: Annotated, stock: Stock) -> Leanings:
    """Return what is read of every statement on every item, by their ids."""
    found: defaultdict[tuple[str, str], list[Stance]] = defaultdict(list)
    attributions = one.annotations.attributions
    ids: dict[int, str] = {}
    for stance in one.annotations.stances:
        item = stock.chains.get((one.article.id, stance.chain))
        if item is not None:
            if stance.attribution not in ids:
                ids[stance.attribution] = statement_id(one, attributions[stance.attribution])
            found[ids[stance.attribution], item].append(stance)
    return found


def leans_on(found: Leanings, statement: str, stock: Stock) -> Iterator[About]:
    """Yield the items that a statement is read to take a stand on."""
    for item in stock.items:
        if sum(stance.chance for stance in found.get((statement, item.id), ())) >= TAKEN:
            yield About(item.id, "inferred", "the learned engine reads it as taking a stand on it")


def lean(found: Leanings, statement: Statement, stock: Stock) -> Iterator[Stood]:
    """Yield the stand that a statement is read to take on each item, the likeliest, where it is likely enough.

    What is held is no stand, and neither is a promise, a rule or a withdrawal.
    """
    if statement.attitude == "held" or statement.act not in ACTS:
        return
    for item in stock.items:
        stances = found.get((statement.id, item.id), [])
        best = max(stances, key=lambda stance: stance.chance, default=None)
        if best is not None and best.chance >= SURE and best.value not in UNTOLD:
            because = f"read as “{best.value}” by the learned engine, with a chance of {best.chance:.2f}"
            yield Stood(statement.id, item.id, best.proposition, best.value, None, because)
