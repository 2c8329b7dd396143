"""Stories with everything marked in the text itself: contested things, who says what, and where each statement stands.

A file of `marked/` holds stories, each after a line `== id | what it covers`: a line for every item (number, kind,
contested or not) and for every statement (letters, `held` where it is a belief, act, its positions or `-`), a line
`--`, then the text with its marks: `[1:…]` a mention of item 1, `<a=…>` the source of statement a, `{a:…}` its cue,
`<a:…>` its content. Marks may stand inside one another. `partial` says that one statement and one mention are marked.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

Place = tuple[int, int]

OPENING = re.compile(r"\[(?P<item>\d+):|<(?P<source>[a-z]{1,2})=|<(?P<content>[a-z]{1,2}):|\{(?P<cue>[a-z]{1,2}):")
CLOSING = {"item": "]", "source": ">", "content": ">", "cue": "}"}
ANY_ACT = "any"


class Stand(NamedTuple):
    """A position that a statement puts its speaker in."""

    value: str
    proposition: str
    item: int


class Marked(NamedTuple):
    """A statement: where its words stand, its act ("" where it is not told) and the positions it holds."""

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    act: str
    held: bool
    stands: tuple[Stand, ...]


class Thing(NamedTuple):
    """A recording, a paper, a claim …: its kind, whether it is contested, and every mention of it."""

    kind: str
    contested: bool
    mentions: tuple[Place, ...]


class Story(NamedTuple):
    """A text with what is marked in it; offsets are code points. `partial`: not everything in it is marked."""

    id: str
    text: str
    things: dict[int, Thing]
    statements: tuple[Marked, ...]
    partial: bool


class _Mark(NamedTuple):
    kind: str
    name: str
    at: Place


def load_stories(file: Path) -> Iterator[Story]:
    """Yield the stories of a file; raises ValueError where one is not in the form described above."""
    for block in re.split(r"^== ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = block.partition("\n")
        head, _, body = rest.partition("\n--\n")
        try:
            yield _story(title, head.splitlines(), body.strip())
        except (ValueError, KeyError) as error:
            raise ValueError(f"{file.name}, {title.strip()}: {error}") from error


def _story(title: str, head: Sequence[str], body: str) -> Story:
    name, _, covers = title.partition("|")
    text, marks = _take_out(body)
    lines = [line.split(maxsplit=1) for line in head if line.strip()]
    known = {name for name, _ in lines}
    unknown = [mark.name for mark in marks if mark.name not in known]
    if unknown:
        raise ValueError(f"no line for {unknown[0]}")

    def places(name: str, kind: str) -> tuple[Place, ...]:
        return tuple(sorted(mark.at for mark in marks if (mark.name, mark.kind) == (name, kind)))

    things = {}
    statements = []
    for one, told in lines:
        if one.isdigit():
            kind, contested = told.split()
            things[int(one)] = Thing(kind, contested == "yes", places(one, "item"))
        else:
            source, cue, content = (places(one, role) for role in ("source", "cue", "content"))
            statements.append(Marked(source, cue, content, *_told(told)))
    return Story(name.strip(), text, things, tuple(statements), partial="partial" in covers)


def _told(line: str) -> tuple[str, bool, tuple[Stand, ...]]:
    """Return act, whether it is held, and the positions that the line of a statement gives."""
    held = line.startswith("held ")
    act, _, rest = line.removeprefix("held ").partition(" ")
    stands = [] if rest.strip() == "-" else [one.split() for one in rest.split(",")]
    return (
        "" if act == ANY_ACT else act,
        held,
        tuple(Stand(value, proposition, int(item)) for value, proposition, item in stands),
    )


def _take_out(body: str) -> tuple[str, list[_Mark]]:
    """Return the text without its marks, and the marks with where they stand in it."""
    text, marks = "", []
    opened: list[tuple[str, str, int]] = []
    at = 0
    while at < len(body):
        match = OPENING.match(body, at)
        if match and match.lastgroup:
            opened.append((match.lastgroup, match[match.lastgroup], len(text)))
            at = match.end()
            continue
        if opened and body[at] == CLOSING[opened[-1][0]]:
            kind, name, start = opened.pop()
            marks.append(_Mark(kind, name, (start, len(text))))
        elif body[at] in "[]<>{}":
            raise ValueError(f"a stray {body[at]} in “{body[max(0, at - 30) : at + 20]}”")
        else:
            text += body[at]
        at += 1
    if opened:
        raise ValueError(f"a mark is not closed: {opened[-1]}")
    return text, marks
