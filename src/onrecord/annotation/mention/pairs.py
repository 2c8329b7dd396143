"""What speaks for and against one nominal taking up another: the features of a pair, and of taking up none.

A feature is a short string; those that depend on what is looked at begin with its type ("he", "the", "name"). The
rules' own answer is one of them, so that what is learned from them corrects the rules and does not replace them.
"""

from collections.abc import Iterator

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.likeness import family_of
from onrecord.annotation.mention.nominals import Class, Nominal
from onrecord.annotation.mention.references import Gender
from onrecord.nouns.annotations import MentionForm

ROLES = {"nsubj": "s", "nsubjpass": "s", "dobj": "o", "dative": "o", "pobj": "p", "poss": "w", "attr": "a"}
STEPS = (0, 1, 2, 4, 8, 16, 32)  # distances are told apart up to these
PEOPLE = frozenset({"he", "she", "i", "you", "we"})


class View(msgspec.Struct, frozen=True):
    """A nominal where it stands: `chain` is whom the rules take it for, `speaker` who says the words around it.

    `turn` numbers the stretch of speech, `leans` holds the tokens that grammar makes a pronoun likely to mean,
    `seen` how often the rules met its chain before.
    """

    one: Nominal
    kind: str
    role: str
    sentence: int
    quoted: int
    chain: int | None
    speaker: int | None
    turn: int
    verb: int
    sort: Class
    gender: Gender
    source: bool
    seen: int
    leans: tuple[int | None, int | None, int | None]


def kind_of(one: Nominal) -> str:
    """Return the type of a nominal: which pronoun, or how its phrase begins."""
    if one.form == "pronoun":
        return one.noun
    return "name" if one.form == "name" else "and" if one.joint else one.opening or "bare"


def role_of(grammar: Grammar, token: int) -> str:
    """Return the part that a word plays in its clause, as one letter."""
    return ROLES.get(grammar.tokens[token].dep, "x")


def say_pair(now: View, then: View, apart: int, rank: int) -> Iterator[str]:
    """Yield the features of a pair; `apart` counts the nominals in between, `rank` those that fit and are nearer."""
    kind, pair = now.kind, f"{now.kind}<{_form(then.one.form, then.kind)}"
    distance = step(now.sentence - then.sentence)
    yield pair
    yield f"{pair}/s{distance}"
    yield f"{kind}/n{step(apart)}"
    yield f"{kind}/k{min(rank, 4)}"
    yield f"{kind}/r{now.role}{then.role}{min(distance, 2)}"
    yield f"{kind}/R{then.role}{min(rank, 2)}"
    yield f"{kind}/g{_agree(now.gender, then.gender)}"
    yield f"{kind}/p{now.one.plural:d}{then.one.plural:d}{_form(then.one.form, '')}"
    yield f"{kind}/c{now.sort}-{then.sort}"
    yield f"{kind}/q{_quotation(now, then)}{_form(then.one.form, '')}"
    yield f"{kind}/h{_rules(now, then)}"
    yield f"{kind}/m{step(then.seen)}"
    yield f"{kind}/S{then.source:d}{now.source:d}"
    yield from _speech(now, then, pair)
    yield from _bound(now, then)
    if now.one.form != "pronoun" and then.one.form != "pronoun":
        yield from _words(now, then)


def say_none(now: View, candidates: int, same: int) -> Iterator[str]:
    """Yield what speaks for a nominal that takes up none; `same` counts those before with the same noun."""
    kind = now.kind
    yield f"{kind}!"
    yield f"{kind}!c{now.sort}"
    yield f"{kind}!r{now.role}"
    yield f"{kind}!n{min(candidates, 3)}"
    yield f"{kind}!w{min(same, 2)}"
    yield f"{kind}!q{now.quoted >= 0:d}"
    yield f"{kind}!p{now.one.plural:d}"
    yield f"{kind}!h{_known(now)}"
    yield f"{kind}!m{min(len(now.one.marks), 3)}"
    yield f"{kind}!l{min((now.one.at.end - now.one.at.start) // 20, 3)}"
    yield f"{kind}!s{step(now.sentence)}"
    yield f"{kind}!t{now.speaker is not None:d}"


def step(distance: int) -> int:
    """Return a distance as the number of the step it reaches: 0, 1, 2, up to 4, 8, 16, 32, more."""
    return sum(distance > limit for limit in STEPS)


def _form(form: MentionForm, kind: str) -> str:
    return kind if form == "pronoun" and kind else form[0] + (kind if form != "pronoun" else "")


def _agree(a: Gender, b: Gender) -> str:
    return "?" + a + b if not a or not b else "=" if a == b else "#"


def _quotation(now: View, then: View) -> str:
    if now.quoted == then.quoted:
        return "=" if now.quoted < 0 else "i"
    return f"{now.quoted >= 0:d}{then.quoted >= 0:d}"


def _rules(now: View, then: View) -> str:
    if now.chain is None or then.chain is None:
        return f"{now.chain is None:d}{then.chain is None:d}"
    return "=" if now.chain == then.chain else "#new" if now.seen == 0 else "#"


def _known(now: View) -> str:
    return "?" if now.chain is None else str(min(now.seen, 2))


def _speech(now: View, then: View, pair: str) -> Iterator[str]:
    """Yield how the two stand to whoever speaks: "I" is the speaker, and "he" in the same words is not."""
    if now.speaker is not None and then.chain is not None:
        yield f"{pair}/t{now.speaker == then.chain:d}"
    if then.speaker is not None and now.chain is not None and now.chain == then.speaker:
        yield f"{pair}/T"
    if now.one.form == "pronoun":
        known = now.speaker is not None and then.speaker is not None
        same = now.speaker == then.speaker if known else now.turn == then.turn
        yield f"{pair}/u{known:d}{same:d}"


def _bound(now: View, then: View) -> Iterator[str]:
    """Yield what grammar says of two in one sentence: leanings, arguments of one verb, one inside the other."""
    if now.sentence != then.sentence:
        return
    for name, token in zip("bou", now.leans, strict=True):
        if token is not None and token == then.one.token:
            yield f"{now.kind}/L{name}"
    if now.verb == then.verb and now.role != "w" and then.role != "w":
        yield f"{now.kind}/V{then.role}{now.role}"
    if then.one.at.holds(now.one.at):
        yield f"{now.kind}/in{now.role}"


def _words(now: View, then: View) -> Iterator[str]:
    """Yield how the words of two phrases compare."""
    a, b, kind = now.one, then.one, now.kind
    if a.form == b.form == "name":
        relation = "=" if a.name == b.name else "<" if a.name < b.name else ">" if a.name > b.name else "&"
        yield f"{kind}/e{relation if a.name & b.name else '-'}{a.noun == b.noun:d}{now.sort}"
    elif a.noun == b.noun:
        marks = "=" if a.marks == b.marks else "<" if a.marks < b.marks else ">" if a.marks > b.marks else "&"
        yield f"{kind}<{then.kind}/E{marks}"
        yield f"E{marks}{a.plural == b.plural:d}{min(now.sentence - then.sentence, 3)}"
        yield f"E={a.at.end - a.at.start == b.at.end - b.at.start:d}{now.kind}"
    else:
        yield f"{kind}/d{then.one.form[0]}"
        alike = family_of(a.noun)
        if alike and alike == family_of(b.noun):
            yield f"{kind}/f"
        if a.noun in b.name or a.noun in b.marks:
            yield f"{kind}/F{b.form[0]}"
    if a.form == b.form == "name" and _is_initials(a, b):
        yield "acronym"


def _is_initials(a: Nominal, b: Nominal) -> bool:
    short, long = (a, b) if len(a.name) < len(b.name) else (b, a)
    return len(short.name) == 1 and len(long.name) > 1 and sorted(short.noun) == sorted(word[0] for word in long.name)
