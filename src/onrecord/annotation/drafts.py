"""The draft of an attribution: what one rule proposes, before drafts are put in order and nested."""

import msgspec

from onrecord.annotation.cues import Sense
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.span import Span

# Left of a verb these belong to the cue: "has never denied", "did not mention", "would neither confirm".
WITH_CUE = ("aux", "auxpass", "neg", "advmod", "preconj")
NOT_WITH_CUE = ("WRB", "WDT", "WP")


class Draft(msgspec.Struct, frozen=True):
    """What a rule proposes: `head` is the token of the cue (-1 for none), `follows` that the speaker is inherited."""

    head: int
    cue: tuple[Span, ...]
    source: Span | None
    content: tuple[Span, ...]
    rule: str
    sense: Sense | None = None
    follows: bool = False

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        spans = [*self.cue, *self.content, *([self.source] if self.source else [])]
        return min(span.start for span in spans)


def cue_span(grammar: Grammar, verb: int) -> Span:
    """Return a verb with the auxiliaries, negation and adverbs that stand directly before it."""
    first = verb
    while first - 1 in grammar.children[verb] and _with_cue(grammar, first - 1):
        first -= 1
    return grammar.span(first, verb)


def pieces(grammar: Grammar, spans: list[Span]) -> tuple[Span, ...]:
    """Tidy the pieces of a content, let each take in the quotation that it breaks off in, and drop the empty ones."""
    tidied = (tidy(grammar.text, _with_quotation(grammar, span)) for span in spans)
    return tuple(span for span in tidied if span is not None)


def _with_quotation(grammar: Grammar, span: Span) -> Span:
    """Stretch a span over a short quotation that it ends in: parsers often stop at the opening mark."""
    quotes = [quote for quote in grammar.quotes_at(span) if quote.at.start < span.end < quote.at.end]
    if quotes and span.start < quotes[-1].at.start and quotes[-1].closed:
        return Span(span.start, quotes[-1].at.end)
    return span


def _with_cue(grammar: Grammar, token: int) -> bool:
    one = grammar.tokens[token]
    return one.dep in WITH_CUE and one.tag not in NOT_WITH_CUE and grammar.last[token] == token
