"""A case: a story folder and the record that a careful reader made of it, as words and not as offsets.

Words stand for spans, so that a gold file can be written and read by a person and outlives
changes in how a page becomes text.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

STORIES = Path(__file__).parent.parent / "src" / "onrecord" / "stories"
MEASURED = Path(__file__).parent / "stories"  # further ones: `open` to learn from, `shut` to measure by


class Words(msgspec.Struct, frozen=True):
    """Words of an article: the nth occurrence, or the one inside longer words."""

    text: str
    nth: int = 0
    inside: str | None = msgspec.field(default=None, name="in")


class MentionGold(Words, frozen=True, kw_only=True):
    """Words of one of the articles."""

    article: int


class ActorGold(msgspec.Struct, frozen=True):
    """Somebody whom the record must know under one of these names."""

    id: str
    name: str
    kind: str = "person"
    aliases: tuple[str, ...] = ()


class ItemGold(msgspec.Struct, frozen=True):
    """A contested thing and where it is mentioned."""

    id: str
    mentions: tuple[MentionGold, ...]


class StatementGold(msgspec.Struct, frozen=True):
    """What somebody said; a field that is left out is not compared."""

    id: str
    article: int
    speaker: str | None
    cue: Words | str | None = None
    content: tuple[Words | str, ...] = ()
    mode: str | UnsetType = UNSET
    act: str | UnsetType = UNSET
    attitude: str = "said"
    addressee: str | UnsetType | None = UNSET
    medium: str | UnsetType | None = UNSET
    when: tuple[str | None, str | None] | None = None
    chain: tuple[str, ...] | UnsetType | None = UNSET
    conditions: tuple[str, ...] | UnsetType | None = UNSET
    about: tuple[str, ...] | UnsetType = UNSET


class PositionGold(msgspec.Struct, frozen=True):
    """Where somebody stands; an optional one is never counted."""

    actor: str
    about: str
    value: str | None = None
    proposition: str | None = None
    optional: bool = False


class EventGold(msgspec.Struct, frozen=True):
    """A dated happening."""

    article: int
    text: Words | str
    when: tuple[str | None, str | None] | None = None


class PublishedGold(msgspec.Struct, frozen=True):
    """Bounds of a publication day."""

    article: int
    earliest: str | None
    latest: str | None


class CorrectionGold(msgspec.Struct, frozen=True):
    """A corrected value."""

    article: int
    old: str
    new: str | None = None


class Never(msgspec.Struct, frozen=True):
    """An output that a reader would call false: exactly one of the four kinds is set."""

    why: str = ""
    position: PositionGold | None = None
    same_item: tuple[str, ...] = ()
    statement_from: str | None = None
    speaker: str | None = None
    content: str = ""


class Gold(msgspec.Struct, frozen=True):
    """The record that a careful reader would make of a story."""

    actors: tuple[ActorGold, ...]
    items: tuple[ItemGold, ...]
    statements: tuple[StatementGold, ...]
    positions: tuple[PositionGold, ...]
    published: tuple[PublishedGold, ...] = ()
    events: tuple[EventGold, ...] = ()
    corrections: tuple[CorrectionGold, ...] = ()
    never: tuple[Never, ...] = ()
    partial: bool = False


class Case(msgspec.Struct, frozen=True):
    """A folder with `story.toml` and `gold.json`."""

    folder: Path
    gold: Gold

    @property
    def story(self) -> str:
        """The place to read."""
        return str(self.folder / "story.toml")


def load_cases(folder: Path, prefix: str = "") -> Iterator[Case]:
    """Yield the cases of a folder whose names start with a prefix, in order of name."""
    for path in sorted(folder.glob(f"{prefix}*/gold.json")):
        yield Case(path.parent, msgspec.json.decode(path.read_bytes(), type=Gold))


def find(text: str, words: str, nth: int = 0) -> tuple[int, int] | None:
    """Return where words stand in a text, white space folded, the nth time; None where they do not."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    hits = [hit.span() for hit in re.finditer(pattern, text)]
    return hits[nth] if nth < len(hits) else None


def locate(text: str, words: Words | str | Any) -> tuple[int, int] | None:
    """Return where words stand in a text; None where they do not."""
    if isinstance(words, str):
        return find(text, words)
    if words.inside is None:
        return find(text, words.text, words.nth)
    outer = find(text, words.inside, words.nth)
    inner = outer and find(text[outer[0] : outer[1]], words.text)
    return (outer[0] + inner[0], outer[0] + inner[1]) if outer and inner else None
