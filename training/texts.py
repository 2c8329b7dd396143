"""Texts as the network learns them: words as onrecord sees them, what spaCy says of each, and cues with their roles."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from onrecord.models.network.words import Spell, Words, see_words
from onrecord.nouns.span import Span
from training.data import Place, Said, Told
from training.stories import Stand

BATCH = 32


class Marked(NamedTuple):
    """One attribution by the numbers of its words."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    other: bool
    act: str
    held: int
    stands: tuple[Stand, ...] | None


class Phrase(NamedTuple):
    """A mention of a thing by the numbers of its words."""

    words: tuple[int, ...]
    kind: str
    contested: bool


class Text(NamedTuple):
    """A text: its words, their syntax word by word, and what is marked in it; no phrases where none are marked."""

    words: Words
    tags: list[str]
    kinds: list[str]
    names: list[str]
    begins: list[bool]
    heads: list[int]
    relations: list[str]
    marked: list[Marked]
    complete: bool
    partial: bool
    phrases: list[Phrase] | None


def learn_text(told: Told, pipeline: Any, spell: Spell) -> Text:
    """Parse a text paragraph by paragraph, as onrecord reads it, and number the words of its attributions."""
    at: list[Span] = []
    text = Text(see_words("", (), spell), [], [], [], [], [], [], [], told.complete, told.partial, _none(told))
    paragraphs, start = [], 0
    for line in told.text.split("\n"):
        if line.strip():
            paragraphs.append((start, line))
        start += len(line) + 1
    docs = pipeline.pipe((line for _, line in paragraphs), batch_size=BATCH)
    for (start, _), doc in zip(paragraphs, docs, strict=True):
        _append(text, at, [token for token in doc if not token.is_space], start)
    number = {place: n for n, span in enumerate(at) for place in range(span.start, span.end)}
    marked = [_narrowed(one, text) if told.clauses else one for one in (_marked(one, number) for one in told.said)]
    text.marked.extend(one for one in marked if one.cue)
    if text.phrases is not None:
        text.phrases.extend(_phrases(told, number))
    return text._replace(words=see_words(told.text, at, spell))


def _none(told: Told) -> list[Phrase] | None:
    return None if told.things is None else []


def _phrases(told: Told, number: dict[int, int]) -> Iterator[Phrase]:
    """Yield the mentions of things, the outermost of those that begin with the same word last."""
    for thing in told.things or ():
        for place in thing.mentions:
            words = _words([place], number)
            if words:
                yield Phrase(words, thing.kind, thing.contested)


def _append(text: Text, at: list[Span], tokens: Sequence[Any], start: int) -> None:
    number = {token.i: len(at) + n for n, token in enumerate(tokens)}
    before = -1
    for token in tokens:
        head = token
        while head.head.i not in number and head.head.i != head.i:
            head = head.head  # white space that a word hangs on is passed by
        at.append(Span(start + token.idx, start + token.idx + len(token)))
        text.tags.append(token.tag_)
        text.kinds.append(token.pos_)
        text.names.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O")
        text.begins.append(any(token.doc[i].is_sent_start for i in range(before + 1, token.i + 1)))
        text.heads.append(number.get(head.head.i, number[token.i]))
        text.relations.append(token.dep_)
        before = token.i


def _marked(one: Said, number: dict[int, int]) -> Marked:
    cue, source, content = (_words(places, number) for places in (one.cue, one.source, one.content))
    return Marked(cue, source, content, one.other, one.act, one.held, one.stands)


def _words(places: Sequence[Place], number: dict[int, int]) -> tuple[int, ...]:
    found = {number[place] for start, end in places for place in range(start, end) if place in number}
    return tuple(sorted(found))


def _narrowed(one: Marked, text: Text) -> Marked:
    """Take the verb of a clause with its auxiliaries for the cue and its subject for the source, or nothing."""
    clause = set(one.cue)
    verb = next((n for n in one.cue if text.heads[n] not in clause or text.heads[n] == n), None)
    if verb is None or text.kinds[verb] != "VERB":
        return one._replace(cue=())
    cue = (n for n in one.cue if n == verb or (text.heads[n] == verb and text.relations[n] in ("aux", "neg")))
    subject = next((n for n in one.cue if text.heads[n] == verb and text.relations[n] == "nsubj"), None)
    source = (n for n in one.cue if subject is not None and _hangs_on(text.heads, n, subject))
    return one._replace(cue=tuple(cue), source=tuple(source))


def _hangs_on(heads: Sequence[int], word: int, top: int) -> bool:
    while word != top and heads[word] != word:
        word = heads[word]
    return word == top
