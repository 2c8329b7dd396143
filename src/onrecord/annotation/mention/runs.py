"""Runs: which capitalised words stand together as one name, repaired where the tagger cut them wrong.

Hyphens ("Joon-ho"), particles ("Ana de la Torre", "Rami al-Haddad") and the small words inside the names of bodies
("Ministry of Works") hold a run together.
"""

from collections.abc import Iterator

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import hyphened
from onrecord.annotation.mention.references import given_names, name_bodies, words_of

COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "LANGUAGE"})
NAMING = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
LINKS = frozenset({"of", "for", "and", "the", "&", "on"})
LONGEST_NAME = 12  # tokens
LONGEST_NOUN = 5  # tokens from the article to its noun
CALENDAR = frozenset({"DATE", "TIME"})
OPENING = frozenset({"ADP", "SCONJ", "CCONJ", "PRON", "DET", "AUX", "PUNCT"})  # "In Torvik, a bank …" names nobody


def find_runs(grammar: Grammar, blocked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of every run of capitalised words outside the blocked tokens."""
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


def find_introduced(grammar: Grammar, blocked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield names made of any words, which a comma and a noun for a body explain: "Listen First, a network of …".

    They stand at the start of a sentence, where the tagger takes them for an order or a time.
    """
    for sentence in grammar.parse.sentences:
        last = sentence.first
        while last + 1 < sentence.last and last - sentence.first < LONGEST_NAME and _is_large(grammar, last + 1):
            last += 1
        inside = range(sentence.first, last + 1)
        plain = all(grammar.tokens[at].name not in CALENDAR and at not in blocked for at in inside)
        opens = _is_large(grammar, sentence.first) and grammar.tokens[sentence.first].pos not in OPENING
        if last > sentence.first and plain and opens and is_explained(grammar, last):
            yield sentence.first, last


def _is_large(grammar: Grammar, index: int) -> bool:
    return grammar.text[grammar.tokens[index].start].isupper()


def is_explained(grammar: Grammar, last: int) -> bool:
    """Tell whether ", a" and a noun for a body follow, and what is said of it."""
    if last + 3 >= len(grammar.tokens) or grammar.word(last + 1) != "," or grammar.word(last + 2) not in ("a", "an"):
        return False
    noun = grammar.tokens[last + 2].head
    body = grammar.tokens[noun].lemma.lower() in words_of("bodies", "bodies", "words")
    goes_on = noun + 1 < len(grammar.tokens) and grammar.tokens[noun + 1].pos not in ("VERB", "AUX")
    return body and 0 < noun - last - 2 <= LONGEST_NOUN and goes_on


def is_named(grammar: Grammar, first: int, last: int) -> bool:
    """Tell whether the tagger takes any word of a run for a name."""
    return any(grammar.tokens[at].pos == "PROPN" or grammar.tokens[at].name in NAMING for at in range(first, last + 1))


def _is_capital(grammar: Grammar, index: int) -> bool:
    """Tell whether a token can belong to a name: capitalised, or in a script without capitals, and no date."""
    token = grammar.tokens[index]
    mark = grammar.text[token.start]
    if mark.islower():
        return grammar.word(index) in words_of("people", "names", "articles") and _opens_hyphened(grammar, index)
    if not mark.isalpha() or token.name in COUNTED or grammar.word(index) in words_of("people", "names", "never"):
        return False
    if _is_caption(grammar, index):
        return False
    if token.pos in ("PROPN", "NOUN", "ADJ", "X") or token.name in NAMING or grammar.word(index) in given_names():
        return True
    return hyphened(grammar, index)[1] > index  # "As-Safir", "Al-Watan"


def _is_caption(grammar: Grammar, index: int) -> bool:
    """Tell whether a word opens the line that says whose a picture is: "Ann Holm at sea Photo: Tom Rusk"."""
    labels = grammar.word(index) in words_of("people", "names", "captions")
    return labels and index + 1 < len(grammar.tokens) and grammar.word(index + 1) == ":"


def _opens_hyphened(grammar: Grammar, index: int) -> bool:
    """Tell whether a hyphen joins a token to a capitalised one: "al-Haddad"."""
    last = hyphened(grammar, index)[1]
    return last > index and grammar.text[grammar.tokens[index + 2].start].isupper()


def _follow(grammar: Grammar, first: int, last: int) -> int | None:
    """Return the next token of the name that runs from `first` to `last`, or None where it ends."""
    step = last + 1
    if step >= len(grammar.tokens) or grammar.sentence[step] != grammar.sentence[last]:
        return None
    if _is_capital(grammar, step):
        return step if _adjoins(grammar, last, step) else None
    if hyphened(grammar, last)[1] > last and _is_second_half(grammar, last + 2):
        return last + 2
    return _over_link(grammar, first, last)


def _is_second_half(grammar: Grammar, index: int) -> bool:
    """Tell whether a small word after a hyphen is part of the name ("Joon-ho") and not of its phrase ("Oslo-born")."""
    token = grammar.tokens[index]
    named = token.pos == "PROPN" or (token.name == "PERSON" and token.pos in ("NOUN", "X"))
    return named and grammar.text[token.start].islower()


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
    particle = _is_particle(grammar, last + 1)
    if particle and after < len(grammar.tokens) and _is_particle(grammar, after):
        after += 1
    if after >= len(grammar.tokens) or grammar.sentence[after] != grammar.sentence[last]:
        return None
    if not _is_capital(grammar, after):
        return None
    between = grammar.text[grammar.tokens[last].end : grammar.tokens[after].start]
    if between in ("-", "‐", "‑", "–", " & ") or particle:
        return after
    if word in ("'", "’"):
        return after if grammar.word(last).endswith("s") and _ends_as_body(grammar, after) else None
    return after if word in LINKS and _is_bound(grammar, first, last, after) else None


def _is_particle(grammar: Grammar, index: int) -> bool:
    return grammar.word(index) in words_of("people", "names", "particles") and not _is_capital(grammar, index)


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
        return grammar.word(last) in name_bodies() or grammar.word(first) in words_of("people", "names", "noble")
    return grammar.word(last + 1) == "and" and _ends_as_body(grammar, after) and grammar.tokens[last].dep != "nsubj"
