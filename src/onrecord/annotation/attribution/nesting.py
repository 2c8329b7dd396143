"""Which attribution stands in whose words, and which of those that do are worth keeping.

"Baker told the tribunal that the driver had warned her" is two: the driver's lies inside Baker's. Inside somebody's
words only an utterance with a speaker of its own is kept: what people there only think, want or would say is content.
"""

from collections.abc import Sequence

from onrecord.annotation.attribution.cues import Sense, senses_of
from onrecord.annotation.attribution.drafts import Draft
from onrecord.annotation.attribution.quotings import RELAY
from onrecord.annotation.attribution.sources import source_token
from onrecord.annotation.grammar import Grammar
from onrecord.nouns.span import Span

RELAYED = ("clause", "order", "infinitive", "gerund", "object", "neither", "decline", "silent", "no-reply")
OWN = ("i", "we", "you", "me", "us", "who", "which", "that")
ASKED = ("demand", "urge")
DEEPEST = 20  # contents inside contents; more are no speech but a text made to be slow
SPEAKERS_OWN = ("he", "she", "it", "they")
STANCES = ("deny", "confirm", "accuse", "threaten", "promise")  # of noun contents only these are relayed


def nest(grammar: Grammar, drafts: Sequence[Draft]) -> tuple[list[Draft], list[int | None]]:
    """Return the drafts to keep, in order of the text, and for each the index of the one in whose content it stands."""
    ordered = sorted(_distinct(drafts), key=lambda one: (one.start, _cue_start(one)))
    outer = _holders(ordered)
    kept = [at for at, one in enumerate(ordered) if _is_kept(grammar, one, _at(ordered, outer[at]))]
    index = {at: new for new, at in enumerate(kept)}
    return [ordered[at] for at in kept], [index.get(_kept_holder(outer, index, at)) for at in kept]


def _at(ordered: Sequence[Draft], holder: int | None) -> Draft | None:
    return None if holder is None else ordered[holder]


def _is_kept(grammar: Grammar, one: Draft, holder: Draft | None) -> bool:
    """Tell what stands by itself, or is relayed by what holds it; what a network only sees relayed needs a holder."""
    if holder is None:
        return not one.relayed or not one.content
    if RELAY in (one.rule, holder.rule):
        return True
    return not _is_only_asked(grammar, one, holder) and _is_relayed(grammar, one)


def _is_only_asked(grammar: Grammar, one: Draft, holder: Draft) -> bool:
    """Tell what somebody only wants said: demanded that the ministry *say* whether, that the owners *confirm* it."""
    head = source_token(grammar, one.head) if one.head >= 0 and _asks(grammar, holder) else None
    token = grammar.tokens[one.head]
    return head is not None and token.tag in ("VB", "VBP") and not grammar.kids(one.head, "aux")


def _asks(grammar: Grammar, holder: Draft) -> bool:
    if holder.head < 0 or holder.rule.startswith(("quotation", "cue")):
        return False
    senses = senses_of(grammar.tokens[holder.head].lemma.lower()).values()
    return (holder.sense is not None and holder.sense.act in ASKED) or any(sense.act in ASKED for sense in senses)


def _kept_holder(outer: list[int | None], index: dict[int, int], at: int) -> int:
    """Return the nearest holder that is kept itself, -1 for none."""
    holder = outer[at]
    for _ in range(DEEPEST):
        if holder is None or holder in index:
            break
        holder = outer[holder]
    return -1 if holder is None else holder


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop a draft whose cue another one has already."""
    seen: set[tuple[Span, ...]] = set()
    kept = []
    for one in drafts:
        if not one.cue or one.cue not in seen:
            kept.append(one)
        seen.add(one.cue)
    return kept


def _cue_start(one: Draft) -> int:
    return one.cue[0].start if one.cue else one.content[0].start


def _holders(ordered: list[Draft]) -> list[int | None]:
    """Return for each draft the innermost other one whose content holds its cue, in one sweep over the text."""
    contents = sorted((span.start, -span.end, at) for at, one in enumerate(ordered) for span in one.content)
    cues = sorted((one.cue[0].start if one.cue else one.content[0].start, at) for at, one in enumerate(ordered))
    found: list[int | None] = [None] * len(ordered)
    open_contents: list[tuple[int, int]] = []  # end, index: those that began and may still hold
    following = 0
    for start, at in cues:
        while following < len(contents) and contents[following][0] <= start:
            begun, end, holder = contents[following]
            open_contents = [pair for pair in open_contents if pair[0] > begun][-DEEPEST:]
            open_contents.append((-end, holder))
            following += 1
        fitting = [holder for end, holder in open_contents if end > start and holder != at]
        found[at] = next((h for h in reversed(fitting) if not _holds(ordered[at], ordered[h])), None)
    return found


def _holds(one: Draft, other: Draft) -> bool:
    """Tell whether the first holds the other's cue in its content: the two cannot be inside each other."""
    return any(span.holds(cue) for span in one.content for cue in other.cue[:1])


def _is_relayed(grammar: Grammar, one: Draft) -> bool:
    """Tell whether a draft inside somebody's words is an utterance of somebody else that they relay."""
    if one.rule not in RELAYED and not one.relayed:
        return one.rule.startswith(("quotation", "cue"))
    if one.source is None or one.source.of(grammar.text).lower() in OWN:
        return False
    return one.relayed or _is_told(grammar, one)


def _is_told(grammar: Grammar, one: Draft) -> bool:
    """Tell by its grammar whether a draft inside somebody's words is told as an utterance with a subject of its own."""
    if one.sense is not None and not _is_utterance(one, one.sense):
        return False
    token, head = grammar.tokens[one.head], source_token(grammar, one.head)
    if head is None or _is_subjunctive(grammar, head, one.head):
        return False
    is_speaker = grammar.word(head) in SPEAKERS_OWN and token.dep == "ccomp"  # she said [she] had asked …
    return not is_speaker and _is_own_subject(grammar, head, one.head)


def _is_utterance(one: Draft, sense: Sense) -> bool:
    """Tell whether a draft is an utterance, or a finding such as *an audit had found that …*"""
    if sense.attitude == "held":
        return one.rule == "clause" and sense.act == "assert"
    return one.rule != "object" or sense.act in STANCES


def _is_subjunctive(grammar: Grammar, subject: int, verb: int) -> bool:
    """Tell what is only demanded from what was done: demanded that the ministry *say* …"""
    token = grammar.tokens[verb]
    if grammar.kids(verb, "aux", "neg"):
        return False
    return token.tag == "VB" or (token.tag == "VBP" and grammar.tokens[subject].tag in ("NN", "NNP"))


def _is_own_subject(grammar: Grammar, source: int, verb: int) -> bool:
    """Tell whether the source is named with the verb itself and not far up the sentence."""
    return grammar.tokens[source].head == verb or grammar.tokens[verb].dep in ("conj", "relcl", "acl")
