"""Whom a pronoun most likely means: the fitting figure that the sentences before made most prominent.

Subjects and speakers weigh more than others and every sentence in between halves the weight. A candidate that the
grammar or the quotation rules out gets none: nobody else's "he" is the one who is speaking.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.binding import coming_subject, outer_subject, own_subject
from onrecord.annotation.mention.figures import Figure, Scene
from onrecord.annotation.mention.pronouns import HE, SHE
from onrecord.annotation.mention.references import Reference, words_of
from onrecord.annotation.mention.speech import Turn

WINDOW = 60  # references looked back over; farther ones have no weight left
FADE = 0.5  # per sentence
DIMMED = 0.2  # who is spoken of inside a quotation is rarely taken up outside it
SUBJECT, SIDE, OBJECT, OTHER = 4.0, 2.5, 2.0, 1.0
SPEAKING = 3.0
FLOOR = 0.05  # about six sentences after a subject: farther back a reader would no longer know
OWN, SELF, ABOVE, COMING = 4.0, 20.0, 2.0, 3.0  # what the grammar of a pronoun's sentence adds
KNOWN_GENDER = 1.3
GUESSED = {("he", "he"): 1.3, ("she", "she"): 1.3, ("he", "she"): 0.15, ("she", "he"): 0.15}  # by given name
NAMELESS = 0.5  # a reader keeps whoever has a name in mind, and forgets "a reporter"
AGAIN = 0.15  # how much an earlier mention adds to the strongest one
PAPER = 0.5
DEEPEST = 8  # phrases between an object and its verb; deeper ones are misparses
SUBJECTS = ("nsubj", "nsubjpass")


class Stage(msgspec.Struct, frozen=True):
    """What a pronoun is judged by: parse, references, which tokens are sources, who speaks in each quotation.

    `clock` numbers the sentences and stands still in those that are quoted to the end.
    """

    grammar: Grammar
    references: Sequence[Reference]
    sources: frozenset[int]
    speakers: dict[int, int]
    clock: Sequence[int]
    turns: Sequence[Turn]
    at: Mapping[int, int]  # which reference each token heads


def run_clock(grammar: Grammar) -> tuple[int, ...]:
    """Number the sentences of the narration: a sentence that is quoted whole has the number of the one before."""
    found, now = [], 0
    for one in grammar.parse.sentences:
        words = [k for k in range(one.first, one.last) if grammar.tokens[k].pos not in ("PUNCT", "SPACE")]
        now += any(grammar.quoted[k] < 0 for k in words)
        found.append(now)
    return tuple(found)


def most_salient(stage: Stage, scene: Scene, index: int) -> int | None:
    """Return the figure that a third-person pronoun most likely means, or None where nobody fits."""
    if _is_of_others(stage, index):
        return None
    best: dict[int, float] = {}
    for earlier in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        number = scene.chain.get(earlier)
        if number is None or not suits_pronoun(stage.references[index], scene.figures[number]):
            continue
        weight = _weight(stage, index, earlier) * _suits(stage, index, scene.figures[number])
        before = best.get(number, 0.0)
        best[number] = max(before, weight) + AGAIN * min(before, weight)
    _lean(stage, scene, index, best)
    _rule_out(stage, scene, index, best)
    chosen = max(best, key=lambda number: best[number], default=None)
    return chosen if chosen is not None and best[chosen] >= FLOOR else None


def _is_of_others(stage: Stage, index: int) -> bool:
    """Tell whether "their" is that of a plural subject who is nobody in the record: "Tenants must pay their rent"."""
    grammar, one = stage.grammar, stage.references[index]
    if not one.plural or grammar.tokens[one.token].dep != "poss":
        return False
    subject = own_subject(grammar, one.token)
    plural = subject is not None and grammar.tokens[subject].tag in ("NNS", "NNPS")
    return plural and subject not in stage.at


def _lean(stage: Stage, scene: Scene, index: int, weights: dict[int, float]) -> None:
    """Add to the weights what the grammar of the pronoun's sentence makes likely."""
    grammar, one = stage.grammar, stage.references[index]
    dep = grammar.tokens[one.token].dep
    leanings = [(outer_subject(grammar, one.token), ABOVE), (coming_subject(grammar, one.token), COMING)]
    leanings.append((_owner_beside(grammar, one), SELF))
    leanings = [pair for pair in leanings if pair[0] is not None and _same_voice(grammar, pair[0], one.token)]
    if one.words.endswith("self") or (dep == "poss" and not _is_behalf(grammar, one.token)):
        # Of its own clause it stays the subject where a quotation opens in between: Olm “turned himself in”.
        leanings.append((own_subject(grammar, one.token), SELF if dep != "poss" else OWN))
    for token, weight in leanings:
        number = _known_at(stage, scene, token)
        if number is not None and suits_pronoun(one, scene.figures[number]):
            weights[number] = weights.get(number, 0.0) + weight * _suits(stage, index, scene.figures[number])


def _owner_beside(grammar: Grammar, one: Reference) -> int | None:
    """Return the "his" of "his lawyer, Ann Holm, said he was innocent": whoever speaks for him speaks of him."""
    subject = outer_subject(grammar, one.token)
    if subject is None:
        return None
    near = (subject, *grammar.kids(subject, "appos"), grammar.tokens[subject].head)
    beside = [token for token in near if grammar.tokens[token].lemma.lower() in agents()]
    owners = (owner for token in beside for owner in grammar.kids(token, "poss") if owner < one.token)
    same = HE if one.gender == "he" else SHE if one.gender == "she" else frozenset()
    return next((owner for owner in owners if grammar.word(owner) in same), None)


@cache
def agents() -> frozenset[str]:
    """Return the nouns for those who speak for somebody: what a brother says of "him" may be about anybody."""
    spokespeople = words_of("mandates", "spokespeople", "words")
    return words_of("people", "alike", "lawyer") | words_of("people", "agents", "words") | spokespeople


def _is_behalf(grammar: Grammar, token: int) -> bool:
    """Tell whether a possessive says for whom somebody acts: who speaks "on her behalf" is not she."""
    return grammar.word(grammar.tokens[token].head) == "behalf"


def _same_voice(grammar: Grammar, token: int, other: int) -> bool:
    return grammar.quoted[token] == grammar.quoted[other]


def _known_at(stage: Stage, scene: Scene, token: int | None) -> int | None:
    """Return who a token is: of a description that is still to be read, the name that stands beside it."""
    index = stage.at.get(-1 if token is None else token, -1)
    return scene.chain.get(index, scene.chain.get(scene.ties.get(index, -1)))


def _suits(stage: Stage, index: int, figure: Figure) -> float:
    """Weigh what makes a fitting figure likelier: a gender that is known and not only possible, a body not a paper."""
    gender = stage.references[index].gender
    if gender:
        fame = 1.0 if figure.named else NAMELESS
        return fame * (KNOWN_GENDER if figure.gender == gender else GUESSED.get((figure.guess, gender), 1.0))
    verb = stage.grammar.tokens[stage.grammar.tokens[stage.references[index].token].head].lemma.lower()
    return PAPER if figure.kind == "document" and verb not in words_of("bodies", "papers", "verbs") else 1.0


def suits_pronoun(pronoun: Reference, figure: Figure) -> bool:
    """Tell whether a figure can be meant by a pronoun of this gender and number, or by "the 54-year-old"."""
    if pronoun.form == "description":
        return figure.kind == "person" and not (figure.plural or figure.age)
    if pronoun.gender:
        single = figure.kind in ("person", "unnamed") and not figure.plural
        return single and figure.gender in ("", pronoun.gender)
    if pronoun.plural:
        return figure.plural or figure.kind in ("group", "organisation")
    return figure.kind in ("organisation", "document") or (figure.kind == "group" and not figure.plural)


def _weight(stage: Stage, index: int, earlier: int) -> float:
    """Return the weight that one earlier reference lends to its bearer."""
    grammar, then, now = stage.grammar, stage.references[earlier], stage.references[index]
    if then.at.holds(now.at):
        return 0.0
    weight = _prominence(grammar, then.token)
    if then.token in stage.sources:
        weight += SPEAKING
    if grammar.quoted[then.token] >= 0 and grammar.quoted[now.token] != grammar.quoted[then.token]:
        weight *= DIMMED
    return float(weight * FADE ** _distance(stage, then.token, now.token))


def _prominence(grammar: Grammar, token: int) -> float:
    """Weigh the place of a word in its sentence: subjects and agents lead, those of side clauses less."""
    dep, head = grammar.tokens[token].dep, grammar.tokens[token].head
    if dep in SUBJECTS:
        return SIDE if grammar.tokens[head].dep in ("relcl", "acl", "advcl") else SUBJECT
    if dep == "pobj" and grammar.tokens[head].dep == "agent":
        return SUBJECT
    return OBJECT if dep in ("dobj", "dative", "attr", "appos") else OTHER


def _distance(stage: Stage, then: int, now: int) -> int:
    """Count the sentences between two tokens; outside a quotation, those quoted in between do not count."""
    grammar = stage.grammar
    if grammar.quoted[now] >= 0:
        return grammar.sentence[now] - grammar.sentence[then]
    return stage.clock[grammar.sentence[now]] - stage.clock[grammar.sentence[then]]


def _rule_out(stage: Stage, scene: Scene, index: int, weights: dict[int, float]) -> None:
    """Drop the subject of the pronoun's own clause, and the speaker of the quotation it stands in."""
    grammar, token = stage.grammar, stage.references[index].token
    apart = grammar.tokens[token].dep in ("dobj", "dative", "pobj") or _is_behalf(grammar, token)
    if apart and not stage.references[index].words.endswith("self"):
        verb = _clause(grammar, token)
        for earlier in range(index - 1, max(-1, index - 12), -1):
            other = stage.references[earlier].token
            subject = scene.chain.get(earlier)
            if subject is not None and grammar.tokens[other].dep in SUBJECTS and grammar.tokens[other].head == verb:
                weights.pop(subject, None)
    speaker = scene.chain.get(stage.speakers.get(grammar.quoted[token], -1))
    if speaker is not None:
        weights.pop(speaker, None)


def _clause(grammar: Grammar, token: int) -> int:
    """Return the verb whose clause a token stands in."""
    for above in islice(grammar.ancestors(token), DEEPEST):
        if grammar.tokens[above].pos in ("VERB", "AUX"):
            return above
    return token
