"""Names: runs of capitalised words, repaired where the tagger cut them wrong, and who bears them: a person or a body.

The tagger's labels are one witness among several. Titles and ages speak for a person, words like "Union" or "Plc"
for a body, and what a name is in one sentence it is in the whole article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.phrases import left_edge
from onrecord.annotation.references import Gender, Reference, fold, honorifics, name_bodies, roles
from onrecord.nouns.annotations import MentionForm
from onrecord.nouns.article import Article
from onrecord.nouns.record import ActorKind
from onrecord.nouns.span import Span

Bearer = Literal["person", "organisation", "place", "thing"]

BEARERS: dict[str, Bearer] = {
    "PERSON": "person", "ORG": "organisation", "NORP": "organisation", "GPE": "place", "LOC": "place",
    "FAC": "place", "PRODUCT": "thing", "WORK_OF_ART": "thing", "LAW": "thing", "EVENT": "thing",
}  # fmt: skip
COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
PARTICLES = frozenset(
    "de del della der den di da das do dos du la le van von vom zu zum ter ten al el bin ibn bint ben abu af av y e".split()
)
LINKS = frozenset({"of", "for", "and", "the", "&", "on"})
NOT_NAMES = frozenset("i the a an this that these those it he she they we you my his her its their our".split())
TITLE_LIMIT = 8  # words that titles before a name may fill; longer ones are headline debris
LONGEST_NAME = 12


class Run(NamedTuple):
    """Tokens `first` to `last`, both included, that are one name with `title` the first token of what stands before it."""

    first: int
    last: int
    title: int


class Ballot(NamedTuple):
    """What speaks for each kind of bearer of a name, over the whole article."""

    votes: dict[str, Counter[Bearer]]
    people: dict[str, set[str]]
    bodies: dict[str, set[str]]


def find_names(article: Article, grammar: Grammar, skipped: tuple[Span, ...]) -> tuple[tuple[Reference, Bearer], ...]:
    """Find the names of an article outside the parts to skip, each with the kind of its bearer."""
    runs = [_split(grammar, first, last) for first, last in _runs(grammar, skipped)]
    ballot = _count(grammar, runs)
    found = ((run, _elect(grammar, run, ballot)) for run in runs)
    return tuple((_reference(article, grammar, run, bearer), bearer) for run, bearer in found)


def name_words(grammar: Grammar, run: Run) -> str:
    """Return the name as the text writes it."""
    return " ".join(grammar.span(run.first, run.last).of(grammar.text).split())


def _runs(grammar: Grammar, skipped: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    index, total, blocked = 0, len(grammar.tokens), _blocked(grammar, skipped)
    while index < total:
        if index in blocked or not _is_capital(grammar, index):
            index += 1
            continue
        last = index
        while (following := _follow(grammar, index, last)) is not None and following - index < LONGEST_NAME:
            last = following
        if any(_is_named(grammar, at) for at in range(index, last + 1)):
            yield index, last
        index = last + 1


def _blocked(grammar: Grammar, skipped: tuple[Span, ...]) -> frozenset[int]:
    found: list[int] = []
    at = 0
    for index, token in enumerate(grammar.tokens):
        while at < len(skipped) and skipped[at].end <= token.start:
            at += 1
        if at < len(skipped) and skipped[at].start <= token.start:
            found.append(index)
    return frozenset(found)


def _is_capital(grammar: Grammar, index: int) -> bool:
    """Tell whether a token can belong to a name: capitalised, or of a script without capitals, and no date or figure."""
    token = grammar.tokens[index]
    mark = grammar.text[token.start]
    if not mark.isalpha() or mark.islower() or token.name in COUNTED or grammar.word(index) in NOT_NAMES:
        return False
    return token.pos in ("PROPN", "NOUN", "ADJ", "X") or token.name in BEARERS


def _is_named(grammar: Grammar, index: int) -> bool:
    """Tell whether the tagger takes a token for a name."""
    return grammar.tokens[index].pos == "PROPN" or grammar.tokens[index].name in BEARERS


def _follow(grammar: Grammar, first: int, last: int) -> int | None:
    """Return the next token of the name that runs from `first` to `last`, or None where it ends."""
    step = last + 1
    if step >= len(grammar.tokens) or grammar.sentence[step] != grammar.sentence[last]:
        return None
    if _is_capital(grammar, step):
        return step if _adjoins(grammar, last, step) else None
    return _over_link(grammar, first, last)


def _adjoins(grammar: Grammar, last: int, step: int) -> bool:
    """Tell whether two capitalised words with nothing but a space between them belong to one name."""
    gap = grammar.text[grammar.tokens[last].end : grammar.tokens[step].start]
    if gap not in ("", " ", "\xa0"):
        return False
    left, right = grammar.tokens[last].name, grammar.tokens[step].name
    return not (
        left in ("ORG", "GPE", "NORP") and right == "PERSON" and grammar.tokens[last].dep not in ("compound", "nmod")
    )


def _over_link(grammar: Grammar, first: int, last: int) -> int | None:
    """Return the capitalised token that a hyphen, particle, "of" or plural possessive joins to the name."""
    word, after = grammar.word(last + 1), last + 2
    if after >= len(grammar.tokens) or grammar.sentence[after] != grammar.sentence[last]:
        return None
    if word in PARTICLES and grammar.word(after) in PARTICLES:
        after += 1
    if after >= len(grammar.tokens) or not _is_capital(grammar, after):
        return None
    between = grammar.text[grammar.tokens[last].end : grammar.tokens[after].start]
    if between in ("-", "‐", "‑", "–", " & "):
        return after
    if word in ("'", "’"):
        return after if grammar.word(last).endswith("s") and _ends_as_body(grammar, after) else None
    if word in PARTICLES or (word in LINKS and _is_bound(grammar, first, last, after)):
        return after
    return None


def _ends_as_body(grammar: Grammar, index: int) -> bool:
    """Tell whether the capitalised words from here end in a noun for a body: "Workers' Union", "Patients' Forum"."""
    for at in range(index, min(index + LONGEST_NAME, len(grammar.tokens))):
        if not _is_capital(grammar, at):
            return False
        if grammar.word(at) in name_bodies():
            return True
    return False


def _is_bound(grammar: Grammar, first: int, last: int, after: int) -> bool:
    """Tell whether "of", "for", "and" stand inside one name and not between two."""
    inside = {grammar.tokens[at].name for at in range(last, after + 1)}
    if len(inside) == 1 and inside <= {"ORG", "LAW", "WORK_OF_ART", "FAC"}:
        return True
    if grammar.word(last + 1) in ("of", "for"):
        noble = grammar.word(first) in ("lord", "lady", "baroness", "earl", "duke", "duchess", "prince", "princess")
        return grammar.word(last) in name_bodies() or noble
    return grammar.word(last + 1) == "and" and _ends_as_body(grammar, after) and grammar.tokens[last].dep != "nsubj"


def _split(grammar: Grammar, first: int, last: int) -> Run:
    """Part titles from the name they stand before: "Sports Minister | Pavel Drumm"."""
    if grammar.word(last) in name_bodies() and grammar.word(first) not in honorifics():
        return Run(first, last, first)
    known = honorifics().keys() | roles().keys()
    for index in range(min(last, first + TITLE_LIMIT) - 1, first - 1, -1):
        if grammar.word(index).rstrip(".") in known:
            start = index + 1
            while start < last and not grammar.text[grammar.tokens[start].start].isalpha():
                start += 1
            return Run(start, last, first)
    return Run(first, last, first)


def _count(grammar: Grammar, runs: list[Run]) -> Ballot:
    """Collect the evidence on each name, and which full names each single word belongs to."""
    ballot = Ballot(defaultdict(Counter), defaultdict(set), defaultdict(set))
    for run in runs:
        key = fold(name_words(grammar, run))
        ballot.votes[key].update(_testimony(grammar, run))
    for key, votes in ballot.votes.items():
        if " " in key and votes:
            leading = votes.most_common(1)[0][0]
            index = ballot.people if leading == "person" else ballot.bodies
            for word in key.split():
                index[word].add(key)
    return ballot


def _testimony(grammar: Grammar, run: Run) -> Counter[Bearer]:
    """Weigh what the words in and around one name say of its bearer."""
    votes: Counter[Bearer] = Counter()
    for index in range(run.first, run.last + 1):
        label = BEARERS.get(grammar.tokens[index].name)
        if label:
            votes[label] += 2
    words = [grammar.word(index) for index in range(run.first, run.last + 1)]
    if any(word in name_bodies() for word in words):
        votes["organisation"] += 12
    if run.title < run.first or _has_title(grammar, run):
        votes["person"] += 10
    if _has_age_or_who(grammar, run.last):
        votes["person"] += 10
    if len(words) == 1 and 1 < len(words[0]) < 7 and grammar.span(run.first, run.last).of(grammar.text).isupper():
        votes["organisation"] += 1
    return votes


def _has_title(grammar: Grammar, run: Run) -> bool:
    """Tell whether a noun for a person stands right before the name: "chief executive Petra Adjei"."""
    before = run.first - 1
    if before < 0 or grammar.sentence[before] != grammar.sentence[run.first]:
        return False
    word = grammar.word(before).rstrip(".")
    hangs = grammar.tokens[before].dep in ("compound", "nmod", "amod", "appos", "nsubj", "pobj")
    return hangs and (word in honorifics() or word in roles()) and not grammar.word(before).endswith("s")


def _has_age_or_who(grammar: Grammar, last: int) -> bool:
    """Tell whether an age or a clause with "who" follows: "Bert Lomax, 71," or "Aske, who"."""
    words = [grammar.word(at) for at in range(last + 1, min(last + 4, len(grammar.tokens)))]
    if len(words) < 2 or words[0] != ",":
        return words[:1] == ["who"]
    return words[1] in ("who", "whose", "whom") or (words[1].isdigit() and len(words[1]) == 2 and words[2:3] != ["per"])


def _elect(grammar: Grammar, run: Run, ballot: Ballot) -> Bearer:
    """Decide what bears a name, over all places where it stands in the article."""
    key = fold(name_words(grammar, run))
    votes = Counter(ballot.votes[key])
    if " " not in key:
        if run.title == run.first and ballot.bodies.get(key) and not ballot.people.get(key):
            votes["organisation"] += 4
        if ballot.people.get(key):
            votes["person"] += 8
    if not votes:
        return "person" if " " in key else "thing"
    return votes.most_common(1)[0][0]


def _reference(article: Article, grammar: Grammar, run: Run, bearer: Bearer) -> Reference:
    head = grammar.span(run.first, run.last)
    root = _root(grammar, run)
    start = min(left_edge(grammar, root), run.title)
    kind: ActorKind = "person" if bearer == "person" else "organisation"
    form: MentionForm = "name"
    return Reference(
        at=Span(grammar.tokens[start].start, head.end),
        head=head,
        token=root,
        form=form,
        kind=kind,
        words=" ".join(head.of(article.text).split()),
        gender=_gender(grammar, start, run.first) if kind == "person" else "",
        title=" ".join(article.text[grammar.tokens[start].start : head.start].split()),
    )


def _root(grammar: Grammar, run: Run) -> int:
    """Return the token of the name on which the others hang."""
    for index in range(run.last, run.first - 1, -1):
        if not run.first <= grammar.tokens[index].head <= run.last or grammar.tokens[index].head == index:
            return index
    return run.last


def _gender(grammar: Grammar, start: int, first: int) -> Gender:
    """Return the gender that a title before the name tells."""
    for index in range(first - 1, start - 1, -1):
        word = grammar.word(index).rstrip(".")
        found = honorifics().get(word) or roles().get(word)
        if found:
            return found
        if grammar.tokens[index].dep in ("poss", "case"):
            break
    return ""
