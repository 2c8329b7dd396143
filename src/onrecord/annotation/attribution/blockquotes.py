"""Words set off as a paragraph of their own after a cue and a colon, with no marks: She wrote on her page: ¶ …"""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.annotation.attribution.besides import Gap, cue_before
from onrecord.annotation.attribution.drafts import Draft
from onrecord.annotation.grammar import Grammar
from onrecord.nouns.span import Span, trim

LIST_MARKS = "•·*-–—▪►1234567890"  # a paragraph that opens with one is an item of a list


def blockquote_drafts(grammar: Grammar, paragraphs: Sequence[tuple[int, int]]) -> list[Draft]:
    """Return a draft for every unmarked paragraph that the one before announces."""
    drafts: list[Draft] = []
    for (start, end), following in pairwise(paragraphs):
        block = trim(grammar.text, Span(*following)) if following[0] < following[1] else None
        if grammar.text[start:end].rstrip().endswith(":") and block and _is_plain(grammar, block):
            drafts += _draft(grammar, start, end, block)
    return drafts


def _is_plain(grammar: Grammar, block: Span) -> bool:
    first = block.of(grammar.text)[0]
    quotes = grammar.quotes_at(block)
    return first not in LIST_MARKS and not (quotes and quotes[0].at.start == block.start)


def _draft(grammar: Grammar, start: int, end: int, block: Span) -> list[Draft]:
    tokens = [t for t in grammar.span_tokens(start, end) if grammar.tokens[t].pos != "SPACE"]
    outside = len(tokens)
    while outside and grammar.quoted[tokens[outside - 1]] < 0:
        outside -= 1
    if outside == len(tokens):
        return []
    cue = cue_before(grammar, Gap(tokens[outside], tokens[-1]))
    if cue is None or cue.head < 0 or cue.source is None:
        return []
    return [Draft(cue.head, cue.at, cue.source, (block,), "blockquote", cue.sense)]
