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
from onrecord.findings.pointing import open_thing, pointers
from onrecord.findings.propositions import Claim, find_claims
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.record import About, PositionValue, Proposition, Statement
from onrecord.nouns.span import Span

SHORT = 8  # words of a content that can be the thing itself and no clause about it
_CLAUSAL = re.compile(r"\W*(?:that|having|any|being|whether|if|how|what)\b", re.IGNORECASE)
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
    if statement.attitude == "held" or statement.same_as is not None or statement.act == "correct":
        return
    abouts = _abouts(stock, one, statement)
    if statement.act in BARE:
        yield from _by_act(stock, one, statement)
    elif statement.general and not any(about.basis == "stated" for about in abouts):
        yield from _generally(stock, one, statement)
    else:
        for about in abouts:
            yield from _on_item(stock, one, statement, about, alone=len(abouts) == 1)


def _generally(stock: Stock, one: Annotated, statement: Statement) -> Iterator[Stand]:
    """Yield a stand on a whole class, for the one thing that the article puts beside it."""
    spans = (*statement.content_at, *statement.cue_at)
    thing = open_thing(one, min(spans)) if spans else None
    if thing is not None:
        because = f"speaks of a whole class; “{thing.at.of(one.article.text)}” is the thing told of beside it"
        yield Stand(item_of(stock, one, thing), "genuine", "general", statement, None, because)


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


def _on_item(stock: Stock, one: Annotated, statement: Statement, about: About, *, alone: bool) -> Iterator[Stand]:
    claims = list(_claims(stock, one, statement, about, alone=alone))
    for claim, masked in claims:
        stand = _stand(one, statement, about, claim, masked)
        if stand:
            yield stand
    if not claims:
        yield from _unclaimed(one, statement, about)


def _claims(
    stock: Stock, one: Annotated, statement: Statement, about: About, *, alone: bool
) -> Iterator[tuple[Claim, Masked]]:
    """Yield each proposition about the item that the content puts forward, once."""
    claimed = next(item.existence == "claimed" for item in stock.items if item.id == about.id)
    seen: set[Proposition] = set()
    for span in statement.content_at:
        places = list(_places(stock, one, statement, about, span, alone=alone))
        masked = mask(one.article.text, span, places)
        unnamed = not places and about.basis == "inferred"
        for claim in find_claims(masked.words, claimed=claimed, unnamed=unnamed):
            if claim.proposition not in seen:
                seen.add(claim.proposition)
                yield claim, masked


def _places(
    stock: Stock, one: Annotated, statement: Statement, about: About, span: Span, *, alone: bool
) -> Iterator[Span]:
    """Yield where the item stands in a span: by name, and by pronoun where nothing else can be meant."""
    named = [thing.at for thing in _things(stock, one, about.id)]
    yield from (at for at in named if span.holds(at))
    first = min((at.end for at in named if any(c.holds(at) for c in statement.content_at)), default=None)
    if about.basis == "inferred" or (alone and first is not None):
        yield from (at for at in pointers(one.article.text, span) if first is None or at.start > first)


def _things(stock: Stock, one: Annotated, item: str) -> list[Thing]:
    return [thing for thing in one.annotations.things if item_of(stock, one, thing) == item]


def _stand(one: Annotated, statement: Statement, about: About, claim: Claim, masked: Masked) -> Stand | None:
    clause = masked.words[claim.start : claim.end]
    at = Span(masked.place(claim.start), min(masked.place(claim.end), len(one.article.text)))
    value = _value(one, statement, claim, clause, asked=one.article.text[at.end : at.end + 1] == "?")
    if value is None:
        return None
    words = at.of(one.article.text).strip(" “”\"'‘’,")
    because = f"“{_cue(one, statement)}” with words on whether it is {claim.proposition}" + (
        f"; {about.because}" if about.because else ""
    )
    return Stand(about.id, claim.proposition, value, statement, words or None, because)


def _value(one: Annotated, statement: Statement, claim: Claim, clause: str, *, asked: bool) -> PositionValue | None:
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
    words = " ".join(span.of(one.article.text) for span in statement.content_at)
    value = _bare_value(one, statement)
    if about.basis != "stated" or value is None:
        return
    if not _CLAUSAL.match(words) and len(words.split()) <= SHORT:
        because = f"“{_cue(one, statement)}” with the thing itself as what it bears on"
        yield Stand(about.id, "genuine", value, statement, words or None, because)
    elif value != "affirms":
        yield Stand(about.id, "other", value, statement, words or None, f"“{_cue(one, statement)}” names the thing")


def _bare_value(one: Annotated, statement: Statement) -> PositionValue | None:
    if statement.act == "neither":
        return "neither"
    if statement.act == "deny" and _refuses(one, statement):
        return "denies"
    return "affirms" if statement.act == "confirm" else None


@cache
def _pattern(name: str, part: str = "words") -> re.Pattern[str]:
    return re.compile("|".join(lexicon("propositions")[name][part]))


def _cue(one: Annotated, statement: Statement) -> str:
    return " ".join(" ".join(at.of(one.article.text).split()) for at in statement.cue_at)
