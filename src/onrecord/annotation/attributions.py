"""Who says what: source, cue and content of every attribution.

Each kind of construction proposes drafts in a file of its own; this one puts them in order, drops what
stands twice, and says which stands inside which.
"""

from onrecord.annotation.accordings import according_drafts
from onrecord.annotation.clauses import clause_drafts
from onrecord.annotation.drafts import Draft
from onrecord.annotation.grammar import index_parse
from onrecord.annotation.interviews import interview_drafts
from onrecord.annotation.nouncues import adjective_drafts, noun_drafts
from onrecord.annotation.quotes import paragraphs
from onrecord.annotation.reports import is_report
from onrecord.annotation.silences import silence_drafts
from onrecord.annotation.turns import turn_drafts
from onrecord.nouns.annotations import Attribution, Quote
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse

CONFIDENCE = 0.5


def find_attributions(article: Article, parse: Parse, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
    """Find the attributions of an article, in order of their first words."""
    grammar = index_parse(article, parse, quotes)
    blocks = tuple(paragraphs(article))
    drafts = [*interview_drafts(article.text, blocks), *silence_drafts(grammar, blocks), *turn_drafts(grammar, blocks), *according_drafts(grammar)]
    heads = {token for draft in drafts for cue in draft.cue for token in grammar.within(cue)}
    for token in range(len(grammar.tokens)):
        if token not in heads:
            drafts += clause_drafts(grammar, token) or noun_drafts(grammar, token) or adjective_drafts(grammar, token)
    drafts = [draft for draft in drafts if is_report(grammar, draft)]
    drafts.sort(key=lambda one: one.start)
    return tuple(
        Attribution(one.cue, one.content, one.source, one.rule, CONFIDENCE, inherits=at - 1 if one.follows and at else None, inside=_inside(drafts, at))
        for at, one in enumerate(drafts)
    )


def _inside(drafts: list[Draft], at: int) -> int | None:
    one = drafts[at]
    for outer in range(at - 1, max(-1, at - 12), -1):
        if any(span.holds(cue) for span in drafts[outer].content for cue in one.cue[:1]):
            return outer
    return None
