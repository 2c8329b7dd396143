"""Who speaks a quotation that has no cue: the speaker of the sentence right before it, or nobody that the words name.

Only that sentence decides. Going further back finds a speaker more often and the wrong one as often, and a
quotation in the wrong mouth is the worst that a record can hold.
"""

from collections.abc import Sequence

from onrecord.annotation.attribution.drafts import Draft
from onrecord.annotation.attribution.sources import phrase_of
from onrecord.annotation.grammar import Grammar
from onrecord.nouns.span import Span

PERSONS = ("he", "she", "they")
SPEAKING = ("PERSON", "ORG", "NORP")
FARTHEST = 12  # drafts looked back over: a sentence holds fewer


def inherit(grammar: Grammar, drafts: Sequence[Draft], at: int) -> tuple[Span | None, int | None]:
    """Return the source that the sentence before a quotation names, or the draft in it whose speaker goes on."""
    sentence = _sentence_before(grammar, drafts[at])
    if sentence is None:
        return None, None
    for before in range(at - 1, max(-1, at - FARTHEST), -1):
        one = drafts[before]
        if (one.source is not None or one.follows) and any(
            sentence.overlaps(span) for span in (*one.cue, *one.content)
        ):
            return None, before
    return _subject_of(grammar, sentence, drafts[at].content[0]), None


def _sentence_before(grammar: Grammar, one: Draft) -> Span | None:
    """Return the sentence that ends right before a quotation, white space and marks left aside."""
    at = grammar.within(Span(0, one.content[0].start))[-1:] if one.content[0].start else range(0)
    token = at[0] if at else -1
    while token >= 0 and (grammar.tokens[token].pos == "SPACE" or grammar.word(token) in "“”\"‘’'"):
        token -= 1
    if token < 0:
        return None
    first, _ = grammar.bounds(token)
    return grammar.span(first, token)


def _subject_of(grammar: Grammar, sentence: Span, quotation: Span) -> Span | None:
    """Return who the sentence before is about, where it stands in the same paragraph and is somebody who can speak."""
    if "\n" in grammar.text[sentence.end : quotation.start].strip("“”\"‘'"):
        return None
    for verb in grammar.within(sentence):
        if grammar.tokens[verb].dep == "ROOT" and grammar.quoted[verb] < 0:
            for subject in grammar.kids(verb, "nsubj"):
                if grammar.word(subject) in PERSONS or grammar.tokens[subject].name in SPEAKING:
                    return phrase_of(grammar, subject, verb)
    return None
