"""The Parse: sentences and tokens of an article with lemma, tag, head and name label.

Our own frozen shape of what a syntactic pipeline says, so that the stages that read it are
pure, can be tested with hand-made parses, and do not know which pipeline made it.
Tags are Universal Dependencies part-of-speech tags and Penn Treebank tags; dependency labels are those of
spaCy's English pipelines (ClearNLP style: nsubj, nsubjpass, ccomp, dobj, pobj …).
"""

import msgspec

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


class Parse(msgspec.Struct, frozen=True):
    """Every sentence of the parts that are read (never of furniture), in order of the text."""

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[tuple[Span, str], ...] = ()  # named entities: span and label
