"""Where one statement puts its speaker: on which item, on which proposition, how.

What the speaker pointedly did (refused, kept silent, did not answer) is a stand by its act alone; what was said is one only
where its words put a proposition about the thing forward. A mention is no position.
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.findings.items import Stock, item_of, items_about
from onrecord.findings.masks import Masked, mask
from onrecord.findings.pointing import pointers
from onrecord.findings.propositions import Claim, find_claims
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.record import About, PositionValue, Proposition, Statement
from onrecord.nouns.span import Span

# Acts that are a stand by themselves, on no proposition in particular.
BARE: dict[str, PositionValue] = {"decline": "declines", "silent": "silent", "no-reply": "no-reply"}
ASKING = frozenset({"demand", "ask", "urge"})
# Acts in which somebody puts a proposition forward; a threat, a wish or a forecast does not.
STATING = frozenset(
    {"assert", "confirm", "deny", "accuse", "correct", "express", "neither", "predict", "promise", "warn", "threaten"}
)


class Stand(msgspec.Struct, frozen=True):
    """What one statement says about where its speakers stand on one proposition about one item."""

    item: str
    proposition: Proposition
    value: PositionValue
    statement: Statement
    text: str | None
    because: str


def find_stands(stock: Stock, one: Annotated, statement: Statement) -> Iterator[Stand]:
    """Yield the stands of one statement."""
    if statement.attitude == "held" or statement.same_as is not None:
        return
    if statement.act in BARE:
        yield from _by_act(stock, one, statement)
        return
    for about in _abouts(stock, one, statement):
        yield from _on_item(stock, one, statement, about)


def _by_act(stock: Stock, one: Annotated, statement: Statement) -> Iterator[Stand]:
    for item in _beside(stock, one, statement):
        because = f"the article says so at “{_cue(one, statement)}”"
        yield Stand(item, "other", BARE[statement.act], statement, None, because)


def _beside(stock: Stock, one: Annotated, statement: Statement) -> list[str]:
    """Return the items named in the sentence of the cue: the one last named before its end, or both of "either email"."""
    spans = (*statement.cue_at, *statement.content_at)
    if not spans:
        return []
    window = _sentence(one.article.text, spans[0])
    things = [thing for thing in one.annotations.things if window.holds(thing.head)]
    after = [thing for thing in things if thing.at.start >= spans[0].start] or things
    first = after[0].at if after else None
    return list(dict.fromkeys(item_of(stock, one, thing) for thing in after if thing.at == first))


def _sentence(text: str, at: Span) -> Span:
    """Return the sentence around a span, by its full stops."""
    start = max(
        (m.end() for m in _STOP.finditer(text, max(0, at.start - 600), at.start)), default=max(0, at.start - 600)
    )
    end = next((m.start() for m in _STOP.finditer(text, at.end, at.end + 600)), min(len(text), at.end + 600))
    return Span(min(start, at.start), max(end, at.end))


_STOP = re.compile(r"(?<=[a-z0-9)’”\"'])[.!?][\"'”’]*\s+(?=[\"'“‘]?[A-Z])|\n")


def _abouts(stock: Stock, one: Annotated, statement: Statement) -> tuple[About, ...]:
    items = {item.id for item in stock.items}
    known = tuple(about for about in statement.about if about.id in items)
    return known or items_about(stock, one, statement.content_at)


def _on_item(stock: Stock, one: Annotated, statement: Statement, about: About) -> Iterator[Stand]:
    if statement.general:
        because = "speaks of a whole class; the item is the one told of beside it"
        yield Stand(about.id, "genuine", "general", statement, None, because)
        return
    claims = list(_claims(stock, one, statement, about))
    for claim, masked in claims:
        stand = _stand(one, statement, about, claim, masked)
        if stand:
            yield stand
    if not claims:
        yield from _unclaimed(one, statement, about)


def _claims(stock: Stock, one: Annotated, statement: Statement, about: About) -> Iterator[tuple[Claim, Masked]]:
    """Yield each proposition about the item that the content puts forward, once."""
    claimed = next(item.existence == "claimed" for item in stock.items if item.id == about.id)
    text = one.article.text
    seen: set[Proposition] = set()
    for span in statement.content_at:
        named = [t.at for t in _things(stock, one, about.id) if span.holds(t.head)]
        places = named if about.basis == "stated" else pointers(text, span)
        masked = mask(text, span, places)
        for claim in find_claims(masked.words, claimed=claimed, unnamed=not places and about.basis == "inferred"):
            if claim.proposition not in seen:
                seen.add(claim.proposition)
                yield claim, masked


def _things(stock: Stock, one: Annotated, item: str) -> list[Thing]:
    return [thing for thing in one.annotations.things if item_of(stock, one, thing) == item]


def _stand(one: Annotated, statement: Statement, about: About, claim: Claim, masked: Masked) -> Stand | None:
    clause = masked.words[claim.start : claim.end]
    value = _value(one, statement, claim, clause)
    if value is None:
        return None
    at = Span(masked.place(claim.start), min(masked.place(claim.end), len(one.article.text)))
    words = at.of(one.article.text).strip(" “”\"'‘’,")
    because = f"“{_cue(one, statement)}” with words on whether it is {claim.proposition}" + (
        f"; {about.because}" if about.because else ""
    )
    return Stand(about.id, claim.proposition, value, statement, words or None, because)


def _value(one: Annotated, statement: Statement, claim: Claim, clause: str) -> PositionValue | None:
    if statement.act == "neither":
        return "neither"
    if _pattern("conditional").search(clause):
        return "conditional"
    if statement.act in ASKING or (statement.mode == "direct" and clause.rstrip().endswith("?")):
        return "demands" if _demands(clause) else None
    if statement.act not in STATING or any(c.kind in ("if", "unless") for c in statement.conditions):
        return None
    return "affirms" if claim.holds ^ _refuses(one, statement) else "denies"


def _demands(clause: str) -> bool:
    return bool(_pattern("demand").search(clause) or _pattern("demand", "questions").search(clause))


def _refuses(one: Annotated, statement: Statement) -> bool:
    """Tell whether the cue itself refuses its content: "denied that …", not a "said" with a denial inside."""
    words = _cue(one, statement).lower()
    return any(re.search(rf"\b{cue}\b", words) for cue in lexicon("propositions")["negation"]["cues"])


def _unclaimed(one: Annotated, statement: Statement, about: About) -> Iterator[Stand]:
    """Yield the stand of an act whose content names the thing and no proposition: "confirmed the memo"."""
    if about.basis != "stated" or statement.act not in ("confirm", "deny", "neither"):
        return
    value: PositionValue = {"confirm": "affirms", "deny": "denies", "neither": "neither"}[statement.act]
    words = " ".join(span.of(one.article.text) for span in statement.content_at)
    bare = not re.match(r"(?i)\W*(?:that|having|any|being|whether)\b", words) and len(words.split()) <= 8
    if bare:
        because = f"“{_cue(one, statement)}” with the thing itself as what it bears on"
        yield Stand(about.id, "genuine", value, statement, words or None, because)
    elif statement.act != "confirm":
        yield Stand(about.id, "other", value, statement, words or None, f"“{_cue(one, statement)}” names the thing")


@cache
def _pattern(name: str, part: str = "words") -> re.Pattern[str]:
    return re.compile("|".join(lexicon("propositions")[name][part]))


def _cue(one: Annotated, statement: Statement) -> str:
    return " ".join(" ".join(at.of(one.article.text).split()) for at in statement.cue_at)
