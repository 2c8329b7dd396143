"""An index over a parse: children, reach and sentence of every token, built once so that reading it is linear."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.nouns.annotations import Quote
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse, Token
from onrecord.nouns.span import Span, trim

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
LOOSE_END = re.compile(r"[\s,](?:and|or|but)$")
EDGE_MARKS = " \t\n,;:—–-"  # what is left out at the edges of a content or a source


class Grammar(msgspec.Struct, frozen=True):
    """A parse with, by token index: its children, the first and last token under it, its sentence, its quotation.

    `quoted` holds the index of the outermost quotation that a token stands in, -1 for none.
    """

    text: str
    parse: Parse
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    sentence: tuple[int, ...]
    quoted: tuple[int, ...]
    quotes: tuple[Quote, ...]
    starts: tuple[int, ...]

    def kids(self, token: int, *deps: str) -> tuple[int, ...]:
        """Return the children that stand in one of these relations, in order."""
        return tuple(k for k in self.children[token] if self.tokens[k].dep in deps)

    def word(self, token: int) -> str:
        """Return a token's text in lower case."""
        one = self.tokens[token]
        return self.text[one.start : one.end].lower()

    def span(self, first: int, last: int) -> Span:
        """Return the span from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def reach(self, token: int) -> Span:
        """Return the span of a token with all that depends on it."""
        return self.span(self.first[token], self.last[token])

    def bounds(self, token: int) -> tuple[int, int]:
        """Return the first and last token of the sentence that a token stands in."""
        one = self.parse.sentences[self.sentence[token]]
        return one.first, one.last - 1

    def within(self, span: Span) -> range:
        """Return the tokens that begin inside a span."""
        return self.span_tokens(span.start, span.end)

    def span_tokens(self, start: int, end: int) -> range:
        """Return the tokens that begin between two offsets."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def quotes_at(self, span: Span) -> tuple[Quote, ...]:
        """Return the quotations that share a character with a span, their marks included."""
        first = bisect_right(self.quotes, span.start, key=lambda quote: quote.at.end)
        return self.quotes[first : bisect_left(self.quotes, span.end, key=lambda quote: quote.at.start)]

    def quotes_over(self, span: Span) -> tuple[Quote, ...]:
        """Return the quotations that share words with a span."""
        first = bisect_right(self.quotes, span.start, key=lambda quote: quote.inner.end)
        last = bisect_left(self.quotes, span.end, key=lambda quote: quote.inner.start)
        return self.quotes[first:last]

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.tokens[token].head != token:
            token = self.tokens[token].head
            yield token


def index_parse(article: Article, parse: Parse, quotes: tuple[Quote, ...]) -> Grammar:
    """Index a parse and the quotations beside it."""
    tree, outer = parse.tree, outermost(quotes)
    return Grammar(
        text=article.text,
        parse=parse,
        tokens=parse.tokens,
        children=tree.children,
        first=tree.first,
        last=tree.last,
        sentence=tree.sentence,
        quoted=_quoted(parse, outer),
        quotes=outer,
        starts=tree.starts,
    )


def outermost(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return the quotations that stand in no other one."""
    outer: list[Quote] = []
    for quote in quotes:
        if not outer or quote.at.start >= outer[-1].at.end:
            outer.append(quote)
    return tuple(outer)


def tidy(text: str, span: Span) -> Span | None:
    """Shrink a span past the punctuation and the conjunction that never belong to what it marks."""
    found = trim(text, span, EDGE_MARKS)
    loose = LOOSE_END.search(text, max(found.start, found.end - 5), found.end) if found else None
    if found is None or loose is None or loose.start() <= found.start:
        return found
    return trim(text, Span(found.start, loose.start()), EDGE_MARKS)


def _quoted(parse: Parse, outer: tuple[Quote, ...]) -> tuple[int, ...]:
    if not outer:
        return (-1,) * len(parse.tokens)
    found, at = [], 0
    for token in parse.tokens:
        while at < len(outer) and outer[at].at.end <= token.start:
            at += 1
        found.append(at if at < len(outer) and outer[at].at.start <= token.start else -1)
    return tuple(found)
