"""The Figure: somebody in an article as far as it has been read, known better with every mention."""

import msgspec

from onrecord.annotation.mention.references import Gender, Reference, first_word, fold, given_names, roles, words_of
from onrecord.nouns.record import ActorKind

RECENT = 8  # bearers of one noun kept in mind; a reader keeps fewer


class Figure(msgspec.Struct):
    """One bearer: the nouns and the words that described them so far, and the gender these told."""

    kind: ActorKind
    shown: str
    gender: Gender = ""
    guess: Gender = ""  # what a given name makes likely
    plural: bool = False
    company: bool = False  # a body with a name can be "the company"
    body: int | None = None  # for whom a person speaks: the number of the body in whose office the text puts them
    nouns: set[str] = msgspec.field(default_factory=set)
    marks: set[str] = msgspec.field(default_factory=set)
    age: str = ""
    of: dict[str, set[str]] = msgspec.field(default_factory=dict)  # by noun: whose, or of what
    named: bool = False
    first: int = -1  # the reference that brought them on the scene
    met: list[int] = msgspec.field(default_factory=list)  # the references to somebody who has no name as yet


class Scene(msgspec.Struct):
    """Everybody in an article and, by reference, who it is: `chain` and `because` grow as the text is read.

    `bearers` holds who a noun can mean anywhere in the article, `recent` who it meant last, the latest
    at the end, `kin` who is what to whom, `ties` which name stands beside a description of the same,
    `aged` who is of an age.
    """

    figures: list[Figure] = msgspec.field(default_factory=list)
    chain: dict[int, int | None] = msgspec.field(default_factory=dict)
    because: dict[int, str] = msgspec.field(default_factory=dict)
    bearers: dict[str, list[int]] = msgspec.field(default_factory=dict)
    recent: dict[str, list[int]] = msgspec.field(default_factory=dict)
    kin: dict[tuple[int, str], list[int]] = msgspec.field(default_factory=dict)
    ties: dict[int, int] = msgspec.field(default_factory=dict)
    aged: dict[str, list[int]] = msgspec.field(default_factory=dict)


def enter(scene: Scene, one: Reference) -> int:
    """Bring somebody new on the scene and return their number."""
    scene.figures.append(Figure(one.kind, one.words))
    return len(scene.figures) - 1


def bind(scene: Scene, index: int, one: Reference, number: int, because: str) -> None:
    """Say who a reference is, and learn from its words."""
    figure = scene.figures[number]
    scene.chain[index], scene.because[index] = number, because
    figure.named = figure.named or one.form == "name"
    figure.first = index if figure.first < 0 else figure.first
    if not figure.named:
        figure.met.append(index)
    figure.gender = figure.gender or one.gender
    if one.form == "description":
        figure.plural = figure.plural or one.plural
        learn(scene, number, one.words)
        figure.marks.update(one.marks)
        figure.of.setdefault(one.words, set()).update(one.of)
    if one.form == "name":
        figure.company = one.kind == "organisation" and not one.aside
        figure.guess = figure.guess or given_names().get(first_word(one.words), "")
        _learn_name(scene, number, one)


def is_another(figure: Figure, one: Reference) -> bool:
    """Tell whether a description has another body or place than its noun had for a figure: "the club's director"."""
    known = figure.of.get(one.words, set())
    if not known or not one.of or known & one.of:
        return False
    return len({word.startswith("^") for word in known | one.of}) == 1  # a name and a noun can be of one body


def learn(scene: Scene, number: int, noun: str) -> None:
    """Note a noun by which a figure may be referred to."""
    if noun not in scene.figures[number].nouns:
        scene.figures[number].nouns.add(noun)
        scene.bearers.setdefault(noun, []).append(number)


def notice(scene: Scene, number: int) -> None:
    """Note that a figure was just spoken of: its nouns mean it until they mean another."""
    for noun in scene.figures[number].nouns:
        recent = scene.recent.setdefault(noun, [])
        if number in recent:
            recent.remove(number)
        recent.append(number)
        del recent[:-RECENT]


def learn_age(scene: Scene, number: int, age: str) -> None:
    """Note how old somebody is said to be, the first time that the text says it."""
    if age and not scene.figures[number].age:
        scene.figures[number].age = age
        scene.aged.setdefault(age, []).append(number)


def give_name(scene: Scene, nameless: int, number: int) -> None:
    """Say that who was described so far without a name is the one who is named now."""
    one, named = scene.figures[nameless], scene.figures[number]
    for index in one.met:
        scene.chain[index] = number
        scene.because[index] = f"described here, named further on as {' '.join(named.shown.split())}"
    one.met.clear()
    named.marks.update(one.marks)
    for noun, words in one.of.items():
        named.of.setdefault(noun, set()).update(words)
    for noun in one.nouns:
        learn(scene, number, noun)
        for numbers in (scene.bearers.get(noun, []), scene.recent.get(noun, [])):
            if nameless in numbers:
                numbers.remove(nameless)


def _learn_name(scene: Scene, number: int, one: Reference) -> None:
    """Learn the offices that stand before a name, and the noun for a body that its name holds."""
    nouns = roles() if one.kind == "person" else words_of("bodies", "bodies", "words")
    apart = words_of("people", "tenure", "apart")
    words = fold(one.title if one.kind == "person" else f"{one.title} {one.words}").split()
    for before, word in zip(["", *words], words, strict=False):
        if word in nouns:
            learn(scene, number, f"{before} {word}" if before in apart else word)
    scene.figures[number].marks.update(words)
