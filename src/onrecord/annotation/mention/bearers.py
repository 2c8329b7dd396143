"""Bearers: whether a name is a person's, a body's, a place's or a thing's.

The tagger's label is one witness among several and not the best: it takes unknown people for bodies and towns. Titles,
ages and given names speak for a person, words like "Union" or "Plc" for a body; and what a name is in one sentence
it is in the whole article.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from typing import Literal, NamedTuple

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.references import (
    fold,
    given_names,
    honorifics,
    name_bodies,
    number_of,
    roles,
    words_of,
)
from onrecord.annotation.mention.runs import is_explained

Bearer = Literal["person", "organisation", "place", "thing"]

LABELS: dict[str, Bearer] = {
    "PERSON": "person", "ORG": "organisation", "NORP": "organisation", "GPE": "place", "LOC": "place",
    "FAC": "place", "PRODUCT": "thing", "WORK_OF_ART": "thing", "LAW": "thing", "EVENT": "thing",
}  # fmt: skip
# Weights, set by reading the names of invented stories: one plain word beside a name outweighs any label.
LABEL, TITLE, WORD, GIVEN, SHAPE, PLACE = 2, 12, 14, 8, 3, 6
ENOUGH = 3  # times that a label or a shape counts: a tagger that errs on a name errs on it all through the article
SUBJECTS = ("nsubj", "nsubjpass", "dobj", "agent")
FULL_NAME = (2, 3)  # words that the full name of a person mostly has


class Run(NamedTuple):
    """Tokens `first` to `last`, both included, that are one name; `title` is the first one of the titles before it."""

    first: int
    last: int
    title: int


class Ballot(NamedTuple):
    """The votes on each name over the whole article, and which full names each word belongs to."""

    votes: dict[str, Counter[Bearer]]
    people: dict[str, set[str]]
    bodies: dict[str, set[str]]


def elect(grammar: Grammar, runs: Sequence[Run]) -> tuple[Bearer, ...]:
    """Decide what bears each name, over all places where it stands in the article."""
    keys = [fold(grammar.span(run.first, run.last).of(grammar.text)) for run in runs]
    votes: dict[str, Counter[Bearer]] = defaultdict(Counter)
    labels: dict[str, Counter[Bearer]] = defaultdict(Counter)
    shaped: Counter[str] = Counter()
    for run, key in zip(runs, keys, strict=True):
        votes[key].update(_testimony(grammar, run))
        labels[key].update(_labels(grammar, run))
        shaped[key] += _is_shaped(grammar, run)
    for key, found in labels.items():
        votes[key].update({bearer: LABEL * min(count, ENOUGH) for bearer, count in found.items()})
        votes[key]["person"] += SHAPE * min(shaped[key], ENOUGH)
    for key in [key for key in votes if " " in key]:
        votes[key].update(_from_short_forms(key, votes))
    ballot = _index(votes)
    return tuple(_winner(key, ballot, titled=run.title < run.first) for run, key in zip(runs, keys, strict=True))


def _from_short_forms(key: str, votes: dict[str, Counter[Bearer]]) -> Counter[Bearer]:
    """Weigh how a full name is shortened: people to the last word ("Mr Holt"), companies to the first ("Haldane")."""
    first, last = key.split()[0], key.split()[-1]
    found: Counter[Bearer] = Counter()
    if last in votes:
        found["person"] += SHAPE + min(TITLE, votes[last]["person"] // 2)
    elif first in votes and first not in given_names() and votes[first]["person"] < TITLE:
        found["organisation"] += WORD
    return found


def _index(votes: dict[str, Counter[Bearer]]) -> Ballot:
    ballot = Ballot(votes, defaultdict(set), defaultdict(set))
    for key, found in votes.items():
        if " " in key and found:
            index = ballot.people if found.most_common(1)[0][0] == "person" else ballot.bodies
            for word in key.split():
                index[word].add(key)
    return ballot


def _testimony(grammar: Grammar, run: Run) -> Counter[Bearer]:
    """Weigh what the words in and around one name say of its bearer."""
    votes: Counter[Bearer] = Counter()
    votes["person"] += _weigh_person(grammar, run)
    votes["place"] += _weigh_place(grammar, run)
    votes["thing"] += _weigh_thing(grammar, run)
    if any(grammar.word(at) in name_bodies() or grammar.word(at) == "&" for at in range(run.first, run.last + 1)):
        votes["organisation"] += WORD
    if _is_articled(grammar, run):
        votes["organisation"] += SHAPE
    told = is_explained(grammar, run.last) or _is_rival(grammar, run)
    if told or _is_beside(grammar, run, name_bodies()) or _is_account(grammar, run):
        votes["organisation"] += TITLE
    return votes


def _labels(grammar: Grammar, run: Run) -> set[Bearer]:
    """Return what the tagger takes a name for."""
    found = (LABELS.get(grammar.tokens[index].name) for index in range(run.first, run.last + 1))
    return {label for label in found if label is not None}


def _weigh_person(grammar: Grammar, run: Run) -> int:
    """Weigh what speaks for a person: a title, an age, an office beside the name, a given name."""
    weight = 0
    if run.title < run.first or _has_title(grammar, run):
        weight += TITLE
    beside = not _is_acronym(grammar, run) and _is_beside(grammar, run, roles().keys())
    if beside or _has_age_or_who(grammar, run.last):
        weight += TITLE
    return weight + (GIVEN if _is_full(grammar, run) and grammar.word(run.first) in given_names() else 0)


def _is_full(grammar: Grammar, run: Run) -> bool:
    return len(grammar.span(run.first, run.last).of(grammar.text).split()) in FULL_NAME


def _is_shaped(grammar: Grammar, run: Run) -> bool:
    """Tell whether a name with no known given name looks like a person's: two or three words, no article, no place."""
    known = grammar.word(run.first) in given_names()
    return _is_full(grammar, run) and not (known or _is_articled(grammar, run) or _is_placed(grammar, run))


def _is_rival(grammar: Grammar, run: Run) -> bool:
    """Tell whether a plural says what one name is: "Rivals Castra City have", not "rivals Ann Holm and Tom Rusk"."""
    before, after = run.title - 1, run.last + 1
    if before < 0 or grammar.tokens[before].tag not in ("NNS", "NNPS") or after >= len(grammar.tokens):
        return False
    kinds = words_of("people", "relations", "words") | words_of("people", "epithets", "words")
    adjoins = grammar.tokens[before].end + 1 == grammar.tokens[run.title].start
    one = adjoins and grammar.word(after) not in ("and", ",", "or")
    return one and grammar.tokens[before].lemma.lower() in kinds


def _is_placed(grammar: Grammar, run: Run) -> bool:
    """Tell whether the tagger takes all of a name for a place, where nobody acts: two words are then no sign."""
    inside = range(run.first, run.last + 1)
    acts = any(grammar.tokens[at].dep in SUBJECTS for at in inside)
    return not acts and {grammar.tokens[at].name for at in inside} <= {"GPE", "LOC"}


def _is_acronym(grammar: Grammar, run: Run) -> bool:
    """Tell whether a name is one word in capitals that the tagger takes for a body: of no person is that the name."""
    return (
        run.first == run.last
        and grammar.tokens[run.first].at.of(grammar.text).isupper()
        and "organisation" in _labels(grammar, run)
    )


def _is_account(grammar: Grammar, run: Run) -> bool:
    """Tell whether the name stands right after the noun for a body or an account: "the Telegram channel Low Water"."""
    before = run.first - 1
    if before < 1 or grammar.text[grammar.tokens[before].end : grammar.tokens[run.first].start] != " ":
        return False
    noun = grammar.word(before)
    if noun in words_of("bodies", "bodies", "accounts"):
        # "the channel Ann Holm runs" names who runs it.
        return not any(grammar.tokens[at].dep in SUBJECTS for at in range(run.first, run.last + 1))
    hangs = run.first <= grammar.tokens[before].head <= run.last and grammar.tokens[before].tag == "NN"
    return hangs and noun in words_of("bodies", "bodies", "words") and noun not in roles()


def _weigh_place(grammar: Grammar, run: Run) -> int:
    """Weigh what the words of a name and the preposition before it say for a place."""
    first, last = grammar.word(run.first), grammar.word(run.last)
    if run.first < run.last and first in words_of("proper", "places", "first"):
        return 2 * PLACE
    if any(grammar.tokens[at].dep in SUBJECTS for at in range(run.first, run.last + 1)):
        return 0  # who acts is no place
    before = grammar.word(run.first - 1) if run.first and run.title == run.first else ""
    weight = PLACE if run.first < run.last and last in words_of("proper", "places", "last") else 0
    weight += PLACE if before in words_of("proper", "places", "surely") else 0
    return weight + (SHAPE if before in words_of("proper", "places", "maybe") else 0)


def _weigh_thing(grammar: Grammar, run: Run) -> int:
    """Weigh the last word of a name: "Mines Act", "Apple Day", "Shaft Four"."""
    last = grammar.word(run.last)
    if run.first == run.last or grammar.word(run.first) in given_names():
        return 0
    return WORD if is_rule(last) or last in words_of("proper", "things", "occasions") or number_of(last) else 0


def is_rule(word: str) -> bool:
    """Tell whether a word ends the name of a rule: "Mines Act"."""
    return word in words_of("proper", "things", "rules")


def _is_articled(grammar: Grammar, run: Run) -> bool:
    """Tell whether "the" stands right before the name, as before bodies, papers and rivers and not before people."""
    return run.title > 0 and grammar.word(run.title - 1) == "the"


def _has_title(grammar: Grammar, run: Run) -> bool:
    """Tell whether a noun for a person stands right before the name: "chief executive Petra Adjei"."""
    before = run.first - 1
    if before < 0 or grammar.sentence[before] != grammar.sentence[run.first]:
        return False
    word = grammar.word(before).rstrip(".")
    hangs = grammar.tokens[before].dep in ("compound", "nmod", "amod", "appos", "nsubj", "pobj", "dobj")
    return hangs and (word in honorifics() or word in roles()) and grammar.tokens[before].tag != "NNS"


def _is_beside(grammar: Grammar, run: Run, nouns: Set[str]) -> bool:
    """Tell whether the name stands in apposition to one of these nouns in the singular, on either side."""
    for index in range(run.first, run.last + 1):
        head = grammar.tokens[index].head
        if grammar.tokens[index].dep == "appos" and not run.first <= head <= run.last and _is_one(grammar, head, nouns):
            return True
        if any(child > run.last and _is_one(grammar, child, nouns) for child in grammar.kids(index, "appos")):
            return True
    return False


def _is_one(grammar: Grammar, index: int, nouns: Set[str]) -> bool:
    return grammar.tokens[index].lemma.lower() in nouns and grammar.tokens[index].tag != "NNS"


def _has_age_or_who(grammar: Grammar, last: int) -> bool:
    """Tell whether an age or a clause with "who" follows: "Bert Lomax, 71," or "Aske, who"; not "Muslims who"."""
    if grammar.tokens[last].tag in ("NNPS", "NNS"):
        return False
    words = [grammar.word(at) for at in range(last + 1, min(last + 4, len(grammar.tokens)))]
    if len(words) < 3 or words[0] != ",":
        return words[:1] == ["who"]
    return words[1] in ("who", "whose", "whom") or (words[1].isdigit() and len(words[1]) == 2 and words[2] in ",.;)")


def _winner(key: str, ballot: Ballot, *, titled: bool) -> Bearer:
    if titled:
        return "person"
    votes = Counter(ballot.votes[key])
    if " " not in key and ballot.people.get(key):
        votes["person"] += GIVEN
    elif " " not in key and ballot.bodies.get(key):
        votes["organisation"] += LABEL * 2
    if not any(votes.values()):
        return "person" if " " in key else "thing"
    return votes.most_common(1)[0][0]
