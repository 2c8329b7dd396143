"""Who says what: source, cue and content of every attribution.

Each kind of construction proposes drafts in a file of its own: silences, turns of quotation, "according to", headlines,
interviews, and what hangs on a cue in the parse. A learned engine proposes links of its own, which go before. Here all
are put together, sifted, ordered and tied to one another.
"""

import msgspec

from onrecord.annotation.attribution.accordings import according_drafts
from onrecord.annotation.attribution.blockquotes import blockquote_drafts
from onrecord.annotation.attribution.clauses import clause_drafts
from onrecord.annotation.attribution.drafts import Draft, pieces
from onrecord.annotation.attribution.headlines import headline_drafts
from onrecord.annotation.attribution.inheritance import inherit
from onrecord.annotation.attribution.interviews import interview_drafts
from onrecord.annotation.attribution.links import FINITE, link_drafts
from onrecord.annotation.attribution.nesting import nest
from onrecord.annotation.attribution.nouncues import adjective_drafts, light_drafts, noun_drafts
from onrecord.annotation.attribution.quotings import quoting_drafts
from onrecord.annotation.attribution.reports import is_report
from onrecord.annotation.attribution.silences import silence_drafts
from onrecord.annotation.attribution.tails import tail_drafts
from onrecord.annotation.attribution.turns import turn_drafts
from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.annotation.quotes import paragraphs
from onrecord.nouns.annotations import Attribution, Quote
from onrecord.nouns.article import Article, PartKind
from onrecord.nouns.parse import Parse

# Share of each rule's outermost attributions that are right (cue, source and content each share a word with gold)
# on every fifth article of the training part of PolNeAR, rounded by hand. The corpus cannot judge rules without a
# cue word (colon, dash, headline, interview, continued turn) and hardly holds silences: those are set by reading.
CONFIDENCE = {
    "quotation, source, cue": 0.95, "quotation, cue, source": 0.95, "cue, quotation": 0.85, "cue noun, quotation": 0.8,
    "colon": 0.7, "dash": 0.8, "interview": 0.95, "continued turn": 0.7, "blockquote": 0.6,
    "headline": 0.8, "headline clause": 0.7, "according to": 0.95, "aside": 0.85,
    "clause": 0.85, "order": 0.8, "infinitive": 0.65, "gerund": 0.6, "predicate": 0.8, "charge": 0.8, "object": 0.65,
    "noun": 0.5, "light verb": 0.75, "adjective": 0.5,
    "relay": 0.85, "neither": 0.9, "decline": 0.9, "silent": 0.8, "no-reply": 0.9,
}  # fmt: skip
NESTED = 0.8  # of what it would be worth outside: a wrong reading of the outer sentence spoils the inner one
UNSAID: tuple[PartKind, ...] = (
    "correction",
    "credit",
    "byline",
    "dateline",
    "furniture",
)  # parts in which nobody is quoted


def find_attributions(article: Article, parse: Parse, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
    """Find the attributions of an article, in order of their first words."""
    grammar = index_parse(article, parse, quotes)
    blocks = tuple(paragraphs(article, leaving_out=UNSAID))
    drafts = [one for one in _drafts(grammar, article, blocks) if is_report(grammar, one)]
    if parse.links is not None:
        links = [link for link in parse.links if article.part_at(link.cue.start).kind not in UNSAID]
        drafts = [_judged(grammar, one) for one in link_drafts(grammar, links, drafts)]
    drafts = [_labelling(grammar, one) for one in drafts]
    drafts, holders = nest(grammar, [*drafts, *quoting_drafts(grammar, drafts)])
    return tuple(_attribution(grammar, drafts, holders, at) for at in range(len(drafts)))


def _attribution(grammar: Grammar, drafts: list[Draft], holders: list[int | None], at: int) -> Attribution:
    one = drafts[at]
    source, inherits = inherit(grammar, drafts, at) if one.follows else (one.source, None)
    return Attribution(
        cue=one.cue,
        content=one.content,
        source=source,
        rule=one.rule,
        confidence=(CONFIDENCE[one.rule] if one.sure is None else one.sure) * (1 if holders[at] is None else NESTED),
        inherits=inherits,
        inside=holders[at],
        reported=one.reported,
    )


def _labelling(grammar: Grammar, one: Draft) -> Draft:
    """Cut what somebody calls a thing before the clause that goes on about it: "what she called a smear [was one]"."""
    first = None if one.source is None else grammar.within(one.source)
    if not first or not first.start or grammar.word(first.start - 1) != "what" or len(one.content) != 1 or one.head < 0:
        return one
    told = grammar.within(one.content[0])
    verb = next((token for token in told if grammar.tokens[token].tag in FINITE), None)
    if told.start <= one.head or verb is None or verb == told.start or grammar.quoted[verb] >= 0:
        return one
    label = pieces(grammar, [grammar.span(told.start, verb - 1)])
    return msgspec.structs.replace(one, content=label, rule="predicate") if label else one


def _judged(grammar: Grammar, one: Draft) -> Draft:
    """Mark a link of the network that attributes and reports nothing; what the rules drew has been tested."""
    return one if one.sure is None or is_report(grammar, one) else msgspec.structs.replace(one, reported=False)


def _drafts(grammar: Grammar, article: Article, blocks: tuple[tuple[int, int], ...]) -> list[Draft]:
    """Return all that the rules propose; a cue that a more particular rule has taken is left to it."""
    drafts = [
        *headline_drafts(grammar, article),
        *interview_drafts(article.text, blocks),
        *silence_drafts(grammar, blocks),
        *turn_drafts(grammar, blocks),
        *blockquote_drafts(grammar, blocks),
        *according_drafts(grammar),
    ]
    taken = {token for draft in drafts for cue in draft.cue for token in grammar.within(cue)}
    for start, end in blocks:
        for token in grammar.span_tokens(start, end):
            if token not in taken:
                drafts += _at(grammar, token)
    return drafts


def _at(grammar: Grammar, token: int) -> list[Draft]:
    """Return what a word attributes by what hangs on it in the parse."""
    return (
        light_drafts(grammar, token)
        or clause_drafts(grammar, token)
        or tail_drafts(grammar, token)
        or noun_drafts(grammar, token)
        or adjective_drafts(grammar, token)
    )
