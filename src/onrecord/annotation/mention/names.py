"""Names: who is called what, titles parted from the name itself, headlines read by the names in the text below."""

import re
from collections.abc import Iterable, Iterator, Mapping

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.bearers import Bearer, Run, elect, is_rule
from onrecord.annotation.mention.phrases import left_edge, tokens_under
from onrecord.annotation.mention.references import (
    Gender,
    Reference,
    given_names,
    honorifics,
    name_bodies,
    roles,
    words_of,
)
from onrecord.annotation.mention.runs import LINKS, find_introduced, find_runs, is_named
from onrecord.nouns.record import ActorKind
from onrecord.nouns.span import Span

INITIAL = re.compile(r"[A-Z]\.")
PLURALS = ("NNS", "NNPS")
OWNER = 8  # words from whose somebody is to the name
TITLE_LIMIT = 8  # words that titles before a name may fill; longer ones are headline debris


def find_names(
    grammar: Grammar, skipped: tuple[Span, ...], titles: tuple[Span, ...]
) -> tuple[tuple[Reference, Bearer], ...]:
    """Find the names of an article outside the parts to skip, each with the kind of its bearer.

    In titles every word may be capitalised, so that only words count which are part of a name in the text below.
    """
    blocked, shouted = tokens_under(grammar, skipped), tokens_under(grammar, titles)
    introduced = frozenset(_introduced(grammar, blocked))
    found = _beside(introduced, find_runs(grammar, blocked))
    below = [run for run in found if run[0] not in shouted and (run in introduced or is_named(grammar, *run))]
    known = {grammar.word(at): False for first, last in below for at in range(first, last + 1)}
    known.update({grammar.word(at): True for run in below for at in run})
    kept = (
        piece
        for run in found
        for piece in ((run,) if run in introduced else _known_pieces(grammar, run, known, shouted))
    )
    runs = [run for first, last in kept if (run := _split(grammar, first, last)) is not None]
    bearers = elect(grammar, runs)
    return tuple((_reference(grammar, run, bearer), bearer) for run, bearer in zip(runs, bearers, strict=True))


def _introduced(grammar: Grammar, blocked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield every place where a name stands that the text introduces somewhere: "Listen First, a network of …"."""
    lengths = {
        grammar.span(first, last).of(grammar.text): last - first for first, last in find_introduced(grammar, blocked)
    }
    openings = {name.split()[0] for name in lengths}
    for at, token in enumerate(grammar.tokens) if lengths else ():
        if at in blocked or token.at.of(grammar.text) not in openings:
            continue
        for name, length in lengths.items():
            if at + length < len(grammar.tokens) and grammar.span(at, at + length).of(grammar.text) == name:
                yield at, at + length


def _beside(introduced: frozenset[tuple[int, int]], found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the names that the text introduces, and those that the tagger sees beside them, in order."""
    covered = {at for first, last in introduced for at in range(first, last + 1)}
    return sorted([*introduced, *(run for run in found if covered.isdisjoint(range(run[0], run[1] + 1)))])


def _known_pieces(
    grammar: Grammar, run: tuple[int, int], known: Mapping[str, bool], shouted: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield a run that is a name, or the pieces of it that are one elsewhere: "ISIS" of "ISIS Plan Unmasked".

    `known` tells of a word whether it opens or ends a name: "Harbour" of "Torvik Harbour Trust" alone is none.
    """
    if run[0] not in shouted or not known:
        if is_named(grammar, *run) or (run[0] == run[1] and grammar.word(run[0]) in known):
            yield run
        return
    first = run[0]
    for at in range(run[0], run[1] + 2):
        if at > run[1] or grammar.word(at) not in known:
            if first < at - 1 or (first < at and known[grammar.word(first)]):
                yield first, at - 1
            first = at + 1


def _split(grammar: Grammar, first: int, last: int) -> Run | None:
    """Part titles from the name they stand before ("Sports Minister | Pavel Drumm"); None for a title and no name."""
    if _is_title(grammar, last) and not _is_personal(grammar, first, last):
        return None
    if first == last and (grammar.word(last) in words_of("bodies", "bodies", "words") or _is_numbered(grammar, last)):
        return None
    if grammar.word(last) in name_bodies() and grammar.tokens[last].name != "PERSON":
        return Run(first, last, first)
    if first < last and grammar.tokens[first].tag in PLURALS and grammar.tokens[first].lemma.lower() in roles():
        first += 1  # "Rivals Castra City"
    for index in range(min(last, first + TITLE_LIMIT) - 1, first - 1, -1):
        # The second is a headline's way to say for whom somebody speaks: "Harbour Institute | Ann Marsh".
        if grammar.word(index + 1) not in LINKS and (
            _is_title(grammar, index) or _is_body_before_name(grammar, index, last)
        ):
            start = index + 1
            while start < last and not grammar.text[grammar.tokens[start].start].isalpha():
                start += 1
            return Run(start, last, first)
    return Run(first, last, first)


def _is_numbered(grammar: Grammar, index: int) -> bool:
    """Tell a part of a paper that has a number: "Section 4", "Annex 2"."""
    after = grammar.word(index + 1) if index + 1 < len(grammar.tokens) else ""
    return grammar.word(index) in words_of("bodies", "papers", "words") and after[:1].isdigit()


def _is_personal(grammar: Grammar, first: int, last: int) -> bool:
    """Tell whether a last word that could be a title is a surname: "Tom Baker", but not "Prime Minister"."""
    return last > first and (grammar.tokens[last].name == "PERSON" or grammar.word(first) in given_names())


def _is_body_before_name(grammar: Grammar, index: int, last: int) -> bool:
    return _turns_person(grammar, index, last) or _is_noun_for_body(grammar, index, last)


def _turns_person(grammar: Grammar, index: int, last: int) -> bool:
    """Tell whether the tagger ends one name and begins a person's here: "University of Torvik | Ann Marsh"."""
    person = all(grammar.tokens[at].name == "PERSON" for at in range(index + 1, last + 1))
    return person and last - index >= 2 and grammar.tokens[index].name in ("ORG", "GPE", "NORP")


def _is_noun_for_body(grammar: Grammar, index: int, last: int) -> bool:
    if index + 1 >= last or grammar.word(index) not in name_bodies():
        return False
    words = [grammar.span(at, at).of(grammar.text) for at in range(index + 1, last)]
    labels = grammar.tokens[index].name, grammar.tokens[last].name
    return words[0].lower() in given_names() or any(map(INITIAL.fullmatch, words)) or labels == ("ORG", "PERSON")


def _is_title(grammar: Grammar, index: int) -> bool:
    word = grammar.word(index).rstrip(".")
    return word in honorifics() or word in roles()


def _reference(grammar: Grammar, run: Run, bearer: Bearer) -> Reference:
    head = grammar.span(run.first, run.last)
    root = _root(grammar, run)
    start = _with_owner(grammar, min(left_edge(grammar, root), run.title))
    kind: ActorKind = "person" if bearer == "person" else "organisation"
    if bearer == "thing" and is_rule(grammar.word(run.last)):
        kind = "document"
    return Reference(
        at=Span(grammar.tokens[start].start, head.end),
        head=head,
        token=root,
        form="name",
        kind=kind,
        words=" ".join(head.of(grammar.text).split()),
        gender=_gender(grammar, start, run.first) if kind == "person" else "",
        title=" ".join(grammar.text[grammar.tokens[start].start : head.start].split()),
        aside=bearer == "place",
    )


def _with_owner(grammar: Grammar, start: int) -> int:
    """Return where a name begins with whose its bearer is, though the parse parts the two: "the paper's Ann Holm"."""
    owner = grammar.tokens[start - 1].head if start and grammar.tokens[start - 1].dep == "case" else start
    return left_edge(grammar, owner) if start - OWNER <= owner < start else start


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
