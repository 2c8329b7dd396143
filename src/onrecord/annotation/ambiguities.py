"""Words that can be read in two ways: both readings are kept, and a person chooses.

Only where the build of the sentence leaves it open, and not where a reader would merely have to think: a clause after
a comma at the end of what is said ("said she left in May, when …"), a pronoun in a side clause behind two people whom
it fits alike, and a "you" in a quotation that says to nobody in particular what somebody just spoken of could hear.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.annotation.grammar import SUBJECTS, Grammar, index_parse
from onrecord.annotation.mention.references import first_word, given_names
from onrecord.nouns.annotations import Ambiguity, Attribution, Circumstance, Mention, Quote, Reading
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.span import Span

# A clause behind a comma that ends a sentence.
TRAILING = re.compile(r",\s+(?:when|where|although|though|even though|while|whereas)\s[^,;:.!?“”\"\n]{4,200}")
SIDE = frozenset({"after", "before", "when", "while", "because", "since", "as", "once"})
GENDERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
OBJECTS = ("dobj", "iobj", "dative")
# "You" as somebody who is spoken to, and not as anybody: "you never know".
SPOKEN_TO = re.compile(
    r"\b(?:(?:so that|so|let|want|ask|asking|urge|tell|telling|show|give|challenge|dare|warn|promise|beg|invite|advise)"
    r"\s+you|you\s+(?:shall|must|should|had better|owe)|yoursel(?:f|ves))\b",
    re.IGNORECASE,
)
PEOPLE = ("person", "organisation", "group")


class Told(msgspec.Struct, frozen=True):
    """The three layers of an article that tell who says what, in one order."""

    attributions: tuple[Attribution, ...]
    readings: tuple[Reading, ...]
    circumstances: tuple[Circumstance, ...]


def find_ambiguities(
    article: Article, parse: Parse, quotes: tuple[Quote, ...], told: Told, mentions: tuple[Mention, ...]
) -> tuple[Ambiguity, ...]:
    """Find what can be read in two ways in an article, in order of the text."""
    grammar = index_parse(article, parse, quotes)
    found = (*_scopes(grammar, told), *_pronouns(grammar, mentions), *_audiences(grammar, told, mentions))
    return tuple(sorted(found, key=lambda one: one.at))


def _scopes(grammar: Grammar, told: Told) -> Iterator[Ambiguity]:
    """Yield the clauses at the end of what is said that the speaker or the writer may have added, taken in or not."""
    nested = {one.inside for one in told.attributions}
    for index, (one, reading) in enumerate(zip(told.attributions, told.readings, strict=True)):
        if one.rule != "clause" or index in nested or reading.mode != "indirect" or not one.cue or not one.content:
            continue
        content = one.content[-1]
        if content.start < one.cue[-1].end or not one.reported:
            continue
        tail = _trailing(grammar.text, content)
        if tail and any(grammar.kids(token, *SUBJECTS) for token in grammar.within(tail)):
            yield Ambiguity("scope", tail, attribution=index)


def _trailing(text: str, content: Span) -> Span | None:
    """Return the last clause of a content, or the one right behind it, that ends its sentence."""
    comma = text.rfind(",", content.start, content.end)
    for start in (content.end, comma):
        match = TRAILING.match(text, start) if start > content.start else None
        if match and match.end() >= content.end and text[match.end() : match.end() + 1] in (".", "\n", ""):
            return Span(*match.span())
    return None


def _pronouns(grammar: Grammar, mentions: Sequence[Mention]) -> Iterator[Ambiguity]:
    """Yield the pronouns in a side clause that fit the subject and the object before it alike."""
    at = {bisect_right(grammar.starts, mention.head.end - 1) - 1: index for index, mention in enumerate(mentions)}
    for mention in mentions:
        token = bisect_left(grammar.starts, mention.head.start)
        gender = GENDERS.get(mention.at.of(grammar.text).lower())
        if mention.form != "pronoun" or gender is None or mention.chain is None or grammar.quoted[token] >= 0:
            continue
        pair = [at[place] for place in _before(grammar, token) if place in at]
        chains = {mentions[index].chain for index in pair}
        fits = all(_fits(mentions[index], gender) for index in pair)
        if len(pair) == 2 and len(chains) == 2 and mention.chain in chains and fits:
            others = tuple(index for index in pair if mentions[index].chain != mention.chain)
            yield Ambiguity("pronoun", mention.at, mentions=others)


def _before(grammar: Grammar, token: int) -> tuple[int, ...]:
    """Return the subject and the object of the clause that the pronoun's side clause hangs on, if both stand before."""
    verb = grammar.tokens[token].head
    above = grammar.tokens[verb].head
    if grammar.tokens[token].dep not in SUBJECTS or grammar.tokens[verb].dep != "advcl":
        return ()
    if not any(grammar.word(mark) in SIDE for mark in grammar.kids(verb, "mark", "advmod")):
        return ()
    found = (*grammar.kids(above, "nsubj"), *grammar.kids(above, *OBJECTS))
    return found if len(found) == 2 and all(one < token for one in found) else ()


def _fits(mention: Mention, gender: str) -> bool:
    """Tell whether nothing known of the words speaks against a gender: a name that tells another, a body, a number."""
    told = given_names().get(first_word(mention.name or ""), "")
    return mention.form != "pronoun" and mention.kind == "person" and told in ("", gender) and mention.count is None


def _audiences(grammar: Grammar, told: Told, mentions: Sequence[Mention]) -> Iterator[Ambiguity]:
    """Yield the "you" of a quotation that is said to nobody, where one other is spoken of right before."""
    starts = [mention.at.start for mention in mentions]
    for index, (one, reading) in enumerate(zip(told.attributions, told.readings, strict=True)):
        at = next((match for span in reading.quoted if (match := _spoken_to(grammar.text, span))), None)
        if at is None or told.circumstances[index].addressee is not None or one.source is None:
            continue
        window = _window(grammar, one, at)
        around = range(bisect_left(starts, window.start), bisect_right(starts, window.end))
        own = {mentions[place].chain for place in around if one.source.holds(mentions[place].at)}
        near = [place for place in around if _is_another(mentions[place], one) and mentions[place].chain not in own]
        if len({mentions[place].chain for place in near}) == 1:
            yield Ambiguity("audience", at, attribution=index, mentions=(near[0],))


def _spoken_to(text: str, span: Span) -> Span | None:
    match = SPOKEN_TO.search(text, span.start, span.end)
    return Span(*match.span()) if match else None


def _window(grammar: Grammar, one: Attribution, at: Span) -> Span:
    """Return the sentence of the cue or the quotation, and the one before it."""
    first = min(at.start, *(span.start for span in (*one.cue, *one.content)))
    token = min(bisect_left(grammar.starts, first), len(grammar.tokens) - 1)
    before = max(0, grammar.sentence[token] - 1)
    return Span(grammar.parse.sentences[before].at.start, max(at.end, *(span.end for span in (*one.cue, *one.content))))


def _is_another(mention: Mention, one: Attribution) -> bool:
    inside = any(span.holds(mention.at) for span in one.content)
    return mention.chain is not None and mention.kind in PEOPLE and mention.form != "pronoun" and not inside
