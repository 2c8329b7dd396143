"""The draft of an attribution: what one rule, or the network, proposes, before drafts are put in order and nested."""

import msgspec

from onrecord.annotation.attribution.cues import Sense
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.span import Span

# Left of a verb these belong to the cue: "has never denied", "did not mention", "would neither confirm".
WITH_CUE = ("aux", "auxpass", "neg", "advmod", "preconj")
NOT_WITH_CUE = ("WRB", "WDT", "WP")


class Draft(msgspec.Struct, frozen=True):
    """What a rule or a network proposes: `head` is the token of the cue (-1 for none).

    `follows` says that the speaker is inherited, `sure` how sure a network is of it, `relayed` that it sees it in
    somebody else's words, `reported` that it tells of something said or held.
    """

    head: int
    cue: tuple[Span, ...]
    source: Span | None
    content: tuple[Span, ...]
    rule: str
    sense: Sense | None = None
    follows: bool = False
    sure: float | None = None
    relayed: bool = False
    reported: bool = True

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
    """Tidy the pieces of a content, let each take in a quotation that it breaks off at, drop the wordless ones."""
    tidied = (tidy(grammar.text, span) for span in spans)
    kept = [span for span in tidied if span is not None and any(map(str.isalnum, span.of(grammar.text)))]
    return tuple(_with_quotation(grammar, span) for span in kept)


def _with_quotation(grammar: Grammar, span: Span) -> Span:
    """Stretch a span over the quotation that it ends in or just before: parsers often stop at the opening mark."""
    if grammar.text[span.end - 1] in ".?!":
        return span
    quotes = [quote for quote in grammar.quotes_at(Span(span.start, span.end + 2)) if quote.at.end > span.end]
    if not quotes or not quotes[-1].closed or quotes[-1].at.start <= span.start:
        return span
    between = grammar.text[span.end : quotes[-1].at.start]
    return Span(span.start, quotes[-1].at.end) if between in ("", " ") else span


def _with_cue(grammar: Grammar, token: int) -> bool:
    one = grammar.tokens[token]
    return one.dep in WITH_CUE and one.tag not in NOT_WITH_CUE and grammar.last[token] == token
