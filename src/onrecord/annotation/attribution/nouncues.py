"""Nouns and adjectives that attribute: her claim that …, the ministry's denial of …, was adamant that …"""

from onrecord.annotation.attribution.cues import Sense, cue_words
from onrecord.annotation.attribution.drafts import Draft, cue_span, pieces
from onrecord.annotation.attribution.sources import possessor_of, source_of
from onrecord.annotation.grammar import Grammar
from onrecord.lexicons import lexicon
from onrecord.nouns.span import Span

COPULAS = ("be", "feel", "seem", "appear", "become", "sound", "remain", "get", "look", "stay")
OF = ("of", "for", "about", "against", "over", "in")
STANCES = ("deny", "confirm", "accuse", "express", "warn", "threaten")


def noun_drafts(grammar: Grammar, noun: int) -> list[Draft]:
    """Return what a noun of saying or thinking attributes, where the words say whose it is."""
    token = grammar.tokens[noun]
    senses = cue_words("nouns").get(token.lemma.lower()) if token.pos == "NOUN" else None
    if not senses:
        return []
    content = _content_of(grammar, noun, senses["clause"])
    owner = possessor_of(grammar, noun) or _by(grammar, noun)
    if owner is None or not content:
        return []
    return [Draft(noun, (token.at,), owner, content, "noun", senses["clause"])]


def light_drafts(grammar: Grammar, verb: int) -> list[Draft]:
    """Return what a verb attributes by its object: voiced concern that …, issued a denial of …"""
    if grammar.tokens[verb].lemma.lower() not in lexicon("cues")["light"]["words"]:
        return []
    for noun in grammar.kids(verb, "dobj"):
        senses = cue_words("nouns").get(grammar.tokens[noun].lemma.lower())
        content = _content_of(grammar, noun, senses["clause"]) if senses and verb < noun else ()
        if senses and content and not grammar.kids(noun, "poss"):
            cue = Span(cue_span(grammar, verb).start, grammar.tokens[noun].end)
            return [Draft(verb, (cue,), source_of(grammar, verb), content, "light verb", senses["clause"])]
    return []


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


def _content_of(grammar: Grammar, noun: int, sense: Sense) -> tuple[Span, ...]:
    """Return the clause after a noun; after a noun of stance also what its preposition governs: denial of the deal."""
    kids = [k for k in grammar.kids(noun, "acl", "ccomp") if _is_clause(grammar, noun, k)]
    for owner in (o for prep in grammar.kids(noun, "prep") for o in grammar.kids(prep, "pobj")):
        kids += [k for k in grammar.kids(owner, "acl") if grammar.kids(k, "mark")]
    if not kids and sense.act in STANCES:
        preps = [prep for prep in grammar.kids(noun, "prep") if grammar.word(prep) in OF]
        kids = [k for prep in preps for k in grammar.kids(prep, "pobj", "pcomp")]
    return pieces(grammar, [grammar.reach(k) for k in kids[:1]])


def _is_clause(grammar: Grammar, noun: int, kid: int) -> bool:
    """Tell a clause that gives the content (that it was his; to resign) from one that describes the noun."""
    if kid < noun or grammar.tokens[kid].tag == "VBG":
        return False
    return bool(grammar.kids(kid, "mark")) or any(grammar.word(aux) == "to" for aux in grammar.kids(kid, "aux"))
