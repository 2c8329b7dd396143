"""Turns of direct quotation: which quotations of a paragraph one speaker says around one cue.

`"A," she said. "B."` is one turn in two pieces. A quotation that goes on from the paragraph before belongs to its
turn; one without a cue after other words of its speaker is a turn of its own that inherits the speaker.
"""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.annotation.attribution.besides import DASHES, STOPS, Cue, Gap, cue_after, cue_before
from onrecord.annotation.attribution.drafts import Draft
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.annotations import Quote
from onrecord.nouns.span import Span

ENDINGS = ".,?!…—–-;"


class _Turn(msgspec.Struct):
    """A turn that is being gathered: `cue` is None where the speaker is inherited."""

    cue: Cue | None
    content: list[Span]
    after: bool = False  # the cue stands after the first quotation


class _Paragraph(msgspec.Struct, frozen=True):
    """The tokens of a paragraph and the numbers of the outermost quotations in it."""

    words: Gap
    held: range


def turn_drafts(grammar: Grammar, paragraphs: Iterable[tuple[int, int]]) -> list[Draft]:
    """Return one draft for every turn of direct quotation, in order of the text."""
    turns: list[_Turn] = []
    before: _Paragraph | None = None
    for paragraph in _with_words(grammar, paragraphs):
        found = _turns(grammar, paragraph)
        if found and found[0].cue is None and before and _opens_with(grammar, paragraph, found[0]):
            found[0].cue = _announced(grammar, before)
            if found[0].cue is None and turns and _goes_on(grammar, before, turns[-1]):
                turns[-1].content += found.pop(0).content
        turns += found
        before = paragraph
    return [_draft(turn) for turn in turns]


def _draft(turn: _Turn) -> Draft:
    if turn.cue is None:
        return Draft(-1, (), None, tuple(turn.content), "continued turn", follows=True)
    cue = turn.cue
    return Draft(cue.head, cue.at, cue.source, tuple(turn.content), cue.rule, cue.sense)


def _with_words(grammar: Grammar, paragraphs: Iterable[tuple[int, int]]) -> Iterator[_Paragraph]:
    """Yield every paragraph that has words, with its tokens and quotations."""
    quote = 0
    for start, end in paragraphs:
        words = grammar.within(Span(start, end)) if start < end else range(0)
        first = quote
        while quote < len(grammar.quotes) and grammar.quotes[quote].at.start < end:
            quote += 1
        while words and grammar.tokens[words[-1]].pos == "SPACE":
            words = words[:-1]
        if words:
            yield _Paragraph(Gap(words[0], words[-1]), range(first, quote))


def _opens_with(grammar: Grammar, paragraph: _Paragraph, turn: _Turn) -> bool:
    """Tell whether a turn stands at the very beginning of its paragraph."""
    return (
        grammar.tokens[paragraph.words.first].start <= turn.content[0].start
        and grammar.quoted[paragraph.words.first] >= 0
    )


def _announced(grammar: Grammar, before: _Paragraph) -> Cue | None:
    """Return the cue at the end of the paragraph before: She wrote: ¶ "…"."""
    if grammar.word(before.words.last) != ":":
        return None
    return cue_before(grammar, _gaps(grammar, before.held, before.words)[-1])


def _goes_on(grammar: Grammar, before: _Paragraph, turn: _Turn) -> bool:
    """Tell whether a turn was still going on where the paragraph before ended: with its words, or with its cue."""
    if not before.held or turn.content[-1].start < grammar.tokens[before.words.first].start:
        return False
    rest = _gaps(grammar, before.held, before.words)[-1]
    words = [grammar.word(k) for k in range(rest.first, rest.last + 1)]
    return sum(word in STOPS for word in words[:-1]) == 0


def _turns(grammar: Grammar, paragraph: _Paragraph) -> list[_Turn]:
    gaps = _gaps(grammar, paragraph.held, paragraph.words)
    turns: list[_Turn] = []
    for at, number in enumerate(paragraph.held):
        quote = grammar.quotes[number]
        before, after = gaps[at], gaps[at + 1]
        current = turns[-1] if turns else None
        if _is_direct(grammar, quote, before, open_turn=current is not None):
            _take(grammar, quote, (before, after), turns)
    return turns


def _take(grammar: Grammar, quote: Quote, gaps: tuple[Gap, Gap], turns: list[_Turn]) -> None:
    """Give a quotation to the turn that is going on, or open one with it."""
    before, after = gaps
    current = turns[-1] if turns else None
    taken = frozenset({current.cue.head}) if current and current.cue else frozenset[int]()
    announced = cue_before(grammar, before, taken)
    if announced is not None:
        turns.append(_Turn(announced, [quote.inner]))
        return
    joins = current is not None and _joins(grammar, before, current)
    following = None if joins and not _is_stopped(grammar, before) else _following(grammar, quote, after)
    if current is not None and joins and following is None:
        current.content.append(quote.inner)
    else:
        turns.append(_Turn(following, [quote.inner], after=following is not None))


def _is_stopped(grammar: Grammar, gap: Gap) -> bool:
    """Tell whether a sentence ends between two quotations: after it a cue that follows may be another speaker's."""
    return gap.first <= gap.last and grammar.word(gap.last) in STOPS


def _following(grammar: Grammar, quote: Quote, after: Gap) -> Cue | None:
    """Return the cue after a quotation, or the name after a dash, where the words go on from it."""
    cue = cue_after(grammar, after) or _after_dash(grammar, after)
    return cue if cue is not None and _reaches(grammar, quote, after, cue) else None


def _gaps(grammar: Grammar, held: range, paragraph: Gap) -> list[Gap]:
    """Return the gaps before, between and after the quotations of a paragraph."""
    gaps, at = [], paragraph.first
    for number in held:
        first = at
        while at <= paragraph.last and grammar.quoted[at] != number:
            at += 1
        gaps.append(Gap(first, at - 1))
        while at <= paragraph.last and grammar.quoted[at] == number:
            at += 1
    return [*gaps, Gap(at, paragraph.last)]


def _is_direct(grammar: Grammar, quote: Quote, before: Gap, *, open_turn: bool) -> bool:
    """Tell a quotation that stands as a sentence from a fragment set into one of the writer's."""
    inner = quote.inner.of(grammar.text)
    if before.first > before.last:
        return quote.speech or open_turn
    ending = grammar.word(before.last)
    capital = inner.lstrip("[(…. ‘'")[:1].isupper() or inner[:1].isdigit()
    if ending in STOPS or ending in (":", *DASHES) or ending[-1] in ".?!:":
        return quote.speech and (capital or ending == ":")
    if ending == ",":
        return open_turn or (capital and quote.speech)
    return (
        capital
        and quote.speech
        and inner[-1] in ENDINGS
        and grammar.tokens[before.last].pos in ("VERB", "NOUN", "PROPN", "PRON", "ADV")
    )


def _joins(grammar: Grammar, before: Gap, turn: _Turn) -> bool:
    """Tell whether a quotation goes on with a turn: nothing but the cue's own sentence stands between."""
    words = [grammar.word(k) for k in range(before.first, before.last + 1)]
    stops = sum(word in STOPS for word in words[:-1])
    has_cue = turn.after and turn.cue is not None and before.first <= turn.cue.head <= before.last
    return not words or (has_cue and not stops)


def _reaches(grammar: Grammar, quote: Quote, after: Gap, cue: Cue) -> bool:
    """Tell whether the words after a quotation go on from it: a full stop inside the marks ends it."""
    last = quote.inner.of(grammar.text)[-1]
    if last != ".":
        return True
    first = grammar.tokens[after.first]
    return not grammar.text[first.start].isupper() or cue.rule == "dash"


def _after_dash(grammar: Grammar, after: Gap) -> Cue | None:
    """Return the name after a dash: "…" — Rosa Lindqvist."""
    if after.first >= after.last or grammar.word(after.first) not in DASHES:
        return None
    if any(grammar.tokens[k].pos in ("VERB", "AUX") for k in range(after.first + 1, after.last + 1)):
        return None
    source = tidy(grammar.text, grammar.span(after.first + 1, after.last))
    return None if source is None else Cue(-1, (grammar.tokens[after.first].at,), source, None, "dash")
