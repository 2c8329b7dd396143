"""The small spaCy English pipeline behind our own frozen `Parse`.

It makes the parse that the rules work on where the learned engine is not used. Furniture is never parsed.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.models.pieces import pieces
from onrecord.models.pins import PIPELINE
from onrecord.models.weights import find_pipeline
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse, Sentence, Token
from onrecord.nouns.span import Span
from onrecord.nouns.stance import Question, Stance

BATCH = 32  # pieces per batch: larger batches gain nothing on CPU and hold more memory


class _Layers(NamedTuple):
    tokens: list[Token]
    sentences: list[Sentence]
    names: list[tuple[Span, str]]


class Parser(msgspec.Struct, frozen=True):
    """The loaded pipeline and the digest of its weights."""

    pipeline: Language
    digest: str

    def parse(self, article: Article) -> Parse:
        """Parse every part of an article but its furniture."""
        layers = _Layers([], [], [])
        with self.pipeline.memory_zone():  # else every new word of a corpus stays in memory: 40 kB an article
            read = list(pieces(article))
            docs = self.pipeline.pipe((piece.of(article.text) for piece in read), batch_size=BATCH)
            for piece, doc in zip(read, docs, strict=True):
                _append(doc, piece.start, layers)
        return Parse(tuple(layers.tokens), tuple(layers.sentences), tuple(layers.names))

    def stances(self, parse: Parse, questions: Iterable[Question]) -> tuple[Stance, ...]:  # noqa: ARG002
        """Return none: the rules read stands by themselves."""
        return ()


@cache
def load_parser() -> Parser:
    """Load the pinned pipeline once; raises ModelError when it is missing or is not the pinned one."""
    return Parser(pipeline=spacy.load(find_pipeline()), digest=PIPELINE)


def _append(doc: Doc, offset: int, layers: _Layers) -> None:
    first = len(layers.tokens)
    for word in doc:
        start = offset + word.idx
        layers.tokens.append(
            Token(
                start=start, end=start + len(word), lemma=word.lemma_, pos=word.pos_, tag=word.tag_,
                dep=word.dep_, head=first + word.head.i, name=word.ent_type_,
            )
        )  # fmt: skip
    for sentence in doc.sents:
        at = Span(offset + sentence.start_char, offset + sentence.end_char)
        layers.sentences.append(Sentence(first + sentence.start, first + sentence.end, at))
    layers.names.extend((Span(offset + name.start_char, offset + name.end_char), name.label_) for name in doc.ents)
