"""The Parse: sentences and tokens of an article with lemma, tag, head and name label, and what a network proposes.

Our own frozen shape of what an engine says of a text, so that the stages that read it are
pure, can be tested with hand-made parses, and do not know which engine made it.
Tags are Universal Dependencies part-of-speech tags and Penn Treebank tags; dependency labels are those of
spaCy's English pipelines (ClearNLP style: nsubj, nsubjpass, ccomp, dobj, pobj …).
"""

from functools import cached_property

import msgspec

from onrecord.nouns.record import Act, Attitude, ItemKind
from onrecord.nouns.span import Span


class Token(msgspec.Struct, frozen=True):
    """One token. `head` is an index into `Parse.tokens`, its own for the root of a sentence."""

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    name: str  # label of the named entity it belongs to (PERSON, ORG, GPE …), "" for none

    @property
    def at(self) -> Span:
        """The token as a span."""
        return Span(self.start, self.end)


class Sentence(msgspec.Struct, frozen=True):
    """Tokens `first` up to, not including, `last`, and the span of text they cover."""

    first: int
    last: int
    at: Span


class Referent(msgspec.Struct, frozen=True, gc=False):
    """The head of a phrase in which a learned engine sees a thing named, such as a recording, a paper or a claim.

    `token` is an index into `Parse.tokens`; `sure` how sure the engine is that a thing is named, `contested` how likely
    it is, if so, that the text contests it (both 0 to 1).
    """

    token: int
    kind: ItemKind
    sure: float
    contested: float


class Link(msgspec.Struct, frozen=True):
    """A cue with the source and the content that a learned engine ties to it.

    `sure` is how sure the engine is of the cue (0 to 1). `outer` links stand in the writer's own words and speak aloud;
    the others are nested in somebody's words, or are silences. `stand` is how likely the source takes a stand on a
    contested thing (0 to 1).
    """

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    sure: float
    outer: bool
    act: Act
    attitude: Attitude
    stand: float = 0.0


class Tree(msgspec.Struct, frozen=True):
    """The heads of a parse turned round, by token: children in order, first and last token under it, its sentence.

    `starts` holds where the tokens begin, for looking one up by its place.
    """

    children: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    sentence: tuple[int, ...]
    starts: tuple[int, ...]


class Parse(msgspec.Struct, frozen=True, dict=True):
    """Every sentence of the parts that are read (never of furniture), in order of the text.

    `links` is null where the engine that made the parse proposes none, so that the rules have to find them, and so are
    `referents`. `vectors` is what it keeps to itself of the first words, to be asked about them again.
    """

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[tuple[Span, str], ...] = ()  # named entities: span and label
    links: tuple[Link, ...] | None = None
    referents: tuple[Referent, ...] | None = None
    vectors: bytes = b""

    @cached_property
    def tree(self) -> Tree:
        """The heads turned round, worked out once: every stage that reads a parse asks for it."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for at, token in enumerate(self.tokens):
            if token.head != at:
                children[token.head].append(at)
        first, last = self._edges(children)
        return Tree(
            children=tuple(map(tuple, children)),
            first=first,
            last=last,
            sentence=tuple(number for number, one in enumerate(self.sentences) for _ in range(one.first, one.last)),
            starts=tuple(token.start for token in self.tokens),
        )

    def _edges(self, children: list[list[int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the first and last token under each token, visiting heads before their children just once."""
        order = [at for at, token in enumerate(self.tokens) if token.head == at]
        for at in order:  # grows while it is read: a breadth-first walk from the roots
            order.extend(children[at])
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for at in reversed(order):
            head = self.tokens[at].head
            first[head] = min(first[head], first[at])
            last[head] = max(last[head], last[at])
        return tuple(first), tuple(last)
