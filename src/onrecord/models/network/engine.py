"""The learned engine: an article's words through the network, and what it sees in them as a `Parse`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from onrecord.models.network.lemmas import Lemmatizer, load_lemmatizer
from onrecord.models.network.links import Linked
from onrecord.models.network.reader import Seen, see
from onrecord.models.network.sessions import Network, load_network
from onrecord.models.network.spans import Range
from onrecord.models.network.stances import stances
from onrecord.models.network.words import see_words
from onrecord.models.pieces import find_paragraphs, pieces
from onrecord.models.pins import NETWORK
from onrecord.models.weights import find_network
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Link, Parse, Referent, Sentence, Token
from onrecord.nouns.span import Span
from onrecord.nouns.stance import Question, Stance

KEPT = 20_000  # words whose vectors are kept: 15 MB


class Learned(msgspec.Struct, frozen=True):
    """The loaded network, with the tokenizer and the lemmatizer beside it, and the digest of its weights."""

    network: Network
    lemmatizer: Lemmatizer
    digest: str

    def stances(self, parse: Parse, questions: Iterable[Question]) -> tuple[Stance, ...]:
        """Read every question once more, in the vectors kept of its words."""
        return tuple(stances(self.network, parse, questions))

    def parse(self, article: Article) -> Parse:
        """Read every part of an article but its furniture."""
        at = self.lemmatizer.tokens(article.text, pieces(article))
        layers = _Layers([], [], [], [], [], [])
        words = see_words(article.text, at, self.network.spell, find_paragraphs(article))
        for seen in see(self.network, words):
            first = len(layers.tokens)
            own = at[first : first + len(seen.tags)]
            lemmas = self.lemmatizer.lemmas([span.of(article.text) for span in own], seen.tags)
            layers.tokens.extend(_tokens(own, lemmas, seen))
            layers.sentences.extend(Sentence(*one, _over(at, one)) for one in seen.sentences)
            layers.names.extend((_over(at, one), kind) for one, kind in _names(seen, first))
            layers.links.extend(_link(at, one) for one in seen.links)
            layers.referents.extend(seen.referents)
            if first < KEPT:
                layers.vectors.append(seen.vectors)
        return Parse(
            tuple(layers.tokens),
            tuple(layers.sentences),
            tuple(layers.names),
            tuple(layers.links),
            tuple(layers.referents),
            b"".join(layers.vectors),
        )


class _Layers(NamedTuple):
    tokens: list[Token]
    sentences: list[Sentence]
    names: list[tuple[Span, str]]
    links: list[Link]
    referents: list[Referent]
    vectors: list[bytes]


@cache
def load_learned() -> Learned:
    """Load the network once; raises ModelError where its weights are missing or are not the pinned ones."""
    return Learned(load_network(find_network()), load_lemmatizer(), NETWORK)


def _tokens(at: Sequence[Span], lemmas: Sequence[str], seen: Seen) -> Iterator[Token]:
    rows = zip(at, lemmas, seen.kinds, seen.tags, seen.relations, seen.heads, seen.names, strict=True)
    for span, lemma, kind, tag, relation, head, name in rows:
        yield Token(span.start, span.end, lemma, kind, tag, relation, head, name[2:])


def _names(seen: Seen, offset: int) -> Iterator[tuple[Range, str]]:
    """Yield the names among labels (B-PERSON, I-PERSON … or O) that count from `offset`; none leaves its sentence."""
    for begin, last in seen.sentences:
        at = begin
        while at < last:
            first, kind = at, seen.names[at - offset][2:]
            at += 1
            if kind:
                while at < last and seen.names[at - offset] == f"I-{kind}":
                    at += 1
                yield (first, at), kind


def _link(at: Sequence[Span], one: Linked) -> Link:
    return Link(
        cue=_over(at, one.cue),
        source=tuple(_over(at, words) for words in one.source),
        content=tuple(_over(at, words) for words in one.content),
        sure=one.sure,
        outer=one.outer,
        act=one.act,
        attitude="held" if one.held else "said",
        stand=one.stand,
    )


def _over(at: Sequence[Span], words: Range) -> Span:
    first, last = words
    return Span(at[first].start, at[last - 1].end)
