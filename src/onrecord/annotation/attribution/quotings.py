"""The hand that quotes somebody: State radio *quoted* the governor *as saying* that …

What is said is the governor's and stands in a draft of its own. The radio says nothing itself: it is a relay, an
attribution that reports nothing and holds the other one.
"""

from collections.abc import Iterator, Sequence

from onrecord.annotation.attribution.drafts import Draft, cue_span
from onrecord.annotation.attribution.sources import quoted_as, quoting_verb, source_of
from onrecord.annotation.grammar import Grammar
from onrecord.nouns.span import Span

RELAY = "relay"


def quoting_drafts(grammar: Grammar, drafts: Sequence[Draft]) -> list[Draft]:
    """Return a draft for every hand that quotes, cites or shows the speaker of another draft as saying something."""
    taken = {token for one in drafts for cue in one.cue for token in grammar.within(cue)}
    found: dict[int, Draft] = {}
    for one in drafts:
        for verb in _quoting(grammar, one):
            relay = None if verb in taken or verb in found else _relay(grammar, verb, one)
            if relay is not None:
                found[verb] = relay
    return list(found.values())


def _quoting(grammar: Grammar, one: Draft) -> Iterator[int]:
    """Yield the verb that quotes, above the "saying" or "telling" that a draft has for a cue."""
    for cue in one.cue:
        for token in grammar.within(cue):
            if quoted_as(grammar, token) is not None:
                yield quoting_verb(grammar, token)


def _relay(grammar: Grammar, verb: int, one: Draft) -> Draft | None:
    source = source_of(grammar, verb)
    cue = cue_span(grammar, verb)
    spans = [span for span in (*one.cue, *one.content, *([one.source] if one.source else ())) if span.start > cue.end]
    if source is None or not spans or source == one.source:
        return None
    content = Span(min(spans).start, max(span.end for span in spans))
    if content.holds(source) or not all(content.holds(span) for span in one.cue):
        return None
    return Draft(verb, (cue,), source, (content,), RELAY, reported=False)
