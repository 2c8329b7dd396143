"""Which deed a date dates: the verb or event noun it hangs on, how far its words reach, who does it and where."""

from functools import cache
from typing import Any

import msgspec

from onrecord.annotation.grammar import SUBJECTS, Grammar
from onrecord.annotation.mention.phrases import phrase_at
from onrecord.annotation.time.forms import rules_of
from onrecord.annotation.time.limits import is_ranked
from onrecord.annotation.time.tense import CROWDED, above, head_of
from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span

PLACES = frozenset({"GPE", "LOC", "FAC"})
PLACING = frozenset({"in", "at", "on", "outside", "near", "from", "to"})
LINKS = frozenset(
    {
        "pobj",
        "prep",
        "npadvmod",
        "tmod",
        "advmod",
        "conj",
        "appos",
        "pcomp",
        "dep",
        "amod",
        "nummod",
        "compound",
        "nmod",
    }
)
UNDATED = frozenset({"DATE", "TIME", "PERSON", "GPE"})  # names that no date can belong to
INSIDE_A_NAME = frozenset({"compound", "nmod", "nummod", "amod", "poss"})
LONGEST_QUOTATION = 300  # characters: marks further off are another quotation's
LONGEST_SUBJECT = 12  # tokens: a longer one is left out of the words of the event
NOBODY = frozenset({"nobody", "none", "nothing", "no", "neither"})
DOUBTING = frozenset({"if", "unless", "whether"})


class Words(msgspec.Struct, frozen=True):
    """The words that tell what happens from what is, and events from things."""

    events: frozenset[str]
    states: frozenset[str]
    guessing: frozenset[str]
    limiting: frozenset[str]
    pairing: frozenset[str]
    listing: frozenset[str]
    terms: frozenset[str]


class Deed(msgspec.Struct, frozen=True):
    """A happening's head token, its words, who does it, whom it befalls and where.

    `words` are those that tell of it where they do not stand together.
    """

    head: int
    at: Span
    doer: Span | None = None
    undergoer: Span | None = None
    where: Span | None = None
    words: tuple[Span, ...] = ()


@cache
def known_words() -> Words:
    """Return the words of the lexicon, read once."""
    listed: dict[str, Any] = lexicon("events")
    return Words(**{name: frozenset(listed[name]) for name in Words.__struct_fields__})


def find_deed(grammar: Grammar, date: Span) -> Deed | None:
    """Return what a date dates; None where that is a thing, a state, or nothing that is said to happen."""
    root = head_of(grammar, date)
    if root is None or _dates_nothing(grammar, date, root):
        return None
    token = _event_before(grammar, root) or _dated_word(grammar, root)
    if token is None:
        return None
    if grammar.tokens[token].pos in ("VERB", "AUX"):
        return _of_verb(grammar, token, date) if happens(grammar, token) else None
    return _of_noun(grammar, token, date)


def _dated_word(grammar: Grammar, root: int) -> int | None:
    """Return the verb or the noun of an event that a date hangs on; None where it hangs on a thing first."""
    things = 0
    for token in above(grammar, root):
        one = grammar.tokens[token]
        if grammar.word(token) == "for" and not _is_planned_for(grammar, token):
            return None  # "the accounts for 2019", "low for June": what it is about, not when it happened
        if one.pos in ("VERB", "AUX"):
            return token
        if one.pos in ("NOUN", "PROPN") and one.name not in UNDATED:
            if one.lemma.lower() in known_words().events:
                return token
            things += 1
            if things > 1 or not _dates_deeds(grammar, root, token):
                return None
    return None


def _event_before(grammar: Grammar, root: int) -> int | None:
    """Return the event right before a date that bounds a deed: of "left before the vote on 3 May" the vote is dated."""
    before = grammar.tokens[root].head
    noun = (before if grammar.tokens[before].pos == "ADP" else root) - 1
    if noun < 0 or grammar.tokens[noun].dep != "pobj" or grammar.tokens[noun].lemma.lower() not in known_words().events:
        return None
    return noun if grammar.word(grammar.tokens[noun].head) in known_words().limiting else None


def _is_planned_for(grammar: Grammar, token: int) -> bool:
    """Tell whether "for" hangs on a word that looks ahead: planned for March, due for release in May."""
    return grammar.tokens[grammar.tokens[token].head].lemma.lower() in rules_of().pointers.future


def deed_at(grammar: Grammar, token: int) -> Deed | None:
    """Return the deed that a word tells of without a date: a verb that happens, or the noun of an event."""
    one = grammar.tokens[token]
    if one.pos == "VERB" and happens(grammar, token):
        return _with_subject(grammar, _of_verb(grammar, token, _goal(grammar, token) or one.at))
    if one.pos == "NOUN" and one.lemma.lower() in known_words().events:
        return _of_noun(grammar, token, one.at)
    return None


def _goal(grammar: Grammar, verb: int) -> Span | None:
    """Return the short phrase that a preposition ties to a verb right behind it: "moved [to Olm]"."""
    prep = verb + 1
    if prep >= len(grammar.tokens) or grammar.tokens[prep].head != verb or grammar.tokens[prep].dep != "prep":
        return None
    noun = next(iter(grammar.kids(prep, "pobj")), None)
    if noun is None or grammar.word(prep) in known_words().limiting or grammar.last[prep] - prep > LONGEST_SUBJECT:
        return None
    return Span(grammar.tokens[prep].start, phrase_at(grammar, noun).end)


def _with_subject(grammar: Grammar, deed: Deed) -> Deed:
    """Return a deed whose verb is joined to another with the subject that the two share: "Ito … moved to Olm"."""
    token = grammar.tokens[deed.head]
    if token.dep != "conj" or deed.doer or deed.undergoer or len(grammar.children[token.head]) > CROWDED:
        return deed
    shared = grammar.kids(token.head, *SUBJECTS)
    if len(shared) != 1 or shared[0] > deed.head:
        return deed
    subject = phrase_at(grammar, shared[0])
    return (
        msgspec.structs.replace(deed, doer=subject, words=(subject, deed.at)) if subject.end < deed.at.start else deed
    )


def _dates_nothing(grammar: Grammar, date: Span, root: int) -> bool:
    """Tell whether a date is part of a name or says how rare a thing is."""
    return grammar.tokens[root].dep in INSIDE_A_NAME or is_ranked(grammar, date, rules_of().around)


def _dates_deeds(grammar: Grammar, root: int, thing: int) -> bool:
    """Tell whether a date that hangs on a thing dates the deed above it.

    So it does in "by 14 votes on 24 April", and not in "the accounts of 2019" or "after a loss yesterday".
    """
    before, above_thing = grammar.tokens[root].head, grammar.word(grammar.tokens[thing].head)
    limited = grammar.tokens[thing].dep == "pobj" and above_thing in known_words().limiting
    return not limited and (grammar.tokens[before].pos != "ADP" or grammar.word(before) in ("on", "at"))


def happens(grammar: Grammar, verb: int) -> bool:
    """Tell whether a verb says that something happens: not a state, not denied, asked, doubted or merely possible."""
    if grammar.tokens[verb].lemma.lower() in known_words().states or grammar.kids(verb, "neg"):
        return False
    helpers = {grammar.word(one) for one in grammar.kids(verb, "aux")}
    marks = {grammar.word(one) for one in grammar.kids(verb, "mark")}
    asked = grammar.text[grammar.parse.sentences[grammar.sentence[verb]].at.end - 1] == "?"
    imagined = "would" in helpers and _is_quoted(grammar.text, grammar.tokens[verb].start)
    unfulfilled = {"to", "have"} <= helpers  # "was to have closed"
    doubted = helpers & known_words().guessing or marks & DOUBTING or asked
    return not (imagined or unfulfilled or doubted or _is_nobody(grammar, verb))


def _is_nobody(grammar: Grammar, verb: int) -> bool:
    """Tell whether the subject denies the deed: "nobody was hurt", "no match was played"."""
    subjects = grammar.kids(verb, *SUBJECTS)
    return any(grammar.word(one) in NOBODY for subject in subjects for one in (subject, *grammar.kids(subject, "det")))


def _is_quoted(text: str, offset: int) -> bool:
    """Tell whether the nearest quotation mark before an offset opens: "I would do it again tomorrow" is no plan."""
    before = text[max(0, offset - LONGEST_QUOTATION) : offset]
    place = max(before.rfind(mark) for mark in '“”"')
    if place < 0:
        return False
    return before[place] == "“" or (before[place] == '"' and before[place + 1 : place + 2].isalnum())


def _of_noun(grammar: Grammar, noun: int, date: Span) -> Deed:
    """Return the event that a noun names: "a fire in 2019", "the vigil on Saturday"."""
    phrase = phrase_at(grammar, noun)
    return Deed(noun, Span(min(phrase.start, date.start), max(phrase.end, date.end)), where=_place(grammar, noun))


def _of_verb(grammar: Grammar, verb: int, date: Span) -> Deed:
    subject = next((one for one in grammar.kids(verb, *SUBJECTS) if one < verb), None)
    passive = bool(grammar.kids(verb, "nsubjpass", "auxpass")) or grammar.tokens[verb].dep == "acl"
    done = next(iter(grammar.kids(verb, "dobj")), None)
    by = next((noun for one in grammar.kids(verb, "agent") for noun in grammar.kids(one, "pobj")), None)
    doer, undergoer = (by, subject) if passive else (subject, done)
    return Deed(
        head=verb,
        at=_reach(grammar, verb, date),
        doer=None if doer is None else phrase_at(grammar, doer),
        undergoer=None if undergoer is None else phrase_at(grammar, undergoer),
        where=_place(grammar, verb),
    )


def _reach(grammar: Grammar, verb: int, date: Span) -> Span:
    """Return the words of an event: subject, verb and object, as far as they stand together, and the date."""
    close = [verb, *grammar.kids(verb, "aux", "auxpass", "prt", "acomp", "attr", "oprd")]
    subjects = [one for one in grammar.kids(verb, *SUBJECTS) if one < verb]
    spans = [grammar.tokens[one].at for one in close]
    spans += [phrase_at(grammar, one) for one in subjects if verb - grammar.first[one] <= LONGEST_SUBJECT]
    spans += [phrase_at(grammar, one) for one in grammar.kids(verb, "dobj")]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Span(min(start, date.start), max(end, date.end))


def _place(grammar: Grammar, head: int) -> Span | None:
    """Return the named place, or the phrase with a name in it, that a preposition ties to a head."""
    for one in grammar.kids(head, "prep"):
        for noun in grammar.kids(one, "pobj"):
            if grammar.word(one) in PLACING and grammar.tokens[noun].name in PLACES:
                return phrase_at(grammar, noun)
    return None
