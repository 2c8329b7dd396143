"""Contents that hang on a cue in the parse: clauses, infinitives, objects, predicates, and the clause around a cue."""

from collections.abc import Iterator

from onrecord.annotation.attribution.cues import Sense, Senses, seconds_of, senses_of
from onrecord.annotation.attribution.drafts import Draft, cue_span, pieces
from onrecord.annotation.attribution.sources import is_passive, source_of
from onrecord.annotation.grammar import Grammar
from onrecord.nouns.span import Span

VERBS = ("VERB", "AUX")
# How the parser hangs a preposition or particle on its verb.
LINKS = ("prep", "prt", "advmod", "dative", "advcl", "agent", "npadvmod", "acomp")
TELLING = (
    "tell",
    "inform",
    "remind",
    "assure",
    "reassure",
    "warn",
    "notify",
    "advise",
    "brief",
    "persuade",
    "convince",
)
FARTHEST = 200  # tokens in which a semicolon is looked for: a longer sentence is a list or a trap
SAYING = ("say", "state", "insist", "add", "argue", "claim", "allege", "believe", "think", "maintain", "contend")
ASKING = ("ask", "wonder", "know", "inquire", "enquire", "query")  # the parser takes their if-clauses for conditions


def clause_drafts(grammar: Grammar, verb: int) -> list[Draft]:
    """Return what a verb attributes, at most one draft: the first frame that its words fill."""
    token = grammar.tokens[verb]
    if token.pos not in VERBS and not _is_hidden_verb(grammar, verb):
        return []
    for second, senses in _readings(grammar, verb):
        for frame, content in _frames(grammar, verb, second, senses):
            found = pieces(grammar, content)
            if found:
                cue = _cue(grammar, verb, second)
                return [Draft(verb, cue, source_of(grammar, verb), found, frame, senses[frame])]
    return []


def _readings(grammar: Grammar, verb: int) -> Iterator[tuple[int, Senses]]:
    """Yield the readings of a verb: with each preposition or particle that it takes, then alone (-1)."""
    lemma = grammar.tokens[verb].lemma.lower()
    seconds = seconds_of(lemma)
    for kid in grammar.kids(verb, *LINKS) if seconds else ():
        if grammar.word(kid) in seconds and kid > verb:
            yield kid, senses_of(lemma, grammar.word(kid))
    senses = senses_of(lemma)
    if senses:
        yield -1, senses


def _frames(grammar: Grammar, verb: int, second: int, senses: Senses) -> Iterator[tuple[str, list[Span]]]:
    """Yield the frames that the words around a verb fill, the most telling first."""
    if "clause" in senses:
        yield "clause", clause_content(grammar, verb)
    if "predicate" in senses:
        yield "predicate", _predicate(grammar, verb)
    if "order" in senses:
        yield "order", _order(grammar, verb, senses["order"])
    if "infinitive" in senses and not is_passive(grammar, verb):
        yield "infinitive", _infinitive(grammar, verb)
    if "charge" in senses:
        yield "charge", _charge(grammar, verb)
    if "gerund" in senses:
        yield "gerund", _gerund(grammar, verb)
    if "object" in senses:
        yield "object", _object(grammar, verb, second)


def _cue(grammar: Grammar, verb: int, second: int) -> tuple[Span, ...]:
    """Return the cue, its preposition or particle included, in two pieces where words stand between."""
    cue = cue_span(grammar, verb)
    if second == verb + 1:
        return (Span(cue.start, grammar.tokens[second].end),)
    return (cue,) if second < 0 else (cue, grammar.tokens[second].at)


def clause_content(grammar: Grammar, verb: int) -> list[Span]:
    """Return the clause that a verb governs or is set into, in pieces where the cue stands within it."""
    clauses = [k for k in grammar.kids(verb, "ccomp") if not _is_to(grammar, k) and not _small(grammar, k)]
    clauses = [k for k in clauses if not _is_parted(grammar, k, verb)]
    after = [k for k in clauses if k > verb]
    if after and clauses[0] > verb:
        return _set_into(grammar, after[0], verb)
    if clauses:
        return _before(grammar, clauses[0], verb)
    hidden = _hidden_clause(grammar, verb)
    if hidden:
        return [grammar.reach(hidden[0])]
    if grammar.tokens[verb].dep == "parataxis":
        return _around(grammar, grammar.tokens[verb].head, verb)
    return []


def _set_into(grammar: Grammar, clause: int, verb: int) -> list[Span]:
    """Return the clause after a cue, and what stands before one set into it: Unless …, said Ruiz, she …"""
    first, last = grammar.first[clause], _clause_end(grammar, clause)
    after = grammar.span(max(first, verb + 1), last) if last > verb else None
    conditions = [k for k in grammar.kids(verb, "advcl") if k < verb and grammar.word(verb - 1) == ","]
    subjects = [k for k in grammar.kids(verb, "nsubj") if k < verb]
    if after is None or not conditions or subjects:
        return [after] if after else []
    source = source_of(grammar, verb)
    start = max(after.start, source.end if source else 0)
    return [grammar.reach(conditions[0]), Span(start, after.end)] if start < after.end else [after]


def _before(grammar: Grammar, clause: int, verb: int) -> list[Span]:
    """Return all that stands before a cue at the end: the clause, and whatever else comes before the source."""
    if grammar.first[clause] <= verb <= grammar.last[clause]:
        return _around(grammar, clause, verb)
    subjects = [k for k in grammar.kids(verb, "nsubj", "nsubjpass") if clause < k < verb]
    end = grammar.first[subjects[-1]] - 1 if subjects else verb - 1
    start = grammar.first[verb]
    for at in range(end, max(start, end - FARTHEST), -1):
        if grammar.word(at) == ";" and grammar.quoted[at] < 0:
            start = at + 1
            break
    return [grammar.span(start, end)] if start <= min(clause, end) else []


def _is_parted(grammar: Grammar, clause: int, verb: int) -> bool:
    """Tell whether a semicolon stands between a clause and the cue after it: they are two statements."""
    return any(
        grammar.word(at) == ";" and grammar.quoted[at] < 0
        for at in range(max(grammar.last[clause], verb - FARTHEST), verb)
    )


def _hidden_clause(grammar: Grammar, verb: int) -> list[int]:
    """Return the clauses that the parser has hung on a noun beside the verb, or taken for a condition."""
    lemma = grammar.tokens[verb].lemma
    addressees = grammar.kids(verb, "dobj") if lemma in TELLING else ()
    found = [k for noun in (*addressees, *grammar.kids(verb, "prep")) for k in _clauses_on(grammar, noun)]
    if lemma in ASKING:
        clauses = [k for k in grammar.kids(verb, "advcl", "pcomp") if k > verb]
        found += [
            k for k in clauses if any(grammar.word(mark) in ("whether", "if") for mark in grammar.kids(k, "mark"))
        ]
    if lemma in SAYING:  # said [the nurse left in May], taken for a nurse who left
        nouns = [k for k in grammar.kids(verb, "dobj") if k > verb]
        found += [k for k in nouns if any(grammar.tokens[c].tag in ("VBD", "VBZ") for c in grammar.kids(k, "acl"))]
    return found


def _is_hidden_verb(grammar: Grammar, token: int) -> bool:
    """Tell a verb that the parser takes for a noun, as in *regulations state that …*"""
    one = grammar.tokens[token]
    return (
        one.pos == "NOUN" and one.dep == "ROOT" and any(grammar.kids(k, "mark") for k in grammar.kids(token, "ccomp"))
    )


def _clauses_on(grammar: Grammar, noun: int) -> list[int]:
    """Return the that-clauses hung on an addressee or adjunct: told *the meeting* that …; said *in a note* that …"""
    nouns = [noun, *grammar.kids(noun, "pobj")]
    clauses = [k for at in nouns for k in grammar.kids(at, "acl", "relcl")]
    return [k for k in clauses if any(grammar.word(mark) == "that" for mark in grammar.kids(k, "mark"))]


def _around(grammar: Grammar, head: int, verb: int) -> list[Span]:
    """Return a clause without the cue and its source where these stand inside it."""
    first, last = grammar.first[head], _clause_end(grammar, head)
    inner_first, inner_last = grammar.first[verb], grammar.last[verb]
    if first <= verb <= last and grammar.tokens[head].head != verb:
        spans = []
        if first < inner_first:
            spans.append(grammar.span(first, inner_first - 1))
        if inner_last < last:
            spans.append(grammar.span(inner_last + 1, last))
        return spans
    if head < verb:  # the clause comes first: what the verb's own words are is not part of it
        return [grammar.span(first, min(last, verb - 1))]
    return [grammar.span(max(first, verb + 1), last)] if last > verb else []


def _clause_end(grammar: Grammar, head: int) -> int:
    """Return where a clause ends: before a verb that goes on after a closing quotation without a subject of its own."""
    for kid in grammar.kids(head, "conj"):
        before = grammar.first[kid] - 1
        while before > head and grammar.tokens[before].dep in ("cc", "punct"):
            before -= 1
        ended = grammar.quoted[before] >= 0 and grammar.quoted[kid] != grammar.quoted[before]
        if ended and not grammar.kids(kid, "nsubj", "nsubjpass") and grammar.quoted[head] != grammar.quoted[before]:
            return before
    return grammar.last[head]


def _is_to(grammar: Grammar, kid: int) -> bool:
    return any(grammar.word(aux) == "to" for aux in grammar.kids(kid, "aux"))


def _small(grammar: Grammar, kid: int) -> bool:
    """Tell a small clause (called *the memo a joke*), which the parser sometimes takes for a clause of its own."""
    return grammar.tokens[kid].pos not in VERBS and not grammar.kids(kid, "mark", "cop", "aux", "auxpass")


def _infinitive(grammar: Grammar, verb: int) -> list[Span]:
    return [grammar.reach(k) for k in grammar.kids(verb, "xcomp") if k > verb and _is_to(grammar, k)]


def _order(grammar: Grammar, verb: int, sense: Sense) -> list[Span]:
    """Return the infinitive that another is told to do; whom one wishes something of belongs to the wish."""
    for kid in grammar.kids(verb, "xcomp", "ccomp", "advcl"):
        if kid > verb and _is_to(grammar, kid):
            first = grammar.first[kid]
            if sense.attitude == "said":
                first = _past_addressee(grammar, kid)
            else:
                first = min([first, *(grammar.first[k] for k in grammar.kids(verb, "dobj") if k > verb)])
            return [grammar.span(first, grammar.last[kid])]
    return []


def _past_addressee(grammar: Grammar, kid: int) -> int:
    """Return the first token of an infinitive after its subject: urged *the board* to publish it."""
    subjects = [k for k in grammar.kids(kid, "nsubj", "nsubjpass") if k < kid]
    return grammar.last[subjects[-1]] + 1 if subjects else grammar.first[kid]


def _gerund(grammar: Grammar, verb: int) -> list[Span]:
    kids = grammar.kids(verb, "xcomp", "dobj", "pcomp", "ccomp")
    return [grammar.reach(k) for k in kids if k > verb and grammar.tokens[k].tag == "VBG"]


def _predicate(grammar: Grammar, verb: int) -> list[Span]:
    """Return object and predicate together: called [the memo a joke], described [it as a joke]."""
    after = [k for k in grammar.children[verb] if k > verb]
    says = [k for k in after if grammar.tokens[k].dep in ("oprd", "ccomp", "xcomp") and not _is_to(grammar, k)]
    says = [
        k for k in says if grammar.tokens[k].dep == "oprd" or grammar.tokens[k].tag not in ("VBD", "VBZ", "VBP", "MD")
    ]
    says += [
        k for k in after if grammar.word(k) == "as" and grammar.kids(k, "pobj", "amod", "pcomp", "advmod", "acomp")
    ]
    if not says:
        return []
    objects = [k for k in grammar.kids(verb, "dobj") if verb < k < says[0]]
    first = min(grammar.first[k] for k in [*objects, says[0]])
    return [grammar.span(max(first, verb + 1), grammar.last[says[0]])]


def _charge(grammar: Grammar, verb: int) -> list[Span]:
    """Return the deed in: accused her of [lying], thanked them for [the tea]."""
    if not grammar.kids(verb, "dobj", "nsubjpass"):
        return []
    for kid in grammar.kids(verb, "prep"):
        if kid > verb and grammar.word(kid) in ("of", "for", "with"):
            return [grammar.reach(k) for k in grammar.kids(kid, "pobj", "pcomp")[:1]]
    for noun in grammar.kids(verb, "dobj"):  # the parser often hangs the preposition on the noun before it
        for kid in grammar.kids(noun, "prep"):
            if grammar.word(kid) == "of" and grammar.kids(kid, "pcomp"):
                return [grammar.reach(k) for k in grammar.kids(kid, "pcomp")]
    return []


def _object(grammar: Grammar, verb: int, second: int) -> list[Span]:
    """Return the noun phrase that a stance verb or its preposition governs."""
    if second >= 0 and grammar.kids(second, "pobj", "pcomp"):
        return [grammar.reach(k) for k in grammar.kids(second, "pobj", "pcomp")[:1]]
    objects = [
        k
        for k in grammar.kids(verb, "dobj")
        if k > verb and grammar.word(k) not in ("itself", "himself", "herself", "themselves")
    ]
    if objects:
        return [grammar.reach(objects[0])]
    if is_passive(grammar, verb):
        return [grammar.reach(k) for k in grammar.kids(verb, "nsubjpass")]
    return []
