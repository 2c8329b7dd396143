"""Nouns and adjectives that attribute: her claim that …, the ministry's denial of …, was adamant that …"""

from onrecord.annotation.cues import cue_words
from onrecord.annotation.drafts import Draft, pieces
from onrecord.annotation.grammar import Grammar
from onrecord.annotation.sources import possessor_of, source_of
from onrecord.nouns.span import Span

COPULAS = ("be", "feel", "seem", "appear", "become", "sound", "remain", "get", "look", "stay")
OF = ("of", "for", "about", "on", "against", "to", "with", "over", "at")


def noun_drafts(grammar: Grammar, noun: int) -> list[Draft]:
    """Return what a noun of saying or thinking attributes, where the words say whose it is."""
    token = grammar.tokens[noun]
    senses = cue_words("nouns").get(token.lemma.lower()) if token.pos == "NOUN" else None
    if not senses:
        return []
    source = possessor_of(grammar, noun) or _by(grammar, noun)
    content = _content_of(grammar, noun)
    if source is None or not content:
        return []
    return [Draft(noun, (token.at,), source, content, "noun", senses["clause"])]


def adjective_drafts(grammar: Grammar, adjective: int) -> list[Draft]:
    """Return what somebody is said to be sure, afraid or aware of."""
    token = grammar.tokens[adjective]
    senses = cue_words("adjectives").get(token.lemma.lower()) if token.pos in ("ADJ", "VERB") else None
    verb = token.head
    if not senses or token.dep not in ("acomp", "attr", "oprd", "ROOT") or grammar.tokens[verb].lemma not in COPULAS:
        return []
    clauses = [k for at in (adjective, verb) for k in grammar.kids(at, "ccomp", "xcomp") if k > adjective]
    preps = [k for prep in grammar.kids(adjective, "prep") for k in grammar.kids(prep, "pobj", "pcomp")]
    content = pieces(grammar, [grammar.reach(k) for k in [*clauses, *preps][:1]])
    if not content:
        return []
    cue = grammar.span(min(verb, adjective), max(verb, adjective))
    return [Draft(adjective, (cue,), source_of(grammar, verb), content, "adjective", senses["clause"])]


def _by(grammar: Grammar, noun: int) -> Span | None:
    for prep in grammar.kids(noun, "prep"):
        if grammar.word(prep) in ("by", "from"):
            for owner in grammar.kids(prep, "pobj"):
                clause = [k for k in grammar.kids(owner, "acl") if grammar.kids(k, "mark")]
                last = grammar.first[clause[0]] - 1 if clause else grammar.last[owner]
                return pieces(grammar, [grammar.span(grammar.first[owner], last)])[0]
    return None


def _content_of(grammar: Grammar, noun: int) -> tuple[Span, ...]:
    kids = [k for k in grammar.kids(noun, "acl", "ccomp") if k > noun and grammar.tokens[k].tag != "VBG"]
    if not kids:
        kids = [k for owner in grammar.kids(noun, "prep") for o in grammar.kids(owner, "pobj") for k in grammar.kids(o, "acl") if grammar.kids(k, "mark")]
    if not kids:
        kids = [k for prep in grammar.kids(noun, "prep") if grammar.word(prep) in OF for k in grammar.kids(prep, "pobj", "pcomp")][:1]
    return pieces(grammar, [grammar.reach(k) for k in kids[:1]])
