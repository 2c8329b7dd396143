"""Who is said to be whom: appositions and "is" sentences that put a name and a description of one bearer side by side.

"Bel Okonjo, the club's chairwoman", "its spokeswoman, Lisbet Crane", "Okonjo is the chairwoman". A possessive is no
such tie: "Rieck's lawyer, Dag Molin" makes one of the lawyer and Molin, and leaves Rieck alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import tokens_in
from onrecord.annotation.mention.references import (
    Gender,
    Reference,
    first_word,
    fold,
    given_names,
    last_word,
    name_bodies,
    words_of,
)

SET_OFF = re.compile(r"(?: \([^()\n]{1,40}\))?, ")  # "the head of the CFN (Coastal Fishing Network), Ann Holm,"
AT_BODY = re.compile(r" (?:at|of|for|with|from) (?:the )?")
BODIES = ("organisation", "group")
BETWEEN = 80  # characters from the one to the other: "… and director at the Weir Foundation"
BEING = frozenset({"be", "become", "remain"})
SERVING = frozenset(
    {"serve", "act", "work", "resign", "retire", "step", "stand", "sack", "fire", "dismiss", "appoint", "elect"}
    | {"name", "identify"}
)
UNSURE = frozenset({"would", "could", "should", "may", "might", "can", "must"})
STOPS = frozenset({",", ".", ";", ")", "—", "–", ":", "?", "!"})
ARGUMENTS = ("nsubj", "nsubjpass", "dobj")
INSIDE = 4  # references that a description may hold
CLIMB = 4  # words between an apposition and the noun it belongs to, upwards in the parse


def tie(grammar: Grammar, references: Sequence[Reference]) -> dict[int, int]:
    """Map a reference to the other one that the sentence makes the same bearer, both as indices into `references`."""
    at = {one.token: index for index, one in enumerate(references)}
    ties: dict[int, int] = {}
    for right, lefts in _candidates(grammar, at):
        if grammar.word(tokens_in(grammar, references[right].at)[0]) == "whose":  # "Whitlock, whose father …"
            continue
        left = next((k for k in lefts if _agree(references[k], references[right])), None)
        if left is not None:
            described, named = sorted((left, right), key=lambda k: references[k].form != "description")
            ties.setdefault(described, named)
    for described, named in _beside(grammar, references):
        ties.setdefault(described, named)
    return ties


def _beside(grammar: Grammar, references: Sequence[Reference]) -> Iterator[tuple[int, int]]:
    """Yield each description with the name that it leads to, or that commas set off from it."""
    for index, one in enumerate(references):
        for other in range(index + 1, min(index + 4, len(references))):
            if one.form == "description" and _leads_to(grammar, one, references[other]):
                yield index, other
        if one.form == "description" and (named := _named_after_body(grammar, references, index)) is not None:
            yield from ((at, named) for at in _joined(grammar, references, index))
        after = _after(references, index)
        for described, named in ((index, after), (after, index)):
            if after < len(references) and _is_set_off(grammar, references, described, named):
                yield described, named


def _after(references: Sequence[Reference], index: int) -> int:
    """Return the next reference that is no part of this one: "a lawyer for the ministry" holds the ministry."""
    end = references[index].at.end
    places = range(index + 1, min(index + INSIDE, len(references)))
    return next((place for place in places if references[place].at.start >= end), index + INSIDE)


def _leads_to(grammar: Grammar, description: Reference, name: Reference) -> bool:
    """Tell whether a name stands right after a description, or is the one that it announces."""
    if name.form != "name":
        return False
    near = name.head.start - description.head.end == 1
    adjoins = near and (_agree(description, name) or _is_rival(description, name))
    return (
        adjoins
        or _is_joined(grammar, description, name)
        or description.named == name.words
        or _is_second_subject(grammar, description, name)
    )


def _is_joined(grammar: Grammar, description: Reference, name: Reference) -> bool:
    """Tell whether "and" joins a bare description to the titles of a name: "Actor and director Tom Rusk"."""
    joined = bool(name.title) and grammar.text[description.head.end : name.at.start] == " and "
    return joined and not _has_article(grammar, description) and _agree(description, name)


def _is_rival(description: Reference, name: Reference) -> bool:
    """Tell whether a bare plural says what the body after it is: "Rivals Castra City"."""
    bare = description.at == description.head and description.plural and name.kind in BODIES
    return bare and description.words in words_of("people", "relations", "words") | words_of(
        "people", "epithets", "words"
    )


def _named_after_body(grammar: Grammar, references: Sequence[Reference], index: int) -> int | None:
    """Return the person named after the body of a bare description: "director at the Weir Foundation Ann Holm"."""
    one, following = references[index], references[index + 1 : index + 3]
    if one.kind != "person" or _has_article(grammar, one):
        return None
    for step, name in enumerate(following, index + 1):
        if name.form == "name" and name.kind == "person":
            # The body has a reference of its own, or stands before the name as if it were a title of it.
            body = references[step - 1] if step > index + 1 else name
            after = (
                body.head.end + 1 == name.head.start
                if body is not name
                else last_word(fold(name.title)) in name_bodies()
            )
            bound = AT_BODY.fullmatch(grammar.text, one.head.end, body.at.start)
            return step if after and bound and (body is name or body.kind == "organisation") else None
    return None


def _has_article(grammar: Grammar, one: Reference) -> bool:
    return grammar.tokens[tokens_in(grammar, one.at)[0]].pos in ("DET", "PRON")


def _joined(grammar: Grammar, references: Sequence[Reference], index: int) -> Iterator[int]:
    """Yield a description and one that "and" joins to it: "terror expert and director at …"."""
    yield index
    before = references[index - 1] if index else None
    if before is None or before.form != "description" or _has_article(grammar, before):
        return
    if grammar.text[before.head.end : references[index].at.start] == " and ":
        yield index - 1


def _is_set_off(grammar: Grammar, references: Sequence[Reference], described: int, named: int) -> bool:
    """Tell whether commas set one off as the other, whatever the parse: "their son, Ivo.", "Ivo, their son,"."""
    one, name = references[described], references[named]
    if one.form != "description" or name.form != "name":
        return False
    if _is_explained(grammar, one, name):
        return True
    if "person" not in (one.kind, name.kind) or (not one.definite and described > named):
        return False
    first, last = sorted((one.at, name.at))
    after = grammar.text[last.end : last.end + 1]
    return bool(SET_OFF.fullmatch(grammar.text, first.end, last.start)) and after in STOPS and _agree(one, name)


def _is_explained(grammar: Grammar, one: Reference, name: Reference) -> bool:
    """Tell whether a sentence opens with a body's name and says what it is: "Open Doors, a network of tenants, …"."""
    bodies = name.kind == one.kind == "organisation" and not one.definite
    opens = grammar.bounds(name.token)[0] == tokens_in(grammar, name.at)[0]
    return bodies and opens and grammar.text[name.at.end : one.at.start] == ", "


def _is_second_subject(grammar: Grammar, description: Reference, name: Reference) -> bool:
    """Tell whether a verb seems to have two subjects side by side: "the fund's head, Ann Holm, said" is one."""
    one, other = grammar.tokens[description.token], grammar.tokens[name.token]
    if one.dep not in ARGUMENTS or (one.dep, one.head) != (other.dep, other.head) or name.at.start < description.at.end:
        return False
    between = grammar.text[description.at.end : name.at.start]
    return len(between) <= BETWEEN and not any(mark in between for mark in ':;“”"\n') and _agree(description, name)


def _candidates(grammar: Grammar, at: dict[int, int]) -> Iterator[tuple[int, list[int]]]:
    """Yield each reference that is set beside others, with those others, nearest first."""
    for token, index in at.items():
        dep, head = grammar.tokens[token].dep, grammar.tokens[token].head
        if dep == "appos":
            # The parser hangs an apposition on the word before the comma, which can lie deep in the phrase it
            # belongs to: "the landlord of the Swan's Arms, Kit Varley".
            above = [head, *islice(grammar.ancestors(head), CLIMB)]
            yield index, [at[word] for word in above if word in at and word < token]
        elif (verb := _made_by(grammar, token)) is not None:
            yield index, [at[subject] for subject in _subjects(grammar, verb) if subject in at]


def _subjects(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield the subjects of a verb, or of the one it is joined to; for "who" the noun before its clause."""
    found = grammar.kids(verb, "nsubj", "nsubjpass")
    if not found and grammar.tokens[verb].dep == "conj":
        found = grammar.kids(grammar.tokens[verb].head, "nsubj", "nsubjpass")
    for subject in found:
        relative = grammar.word(subject) in ("who", "that") and grammar.tokens[verb].dep == "relcl"
        yield grammar.tokens[verb].head if relative else subject


def _made_by(grammar: Grammar, token: int) -> int | None:
    """Return the verb that makes its subject what a noun says: "is mayor", "was named mayor", "served as mayor"."""
    if grammar.tokens[token].dep == "conj":  # "is a poet and a painter"
        token = grammar.tokens[token].head
    dep, verb = grammar.tokens[token].dep, grammar.tokens[token].head
    if dep == "pobj" and grammar.word(verb) == "as":
        verb = grammar.tokens[verb].head
        makes = grammar.tokens[verb].lemma in SERVING
    else:
        passive = bool(grammar.kids(verb, "nsubjpass"))
        makes = dep in ("attr", "oprd") and (grammar.tokens[verb].lemma in BEING or passive)
        makes = makes or (dep == "dobj" and passive and grammar.tokens[verb].lemma in SERVING)
    unsure = any(grammar.word(aux) in UNSURE for aux in grammar.kids(verb, "aux"))
    return verb if makes and not unsure and not grammar.kids(verb, "neg") else None


def _agree(left: Reference, right: Reference) -> bool:
    """Tell whether two references can be one bearer: in number, gender, and as a person or a body."""
    if left.plural != right.plural or right.form == "pronoun":
        return False
    if left.form == "pronoun":  # "She is the director"
        single = bool(left.gender) and right.form == "description" and right.kind in ("person", "unnamed")
        return single and right.gender in ("", left.gender)
    if _guess(left) and _guess(right) and _guess(left) != _guess(right):
        return False
    if left.form == right.form == "name":
        return False
    return (left.kind in BODIES) == (right.kind in BODIES) and "document" not in (left.kind, right.kind)


def _guess(one: Reference) -> Gender:
    """Return the gender that the words tell, or that a given name makes likely."""
    return one.gender or (given_names().get(first_word(one.words), "") if one.form == "name" else "")
