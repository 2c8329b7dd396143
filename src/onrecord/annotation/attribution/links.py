"""The links of a learned engine as drafts: its spans, read in the frame of the rule that has the same cue.

The network finds more cues than any list holds and sees better where a content ends. Rules stay where they are better:
for what has no cue word at all (a continued turn, an interview), for headlines and pointed silences, and for the frame
in which a known cue is read. A relative pronoun as source gives way to its antecedent.
"""

from collections.abc import Iterator, Sequence

from onrecord.annotation.attribution.drafts import Draft
from onrecord.annotation.attribution.sources import RELATIVE, phrase_of, quoted_as, source_of
from onrecord.annotation.grammar import Grammar, tidy
from onrecord.nouns.parse import Link
from onrecord.nouns.span import Span, is_within, merged

SILENCES = ("neither", "decline", "silent", "no-reply")
WHOLE = (*SILENCES, "interview", "headline", "headline clause")  # rules whose drafts are taken as they are
KEPT = (*WHOLE, "continued turn", "blockquote", "aside")  # rules whose drafts are kept where the network sees no cue
STANCES = ("deny", "confirm")
BESIDE = 2  # characters between two pieces that are one: a mark and a space
FILLING = ("ADV", "PART", "DET", "PRON", "CCONJ", "NUM", "SPACE", "INTJ")  # parts of speech that attribute nothing
FINITE = ("VBD", "VBZ", "VBP", "MD")


def link_drafts(grammar: Grammar, links: Sequence[Link], ruled: Sequence[Draft]) -> list[Draft]:
    """Return a draft for every link, and the rules' drafts that are kept beside them."""
    owners = {token: draft for draft in ruled for cue in draft.cue or _label(draft) for token in grammar.within(cue)}
    cues = {token for link in links for token in grammar.within(link.cue)}
    drafts, read = [], set()
    for link in links:
        if not _attributes(grammar, link):
            continue
        if any(token not in grammar.within(link.cue) and token in cues for token in _saying(grammar, link)):
            continue  # the paper that quotes somebody: "as saying" is a cue of its own
        owner = next((owners[token] for token in _named_by(grammar, link) if token in owners), None)
        content = _with_turn(tuple(_contents(grammar, link)), owner) if link.content else ()
        if not content and (owner is None or owner.rule not in SILENCES):
            continue  # the formulas of silence are known: what no rule knows is a slip
        if owner is None or owner.rule not in WHOLE or id(owner) not in read:
            drafts.append(_draft(grammar, link, content, owner))
        read.add(id(owner))
    told = merged(span for draft in drafts for span in draft.content)
    return [*drafts, *(one for one in ruled if id(one) not in read and _is_kept(grammar, one, told))]


def _attributes(grammar: Grammar, link: Link) -> bool:
    """Tell whether a cue has a word that can attribute, or a mark: a bare "not" or "that" is a slip of the network."""
    return any(grammar.tokens[token].pos not in FILLING for token in grammar.within(link.cue))


def _is_kept(grammar: Grammar, draft: Draft, told: Sequence[Span]) -> bool:
    """Tell what counts though the network sees no cue.

    Its own field, a denial or confirmation that a rule reads, and what is relayed with a clause of its own inside
    somebody's words, quotations aside: "said an audit had found that …".
    """
    if draft.rule in KEPT or (draft.sense is not None and draft.sense.act in STANCES):
        return True
    if draft.rule != "clause" or draft.head < 0 or not draft.cue or not is_within(draft.cue[0], told):
        return False
    return grammar.quoted[draft.head] < 0 and grammar.tokens[draft.head].dep != "acl"


def _label(draft: Draft) -> tuple[Span, ...]:
    """Return the words that stand for a cue where a draft has none: the speaker's label of an interview."""
    return (draft.source,) if draft.rule == "interview" and draft.source else ()


def _named_by(grammar: Grammar, link: Link) -> Iterator[int]:
    """Yield the tokens of a cue, and of the source before it where the cue is only a colon or a dash."""
    yield from grammar.within(link.cue)
    if not any(map(str.isalnum, link.cue.of(grammar.text))):
        yield from (token for span in link.source for token in grammar.within(span))


def _draft(grammar: Grammar, link: Link, content: tuple[Span, ...], owner: Draft | None) -> Draft:
    if owner is not None and owner.rule in WHOLE:
        return owner
    head = owner.head if owner is not None and owner.head >= 0 else _head(grammar, link.cue)
    saying, quoted = next(
        ((token, who) for token in _saying(grammar, link) if (who := quoted_as(grammar, token)) is not None),
        (head, None),
    )
    source = _source(grammar, link, head) or (None if owner is None else owner.source)
    return Draft(
        head=saying,
        cue=(link.cue if quoted is None else _as_saying(grammar, saying),),
        source=phrase_of(grammar, quoted, saying) if quoted is not None else source,
        content=content if quoted is None else tuple(_past(grammar, content, saying)),
        rule=_rule(grammar, link, head) if owner is None else owner.rule,
        sense=None if owner is None else owner.sense,
        sure=link.sure,
        relayed=not link.outer and quoted is None,
    )


def _head(grammar: Grammar, cue: Span) -> int:
    """Return the token of a cue that the others hang on."""
    tokens = grammar.within(cue)
    return next((token for token in tokens if grammar.tokens[token].head not in tokens), tokens[0])


def _source(grammar: Grammar, link: Link, head: int) -> Span | None:
    """Return the words of the source; of several pieces the one nearest to the cue."""
    found = [tidied for span in link.source if (tidied := tidy(grammar.text, span)) is not None]
    nearest = min(found, key=lambda span: _apart(span, link.cue), default=None)
    if nearest is not None and nearest.of(grammar.text).lower() in RELATIVE:
        return source_of(grammar, head) or nearest
    return _sayer(grammar, head, nearest) if nearest is not None else None


def _sayer(grammar: Grammar, head: int, source: Span) -> Span:
    """Return the subject of the cue where the network took who put it out: he said in a note sent by his club."""
    by = next((token for token in grammar.within(source) if grammar.tokens[token].dep == "pobj"), None)
    agent = by is not None and grammar.word(grammar.tokens[by].head) == "by"
    subjects = [token for token in grammar.kids(head, "nsubj") if agent and not source.holds(grammar.tokens[token].at)]
    return (phrase_of(grammar, subjects[0], head) if subjects else None) or source


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _saying(grammar: Grammar, link: Link) -> Iterator[int]:
    """Yield the words of a cue, and the verb after the "as" that hangs on one of them."""
    for token in grammar.within(link.cue):
        yield token
        quoting = (word for word in grammar.kids(token, "prep") if grammar.word(word) == "as")
        yield from (verb for word in quoting for verb in grammar.kids(word, "pcomp"))


def _as_saying(grammar: Grammar, saying: int) -> Span:
    """Return the cue of who is quoted: *as saying*, without the "quoted" of the hand that quotes."""
    return grammar.span(grammar.tokens[saying].head, saying)


def _past(grammar: Grammar, content: Sequence[Span], saying: int) -> Iterator[Span]:
    """Yield a content without the words that only say who is quoted: *the governor as saying* that …"""
    at = grammar.tokens[saying].at
    for span in content:
        rest = Span(at.end, span.end) if span.holds(at) and len(content) == 1 and span.end > at.end else None
        tidied = span if not span.holds(at) else rest and tidy(grammar.text, rest)
        if tidied is not None:
            yield tidied


def _contents(grammar: Grammar, link: Link) -> Iterator[Span]:
    """Yield the pieces of a content that have words, the marks around a whole quotation left out."""
    for span in link.content:
        tidied = tidy(grammar.text, span)
        if tidied is not None and any(map(str.isalnum, tidied.of(grammar.text))):
            whole = (quote.inner for quote in grammar.quotes_over(tidied) if quote.at == tidied)
            yield next(whole, tidied)


def _with_turn(content: tuple[Span, ...], owner: Draft | None) -> tuple[Span, ...]:
    """Let a content take in the whole turn of quotation that its cue belongs to: marks pair over any distance."""
    if owner is None or "quotation" not in owner.rule:
        return content
    if not any(mine.overlaps(other) for mine in content for other in owner.content):
        return owner.content
    joined: list[Span] = []
    for span in sorted((*content, *owner.content)):
        if joined and span.start <= joined[-1].end + BESIDE:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _rule(grammar: Grammar, link: Link, head: int) -> str:
    """Name the construction of a link that no rule has found."""
    cue = link.cue.of(grammar.text).lower()
    if cue.startswith("according"):
        return "according to"
    if not any(map(str.isalnum, cue)):
        return "colon" if ":" in cue else "dash"
    if all(grammar.quoted[token] >= 0 for span in link.content for token in grammar.within(span)):
        return _turn(link)
    if grammar.tokens[head].pos not in ("VERB", "AUX"):
        return "noun" if grammar.tokens[head].pos in ("NOUN", "PROPN") else "adjective"
    return _frame([grammar.tokens[token].tag for token in grammar.within(link.content[0])])


def _frame(tags: Sequence[str]) -> str:
    """Name what a verb governs by the tags of its words."""
    opening = {"TO": "infinitive", "VBG": "gerund"}.get(tags[0] if tags else "")
    return opening or ("clause" if any(tag in FINITE for tag in tags) else "object")


def _turn(link: Link) -> str:
    """Name the order in which a quotation, its cue and its source stand."""
    if link.cue.start < link.content[0].start:
        return "cue, quotation"
    after = bool(link.source) and link.source[0].start > link.cue.start
    return "quotation, cue, source" if after else "quotation, source, cue"
