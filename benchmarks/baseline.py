"""The simplest thing that could work: a verb of saying, the nearest capitalised name, the words beside them.

Every measure is shown beside this one, since a number without a baseline says nothing.
"""

import re
from collections.abc import Iterator

import msgspec

from onrecord.nouns.article import Article
from onrecord.nouns.digest import digest
from onrecord.nouns.record import Actor, MadeBy, Record, Statement
from onrecord.nouns.span import Span
from onrecord.nouns.when import UNKNOWN

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’']?(?=\s|$)|$)", re.MULTILINE)
_SAYING = re.compile(r"\b(?:said|says|told|added|denied|claimed|asked|wrote|according to|warned|demanded|insisted)\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_QUOTED = re.compile(r"[“\"‘]([^“”\"]+?)[”\"]")


def read_simply(articles: tuple[Article, ...]) -> Record:
    """Make a record of articles with three regular expressions."""
    actors: dict[str, Actor] = {}
    statements: list[Statement] = []
    for article in articles:
        for cue, name, content in _find(article.text):
            actor = Actor(digest("actor", name), name, "person") if name else None
            if actor:
                actors[actor.id] = actor
            statements.append(_state(article, actor, cue, content))
    made_by = MadeBy(program="baseline", engine="regular expressions")
    articles = tuple(msgspec.structs.replace(article, published=UNKNOWN) for article in articles)
    return Record(made_by=made_by, articles=articles, actors=tuple(actors.values()), statements=tuple(statements))


def _state(article: Article, actor: Actor | None, cue: Span, content: Span) -> Statement:
    quoted = _QUOTED.search(article.text, content.start - 1, content.end + 1)
    return Statement(
        id=digest("statement", article.id, cue), article=article.id, part="paragraph", act="assert",
        mode="direct" if quoted else "indirect", attitude="said", confidence=0.5,
        speaker=actor.id if actor else None, cue_at=(cue,), content_at=(content,),
    )  # fmt: skip


def _find(text: str) -> Iterator[tuple[Span, str | None, Span]]:
    """Yield cue, name and content: what is quoted in the sentence, or else what follows the cue."""
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        cue = _SAYING.search(text, start, end)
        quoted = _QUOTED.search(text, start, end)
        if cue is None:
            continue
        content = quoted.span(1) if quoted else (cue.end(), end)
        names = [name for name in _NAME.finditer(text, start, end) if not content[0] <= name.start() < content[1]]
        name = min(names, key=lambda name: abs(name.start() - cue.start()), default=None)
        if content[0] < content[1]:
            yield Span(*cue.span()), name and name.group(), Span(*content)
