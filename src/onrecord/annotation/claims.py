"""Contested claims: what some assert and others deny, call false or cannot confirm, with no paper or picture for it.

A claim is a thing only where words of the article put it in dispute: a clause that is refused or left open, and an
assertion of much the same by somebody else, or a noun ("the allegation that …") that says somebody made it. What is
said of a recording or a paper belongs to that thing and opens no claim of its own.
"""

from collections.abc import Iterator, Sequence

from onrecord.annotation.claim.clauses import Clause, find_clauses, read_clause, says_much_the_same
from onrecord.annotation.claim.disputes import CLOSE, MANY, Dispute, find_disputes
from onrecord.annotation.claim.nouns import Noun, find_nouns
from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.annotation.thing.referents import by_token, claims_seen
from onrecord.nouns.annotations import Attribution, Mention, Thing
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.span import Span

HEADINGS = frozenset({"headline", "standfirst"})


def with_claims(
    article: Article,
    parse: Parse,
    attributions: tuple[Attribution, ...],
    mentions: tuple[Mention, ...],
    things: tuple[Thing, ...],
) -> tuple[Thing, ...]:
    """Return the things of an article with its contested claims among them, in order of their nouns."""
    grammar = index_parse(article, parse, ())
    told = tuple(one for one in attributions if _is_told(article, one))
    clauses = find_clauses(grammar, told, mentions)
    nouns = find_nouns(article, grammar, told, mentions)
    contested = tuple(thing for thing in things if thing.contested)
    disputes = find_disputes(article.text, clauses, nouns, contested)
    for dispute in disputes:
        dispute.clauses.extend(_headings(article, grammar, mentions, dispute))
    free = 1 + max((thing.chain for thing in things), default=-1)
    claims = [thing for number, one in enumerate(disputes) for thing in _things(one, free + number)]
    claims += claims_seen(grammar, by_token(parse.referents), [*things, *claims], free)
    heads = {claim.head for claim in claims}
    # "Other reports", where "the reports" turn out to be the claim, were never a paper.
    gone = {thing.chain for thing in things if thing.head in heads}
    kept = [thing for thing in things if thing.chain not in gone]
    return tuple(sorted([*kept, *claims], key=lambda thing: (thing.head.start, thing.chain)))


def _headings(article: Article, grammar: Grammar, mentions: tuple[Mention, ...], dispute: Dispute) -> Iterator[Clause]:
    """Yield what headings put forward or ask of the claim: "Did crime fall by half?"."""
    for part in article.parts:
        if part.kind not in HEADINGS:
            continue
        clause = read_clause(grammar, Span(part.start, part.end), mentions)
        known = [one.at for one in dispute.clauses]
        if clause and not any(clause.at.overlaps(at) for at in known) and _is_told_by(clause, dispute):
            yield clause


def _is_told_by(clause: Clause, dispute: Dispute) -> bool:
    return any(says_much_the_same(clause, other, CLOSE) for other in dispute.clauses[:MANY])


def _is_told(article: Article, one: Attribution) -> bool:
    """Tell whether an attribution stands in the text itself: what a caption shows is no claim."""
    return all(article.part_at(span.start).kind != "caption" for span in (*one.cue, *one.content))


def _things(dispute: Dispute, chain: int) -> Iterator[Thing]:
    """Yield the mentions of one claim, each head once."""
    seen: set[Span] = set()
    for at, head in sorted(_places(dispute.clauses, dispute.nouns)):
        if head not in seen:
            seen.add(head)
            yield Thing(at=at, head=head, kind="claim", chain=chain, claimed=True)


def _places(clauses: Sequence[Clause], nouns: Sequence[Noun]) -> Iterator[tuple[Span, Span]]:
    yield from ((clause.at, clause.head) for clause in clauses)
    yield from ((noun.at, noun.head) for noun in nouns)
