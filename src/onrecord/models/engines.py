"""The engines: the learned network, and the rules on a spaCy parse that stand in for it."""

from collections.abc import Iterable
from typing import Protocol

from onrecord.models.pins import DEFAULT, EngineName
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.stance import Question, Stance


class Engine(Protocol):
    """What makes the parse of an article."""

    @property
    def digest(self) -> str:
        """The digest of its weights."""

    def parse(self, article: Article) -> Parse:
        """Return sentences, tokens and names of the parts that are read, and the links that it proposes, if it does."""

    def stances(self, parse: Parse, questions: Iterable[Question]) -> tuple[Stance, ...]:
        """Return where attributions put their speakers on things, as far as it reads that."""


def load_engine(name: EngineName = DEFAULT) -> Engine:
    """Load an engine, once; raises ModelError where its weights are missing or are not the pinned ones."""
    if name == "learned":
        from onrecord.models.network.engine import load_learned

        return load_learned()
    from onrecord.models.parser import load_parser

    return load_parser()
