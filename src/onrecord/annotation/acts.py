"""How each attribution is meant: mode, act and attitude.

The mode follows from the share of quoted words, the attitude from the cue. The act is the cue's own where the cue
has one (denied, warned); after a plain cue (said, told, added) the content may show a more specific one.
"""

import re
from functools import cache
from itertools import pairwise
from typing import get_args

from onrecord.annotation.attribution.cues import Sense, cue_words, senses_of
from onrecord.annotation.attribution.headlines import HEADED
from onrecord.annotation.generals import is_general
from onrecord.annotation.grammar import Grammar, index_parse
from onrecord.annotation.granted import find_granted
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Attribution, Quote, Reading
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Act, Mode
from onrecord.nouns.span import Span

DIRECT = 0.9  # share of quoted words from which a statement counts as direct
# Rules whose content stands as a sentence of its own and is not set into the writer's.
TURNS = (
    "quotation, source, cue", "quotation, cue, source", "cue, quotation", "cue noun, quotation", "colon", "dash",
    "continued turn", "headline", "according to", "aside",
)  # fmt: skip
SPEECHES = ("interview", "blockquote")  # rules whose content is somebody's words from end to end
QUOTING_MARKS = str.maketrans("", "", '“”"‘„«»')
CONDITION = re.compile(r"\b(?:whether|if|unless)\b[^,.;]*,?")
LONGEST_READ = 600  # characters of a content in which an act is looked for: the act is declared early or never
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
BRACKET = re.compile(r"\[[^\[\]]{1,200}\]")
ELLIPSIS = re.compile(r"…|\.(?:\s?\.){2,3}")
SPOKEN = ("demand", "urge", "promise", "threaten", "warn", "accuse", "deny", "confirm", "ask", "predict", "correct")
SILENT = ("neither", "decline", "silent", "no-reply")
SAID = Sense("assert", "said", "plain")
FIRST_PERSON = ("i", "we")
# What a content can show after a plain cue, the most telling first, and the act that it is then.
SHOWN: tuple[tuple[str, Act], ...] = (
    ("asks", "ask"), ("declines", "decline"), ("neither", "neither"), ("corrects", "correct"),
    ("threatens", "threaten"), ("denies", "deny"), ("confirms", "confirm"), ("rules", "rule"),
    ("predicts", "predict"), ("promises", "promise"), ("denies_own", "deny"),
)  # fmt: skip


def read_acts(
    article: Article, parse: Parse, quotes: tuple[Quote, ...], attributions: tuple[Attribution, ...]
) -> tuple[Reading, ...]:
    """Read how each attribution is meant; the readings stand in the order of the attributions."""
    grammar = index_parse(article, parse, quotes)
    proposed = {link.cue: Sense(link.act, link.attitude, "plain") for link in parse.links or ()}
    senses = (_sense(grammar, one) or _proposed(proposed, one) for one in attributions)
    return tuple(
        _read(grammar, one, sense, headed=_is_headed(article, one))
        for one, sense in zip(attributions, senses, strict=True)
    )


def _is_headed(article: Article, one: Attribution) -> bool:
    return any(article.part_at(span.start).kind in HEADED for span in one.content[:1])


def _proposed(senses: dict[Span, Sense], one: Attribution) -> Sense:
    """Return what a learned engine makes of a cue that is on no list; without one it is plainly said.

    What is neither a clause nor a quotation is an utterance only where its act cannot be done but by words: an unknown
    verb with less is a deed (voted against it).
    """
    sense = next((senses[cue] for cue in one.cue if cue in senses), SAID)
    act: Act = "express" if sense.act in SILENT else sense.act
    is_utterance = one.rule in ("clause", *SPEECHES, *TURNS) or act in SPOKEN
    return Sense(act, sense.attitude if is_utterance else "held", sense.strength)


def _read(grammar: Grammar, one: Attribution, sense: Sense, *, headed: bool) -> Reading:
    quoted = tuple(part for span in one.content for part in _quoted(grammar, span))
    return Reading(
        mode=_mode(grammar.text, one, quoted),
        act=_act(grammar, one, sense),
        attitude="said" if _takes_neither(grammar, one) else sense.attitude,
        general=bool(one.content) and is_general(grammar, one.content, headed=headed),
        quoted=quoted,
        inserted=_found(BRACKET, grammar.text, quoted),
        omitted=_found(ELLIPSIS, grammar.text, quoted),
        granted=find_granted(grammar, one),
    )


def _quoted(grammar: Grammar, span: Span) -> list[Span]:
    """Return what a span holds of the quotations over it, marks left out."""
    found = ((max(span.start, q.inner.start), min(span.end, q.inner.end)) for q in grammar.quotes_over(span))
    return [Span(start, end) for start, end in found if start < end]


def _mode(text: str, one: Attribution, quoted: tuple[Span, ...]) -> Mode:
    """Return the mode; a fragment set into the writer's own sentence is mixed even where nothing stands beside it."""
    words = sum(len(WORD.findall(span.of(text))) for span in one.content)
    inside = sum(len(WORD.findall(span.of(text))) for span in quoted)
    if not one.content:
        return "none"
    if one.rule in SPEECHES:
        return "direct"
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT * words and one.rule in TURNS else "mixed"


def _found(pattern: re.Pattern[str], text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for span in spans for m in pattern.finditer(text, span.start, span.end))


def _sense(grammar: Grammar, one: Attribution) -> Sense | None:
    """Return the sense of the cue in the frame that its rule names; what is pointedly not said counts as said."""
    if one.rule in get_args(Act):
        return SAID
    tokens = [token for span in one.cue for token in grammar.within(span)]
    lemmas = [grammar.tokens[token].lemma.lower() for token in tokens]
    for first, second in pairwise(lemmas):
        senses = senses_of(first, second)
        if senses:
            return _in_frame(senses, one.rule)
    for lemma in reversed(lemmas):
        senses = senses_of(lemma) or cue_words("nouns").get(lemma, {}) or cue_words("adjectives").get(lemma, {})
        if senses:
            return _in_frame(senses, one.rule)
    return None


def _in_frame(senses: dict[str, Sense], rule: str) -> Sense:
    frame = "quote" if "quotation" in rule else rule
    return senses.get(frame) or senses.get("clause") or next(iter(senses.values()))


def _act(grammar: Grammar, one: Attribution, sense: Sense) -> Act:
    """Return the act: the rule's own, the cue's own, or the one that the content shows after a plain cue."""
    for act in get_args(Act):
        if one.rule == act:
            return act  # type: ignore[no-any-return]  # get_args forgets that these are the literals of Act
    if _takes_neither(grammar, one):
        return "neither"
    if _is_negated(grammar, one):
        return _negated(sense.act)
    shown = _shown(grammar, one)
    if sense.act in ("assert", "ask", "express") and shown:
        return shown
    return sense.act


def _takes_neither(grammar: Grammar, one: Attribution) -> bool:
    """Tell whether the cue itself takes neither side: "would neither own nor disown", "was unable to establish"."""
    words = " ".join(grammar.word(token) for span in one.cue for token in grammar.within(span))
    return any(pattern.search(words) for pattern in _patterns("neither_cue"))


def _is_negated(grammar: Grammar, one: Attribution) -> bool:
    words = [grammar.word(token) for span in one.cue for token in grammar.within(span)]
    return any(word in ("not", "n't", "n’t", "never") for word in words)


def _negated(act: Act) -> Act:
    """Return what it is not to do an act: who did not deny took neither side, who did not say was silent."""
    return {"deny": "neither", "confirm": "decline", "assert": "silent"}.get(act, act)  # type: ignore[return-value]


def _shown(grammar: Grammar, one: Attribution) -> Act | None:
    text = " ".join(span.of(grammar.text) for span in one.content)[:LONGEST_READ].lower().translate(QUOTING_MARKS)
    if not text:
        return None
    if one.source is not None and _is_rule(grammar, one.source):
        return "rule"
    plain = CONDITION.sub("", text)  # what is said under a condition is neither confirmed nor denied
    for name, act in SHOWN:
        if any(pattern.search(plain if act in ("confirm", "deny") else text) for pattern in _patterns(name)):
            return act
    return None


def _is_rule(grammar: Grammar, source: Span) -> bool:
    tokens = grammar.within(source)
    nouns = [t for t in tokens if grammar.tokens[t].head not in tokens or grammar.tokens[t].dep == "ROOT"]
    return any(grammar.tokens[t].lemma.lower() in lexicon("acts")["rule_makers"] for t in nouns)


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in lexicon("acts")[name])
