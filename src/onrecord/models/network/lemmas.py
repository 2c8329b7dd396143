"""The tokenizer and the lemmatizer of the small spaCy pipeline, without the networks between them.

Tokens and lemmas stay those that the rules were written for; tags come from our own network.
"""

from collections.abc import Iterable

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.models.weights import find_pipeline
from onrecord.nouns.span import Span

NETWORKS = ("tok2vec", "tagger", "parser", "senter", "ner")
STOP = (".", ".")
KEPT = 200_000  # lemmas held at most: the words of some thousand articles


class Lemmatizer(msgspec.Struct):
    """Cuts text into tokens and gives the lemma of a form under a tag, each worked out once."""

    pipeline: Language
    known: dict[tuple[str, str], str]

    def tokens(self, text: str, stretches: Iterable[Span]) -> list[Span]:
        """Return the tokens of some stretches of a text, white space left out."""
        with self.pipeline.memory_zone():  # else every new word of a corpus stays in memory
            return [
                Span(at.start + token.idx, at.start + token.idx + len(token))
                for at in stretches
                for token in self.pipeline.make_doc(at.of(text))
                if not token.is_space
            ]

    def lemmas(self, forms: list[str], tags: list[str]) -> list[str]:
        """Return the lemma of every form under its tag."""
        pairs = list(zip(forms, tags, strict=True))
        new = list(dict.fromkeys(pair for pair in pairs if pair not in self.known))
        if len(self.known) + len(new) > KEPT:
            self.known.clear()
            new = list(dict.fromkeys(pairs))
        if new:
            self.known.update(zip(new, self._work_out(new), strict=True))
        return [self.known[pair] for pair in pairs]

    def _work_out(self, pairs: list[tuple[str, str]]) -> list[str]:
        """Return the lemmas of forms, a full stop between them: a lemma must not depend on what is read beside it."""
        apart = [one for pair in pairs for one in (pair, STOP)]
        with self.pipeline.memory_zone():
            doc = Doc(self.pipeline.vocab, words=[form for form, _ in apart], tags=[tag for _, tag in apart])
            for _, step in self.pipeline.pipeline:
                doc = step(doc)
            return [token.lemma_ for token in doc][::2]


def load_lemmatizer() -> Lemmatizer:
    """Load the tokenizer and the lemmatizer; raises ModelError where the pipeline is missing or another one."""
    return Lemmatizer(spacy.load(find_pipeline(), exclude=list(NETWORKS)), {})
