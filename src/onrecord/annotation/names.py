"""Names: runs of capitalised words, repaired where the tagger cut them wrong, titles parted from the name itself."""

import re
from collections.abc import Iterator

from onrecord.annotation.bearers import Bearer, Run, elect
from onrecord.annotation.grammar import Grammar
from onrecord.annotation.phrases import hyphened, left_edge, tokens_under
from onrecord.annotation.references import Gender, Reference, given_names, honorifics, name_bodies, roles, words_of
from onrecord.nouns.record import ActorKind
from onrecord.nouns.span import Span

COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "LANGUAGE"})
NAMING = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
PARTICLES = frozenset(
    {
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "das",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "van",
        "von",
        "vom",
        "zu",
    }
    | {"zum", "ter", "ten", "al", "bin", "ibn", "bint", "ben", "abu", "af", "av", "y", "e"}
)
LINKS = frozenset({"of", "for", "and", "the", "&", "on"})
NOBLE = frozenset(
    {"lord", "lady", "baroness", "baron", "earl", "duke", "duchess", "prince", "princess", "count", "countess"}
)
NOT_NAMES = frozenset(
    {"i", "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "you"}
    | {"my", "his", "her", "its", "their", "our", "your"}
)
INITIAL = re.compile(r"[A-Z]\.")
TITLE_LIMIT = 8  # words that titles before a name may fill; longer ones are headline debris
LONGEST_NAME = 12


def find_names(
    grammar: Grammar, skipped: tuple[Span, ...], titles: tuple[Span, ...]
) -> tuple[tuple[Reference, Bearer], ...]:
    """Find the names of an article outside the parts to skip, each with the kind of its bearer.

    In titles every word may be capitalised, so that only words count which are part of a name in the text below.
    """
    found = list(_runs(grammar, tokens_under(grammar, skipped)))
    shouted = tokens_under(grammar, titles)
    below = [(first, last) for first, last in found if first not in shouted]
    known = {
        grammar.word(at)
        for first, last in below
        if _is_named_run(grammar, first, last)
        for at in range(first, last + 1)
    }
    kept = (piece for first, last in found for piece in _known_pieces(grammar, (first, last), known, shouted))
    runs = [run for first, last in kept if (run := _split(grammar, first, last)) is not None]
    bearers = elect(grammar, runs)
    return tuple((_reference(grammar, run, bearer), bearer) for run, bearer in zip(runs, bearers, strict=True))


def _runs(grammar: Grammar, blocked: frozenset[int]) -> Iterator[tuple[int, int]]:
    index, total = 0, len(grammar.tokens)
    while index < total:
        if index in blocked or not _is_capital(grammar, index):
            index += 1
            continue
        last = index
        while (following := _follow(grammar, index, last)) is not None and following - index < LONGEST_NAME:
            last = following
        yield index, last
        index = last + 1


def _known_pieces(
    grammar: Grammar, run: tuple[int, int], known: set[str], shouted: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield a run that is a name, or the pieces of it that are one elsewhere: "ISIS" of "ISIS Plan Unmasked"."""
    if run[0] not in shouted or not known:
        if _is_named_run(grammar, *run) or (run[0] == run[1] and grammar.word(run[0]) in known):
            yield run
        return
    first = run[0]
    for at in range(run[0], run[1] + 2):
        if at > run[1] or grammar.word(at) not in known:
            if first < at:
                yield first, at - 1
            first = at + 1


def _is_named_run(grammar: Grammar, first: int, last: int) -> bool:
    """Tell whether the tagger takes any word of a run for a name."""
    return any(_is_named(grammar, at) for at in range(first, last + 1))


def _is_capital(grammar: Grammar, index: int) -> bool:
    """Tell whether a token can belong to a name: capitalised, or in a script without capitals, and no date."""
    token = grammar.tokens[index]
    mark = grammar.text[token.start]
    if not mark.isalpha() or mark.islower() or token.name in COUNTED or grammar.word(index) in NOT_NAMES:
        return False
    if token.pos in ("PROPN", "NOUN", "ADJ", "X") or token.name in NAMING or grammar.word(index) in given_names():
        return True
    return hyphened(grammar, index)[1] > index  # "As-Safir", "Al-Watan"


def _is_named(grammar: Grammar, index: int) -> bool:
    """Tell whether the tagger takes a token for a name."""
    return grammar.tokens[index].pos == "PROPN" or grammar.tokens[index].name in NAMING


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
    hangs = grammar.tokens[last].dep in ("compound", "nmod")
    return hangs or not (left in ("ORG", "GPE", "NORP") and right == "PERSON")


def _over_link(grammar: Grammar, first: int, last: int) -> int | None:
    """Return the capitalised token that a hyphen, particle, "of" or plural possessive joins to the name."""
    word, after = grammar.word(last + 1), last + 2
    if word in PARTICLES and after < len(grammar.tokens) and grammar.word(after) in PARTICLES:
        after += 1
    if after >= len(grammar.tokens) or grammar.sentence[after] != grammar.sentence[last]:
        return None
    if not _is_capital(grammar, after):
        return None
    between = grammar.text[grammar.tokens[last].end : grammar.tokens[after].start]
    if between in ("-", "‐", "‑", "–", " & ") or word in PARTICLES:
        return after
    if word in ("'", "’"):
        return after if grammar.word(last).endswith("s") and _ends_as_body(grammar, after) else None
    return after if word in LINKS and _is_bound(grammar, first, last, after) else None


def _ends_as_body(grammar: Grammar, index: int) -> bool:
    """Tell whether the capitalised words from here come to a noun for a body: "Workers' Union", "Patients' Forum"."""
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
        return grammar.word(last) in name_bodies() or grammar.word(first) in NOBLE
    return grammar.word(last + 1) == "and" and _ends_as_body(grammar, after) and grammar.tokens[last].dep != "nsubj"


def _split(grammar: Grammar, first: int, last: int) -> Run | None:
    """Part titles from the name they stand before ("Sports Minister | Pavel Drumm"); None for a title and no name."""
    if _is_title(grammar, last) and not _is_personal(grammar, first, last):
        return None
    if first == last and grammar.word(last) in words_of("bodies", "bodies", "words"):
        return None
    if grammar.word(last) in name_bodies() and grammar.tokens[last].name != "PERSON":
        return Run(first, last, first)
    for index in range(min(last, first + TITLE_LIMIT) - 1, first - 1, -1):
        # The second is a headline's way to say for whom somebody speaks: "Harbour Institute | Ann Marsh".
        if _is_title(grammar, index) or _is_body_before_name(grammar, index, last):
            start = index + 1
            while start < last and not grammar.text[grammar.tokens[start].start].isalpha():
                start += 1
            return Run(start, last, first)
    return Run(first, last, first)


def _is_personal(grammar: Grammar, first: int, last: int) -> bool:
    """Tell whether a last word that could be a title is a surname: "Tom Baker", but not "Prime Minister"."""
    return last > first and (grammar.tokens[last].name == "PERSON" or grammar.word(first) in given_names())


def _is_body_before_name(grammar: Grammar, index: int, last: int) -> bool:
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
    start = min(left_edge(grammar, root), run.title)
    kind: ActorKind = "person" if bearer == "person" else "organisation"
    return Reference(
        at=Span(grammar.tokens[start].start, head.end),
        head=head,
        token=root,
        form="name",
        kind=kind,
        words=" ".join(head.of(grammar.text).split()),
        gender=_gender(grammar, start, run.first) if kind == "person" else "",
        title=" ".join(grammar.text[grammar.tokens[start].start : head.start].split()),
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
